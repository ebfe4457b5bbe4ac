/** Edits the fields of a contact in place; only changed values are handed on. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { needsDescription } from '../../../shared/consent.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../shared/contact-fields.ts';
import { readEmail } from '../../../shared/email-address.ts';
import { isSameEmail } from '../../../shared/email-key.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { lengthNote } from '../add/field-limits.ts';
import { FieldGrid, type FieldValues } from '../add/person-fields.tsx';
import { useBarHeight } from '../bar-height.ts';
import { Button } from '../button.tsx';
import { RadioGroup } from '../choice.tsx';
import { CONFIRM_SHORTCUT, confirmKeys } from '../confirm-keys.ts';
import { EMAIL_FAULT_KEYS } from '../email-words.ts';
import type { FieldNote } from '../field.tsx';
import { useFaultFocus } from '../first-fault.ts';
import { useTranslation } from '../translation.tsx';

type Values = Readonly<Record<string, string>>;

/** New values by field, with the old values that the person saw. */
export interface FieldChanges {
  changes: Partial<Record<ContactField, string>>;
  seen: Record<string, string>;
  /** Whose address the new one is: this decides whether consent moves with it. Null where it makes no difference. */
  owner: AddressOwner | null;
}

export type AddressOwner = 'same' | 'other';

interface ContactEditorProps {
  contact: Contact;
  /** New values by field that were typed before. */
  typed: Values;
  /** Called with all of them at every change. */
  onType: (values: Values) => void;
  onSave: (changes: FieldChanges) => void;
  onCancel: () => void;
}

const shownValues = (values: Values, contact: Contact): FieldValues => ({ ...contact, ...values });

function changesOf(values: Values, contact: Contact): Omit<FieldChanges, 'owner'> {
  const shown = shownValues(values, contact);
  const reading = readEmail(shown.email);
  const typed = (name: ContactField) =>
    name === 'email' && reading.ok && shown.email !== contact.email ? reading.email : shown[name].trim();
  const changed = CONTACT_FIELDS.filter((name) => typed(name) !== contact[name]);
  return {
    changes: Object.fromEntries(changed.map((name) => [name, typed(name)])),
    seen: Object.fromEntries(changed.map((name) => [name, contact[name]])),
  };
}

/** Another address may belong to another person, who has not given the consent that the contact has now. */
function takesConsentAlong(values: Values, { email, consent }: Contact): boolean {
  const typed = values.email ?? email;
  return needsDescription(consent.status) && readEmail(typed).ok && !isSameEmail(typed, email);
}

export function ContactEditor({ contact, typed, onType, onSave, onCancel }: ContactEditorProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState(typed);
  const [owner, setOwner] = useState<AddressOwner | null>(null);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  useBarHeight(foot, '--foot');
  const shown = shownValues(values, contact);
  const asksOwner = takesConsentAlong(values, contact);
  const showFault = useFaultFocus(form);
  const reading = readEmail(shown.email);
  /** What is wrong with a new value: old ones are as Envoke has them. An address is judged once somebody saves. */
  const noteOf = (name: ContactField, isJudged: boolean): FieldNote | null => {
    if (shown[name] === contact[name]) return null;
    if (name === 'email' && isJudged && !reading.ok)
      return { tone: 'bad', text: t(EMAIL_FAULT_KEYS[reading.fault]) };
    return lengthNote(name, shown[name], t);
  };
  const save = () => {
    setTried(true);
    const isAtFault = CONTACT_FIELDS.some((name) => noteOf(name, true) !== null);
    if (isAtFault || (asksOwner && owner === null)) return showFault();
    onSave({ ...changesOf(values, contact), owner: asksOwner ? owner : null });
  };
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const change = (next: Values) => {
    setValues(next);
    onType(next);
  };
  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={confirmKeys(save)}
    >
      <FieldGrid
        names={CONTACT_FIELDS}
        values={shown}
        noteOf={(name) => noteOf(name, tried)}
        onChange={(name, value) => change({ ...values, [name]: value })}
      />
      {asksOwner ? (
        <RadioGroup
          legend={t('owner.legend')}
          value={owner}
          options={[
            { value: 'same', label: t('owner.same') },
            { value: 'other', label: t('owner.other') },
          ]}
          fault={tried && owner === null ? t('owner.needed') : null}
          onChange={setOwner}
        />
      ) : null}
      <div class="row stays" ref={foot}>
        <Button weight="primary" type="submit" shortcut={CONFIRM_SHORTCUT}>
          {t('contact.save')}
        </Button>
        <Button onClick={onCancel}>{t('shell.cancel')}</Button>
      </div>
    </form>
  );
}
