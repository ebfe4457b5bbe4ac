/** The values that a write would change: what was there, what is to be there, and what Envoke has where that is neither. */
import { Fragment } from 'preact';
import { CONTACT_FIELDS, type ContactField } from '../../../shared/contact-fields.ts';
import type { Translate } from '../../lib/i18n/index.ts';
import { failureOf, type OutboxItem } from '../../lib/outbox/outbox-item.ts';
import { fieldKey } from '../add/person-fields.tsx';
import { phoneWords } from '../phone-words.ts';
import { useTranslation } from '../translation.tsx';

function valueWords(field: ContactField, value: string, t: Translate): string {
  if (value === '') return t('outbox.noValue');
  if (field === 'phone') return phoneWords(value, t);
  if (field === 'language' && value === 'en') return t('field.languageEn');
  if (field === 'language' && value === 'fr') return t('field.languageFr');
  return value;
}

/** Nothing for a write that changes no field of a contact. */
export function ValueChanges({ item }: { item: OutboxItem }) {
  const { t } = useTranslation();
  const { operation } = item;
  if (operation.kind !== 'update') return null;
  const { changes, back } = operation;
  const failure = failureOf(item);
  const present = failure?.slug === 'contact-changed' ? failure.contact : null;
  const lines = CONTACT_FIELDS.flatMap((field) => {
    const to = changes[field];
    if (to === undefined) return [];
    const from = changes.seen?.[field] ?? back?.[field];
    const now = present !== null && present[field] !== from ? present[field] : null;
    return [{ field, from, to, now }];
  });
  if (lines.length === 0) return null;
  return (
    <dl class="facts small">
      {lines.map(({ field, from, to, now }) => {
        const words = (value: string) => valueWords(field, value, t);
        return (
          <Fragment key={field}>
            <dt>{t(fieldKey(field))}</dt>
            <dd class="break">
              {from === undefined ? words(to) : `${words(from)} → ${words(to)}`}
              {now === null ? null : (
                <div>
                  <span class="tone-warn">{t('outbox.nowInEnvoke', { value: words(now) })}</span>
                </div>
              )}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
