/** Who answers for what is saved: asked once in a session, in the form that needs it first. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ASIDE } from '../../../components/confirm-keys.ts';
import { TextField } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { nameRecorder } from '../../../lib/session/accounts.ts';
import { RECORDER_MAX_CHARS, recorderOf } from '../../../lib/session/stored-account.ts';
import { usePopup } from '../context/popup-context.ts';

export interface Recorder {
  /** Null where somebody is named, or chose not to be. */
  field: JSX.Element | null;
  /** Saves the name in the field; false where a name is required and missing, which the field then says. */
  confirm: () => Promise<boolean>;
}

export function useRecorder(): Recorder {
  const { account, settings } = usePopup();
  const { t } = useTranslation();
  const [name, setName] = useState(account.recorder?.name ?? '');
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isNamed = recorderOf(account, settings.recordName) !== '';
  const isAsked = !isNamed && (settings.recordNameRequired || account.recorder?.isConfirmed !== true);
  const confirm = async () => {
    if (!isAsked) return true;
    const given = name.trim();
    const isLacking = given === '' && settings.recordNameRequired;
    setMissing(isLacking);
    if (isLacking) input.current?.focus();
    else await nameRecorder(account.id, given);
    return !isLacking;
  };
  const field = isAsked ? (
    <div {...ASIDE}>
      <TextField
        label={t('recorder.name')}
        value={name}
        inputRef={input}
        note={isMissing ? { tone: 'bad', text: t('recorder.needed') } : { text: t('recorder.hint') }}
        onChange={(text) => setName(text.slice(0, RECORDER_MAX_CHARS))}
      />
    </div>
  ) : null;
  return { field, confirm };
}
