/** One person in a bulk review: select, check, correct, and decide on consent. */
import { useRef } from 'preact/hooks';
import type { WritableConsentStatus } from '../../../shared/consent.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../shared/contact-fields.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { isDescriptionOverlong, lengthNote, overlongFields } from '../add/field-limits.ts';
import { FieldGrid, type FieldValues, fieldKey } from '../add/person-fields.tsx';
import { Button } from '../button.tsx';
import { Check } from '../choice.tsx';
import { ConsentBadge } from '../consent-badge.tsx';
import { Email } from '../email.tsx';
import type { FieldNote } from '../field.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';
import { type OwnConsent, RowConsent } from './row-consent.tsx';

export interface BulkRowProps {
  values: FieldValues;
  ticked: boolean;
  /** Null where the decision for all applies. */
  own: OwnConsent | null;
  /** False where the person's own answer is no yes. */
  mayFollowAll: boolean;
  allowed: readonly WritableConsentStatus[];
  /** The contact that Envoke already has; null when there is none, or when it is not known yet. */
  there: Contact | null;
  /** Envoke may send to this contact, and the answer here is not a yes. */
  isUnrecordedNo: boolean;
  /** What waits for Envoke about this address, so that nobody is added; null for nothing. */
  waits: 'add' | 'unsubscribing' | null;
  twice: boolean;
  wrongEmail: boolean;
  /** For each field that was corrected here: how many others still have the value that was too long. */
  sameElsewhere?: ReadonlyMap<ContactField, number>;
  /** Gives the value of this field to those others. */
  onCorrectOthers?: (name: ContactField) => void;
  onTick: (ticked: boolean) => void;
  onField: (name: ContactField, value: string) => void;
  onStatus: (status: WritableConsentStatus | null) => void;
  onDay: (day: string) => void;
  onDescription: (description: string) => void;
}

/** Shown for everybody; other fields where something was read into them, since Envoke will store that too. */
const USUAL_FIELDS = ['email', 'first_name', 'last_name', 'title', 'company', 'phone'] as const;

export function BulkRowLine(props: BulkRowProps) {
  const { t } = useTranslation();
  const { values, there, waits, twice, wrongEmail } = props;
  const name = displayName({ ...values });
  const work = [values.title, values.company].filter(Boolean).join(', ');
  const isStopped = there !== null || waits !== null || twice || wrongEmail;
  const isSent = props.ticked && !isStopped;
  return (
    <li>
      <div class="row row-spread">
        <Check
          label={name === '' ? t('bulk.noName') : name}
          checked={isSent}
          disabled={isStopped}
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
      {waits === 'add' ? <span class="small bulk-note">{t('bulk.waits')}</span> : null}
      {waits === 'unsubscribing' ? (
        <span class="small bulk-note field-note-bad">{t('bulk.unsubscribing')}</span>
      ) : null}
      {props.isUnrecordedNo ? (
        <span class="small bulk-note field-note-bad">{t('bulk.noUnrecorded')}</span>
      ) : null}
      {twice ? <span class="small bulk-note field-note-warn">{t('bulk.twice')}</span> : null}
      {wrongEmail ? <span class="small bulk-note field-note-bad">{t('field.emailWrong')}</span> : null}
      <TooLong {...props} isSent={isSent} />
      <details>
        <summary class="small">
          {t('bulk.fix')}
          <span class="hidden-text"> {name}</span>
        </summary>
        <div class="stack">
          <RowFields {...props} isSent={isSent} />
          <div class="form-grid">
            <RowConsent
              own={props.own}
              mayFollowAll={props.mayFollowAll}
              allowed={props.allowed}
              onStatus={props.onStatus}
              onDay={props.onDay}
              onDescription={props.onDescription}
            />
          </div>
        </div>
      </details>
    </li>
  );
}

/** In a row that is not sent nothing has to be corrected: there it is only a hint. */
interface SentProps extends BulkRowProps {
  isSent: boolean;
}

/** Names what is too long, so that a closed row says where to look. */
function TooLong({ values, own, isSent }: SentProps) {
  const { t } = useTranslation();
  const names = overlongFields(values).map((field) => t(fieldKey(field)));
  if (own !== null && isDescriptionOverlong(own)) names.push(t('consent.description'));
  if (names.length === 0) return null;
  return (
    <span class={`small bulk-note field-note-${isSent ? 'bad' : 'warn'}`}>
      {t('bulk.tooLong', { fields: names.join(', ') })}
    </span>
  );
}

/** A field that was emptied stays: it would otherwise vanish under the person who types. */
function useShownFields(values: FieldValues): readonly ContactField[] {
  const shown = useRef(new Set<ContactField>(USUAL_FIELDS)).current;
  for (const name of CONTACT_FIELDS) if (values[name] !== '') shown.add(name);
  return CONTACT_FIELDS.filter((name) => shown.has(name));
}

function RowFields({ values, isSent, sameElsewhere, onField, onCorrectOthers }: SentProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const names = useShownFields(values);
  const noteOf = (name: ContactField): FieldNote | null => {
    const note = lengthNote(name, values[name], t);
    return note === null || isSent ? note : { ...note, tone: 'warn' };
  };
  const correct = (name: ContactField) => {
    // The button goes away with its reason; the focus stays in the row.
    root.current?.closest('details')?.querySelector('summary')?.focus();
    onCorrectOthers?.(name);
  };
  const below = (name: ContactField) => {
    const count = sameElsewhere?.get(name);
    return count === undefined ? null : (
      <div class="field-wide">
        <Button weight="outline" onClick={() => correct(name)}>
          {t('bulk.correctOthers', { count, field: t(fieldKey(name)) })}
        </Button>
      </div>
    );
  };
  return (
    <div ref={root}>
      <FieldGrid names={names} values={values} noteOf={noteOf} below={below} onChange={onField} />
    </div>
  );
}
