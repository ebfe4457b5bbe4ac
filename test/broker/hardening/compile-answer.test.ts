/** An answer about contacts has only the members that its schema lists, whatever object it was made from. */
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { compileAnswer } from '../../../broker/plugins/compile-answer.ts';
import { NO_PERSON } from '../../../shared/contact-fields.ts';
import {
  type Contact,
  ContactSchema,
  type ContactsPage,
  ContactsPageSchema,
  type LookupAnswer,
  LookupAnswerSchema,
} from '../../../shared/schemas/contact.ts';

const contact: Contact = {
  ...NO_PERSON,
  id: '7',
  email: 'ada@example.ca',
  last_name: 'Côté "\u2028\ud83d\ude00',
  created_at: '',
  consent: { status: 'Express', description: '', effective_date: '', ends_on: null, mailable: 'yes' },
  interests: ['News'],
  custom_fields: { region: 'Est' },
};
const page: ContactsPage = { contacts: [contact, contact], next_skip: null, search: 'full' };
const found: LookupAnswer = {
  results: [
    { email: 'a@b.ca', contact },
    { email: 'c@d.ca', contact: null },
  ],
};
const ANSWERS: [string, TSchema, object][] = [
  ['a contact', ContactSchema, contact],
  ['a page of contacts', ContactsPageSchema, page],
  ['a look-up', LookupAnswerSchema, found],
];

/** A copy with one more member in the object that `pick` chooses; maps of custom fields may have any. */
function withMore(value: object, pick: number, name: string): object {
  const copy = structuredClone(value);
  const objects: Record<string, unknown>[] = [];
  const collect = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if (!Array.isArray(one)) objects.push(one as Record<string, unknown>);
    for (const [key, inner] of Object.entries(one)) if (key !== 'custom_fields') collect(inner);
  };
  collect(copy);
  const chosen = objects[pick % objects.length] ?? {};
  Object.defineProperty(chosen, name, { value: { secret: 'canary' }, enumerable: true, configurable: true });
  return copy;
}

describe.each(ANSWERS)('%s', (_what, schema, value) => {
  const write = compileAnswer({ schema, method: 'GET', url: '/' });

  it('is written without what its schema does not list, wherever that stands', () => {
    const names = fc.oneof(fc.constantFrom('__proto__', 'toJSON', 'external_id', '', '0'), fc.string());
    fc.assert(
      fc.property(fc.nat(), names, (pick, name) => {
        fc.pre(!JSON.stringify(value).includes(JSON.stringify(name)));
        expect(write(withMore(value, pick, name))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('is written whole', () => {
    expect(JSON.parse(write(value))).toEqual(value);
  });
});
