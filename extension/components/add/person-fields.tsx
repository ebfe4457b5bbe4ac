/** The fields of a person: the main ones, and the others behind one click. */
import { type ComponentChildren, Fragment } from 'preact';
import { type ContactField, PERSON_FIELDS } from '../../../shared/contact-fields.ts';
import type { FieldNote } from '../field.tsx';
import { SelectField, TextField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { lengthNote } from './field-limits.ts';

/** What a field is called. */
export function fieldKey(name: ContactField): `field.${ContactField}` {
  return `field.${name}`;
}

export type FieldValues = Readonly<Record<ContactField, string>>;

const MAIN: readonly ContactField[] = ['first_name', 'last_name', 'company', 'title'];
const MORE = PERSON_FIELDS.filter((name) => !MAIN.includes(name));
/** Half of the width would cut what usually stands in these. */
const WIDE: ReadonlySet<ContactField> = new Set([
  'email',
  'company',
  'title',
  'address_1',
  'address_2',
  'website',
]);

interface PersonFieldsProps {
  values: FieldValues;
  onChange: (name: ContactField, value: string) => void;
}

interface FieldGridProps extends PersonFieldsProps {
  names: readonly ContactField[];
  /** The note under a field; without it, one where the value is too long. */
  noteOf?: (name: ContactField) => FieldNote | null;
  /** What stands under a field and its note. */
  below?: (name: ContactField) => ComponentChildren;
}

/** One control for each field, with what is wrong with its value. */
export function FieldGrid({ names, values, onChange, noteOf, below }: FieldGridProps) {
  const { t } = useTranslation();
  return (
    <div class="form-grid">
      {names.map((name) => {
        const field = {
          label: t(fieldKey(name)),
          value: values[name],
          note: noteOf === undefined ? lengthNote(name, values[name], t) : noteOf(name),
          onChange: (value: string) => onChange(name, value),
        };
        return (
          <Fragment key={name}>
            {name === 'language' ? (
              <LanguageField {...field} />
            ) : (
              <TextField {...field} keyboard={name === 'email' ? 'email' : 'text'} wide={WIDE.has(name)} />
            )}
            {below?.(name)}
          </Fragment>
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
