/**
 * One name in the record for all accounts. Each account has a name of its own, given in its forms: while this one is
 * empty, those are shown, since they count.
 */
import { type AccountSummary, RECORDER_MAX_CHARS, recorderOf } from '../../lib/session/stored-account.ts';
import { TextField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { useWatched } from '../use-watched.ts';
import { ACCOUNTS } from '../watched-state.ts';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';
import { useTypedSetting } from './use-typed-setting.ts';

const NOBODY = { current: null, accounts: [] };

export function RecordName({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const { accounts } = useWatched(NOBODY, ACCOUNTS);
  const { recordName: stored } = form.settings.values;
  const typed = useTypedSetting(form, {
    show: ({ recordName }) => recordName,
    read: (text) => ({ recordName: text.trim() }),
  });
  return (
    <Setting managed={isFixed(form, 'recordName')} hint={t('settings.recordNameHint')}>
      <TextField
        {...typed}
        label={t('settings.recordName')}
        disabled={isFixed(form, 'recordName')}
        onChange={(text) => typed.onChange(text.slice(0, RECORDER_MAX_CHARS))}
      />
      {stored === '' ? accounts.map((account) => <OwnName key={account.id} account={account} />) : null}
    </Setting>
  );
}

function OwnName({ account }: { account: AccountSummary }) {
  const { t } = useTranslation();
  const name = recorderOf(account, '');
  // The stop of an abbreviated name ends the sentence as well.
  const words =
    name === ''
      ? t('settings.recordNameNone', { account: account.name })
      : t('settings.recordNameOf', { account: account.name, name: name.replace(/\.$/, '') });
  return <p class="small break">{words}</p>;
}
