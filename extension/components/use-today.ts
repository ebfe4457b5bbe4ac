/** The day of today in a view that may stay open over midnight, or over a weekend in the side panel. */
import { useEffect, useState } from 'preact/hooks';
import { consentDay } from '../lib/i18n/consent-day.ts';

const LOOK_EVERY_MS = 20_000;

/** The latest day that a consent can rest on, `YYYY-MM-DD`; the view is drawn again when it changes. */
export function useToday(): string {
  const [today, setToday] = useState(() => consentDay(Date.now()));
  useEffect(() => {
    const look = () => setToday(consentDay(Date.now()));
    // A timer sleeps with the computer: who comes back to the view looks at once.
    const timer = setInterval(look, LOOK_EVERY_MS);
    addEventListener('focus', look);
    addEventListener('pointerdown', look, true);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
      removeEventListener('pointerdown', look, true);
    };
  }, []);
  return today;
}
