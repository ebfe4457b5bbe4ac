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

/** New values by field, with those the person saw. */
export interface FieldChanges {
  changes: Partial<Record<FieldName, string>>;
  seen: Record<string, string>;
}

interface ContactEditorProps {
  contact: Contact;
  /** New values by field that were typed before. */
  typed: Readonly<Record<string, string>>;
  /** Called with all of them at every change. */
  onType: (values: Readonly<Record<string, string>>) => void;
  onSave: (changes: FieldChanges) => void;
  onCancel: () => void;
}

export function ContactEditor({ contact, typed, onType, onSave, onCancel }: ContactEditorProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState(typed);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const currentValue = (name: FieldName) => values[name] ?? contact[name];
  const save = () => {
    const changed = NAMES.filter((name) => currentValue(name).trim() !== contact[name]);
    onSave({
      changes: Object.fromEntries(changed.map((name) => [name, currentValue(name).trim()])),
      seen: Object.fromEntries(changed.map((name) => [name, contact[name]])),
    });
  };
  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <div class="form-grid">
        {NAMES.map((name) => (
          <TextField
            key={name}
            label={t(FIELD_KEYS[name])}
            value={currentValue(name)}
            wide={WIDE.has(name)}
            note={lengthNote(name, currentValue(name), t)}
            onChange={(value) => {
              const next = { ...values, [name]: value };
              setValues(next);
              onType(next);
            }}
          />
        ))}
      </div>
      <div class="row stays">
        <Button weight="primary" type="submit">
          {t('contact.save')}
        </Button>
        <Button onClick={onCancel}>{t('shell.cancel')}</Button>
      </div>
    </form>
  );
}
