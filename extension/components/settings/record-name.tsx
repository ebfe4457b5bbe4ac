/**
 * One name in the record for all accounts. Each account has a name of its own, given in its forms: while this one is
 * empty, those are shown, since they count.
 */
import { useEffect, useState } from 'preact/hooks';
import { type AccountSummary, RECORDER_MAX_CHARS, recorderOf } from '../../lib/session/stored-account.ts';
import { TextField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { useWatched } from '../use-watched.ts';
import { ACCOUNTS } from '../watched-state.ts';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';

const NOBODY = { current: null, accounts: [] };

export function RecordName({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const { accounts } = useWatched(NOBODY, ACCOUNTS);
  const stored = form.settings.values.recordName;
  const [text, setText] = useState(stored);
  useEffect(() => setText(stored), [stored]);
  const save = () => {
    const recordName = text.trim();
    setText(recordName);
    if (recordName !== stored) form.change({ recordName });
  };
  return (
    <Setting managed={isFixed(form, 'recordName')} hint={t('settings.recordNameHint')}>
      <TextField
        label={t('settings.recordName')}
        value={text}
        disabled={isFixed(form, 'recordName')}
        onChange={(value) => setText(value.slice(0, RECORDER_MAX_CHARS))}
        onLeave={save}
      />
      {stored === '' ? accounts.map((account) => <OwnName key={account.id} account={account} />) : null}
    </Setting>
  );
}

function OwnName({ account }: { account: AccountSummary }) {
  const { t } = useTranslation();
  const name = recorderOf(account, '');
  const words =
    name === ''
      ? t('settings.recordNameNone', { account: account.name })
      : t('settings.recordNameOf', { account: account.name, name });
  return <p class="small break">{words}</p>;
}
