/**
 * The fields of a person: the main ones, and the others behind one click. The limits are Envoke's; for a longer value,
 * Envoke decides.
 */
import { type ContactField, PERSON_FIELDS } from '../../../shared/contact-fields.ts';
import { CONTACT_FIELD_MAX_CHARS } from '../../../shared/limits.ts';
import type { Translate } from '../../lib/i18n/index.ts';
import type { FieldNote } from '../field.tsx';
import { SelectField, TextField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';

/** What a field is called. */
export function fieldKey(name: ContactField): `field.${ContactField}` {
  return `field.${name}`;
}

export type FieldValues = Readonly<Record<ContactField, string>>;

const MAIN: readonly ContactField[] = ['first_name', 'last_name', 'company', 'title'];
const MORE = PERSON_FIELDS.filter((name) => !MAIN.includes(name));
const WIDE: ReadonlySet<ContactField> = new Set(['email', 'address_1', 'address_2', 'website']);

/** A warning where Envoke may cut or refuse the value; null where there is none. */
export function lengthNote(name: ContactField, value: string, t: Translate): FieldNote | null {
  const max = CONTACT_FIELD_MAX_CHARS[name];
  return value.length > max
    ? { tone: 'warn', text: t('field.tooLong', { max, length: value.length }) }
    : null;
}

interface PersonFieldsProps {
  values: FieldValues;
  onChange: (name: ContactField, value: string) => void;
}

/** One control for each field, with a warning under a value that is too long. */
export function FieldGrid({
  names,
  values,
  onChange,
}: PersonFieldsProps & { names: readonly ContactField[] }) {
  const { t } = useTranslation();
  return (
    <div class="form-grid">
      {names.map((name) => {
        const field = {
          label: t(fieldKey(name)),
          value: values[name],
          note: lengthNote(name, values[name], t),
          onChange: (value: string) => onChange(name, value),
        };
        return name === 'language' ? (
          <LanguageField key={name} {...field} />
        ) : (
          <TextField key={name} {...field} wide={WIDE.has(name)} />
        );
      })}
    </div>
  );
}

/** English or French; another value from Envoke stays as it is until somebody chooses. */
function LanguageField(
  field: Pick<Parameters<typeof SelectField>[0], 'label' | 'value' | 'note' | 'onChange'>,
) {
  const { t } = useTranslation();
  const options = [
    { value: '', label: t('field.languageNone') },
    { value: 'en', label: t('field.languageEn') },
    { value: 'fr', label: t('field.languageFr') },
  ];
  const isOffered = options.some(({ value }) => value === field.value);
  return (
    <SelectField
      {...field}
      options={isOffered ? options : [...options, { value: field.value, label: field.value }]}
    />
  );
}

export function MainFields(props: PersonFieldsProps) {
  return <FieldGrid names={MAIN} {...props} />;
}

/** The group is closed at first and shows how many fields are filled in: consent matters more than a postal code. */
export function MoreFields(props: PersonFieldsProps) {
  const { t } = useTranslation();
  const filled = MORE.filter((name) => props.values[name] !== '').length;
  return (
    <details>
      <summary>
        {t('add.moreFields')}
        {filled === 0 ? null : <span class="soft small"> {t('add.filledFields', { count: filled })}</span>}
      </summary>
      <FieldGrid names={MORE} {...props} />
    </details>
  );
}
