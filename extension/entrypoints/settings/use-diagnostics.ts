/** The current diagnostics: read again when a setting changes and when the person returns to the page. */
import { useEffect, useState } from 'preact/hooks';
import type { LoadedSettings } from '../../lib/settings/settings.ts';
import { readDiagnostics } from './diagnostics.ts';

export function useDiagnostics(first: string, settings: LoadedSettings): string {
  const [text, setText] = useState(first);
  useEffect(() => {
    const read = () => void readDiagnostics().then(setText);
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [settings]);
  return text;
}
