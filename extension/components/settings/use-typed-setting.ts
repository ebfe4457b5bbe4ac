/**
 * A setting that is typed. It is kept with each letter, since the page may close after any; that it is saved is said once
 * the person is done, and only then is the text put in order.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings.ts';
import type { SettingForm } from './setting-form.ts';

interface TypedSetting {
  /** The settings as the text of the field. */
  show: (values: Settings) => string;
  /** What a text changes; null where it cannot be stored. */
  read: (text: string) => Partial<Settings> | null;
}

/** What a field of `field.tsx` takes. */
interface TypedField {
  value: string;
  onChange: (text: string) => void;
  onLeave: () => void;
}

export function useTypedSetting(form: SettingForm, { show, read }: TypedSetting): TypedField {
  const { values } = form.settings;
  const stored = show(values);
  const [text, setText] = useState(stored);
  /** What is stored meanwhile is behind what is typed. */
  const isTyping = useRef(false);
  useEffect(() => {
    if (!isTyping.current) setText(stored);
  }, [stored]);
  return {
    value: text,
    onChange: (typed) => {
      isTyping.current = true;
      setText(typed);
      const changes = read(typed);
      if (changes !== null) form.keep(changes);
    },
    onLeave: () => {
      const changes = read(text);
      if (!isTyping.current || changes === null) return;
      isTyping.current = false;
      setText(show({ ...values, ...changes }));
      form.change(changes);
    },
  };
}
