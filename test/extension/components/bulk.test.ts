/** A bulk review as data: why a row cannot be sent, what is sent, and the result as CSV. */
import { describe, expect, it } from 'vitest';
import {
  type BulkRow,
  decidedForm,
  decideForRow,
  findObstacles,
  firstRows,
  sendable,
} from '../../../extension/entrypoints/popup/bulk/bulk-rows.ts';
import {
  describe as describeForm,
  newForm,
  toDraft,
} from '../../../extension/entrypoints/popup/form/add-form.ts';
import type { AddForm } from '../../../extension/entrypoints/popup/form/form-fields.ts';
import { batchResultCsv } from '../../../extension/entrypoints/popup/outbox/batch-result.ts';
import type { OutboxItem, OutboxState } from '../../../extension/lib/outbox/outbox-item.ts';
import { csvCell } from '../../../shared/csv.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person } from './people.ts';

const NOTHING_WAITS = { adds: new Map(), unsubscribings: new Map() };
const form = (email: string) => newForm({ fields: { email } }, FORM_DEFAULTS);
const rows = (...emails: string[]): BulkRow[] => firstRows(emails.map(form), FORM_DEFAULTS);

describe('the review of many', () => {
  it('stops wrong addresses, duplicates and existing contacts', () => {
    const list = rows('a@x.example', 'nobody', 'A@x.example ', 'b@x.example', 'c@x.example');
    const known = new Map([['b@x.example', person()]]);
    const obstacles = findObstacles(list, known, NOTHING_WAITS);
    expect([...obstacles].map(([id, { kind }]) => [id, kind])).toEqual([
      [1, 'wrong-email'],
      [2, 'twice'],
      [3, 'in-envoke'],
    ]);
    expect(sendable(list, obstacles).map(({ id }) => id)).toEqual([0, 4]);
  });

  it('sends nobody who is not ticked', () => {
    const [first, second] = rows('a@x.example', 'b@x.example');
    const list = [{ ...(first as BulkRow), ticked: false }, second as BulkRow];
    expect(sendable(list, new Map()).map(({ id }) => id)).toEqual([1]);
  });

  const asked = describeForm({ ...form(''), status: 'Express', basis: 'asked' }, FORM_DEFAULTS);
  const draftsOf = (list: readonly BulkRow[], decision: AddForm) =>
    list.map((row) => toDraft(decidedForm(row, decision, FORM_DEFAULTS)));

  it('gives everyone the decision for all, but for those who have their own', () => {
    const [first, second] = rows('a@x.example', 'b@x.example') as [BulkRow, BulkRow];
    const drafts = draftsOf([first, decideForRow(second, 'Not Provided', FORM_DEFAULTS)], asked);
    expect(drafts).toMatchObject([
      {
        email: 'a@x.example',
        consent_status: 'Express',
        basis: 'asked',
        consent_description: expect.stringMatching(/^Asked to receive our emails/),
      },
      {
        email: 'b@x.example',
        consent_status: 'Not Provided',
        basis: 'found',
        consent_description: expect.stringMatching(/^No consent yet/),
      },
    ]);
  });

  it('describes the consent of each in their language and with their page', () => {
    const seeds = [
      { fields: { email: 'a@x.example', language: 'fr' }, pageUrl: 'https://x.example.org/equipe' },
      { fields: { email: 'b@x.example', language: 'en' }, pageUrl: 'https://x.example.org/team' },
    ];
    const [first, second] = draftsOf(
      firstRows(
        seeds.map((seed) => newForm(seed, FORM_DEFAULTS)),
        FORM_DEFAULTS,
      ),
      asked,
    );
    expect(first?.consent_description).toMatch(/^A demandé à recevoir nos courriels .*equipe/);
    expect(second?.consent_description).toMatch(/^Asked to receive our emails .*team/);
  });

  it('keeps the words that the person wrote, for all and for one', () => {
    const [first, second] = rows('a@x.example', 'b@x.example') as [BulkRow, BulkRow];
    const own = decideForRow(second, 'Implied - Inquiry', FORM_DEFAULTS);
    const written = { ...own, form: { ...own.form, description: 'Wrote to us', descriptionEdited: true } };
    const decision = { ...asked, description: 'At the fair', descriptionEdited: true };
    const words = draftsOf([first, written], decision).map((draft) => draft?.consent_description);
    expect(words).toEqual(['At the fair', 'Wrote to us']);
    const again = decideForRow(decideForRow(written, null, FORM_DEFAULTS), 'Express', FORM_DEFAULTS);
    expect(again.form).toMatchObject({ basis: 'other', description: '' });
  });
});

describe('the result as CSV', () => {
  it.each([
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\r=1', '"\'\r=1"'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['Noémie', 'Noémie'],
  ])('writes %j so that a spreadsheet takes it for text', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  const item = (email: string, state: OutboxState): OutboxItem => ({
    id: email,
    accountId: '1042',
    batchId: 'b',
    position: 0,
    createdAtMs: 0,
    operation: { kind: 'create', draft: { email, first_name: '=1+1', consent_status: 'Not Provided' } },
    idempotencyKey: 'k',
    state,
    attempts: 1,
    notBeforeMs: 0,
    lastFailure: null,
  });

  it('has one line for each person, with what became of them and why', () => {
    const failure = {
      slug: 'contact-rejected',
      requestId: null,
      envokeErrors: ['email: too long'],
      errors: [],
      contact: null,
    } as const;
    const csv = batchResultCsv([
      item('a@x.example', { status: 'done', contactId: '7', atMs: 0 }),
      item('b@x.example', { status: 'failed', failure }),
    ]);
    expect(csv.split('\r\n')).toEqual([
      'email,first_name,last_name,outcome,contact_id,reason',
      "a@x.example,'=1+1,,done,7,",
      "b@x.example,'=1+1,,failed,,contact-rejected: email: too long",
      '',
    ]);
  });

  it('says of a person whose add was undone that it was, not that it is done', () => {
    const done = { status: 'done', contactId: '7', atMs: 0 } as const;
    const added = item('a@x.example', done);
    const csv = batchResultCsv([added], [added, { ...added, id: `${added.id}:undo`, batchId: null }]);
    expect(csv.split('\r\n')[1]).toContain(',undone,7,');
  });
});
