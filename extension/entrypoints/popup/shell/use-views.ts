/** The current view, and the way back: to the previous view, and in it to the element that opened this one. */
import { useCallback, useState } from 'preact/hooks';
import type { View } from '../context/popup-context.ts';

export interface Views {
  view: View;
  /** A different key for each opened view, also for two of the same kind. */
  viewId: string;
  open: (view: View) => void;
  back: () => void;
  home: () => void;
  /** `data-return` of the element that opened the view just left, after going back; null otherwise. */
  returnTo: string | null;
}

interface Step {
  id: string;
  view: View;
  /** The element that had the focus when the next view opened. */
  left: string | null;
}

interface Way {
  steps: readonly Step[];
  isBack: boolean;
}

const FIND: Step = { id: 'find', view: { name: 'find' }, left: null };

const stepTo = (view: View): Step => ({ id: crypto.randomUUID(), view, left: null });

const isSame = (one: View, other: View) =>
  one.name === other.name && JSON.stringify(one) === JSON.stringify(other);

function focusedMark(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-return]')?.dataset.return ?? null;
}

/**
 * The first view is never removed. What is on the screen already is not opened once more: a view may take a moment to
 * open, and the second click of a double click comes meanwhile.
 */
export function useViews(first: readonly View[]): Views {
  const [{ steps, isBack }, setWay] = useState<Way>(() => ({
    steps: first.map(stepTo),
    isBack: false,
  }));
  const open = useCallback((view: View) => {
    const left = focusedMark();
    const next = stepTo(view);
    setWay((way) => {
      const top = way.steps.at(-1) ?? FIND;
      if (isSame(top.view, view)) return way;
      return { steps: [...way.steps.slice(0, -1), { ...top, left }, next], isBack: false };
    });
  }, []);
  const back = useCallback(
    () =>
      setWay((way) => (way.steps.length > 1 ? { ...way, steps: way.steps.slice(0, -1), isBack: true } : way)),
    [],
  );
  const home = useCallback(
    () => setWay((way) => ({ ...way, steps: way.steps.slice(0, 1), isBack: false })),
    [],
  );
  const top = steps.at(-1) ?? FIND;
  return { view: top.view, viewId: top.id, open, back, home, returnTo: isBack ? top.left : null };
}
