/** The consent decision: what happened, the status that follows from it, and the proof in words. */

import type { Ref } from 'preact';
import type { WritableConsentStatus } from '../../../shared/consent.ts';
import { CONTACT_FIELD_MAX_CHARS } from '../../../shared/limits.ts';
import type { MessageKey } from '../../lib/i18n/index.ts';
import type { ConsentBasis } from '../../lib/settings/settings.ts';
import { RadioGroup } from '../choice.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { type FieldNote, SelectField, TextArea } from '../field.tsx';
import { useTranslation } from '../translation.tsx';

export const BASIS_KEYS = {
  asked: 'basis.asked',
  inquired: 'basis.inquired',
  client: 'basis.client',
  found: 'basis.found',
} as const satisfies Record<Exclude<ConsentBasis, 'other'>, MessageKey>;

const BASES = Object.keys(BASIS_KEYS) as (keyof typeof BASIS_KEYS)[];

/** Whether the description is longer than is taken at all. */
export function isTooLong({ description }: Pick<ConsentChoice, 'description'>): boolean {
  return description.length > CONTACT_FIELD_MAX_CHARS.consent_description;
}

export interface ConsentChoice {
  basis: ConsentBasis;
  status: WritableConsentStatus;
  description: string;
}

interface ConsentFieldsProps {
  choice: ConsentChoice;
  allowed: readonly WritableConsentStatus[];
  /** Language of the description: the contact's. */
  descriptionLanguage: string;
  descriptionNote: FieldNote | null;
  descriptionRef?: Ref<HTMLTextAreaElement>;
  onBasis: (basis: ConsentBasis) => void;
  onStatus: (status: WritableConsentStatus) => void;
  onDescription: (description: string) => void;
}

export function ConsentFields(props: ConsentFieldsProps) {
  const { t } = useTranslation();
  const { choice, allowed } = props;
  const note = isTooLong(choice)
    ? ({ tone: 'bad', text: t('consent.descriptionTooLong') } as const)
    : props.descriptionNote;
  return (
    <div class="stack">
      <RadioGroup
        legend={t('basis.legend')}
        columns={2}
        value={choice.basis === 'other' ? null : choice.basis}
        options={BASES.map((basis) => ({ value: basis, label: t(BASIS_KEYS[basis]) }))}
        onChange={props.onBasis}
      />
      {choice.basis === 'found' ? <p class="small soft">{t('basis.casl')}</p> : null}
      <SelectField
        label={t('consent.status')}
        value={choice.status}
        options={allowed.map((status) => ({ value: status, label: t(STATUS_KEYS[status]) }))}
        onChange={(value) => {
          const status = allowed.find((one) => one === value);
          if (status !== undefined) props.onStatus(status);
        }}
      />
      <TextArea
        label={t('consent.description')}
        value={choice.description}
        lang={props.descriptionLanguage}
        inputRef={props.descriptionRef}
        note={note}
        onChange={props.onDescription}
      />
    </div>
  );
}
