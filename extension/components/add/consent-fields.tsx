/** The consent decision: the ground (what happened), the status that follows from it, and the proof in words. */

import { useState } from 'preact/hooks';
import { needsDescription } from '../../../shared/consent.ts';
import { type Condition, GROUND_RULES } from '../../../shared/consent-grounds.ts';
import { seenText } from '../../../shared/email-key.ts';
import type { MessageKey } from '../../lib/i18n/index.ts';
import type { ConsentBasis } from '../../lib/settings/settings.ts';
import { Button } from '../button.tsx';
import { Check, RadioGroup } from '../choice.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { type FieldNote, SelectField, TextArea } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { isDescriptionOverlong } from './field-limits.ts';
import { When, type WhenProps } from './ground-day.tsx';

export const BASIS_KEYS = {
  asked: 'basis.asked',
  inquired: 'basis.inquired',
  client: 'basis.client',
  found: 'basis.found',
  member: 'basis.member',
  'former-member': 'basis.formerMember',
  donor: 'basis.donor',
  published: 'basis.published',
  card: 'basis.card',
  other: 'basis.other',
} as const satisfies Record<ConsentBasis, MessageKey>;

/** In the order in which they are offered. */
export const BASES = Object.keys(BASIS_KEYS) as ConsentBasis[];
/** The grounds that have their own text and their own status. */
export const DESCRIBED_GROUNDS = BASES.filter((ground) => ground !== 'other');
/** These are shown at once; the others are under "More grounds". */
const FIRST_GROUNDS = 4;

interface ConsentFieldsProps extends WhenProps {
  choice: WhenProps['choice'] & { description: string; conditions: readonly Condition[] };
  hidden?: readonly ConsentBasis[];
  /** Somebody tried to save: what keeps the form from it is marked. */
  isTried?: boolean;
  /** Most used first. */
  usual?: readonly ConsentBasis[];
  /** The last choice, offered under one key; null when nothing was chosen yet. */
  last?: ConsentBasis | null;
  /** Language of the description: the contact's. */
  descriptionLanguage: string;
  descriptionNote: FieldNote | null;
  onBasis: (basis: ConsentBasis) => void;
  onCondition: (condition: Condition, on: boolean) => void;
  onDescription: (description: string) => void;
}

export function ConsentFields(props: ConsentFieldsProps) {
  return (
    <div class="stack">
      <ConsentGround {...props} />
      <ConsentRecord {...props} />
    </div>
  );
}

/** What happened, when, and what else it takes for it to count. */
export function ConsentGround(props: ConsentFieldsProps) {
  const { t } = useTranslation();
  const { basis, status } = props.choice;
  return (
    <div class="stack">
      <Grounds {...props} />
      {basis === 'found' && !needsDescription(status) ? <p class="small soft">{t('basis.casl')}</p> : null}
      {GROUND_RULES[basis].asksDay === null ? null : <When {...props} />}
      <Conditions {...props} />
    </div>
  );
}

/** What Envoke will hold of it: the status and the proof in words. */
export function ConsentRecord(props: ConsentFieldsProps) {
  const { t } = useTranslation();
  const { choice, allowed } = props;
  const isLacking = needsDescription(choice.status) && seenText(choice.description) === '';
  const note: FieldNote | null = isDescriptionOverlong(choice)
    ? { tone: 'bad', text: t('consent.descriptionTooLong') }
    : isLacking && props.descriptionNote?.tone !== 'bad'
      ? { text: t('consent.descriptionNeeded') }
      : props.descriptionNote;
  const isAllowed = allowed.includes(choice.status);
  // Also one that is not allowed: what the form holds is never shown as another status.
  const shown = isAllowed ? allowed : [choice.status, ...allowed];
  const refused = t('consent.notPermitted', { status: t(STATUS_KEYS[choice.status]) });
  return (
    <div class="stack">
      <SelectField
        label={t('consent.status')}
        value={choice.status}
        options={shown.map((status) => ({ value: status, label: t(STATUS_KEYS[status]) }))}
        note={isAllowed ? null : { text: refused, ...(props.isTried ? { tone: 'bad' } : {}) }}
        onChange={(value) => {
          const status = allowed.find((one) => one === value);
          if (status !== undefined) props.onStatus(status);
        }}
      />
      <TextArea
        label={t('consent.description')}
        value={choice.description}
        lang={props.descriptionLanguage}
        note={note}
        onChange={props.onDescription}
      />
    </div>
  );
}

/**
 * The grounds, those used most first; no ground is carried over from the last person. The one that is chosen when the
 * form opens is always among the first, so that the others stay closed.
 */
function Grounds({ choice, hidden = [], usual = [], last = null, onBasis }: ConsentFieldsProps) {
  const { t } = useTranslation();
  const [atFirst] = useState(choice.basis);
  // What a form rests on, or was saved with, stays in sight, also where it is not offered any more.
  const isOffered = (basis: ConsentBasis) =>
    !hidden.includes(basis) || ([atFirst, choice.basis].includes(basis) && basis !== 'other');
  const byUse = [...new Set([...usual, ...BASES])].filter(isOffered);
  if (byUse.length === 0) return <p class="small soft">{t('basis.none')}</p>;
  const place = byUse.indexOf(atFirst);
  const offered =
    place < FIRST_GROUNDS ? byUse : byUse.toSpliced(place, 1).toSpliced(FIRST_GROUNDS - 1, 0, atFirst);
  const options = offered.map((basis) => ({ value: basis, label: t(BASIS_KEYS[basis]) }));
  const chosen = choice.basis;
  const [first, more] = [options.slice(0, FIRST_GROUNDS), options.slice(FIRST_GROUNDS)];
  const isAmongMore = more.some(({ value }) => value === chosen);
  return (
    <div class="stack-tight">
      <RadioGroup legend={t('basis.legend')} columns={2} value={chosen} options={first} onChange={onBasis} />
      {last === null || last === chosen || !offered.includes(last) ? null : (
        <Button weight="quiet" onClick={() => onBasis(last)}>
          {t('basis.sameAsLast', { ground: t(BASIS_KEYS[last]) })}
        </Button>
      )}
      {more.length === 0 ? null : (
        <details open={isAmongMore}>
          <summary class="small">{t('basis.more')}</summary>
          <RadioGroup hideLegend legend={t('basis.more')} value={chosen} options={more} onChange={onBasis} />
        </details>
      )}
    </div>
  );
}

function Conditions({ choice, problem, onCondition }: ConsentFieldsProps) {
  const { t } = useTranslation();
  const { conditions } = GROUND_RULES[choice.basis];
  if (conditions.length === 0) return null;
  return (
    <div class="stack-tight">
      {conditions.map((condition) => (
        <Check
          key={condition}
          label={t(CONDITION_KEYS[condition])}
          checked={choice.conditions.includes(condition)}
          invalid={problem === 'conditions' && !choice.conditions.includes(condition)}
          onChange={(on) => onCondition(condition, on)}
        />
      ))}
      {problem === 'conditions' ? (
        <span class="field-note field-note-bad" role="alert">
          {t('condition.needed')}
        </span>
      ) : null}
    </div>
  );
}

export const CONDITION_KEYS = {
  'no-refusal-note': 'condition.noRefusalNote',
  'about-role': 'condition.aboutRole',
} as const satisfies Record<Condition, MessageKey>;
