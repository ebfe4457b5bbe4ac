/** What a form answered stays with the add that was made of it: an edit has it again, and a no is not lost when Envoke has the person. */
import { describe, expect, it, vi } from 'vitest';
import { newForm, toAdd, toDraft } from '../../../extension/entrypoints/popup/form/add-form.ts';
import {
  editOfAdd,
  openingForm,
  unrecordedAdd,
} from '../../../extension/entrypoints/popup/form/list-answer.ts';
import { parseMessage } from '../../../extension/lib/messages/parse-message.ts';
import type { OutboxItem } from '../../../extension/lib/outbox/outbox-item.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { anItem, REFUSED } from '../outbox/items.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person, UNSUBSCRIBED } from './people.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NO: FormAnswer = { optIn: false, question: 'Newsletter' };
const UNA = person({ id: '42', email: 'una@lake.example.ca', first_name: 'Una', last_name: '' });

const formOf = (answer?: FormAnswer) => {
  const form = newForm({ fields: { email: UNA.email, first_name: 'Una' } }, FORM_DEFAULTS);
  return openingForm(answer === undefined ? form : { ...form, answer }, FORM_DEFAULTS);
};
const exists = (changes: Partial<OutboxItem> = {}, contact = UNA) =>
  anItem({
    operation: toAdd(formOf(NO)),
    state: { status: 'needs-decision', failure: { ...REFUSED, slug: 'contact-exists', contact } },
    ...changes,
  });
const outboxOf = (...items: OutboxItem[]) => ({ items, batches: [] });

describe('an add made of a form with an answer', () => {
  it('has not recorded a no of somebody whom Envoke has, and may still send to', () => {
    expect(unrecordedAdd(exists(), outboxOf(exists()))).toEqual({ answer: NO, contact: UNA });
  });

  it('has not recorded either that a consent was taken out of it after a try that may have arrived', () => {
    const edited = exists({ operation: toAdd(formOf()), wasTried: true });
    expect(unrecordedAdd(edited, outboxOf(edited))).toEqual({ answer: undefined, contact: UNA });
  });

  it.each<[string, OutboxItem]>([
    ['Envoke does not send to them', exists({}, { ...UNA, consent: UNSUBSCRIBED })],
    ['the form answered nothing', exists({ operation: toAdd(formOf()) })],
    ['the answer is a yes', exists({ operation: toAdd(formOf({ optIn: true })) })],
    [
      'somebody chose a consent against it',
      exists({ operation: toAdd({ ...formOf(NO), status: 'Express', description: 'Phoned us since.' }) }),
    ],
    ['it is still on its way', exists({ state: { status: 'waiting' } })],
  ])('has nothing unrecorded where %s', (_, item) => {
    expect(unrecordedAdd(item, outboxOf(item))).toBeUndefined();
  });

  it('has it recorded once the person is unsubscribed', () => {
    const unsubscribed = anItem({
      id: 'later',
      createdAtMs: 5,
      operation: { kind: 'unsubscribe', contactId: '42', email: UNA.email, said: { reason: 'Form: no.' } },
      state: { status: 'done', contactId: '42', atMs: 9 },
    });
    expect(unrecordedAdd(exists(), outboxOf(exists(), unsubscribed))).toBeUndefined();
  });

  it('is edited with its answer, beside which a later no counts more than a yes', () => {
    expect(editOfAdd(exists())?.form).toMatchObject({ answer: NO, status: 'Not Provided' });
    const yes = anItem({ operation: toAdd(formOf({ optIn: true, day: '2026-03-02' })) });
    expect(editOfAdd(yes, NO)?.form.answer).toEqual(NO);
  });

  it('sends nothing of it but the description', () => {
    expect(toDraft(formOf(NO))).not.toHaveProperty('answer');
    expect(toDraft(formOf(NO)).consent_description).toContain('Form or list “Newsletter”: no.');
  });

  it('is taken by the background only where its answer is one', () => {
    const message = (answer: unknown) => ({
      type: 'outbox/add',
      payload: { accountId: '7', operations: [{ ...toAdd(formOf()), answer }], batch: false },
    });
    expect(parseMessage(message(NO))).not.toBeNull();
    expect(parseMessage(message({ optIn: 'no' }))).toBeNull();
  });
});
