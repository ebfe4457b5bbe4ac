/** The keys of the list: shown while a modifier is held, and switched on and off by a question mark. */
import { useEffect, useState } from 'preact/hooks';
import { useTranslation } from './translation.tsx';

/** The name of the modifier key to press with Enter; the search box accepts either one. */
const CONTROL = /^Mac/.test(navigator.platform) ? '⌘' : 'Ctrl';
/** How long a modifier is held before the hints appear: a person who knows a shortcut presses it sooner. */
const HELD_MS = 400;
const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Alt']);

/** A question mark typed into a text field is text, not the shortcut. */
function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.value !== '';
}

function useHintsShown(): boolean {
  const [isHeld, setHeld] = useState(false);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const release = () => {
      clearTimeout(timer);
      setHeld(false);
    };
    const onDown = (event: KeyboardEvent) => {
      if (event.repeat) return;
      clearTimeout(timer);
      if (MODIFIERS.has(event.key)) timer = setTimeout(() => setHeld(true), HELD_MS);
      if (event.key !== '?' || isText(event.target)) return;
      event.preventDefault();
      setAsked((asked) => !asked);
    };
    addEventListener('keydown', onDown);
    addEventListener('keyup', release);
    addEventListener('blur', release);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onDown);
      removeEventListener('keyup', release);
      removeEventListener('blur', release);
    };
  }, []);
  return isHeld || isAsked;
}

/** `canOpen`: whether there is a row to move to and to open. */
export function KeyHints({ canOpen }: { canOpen: boolean }) {
  const { t } = useTranslation();
  if (!useHintsShown()) return null;
  return (
    <p class="hints" aria-hidden="true">
      {canOpen ? (
        <>
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('find.keyMove')}
          </span>
          <span>
            <kbd>↵</kbd> {t('find.keyOpen')}
          </span>
        </>
      ) : null}
      <span>
        <kbd>{CONTROL} ↵</kbd> {t('find.keyAdd')}
      </span>
    </p>
  );
}
