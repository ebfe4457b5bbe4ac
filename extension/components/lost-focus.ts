/** Gives the focus a place when the control that had it cannot keep it; loaded once the page is drawn. */
import { useEffect } from 'preact/hooks';

export function useLostFocus(): void {
  useEffect(() => {
    const watch = import('./keep-focus.ts').then(({ keepFocus }) => keepFocus());
    return () => void watch.then((stop) => stop());
  }, []);
}
