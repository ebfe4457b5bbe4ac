/** The grounds of consent as this organisation set them, and who answers for what is written. */
import { useEffect, useState } from 'preact/hooks';
import { GROUND_RULES, GROUNDS } from '../../../shared/consent-grounds.ts';
import { BASES, BASIS_KEYS, DESCRIBED_GROUNDS } from '../add/consent-fields.tsx';
import { Check, Chips } from '../choice.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { SelectField, TextField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';

export function GroundsSection({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const { hiddenGrounds, groundStatuses, allowedConsentStatuses } = form.settings.values;
  const offered = BASES.filter((ground) => !hiddenGrounds.includes(ground));
  return (
    <section class="card">
      <h2>{t('settings.grounds')}</h2>
      <Setting managed={isFixed(form, 'hiddenGrounds')}>
        <h3>{t('settings.offeredGrounds')}</h3>
        <Chips
          label={t('settings.offeredGrounds')}
          options={BASES.map((value) => ({ value, label: t(BASIS_KEYS[value]) }))}
          chosen={new Set(offered)}
          disabled={isFixed(form, 'hiddenGrounds')}
          onToggle={(ground, on) => {
            const hidden = GROUNDS.filter((one) => (one === ground ? !on : hiddenGrounds.includes(one)));
            if (hidden.length < BASES.length) form.change({ hiddenGrounds: hidden });
          }}
        />
      </Setting>
      <Setting managed={isFixed(form, 'groundStatuses')} hint={t('settings.groundStatusesHint')}>
        {DESCRIBED_GROUNDS.map((ground) => (
          <SelectField
            key={ground}
            label={t(BASIS_KEYS[ground])}
            value={groundStatuses[ground] ?? GROUND_RULES[ground].status ?? ''}
            disabled={isFixed(form, 'groundStatuses')}
            options={allowedConsentStatuses.map((value) => ({ value, label: t(STATUS_KEYS[value]) }))}
            onChange={(value) => {
              const status = allowedConsentStatuses.find((one) => one === value);
              if (status !== undefined)
                form.change({ groundStatuses: { ...groundStatuses, [ground]: status } });
            }}
          />
        ))}
      </Setting>
      <RecordName form={form} />
      <Setting managed={isFixed(form, 'recordNameRequired')}>
        <Check
          label={t('settings.recordNameRequired')}
          checked={form.settings.values.recordNameRequired}
          disabled={isFixed(form, 'recordNameRequired')}
          onChange={(recordNameRequired) => form.change({ recordNameRequired })}
        />
      </Setting>
    </section>
  );
}

function RecordName({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const stored = form.settings.values.recordName;
  const [text, setText] = useState(stored);
  useEffect(() => setText(stored), [stored]);
  return (
    <Setting managed={isFixed(form, 'recordName')} hint={t('settings.recordNameHint')}>
      <TextField
        label={t('settings.recordName')}
        value={text}
        disabled={isFixed(form, 'recordName')}
        onChange={(value) => setText(value.slice(0, 100))}
        onLeave={() => (text.trim() === stored ? undefined : form.change({ recordName: text.trim() }))}
      />
    </Setting>
  );
}
