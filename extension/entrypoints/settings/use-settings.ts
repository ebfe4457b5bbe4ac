/** The settings under change: shown and saved at once, and updated when another page changes them. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LoadedSettings, Settings } from '../../lib/settings/settings.ts';
import { settingsItem } from '../../lib/settings/settings-items.ts';
import { saveSettings, saveSettingsAtOnce, watchSettings } from '../../lib/settings/settings-store.ts';
import { follow } from '../../lib/storage/follow.ts';

interface SettingsControl {
  settings: LoadedSettings;
  /** Rejects when the browser could not store them. */
  change: (changes: Partial<Settings>) => Promise<void>;
  /** The same for what is being typed: what is not stored when the page closes is stored then. */
  keep: (changes: Partial<Settings>) => void;
}

export function useSettings(first: LoadedSettings): SettingsControl {
  const [settings, setSettings] = useState(first);
  useEffect(() => watchSettings(setSettings), []);
  const change = async (changes: Partial<Settings>) => setSettings(await saveSettings(changes));
  const unwritten = useUnwrittenUntilClosed();
  const keep = (changes: Partial<Settings>) => {
    const typed = { ...unwritten.current, ...changes };
    unwritten.current = typed;
    const written = () => {
      if (unwritten.current === typed) unwritten.current = null;
    };
    // Where there is no room, it is said once the field is left, which saves it again.
    change(typed).then(written, () => undefined);
  };
  return { settings, change, keep };
}

/** What was typed last and is not written yet; written when the page closes. */
function useUnwrittenUntilClosed(): RefObject<Partial<Settings> | null> {
  const unwritten = useRef<Partial<Settings> | null>(null);
  const own = useRef<Partial<Settings> | null>(null);
  useEffect(() => {
    const know = (stored: Partial<Settings>) => {
      own.current = stored;
    };
    const write = () => {
      if (own.current !== null && unwritten.current !== null)
        void saveSettingsAtOnce(own.current, unwritten.current);
    };
    const unwatch = follow(settingsItem, know);
    addEventListener('pagehide', write);
    return () => {
      unwatch();
      removeEventListener('pagehide', write);
    };
  }, []);
  return unwritten;
}
