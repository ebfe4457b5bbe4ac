/** Why a write was refused: in our words where we have them, in Envoke's where we do not. */
import { CONTACT_FIELDS, type ContactField } from '../../../shared/contact-fields.ts';
import { CONTACT_FIELD_MAX_CHARS } from '../../../shared/limits.ts';
import { failureOf, type OutboxItem, type OutboxOperation } from '../../lib/outbox/outbox-item.ts';
import { fieldKey } from '../add/person-fields.tsx';
import { EnvokeAnswer } from '../envoke-answer.tsx';
import { RequestId } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';
import { failureWords } from './failure-words.ts';

interface TooLong {
  field: ContactField;
  max: number;
  length: number;
}

/** The fields of a write that are longer than Envoke takes. */
function tooLongOf(operation: OutboxOperation): TooLong[] {
  if (operation.kind === 'interests' || operation.kind === 'unsubscribe') return [];
  const values = operation.kind === 'create' ? operation.draft : operation.changes;
  return CONTACT_FIELDS.flatMap((field) => {
    const [max, length] = [CONTACT_FIELD_MAX_CHARS[field], values[field]?.length ?? 0];
    return length > max ? [{ field, max, length }] : [];
  });
}

/** Envoke names a field as it is on the wire. */
const isAbout = (sentence: string, { field }: TooLong) => new RegExp(`\\b${field}\\b`, 'i').test(sentence);

/** Nothing where nothing failed. */
export function OutboxFailure({ item }: { item: OutboxItem }) {
  const { t, language } = useTranslation();
  const failure = failureOf(item);
  if (failure === null) return null;
  const tooLong = failure.slug === 'contact-rejected' ? tooLongOf(item.operation) : [];
  const unsaid = failure.envokeErrors.filter((sentence) => !tooLong.some((one) => isAbout(sentence, one)));
  return (
    <div class="small">
      <p>{failureWords(item, failure, { t, language })}</p>
      {tooLong.map(({ field, ...counts }) => (
        <p key={field}>{t('outbox.fieldTooLong', { field: t(fieldKey(field)), ...counts })}</p>
      ))}
      <EnvokeAnswer sentences={unsaid} />
      <RequestId id={failure.requestId} />
    </div>
  );
}
