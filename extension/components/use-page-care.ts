/** What every page does with presses, early letters and the focus, whatever is drawn on it; loaded once the page is drawn. */
import { useEffect } from 'preact/hooks';

export function usePageCare(): void {
  useEffect(() => {
    const care = import('./page-care.ts').then(({ careForPage }) => careForPage());
    return () => void care.then((stop) => stop());
  }, []);
}
