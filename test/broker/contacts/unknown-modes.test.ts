/** The contacts domain against behaviours of Envoke that are not documented. */
import { describe, expect, it } from 'vitest';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { DRAFT, peopleWith, problemOf, putPerson, slugOf, startBench } from './support.ts';

const benchIn = async (modes: Partial<ModeValues>) => {
  const bench = await startBench();
  bench.envoke.modes.set(modes);
  return bench;
};

describe('an Envoke that refuses with HTTP 200', () => {
  it('overwrites nobody, and never reports a refused write as done', async () => {
    const bench = await benchIn({ refusalStatus: '200', duplicateError: 'other' });
    putPerson(bench, { email: DRAFT.email }, { status: 'Revoked' });
    bench.envoke.modes.set({ only: 'GET /v1/contacts', staleReads: 1 });
    expect(await slugOf(bench.contacts.create(bench.caller(), DRAFT))).toBe('contact-exists');
    const tagged = { ...DRAFT, email: 'new@roe.example', interests: ['Nonsense'] };
    const problem = await problemOf(bench.contacts.create(bench.caller(), tagged));
    expect([problem.slug, problem.details.envokeErrors?.join()]).toEqual([
      'contact-rejected',
      "Unknown item 'Nonsense' in 'interests'",
    ]);
    expect(peopleWith(bench, 'new@roe.example')).toEqual([]);
  });

  it('is searched as far as it allows, and looked up one by one', async () => {
    const bench = await benchIn({ refusalStatus: '200', regexRefused: true, inRefused: true });
    putPerson(bench, { email: 'ann@quill.example', last_name: 'Quill' });
    const page = await bench.contacts.search(bench.access, { search: 'quill' });
    expect([page.search, page.contacts.map(({ email }) => email)]).toEqual([
      'narrowed',
      ['ann@quill.example'],
    ]);
    const asked = ['ann@quill.example', 'nobody@quill.example'];
    const { results } = await bench.contacts.lookUp(bench.access, asked);
    expect(results.map(({ contact }) => contact?.consent.mailable)).toEqual(['yes', undefined]);
  });
});

describe('an Envoke whose e-mails are case-sensitive', () => {
  it('finds a person by an address in capitals, and adds nobody a second time', async () => {
    const bench = await benchIn({ emailCaseSensitive: true });
    putPerson(bench, { email: 'ann@quill.example' });
    const email = 'ANN@Quill.example';
    const { contacts } = await bench.contacts.search(bench.access, { search: email });
    const { results } = await bench.contacts.lookUp(bench.access, [email]);
    expect([contacts[0]?.email, results[0]?.contact?.email]).toEqual(Array(2).fill('ann@quill.example'));
    expect(await slugOf(bench.contacts.create(bench.caller(), { ...DRAFT, email }))).toBe('contact-exists');
  });
});

describe('an Envoke that wants a description with every status', () => {
  it.each(['Not Provided', 'Revoked'] as const)('receives a description with %s', async (status) => {
    const bench = await benchIn({ descriptionAlways: true });
    const { email } = DRAFT;
    const contact = await bench.contacts.create(bench.caller(), { email, consent_status: status });
    expect(contact.consent.status).toBe(status);
    const { id } = putPerson(
      bench,
      { email: 'ann@roe.example' },
      { status: 'Not Provided', description: '' },
    );
    await bench.contacts.update(bench.caller(), String(id), { consent_status: 'Revoked' });
    expect(peopleWith(bench, 'ann@roe.example')[0]?.consent.description).not.toBe('');
  });
});

describe('an Envoke that accepts only short URLs', () => {
  it('is searched and looked up within 6,500 characters', async () => {
    const bench = await benchIn({ urlMaxChars: 6_500 });
    const search = 'Éléonore Côté-Gagné, Université de la Rivière-Blanche';
    expect(await bench.contacts.search(bench.access, { search })).toMatchObject({ search: 'full' });
    const people = bench.account.people.list().slice(0, 100);
    const { results } = await bench.contacts.lookUp(
      bench.access,
      people.map(({ text }) => text.email),
    );
    expect(results.map(({ contact }) => contact?.id)).toEqual(people.map(({ id }) => String(id)));
  });
});

describe('an Envoke whose lists have no order of their own', () => {
  it('is paged through without losing or repeating anybody', async () => {
    const bench = await benchIn({ unsortedOrder: 'shuffled' });
    const ids: string[] = [];
    for (let skip: number | null = 0; skip !== null; ) {
      const page = await bench.contacts.search(bench.access, { search: 'example', limit: 70, skip });
      ids.push(...page.contacts.map(({ id }) => id));
      skip = page.next_skip;
    }
    const everybody = bench.account.people.list().map(({ id }) => String(id));
    expect(ids).toEqual(everybody.toReversed());
  });
});

describe('an Envoke that ignores an empty value, or cuts a long one', () => {
  it('returns the contact with the values that Envoke kept', async () => {
    const bench = await benchIn({ clearingIgnored: true, overlongTruncated: true });
    const { id } = putPerson(bench, { email: 'ann@roe.example', city: 'Hull' });
    const changes = { city: '', first_name: 'Maximilienne-Alexandrine' };
    const contact = await bench.contacts.update(bench.caller(), String(id), changes);
    expect(contact).toMatchObject({ city: 'Hull', first_name: 'Maximilienne-Alexand' });
  });
});
