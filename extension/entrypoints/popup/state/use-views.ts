/** Which view is on top, and the way back. */
import { useCallback, useState } from 'preact/hooks';
import type { View } from './popup-context.ts';

export interface Views {
  view: View;
  open: (view: View) => void;
  back: () => void;
  home: () => void;
}

/** The first view is always there. */
export function useViews(first: readonly View[]): Views {
  const [stack, setStack] = useState<readonly View[]>(first);
  const open = useCallback((view: View) => setStack((views) => [...views, view]), []);
  const back = useCallback(() => setStack((views) => (views.length > 1 ? views.slice(0, -1) : views)), []);
  const home = useCallback(() => setStack((views) => views.slice(0, 1)), []);
  return { view: stack.at(-1) ?? { name: 'find' }, open, back, home };
}
