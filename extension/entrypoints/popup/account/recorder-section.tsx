/** Who answers for what is written in this session. It can be changed here, unless the settings name somebody. */
import { useState } from 'preact/hooks';
import { TextField } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { RECORDER_MAX_CHARS, recorderOf } from '../../../lib/session/stored-account.ts';
import { usePopup } from '../context/popup-context.ts';
import { useRecorderName } from './use-recorder-name.ts';

export function RecorderSection() {
  const { t } = useTranslation();
  const { account, settings } = usePopup();
  const [name, setName] = useState(recorderOf(account, settings.recordName));
  const keep = useRecorderName(account.id);
  const change = (text: string) => {
    const typed = text.slice(0, RECORDER_MAX_CHARS);
    setName(typed);
    keep(typed.trim());
  };
  const isFromSettings = settings.recordName !== '';
  const note = isFromSettings ? 'recorder.inSettings' : name.trim() === '' ? 'recorder.none' : null;
  return (
    <section class="stack-tight">
      <h2>{t('recorder.title')}</h2>
      <TextField
        label={t('recorder.name')}
        value={name}
        disabled={isFromSettings}
        note={note === null ? null : { text: t(note) }}
        onChange={change}
      />
    </section>
  );
}
