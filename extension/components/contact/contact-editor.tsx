/** The fields of a contact, changed in place; only what differs is handed on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContactField } from '../../../shared/contact-fields.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { FIELD_KEYS, FieldGrid, type FieldValues } from '../add/person-fields.tsx';
import { Button } from '../button.tsx';
import { useTranslation } from '../translation.tsx';

const NAMES = Object.keys(FIELD_KEYS) as ContactField[];

type Values = Readonly<Record<string, string>>;

/** New values by field, with those the person saw. */
export interface FieldChanges {
  changes: Partial<Record<ContactField, string>>;
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

const shownValues = (values: Values, contact: Contact): FieldValues => ({ ...contact, ...values });

function changesOf(values: Values, contact: Contact): FieldChanges {
  const shown = shownValues(values, contact);
  const typed = (name: ContactField) => shown[name].trim();
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
      <FieldGrid
        names={NAMES}
        values={shownValues(values, contact)}
        onChange={(name, value) => change({ ...values, [name]: value })}
      />
      <div class="row stays">
        <Button weight="primary" type="submit">
          {t('contact.save')}
        </Button>
        <Button onClick={onCancel}>{t('shell.cancel')}</Button>
      </div>
    </form>
  );
}
