/** The fields of a contact, changed in place; only what differs is handed on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { FIELD_KEYS, type FieldName, lengthNote } from '../add/person-fields.tsx';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';

const NAMES = Object.keys(FIELD_KEYS) as FieldName[];
const WIDE: ReadonlySet<FieldName> = new Set<FieldName>([
  'email',
  'company',
  'address_1',
  'address_2',
  'website',
]);

type Values = Readonly<Record<string, string>>;

/** New values by field, with those the person saw. */
export interface FieldChanges {
  changes: Partial<Record<FieldName, string>>;
  seen: Record<string, string>;
}

interface ContactEditorProps {
  contact: Contact;
  /** New values by field that were typed before. */
  typed: Values;
  /** Called with all of them at every change. */
  onType: (values: Values) => void;
  onSave: (changes: FieldChanges) => void;
  onCancel: () => void;
}

const shownValue = (name: FieldName, values: Values, contact: Contact) => values[name] ?? contact[name];

function changesOf(values: Values, contact: Contact): FieldChanges {
  const typed = (name: FieldName) => shownValue(name, values, contact).trim();
  const changed = NAMES.filter((name) => typed(name) !== contact[name]);
  return {
    changes: Object.fromEntries(changed.map((name) => [name, typed(name)])),
    seen: Object.fromEntries(changed.map((name) => [name, contact[name]])),
  };
}

export function ContactEditor({ contact, typed, onType, onSave, onCancel }: ContactEditorProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState(typed);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
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
        onSave(changesOf(values, contact));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <Fields contact={contact} values={values} onChange={change} />
      <div class="row stays">
        <Button weight="primary" type="submit">
          {t('contact.save')}
        </Button>
        <Button onClick={onCancel}>{t('shell.cancel')}</Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  contact: Contact;
  values: Values;
  onChange: (values: Values) => void;
}

function Fields({ contact, values, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div class="form-grid">
      {NAMES.map((name) => (
        <TextField
          key={name}
          label={t(FIELD_KEYS[name])}
          value={shownValue(name, values, contact)}
          wide={WIDE.has(name)}
          note={lengthNote(name, shownValue(name, values, contact), t)}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </div>
  );
}
