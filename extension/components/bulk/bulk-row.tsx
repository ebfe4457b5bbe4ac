/** One person in a bulk review: select, check, correct, and decide on consent. */
import type { WritableConsentStatus } from '../../../shared/consent.ts';
import type { ContactField } from '../../../shared/contact-fields.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { type FieldValues, fieldKey, lengthNote } from '../add/person-fields.tsx';
import { Check } from '../choice.tsx';
import { ConsentBadge } from '../consent-badge.tsx';
import { Email } from '../email.tsx';
import { TextField } from '../field.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';
import { type OwnConsent, RowConsent } from './row-consent.tsx';

export interface BulkRowProps {
  values: FieldValues;
  ticked: boolean;
  /** Null where the decision for all applies. */
  own: OwnConsent | null;
  allowed: readonly WritableConsentStatus[];
  /** The contact that Envoke already has; null when there is none, or when it is not known yet. */
  there: Contact | null;
  twice: boolean;
  wrongEmail: boolean;
  onTick: (ticked: boolean) => void;
  onField: (name: ContactField, value: string) => void;
  onStatus: (status: WritableConsentStatus | null) => void;
  onDay: (day: string) => void;
  onDescription: (description: string) => void;
}

const EDITABLE_FIELDS: readonly ContactField[] = ['email', 'first_name', 'last_name', 'title', 'company'];

export function BulkRowLine(props: BulkRowProps) {
  const { t } = useTranslation();
  const { values, there, twice, wrongEmail } = props;
  const name = displayName({ ...values });
  const work = [values.title, values.company].filter(Boolean).join(', ');
  const tooLong = EDITABLE_FIELDS.some((field) => lengthNote(field, values[field], t) !== null);
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
      {name === values.email ? null : (
        <span class="small soft bulk-email">
          <Email address={values.email} />
        </span>
      )}
      {work === '' ? null : <span class="small soft break bulk-note">{work}</span>}
      {there === null ? null : <span class="small bulk-note">{t('bulk.inEnvoke')}</span>}
      {twice ? <span class="small bulk-note field-note-warn">{t('bulk.twice')}</span> : null}
      {wrongEmail ? <span class="small bulk-note field-note-bad">{t('field.emailWrong')}</span> : null}
      {tooLong ? <span class="small bulk-note field-note-warn">{t('bulk.tooLong')}</span> : null}
      <details>
        <summary class="small">
          {t('bulk.fix')}
          <span class="hidden-text"> {name}</span>
        </summary>
        <div class="form-grid">
          {EDITABLE_FIELDS.map((field) => (
            <TextField
              key={field}
              label={t(fieldKey(field))}
              value={values[field]}
              note={lengthNote(field, values[field], t)}
              onChange={(value) => props.onField(field, value)}
            />
          ))}
          <RowConsent
            own={props.own}
            allowed={props.allowed}
            onStatus={props.onStatus}
            onDay={props.onDay}
            onDescription={props.onDescription}
          />
        </div>
      </details>
    </li>
  );
}
