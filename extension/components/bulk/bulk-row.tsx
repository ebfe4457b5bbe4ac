/** One person in the review of many: tick, look, fix, decide. */
import type { WritableConsentStatus } from '../../../shared/consent.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { FIELD_KEYS, type FieldName, type FieldValues } from '../add/person-fields.tsx';
import { Check } from '../choice.tsx';
import { ConsentBadge } from '../consent-badge.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { SelectField, TextField } from '../field.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';

export interface BulkRowProps {
  values: FieldValues;
  ticked: boolean;
  ownStatus: WritableConsentStatus | null;
  allowed: readonly WritableConsentStatus[];
  /** Who is there already; null when nobody, or not known yet. */
  there: Contact | null;
  twice: boolean;
  wrongEmail: boolean;
  onTick: (ticked: boolean) => void;
  onField: (name: FieldName, value: string) => void;
  onStatus: (status: WritableConsentStatus | null) => void;
}

const FIXED: readonly FieldName[] = ['email', 'first_name', 'last_name', 'company'];

export function BulkRowLine(props: BulkRowProps) {
  const { t } = useTranslation();
  const { values, there, twice, wrongEmail } = props;
  const name = displayName({ ...values });
  return (
    <li>
      <div class="row row-spread">
        <Check
          label={name === '' ? t('bulk.noName') : name}
          checked={props.ticked && there === null && !twice && !wrongEmail}
          disabled={there !== null || twice || wrongEmail}
          onChange={props.onTick}
        />
        {there === null ? null : <ConsentBadge consent={there.consent} />}
      </div>
      <span class="small soft break bulk-email">{name === values.email ? '' : values.email}</span>
      {there === null ? null : <span class="small bulk-note">{t('bulk.inEnvoke')}</span>}
      {twice ? <span class="small bulk-note field-note-warn">{t('bulk.twice')}</span> : null}
      {wrongEmail ? <span class="small bulk-note field-note-bad">{t('field.emailWrong')}</span> : null}
      <details>
        <summary class="small">{t('bulk.fix')}</summary>
        <div class="form-grid">
          {FIXED.map((field) => (
            <TextField
              key={field}
              label={t(FIELD_KEYS[field])}
              value={values[field]}
              onChange={(value) => props.onField(field, value)}
            />
          ))}
          <SelectField
            wide
            label={t('bulk.ownStatus')}
            value={props.ownStatus ?? ''}
            options={[
              { value: '', label: t('bulk.asAll') },
              ...props.allowed.map((status) => ({ value: status, label: t(STATUS_KEYS[status]) })),
            ]}
            onChange={(value) => props.onStatus(props.allowed.find((one) => one === value) ?? null)}
          />
        </div>
      </details>
    </li>
  );
}
