/** What each column of a list is read as, with a sample of its values; the person can correct it. */
import type { Lists } from '../../../shared/schemas/contact.ts';
import type { ColumnUse, RegistrationList } from '../../lib/capture/registration-list.ts';
import type { MessageKey } from '../../lib/i18n/index.ts';
import { fieldKey } from '../add/person-fields.tsx';
import { Email } from '../email.tsx';
import { SelectField } from '../field.tsx';
import { interestName } from '../interest-name.ts';
import { useTranslation } from '../translation.tsx';

type Held = Extract<NonNullable<ColumnUse>, { holds: unknown }>['holds'];

/** In the order shown; a column with any other content is shown as not used. */
const HOLDS = {
  email: fieldKey('email'),
  name: 'list.name',
  first_name: fieldKey('first_name'),
  last_name: fieldKey('last_name'),
  company: fieldKey('company'),
  title: fieldKey('title'),
  phone: fieldKey('phone'),
  contact: 'list.contact',
  address: fieldKey('address_1'),
  city: fieldKey('city'),
  province: fieldKey('province'),
  postal_code: fieldKey('postal_code'),
  country: fieldKey('country'),
  website: fieldKey('website'),
  language: fieldKey('language'),
  consent: 'list.consent',
  consent_day: 'list.consentDay',
  submitted: 'list.submitted',
} as const satisfies Partial<Record<Held, MessageKey>>;

const isOffered = (held: string): held is keyof typeof HOLDS => Object.hasOwn(HOLDS, held);
const TAGS = 'tags:';
const SAMPLE_MAX_CHARS = 40;

/**
 * An address is taken from a column of which nothing is known, and a number from one with mobile phones: such a column is
 * never shown as not used.
 */
function choiceOf(use: ColumnUse, cell: string): string {
  if (use === null) return cell.includes('@') ? 'contact' : '';
  if ('tags' in use) return TAGS + use.tags;
  if (use.holds === 'mobile') return 'phone';
  return isOffered(use.holds) ? use.holds : '';
}

function useOf(value: string): ColumnUse {
  if (value.startsWith(TAGS)) return { tags: value.slice(TAGS.length) };
  // Not null: from a column of which nothing is known, an address would still be taken.
  return { holds: isOffered(value) ? value : 'other' };
}

/** A cell without the marks that reading it puts around addresses and between its lines. */
const asWritten = (cell: string) => cell.replace(/<([^<>\s]+@[^<>\s]+)>/g, '$1').replaceAll(' | ', ', ');

interface ListColumnsProps {
  list: RegistrationList;
  interests: Lists['interests'];
  onUse: (column: number, use: ColumnUse) => void;
}

export function ListColumns({ list, interests, onUse }: ListColumnsProps) {
  const { t, language } = useTranslation();
  const options = [
    { value: '', label: t('list.unused') },
    ...Object.entries(HOLDS).map(([value, key]) => ({ value, label: t(key) })),
    ...interests.map((one) => ({
      value: TAGS + one.name,
      label: t(one.kind === 'subscription' ? 'list.subscription' : 'list.tag', {
        name: interestName(one, language),
      }),
    })),
  ];
  const sample = (at: number) => list.rows.map((cells) => cells[at] ?? '').find((cell) => cell !== '') ?? '';
  const short = (cell: string) => {
    const words = asWritten(cell);
    return words.length > SAMPLE_MAX_CHARS ? `${words.slice(0, SAMPLE_MAX_CHARS)}…` : words;
  };
  return (
    <details>
      <summary>{t('list.columns', { count: list.columns.length })}</summary>
      <div class="stack">
        <p class="small soft">{t('list.columnsHint')}</p>
        <div class="form-grid">
          {list.columns.map(({ label, use }, at) => (
            <SelectField
              key={at}
              label={label === '' ? t('list.column', { number: at + 1 }) : label}
              wide
              value={choiceOf(use, sample(at))}
              options={options}
              note={{ text: <Sample cell={short(sample(at))} /> }}
              onChange={(value) => onUse(at, useOf(value))}
            />
          ))}
        </div>
      </div>
    </details>
  );
}

function Sample({ cell }: { cell: string }) {
  return /^\S+@\S+$/.test(cell) ? <Email address={cell} /> : cell;
}
