/** Settings for the values that the add form starts with. */
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { type KnownLists, knownListsItem } from '../../lib/memory/lists-item.ts';
import { BASES, BASIS_KEYS } from '../add/consent-fields.tsx';
import { UnknownTags } from '../add/unknown-tags.tsx';
import { RadioGroup } from '../choice.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { SelectField, TextField } from '../field.tsx';
import { findTags } from '../interest-name.ts';
import { useTranslation } from '../translation.tsx';
import { useWatched } from '../use-watched.ts';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';
import { SomeChips } from './some-chips.tsx';
import { useTypedSetting } from './use-typed-setting.ts';

export function AddingSection({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const { values } = form.settings;
  const allowed = values.allowedConsentStatuses;
  const options = allowed.map((value) => ({ value: value as string, label: t(STATUS_KEYS[value]) }));
  if (!allowed.includes(values.defaultConsentStatus))
    options.unshift({ value: values.defaultConsentStatus, label: t('settings.defaultStatusNone') });
  return (
    <section class="card">
      <h2>{t('settings.adding')}</h2>
      <Setting managed={isFixed(form, 'defaultBasis')} hint={t('settings.defaultBasisHint')}>
        <RadioGroup
          legend={t('settings.defaultBasis')}
          columns={2}
          value={values.defaultBasis}
          disabled={isFixed(form, 'defaultBasis')}
          options={BASES.map((value) => ({ value, label: t(BASIS_KEYS[value]) }))}
          onChange={(defaultBasis) => form.change({ defaultBasis })}
        />
      </Setting>
      <Setting managed={isFixed(form, 'defaultConsentStatus')}>
        <SelectField
          label={t('settings.defaultStatus')}
          value={values.defaultConsentStatus}
          disabled={isFixed(form, 'defaultConsentStatus')}
          options={options}
          onChange={(value) => {
            const defaultConsentStatus = allowed.find((one) => one === value);
            if (defaultConsentStatus !== undefined) form.change({ defaultConsentStatus });
          }}
        />
      </Setting>
      <AllowedStatuses form={form} />
      <DefaultTags form={form} />
    </section>
  );
}

/** The statuses that the forms offer: in Envoke's order, and at least one. */
function AllowedStatuses({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  return (
    <Setting managed={isFixed(form, 'allowedConsentStatuses')}>
      <SomeChips
        label={t('settings.allowedStatuses')}
        options={WRITABLE_CONSENT_STATUSES.map((value) => ({ value, label: t(STATUS_KEYS[value]) }))}
        chosen={form.settings.values.allowedConsentStatuses}
        disabled={isFixed(form, 'allowedConsentStatuses')}
        onChange={(allowedConsentStatuses) => form.change({ allowedConsentStatuses })}
      />
    </Setting>
  );
}

const NO_LISTS = {};

/** Tags by any of their names: each account's form looks them up. Those that no account of this browser has are said. */
function DefaultTags({ form }: { form: SettingForm }) {
  const { t } = useTranslation();
  const lists = Object.values(useWatched<Readonly<Record<string, KnownLists>>>(NO_LISTS, knownListsItem));
  const offered = lists.flatMap(({ lists: { interests } }) => interests);
  const unknown = offered.length === 0 ? [] : findTags(form.settings.values.defaultTags, offered).unknown;
  const typed = useTypedSetting(form, {
    show: ({ defaultTags }) => defaultTags.join(', '),
    read: (text) => ({
      defaultTags: text
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    }),
  });
  return (
    <Setting managed={isFixed(form, 'defaultTags')} hint={t('settings.defaultTagsHint')}>
      <TextField {...typed} label={t('settings.defaultTags')} disabled={isFixed(form, 'defaultTags')} />
      <UnknownTags names={unknown} />
    </Setting>
  );
}
