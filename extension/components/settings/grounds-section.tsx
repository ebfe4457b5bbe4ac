/** The grounds of consent as this organisation set them, and who answers for what is written. */
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { GROUND_RULES, GROUNDS, mayGive } from '../../../shared/consent-grounds.ts';
import { BASES, BASIS_KEYS, DESCRIBED_GROUNDS } from '../add/consent-fields.tsx';
import { Check } from '../choice.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { SelectField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { RecordName } from './record-name.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';
import { SomeChips } from './some-chips.tsx';

export function GroundsSection({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const { hiddenGrounds, groundStatuses, allowedConsentStatuses } = form.settings.values;
  const offered = BASES.filter((ground) => !hiddenGrounds.includes(ground));
  return (
    <section class="card">
      <h2>{t('settings.grounds')}</h2>
      <Setting managed={isFixed(form, 'hiddenGrounds')}>
        <SomeChips
          label={t('settings.offeredGrounds')}
          options={BASES.map((value) => ({ value, label: t(BASIS_KEYS[value]) }))}
          chosen={offered}
          disabled={isFixed(form, 'hiddenGrounds')}
          onChange={(next) =>
            form.change({ hiddenGrounds: GROUNDS.filter((ground) => !next.includes(ground)) })
          }
        />
      </Setting>
      <Setting managed={isFixed(form, 'groundStatuses')} hint={t('settings.groundStatusesHint')}>
        {DESCRIBED_GROUNDS.map((ground) => {
          const present = groundStatuses[ground] ?? GROUND_RULES[ground].status;
          // Also one that is not allowed any more: it is why the forms do not offer the ground.
          const shown = WRITABLE_CONSENT_STATUSES.filter(
            (status) =>
              status === present || (allowedConsentStatuses.includes(status) && mayGive(ground, status)),
          );
          return (
            <SelectField
              key={ground}
              label={t(BASIS_KEYS[ground])}
              value={present ?? ''}
              disabled={isFixed(form, 'groundStatuses')}
              options={shown.map((value) => ({ value, label: t(STATUS_KEYS[value]) }))}
              onChange={(value) => {
                const status = shown.find((one) => one === value);
                if (status !== undefined)
                  form.change({ groundStatuses: { ...groundStatuses, [ground]: status } });
              }}
            />
          );
        })}
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
