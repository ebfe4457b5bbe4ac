/** The current keyboard shortcuts of the browser; people change them on a page of the browser. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Shortcuts } from './shortcuts.tsx';

async function readShortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
}

/** Read again whenever the person comes back to this page. */
export function useShortcuts(): Shortcuts {
  const [shortcuts, setShortcuts] = useState<Shortcuts>({});
  useEffect(() => {
    const read = () => void readShortcuts().then(setShortcuts);
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return shortcuts;
}
