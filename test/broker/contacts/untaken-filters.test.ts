/**
 * An Envoke that ignores filters, or finds nobody with them: the broker says "not in Envoke" only where the answer
 * proves it.
 */
import { describe, expect, it } from 'vitest';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { type Bench, DRAFT, peopleWith, putPerson, slugOf, startBench } from './support.ts';

const benchIn = async (modes: Partial<ModeValues>, small = false) => {
  const bench = await startBench();
  if (small) for (const { id } of bench.account.people.list().slice(0, -40)) bench.account.people.remove(id);
  bench.envoke.modes.set(modes);
  // Old enough not to be among the newest contacts, which Envoke returns when it ignores the filter.
  const [person] = bench.account.people.list();
  if (person === undefined) throw new Error('the stand-in has nobody');
  return { bench, person };
};

const lookUp = async (bench: Bench, emails: string[]) => {
  const { results } = await bench.contacts.lookUp(bench.access, emails);
  return results.map(({ contact }) => contact?.id ?? null);
};

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    ({ reason }) => String(reason),
  );

describe.each<[string, Partial<ModeValues>]>([
  ['$in over', { filterIgnored: 'in' }],
  ['every operator over', { filterIgnored: 'operators' }],
  ['every operator over and sorts by nothing', { filterIgnored: 'operators', unsortedOrder: 'shuffled' }],
  ['for nobody what has an operator', { operatorsFind: 'nobody' }],
])('an Envoke that takes %s', (_what, modes) => {
  it('still tells correctly who is in the account and who is not', async () => {
    const { bench, person } = await benchIn(modes);
    const asked = ['nobody@quill.example', person.text.email, 'nobody.else@quill.example'];
    expect(await lookUp(bench, asked)).toEqual([null, String(person.id), null]);
    expect(await lookUp(bench, ['nobody@quill.example'])).toEqual([null]);
  });

  it('shows who unsubscribed as unsubscribed, not as absent', async () => {
    const { bench } = await benchIn(modes);
    putPerson(bench, { email: 'gone@quill.example' }, { status: 'Revoked' });
    for (let others = 0; others < 120; others += 1) putPerson(bench, { email: `new${others}@quill.example` });
    const { results } = await bench.contacts.lookUp(bench.access, ['gone@quill.example']);
    expect(results[0]?.contact?.consent.mailable).toBe('no');
  });

  it('is searched as far as it allows, and finds who is in the account', async () => {
    const { bench, person } = await benchIn(modes);
    const found = await bench.contacts.search(bench.access, { search: person.text.last_name });
    expect(found.contacts.map(({ id }) => id)).toContain(String(person.id));
    expect(found.search).toBe(modes.filterIgnored === 'in' ? 'full' : 'narrowed');
  });
});

describe('an Envoke that ignores every filter', () => {
  it('never reports anybody as absent', async () => {
    const { bench, person } = await benchIn({ filterIgnored: 'all' });
    expect(await reasonOf(bench.contacts.lookUp(bench.access, [person.text.email]))).toBe('wrong-shape');
    expect(await reasonOf(bench.contacts.lookUp(bench.access, ['nobody@quill.example']))).toBe('wrong-shape');
    expect(await slugOf(bench.contacts.search(bench.access, { search: 'nobody quill' }))).toBe(
      'invalid-search',
    );
  });

  it('adds nobody whom the account may have', async () => {
    const { bench } = await benchIn({ filterIgnored: 'all' });
    expect(await reasonOf(bench.contacts.create(bench.caller(), DRAFT))).toBe('wrong-shape');
    expect(peopleWith(bench, DRAFT.email)).toEqual([]);
  });

  it('needs no filter where the account is listed completely', async () => {
    const { bench, person } = await benchIn({ filterIgnored: 'all' }, true);
    const asked = ['nobody@quill.example', person.text.email];
    expect(await lookUp(bench, asked)).toEqual([null, String(person.id)]);
  });

  it.each(['null', 'list', '404'] as const)(
    'gives one contact by path, and a miss as %s',
    async (getByIdMiss) => {
      const { bench, person } = await benchIn({ filterIgnored: 'all', getByIdMiss });
      const contact = await bench.contacts.get(bench.access, String(person.id));
      expect(contact.email).toBe(person.text.email);
      expect(await slugOf(bench.contacts.get(bench.access, '4000000'))).toBe('contact-not-found');
    },
  );
});

describe('an Envoke that applies only one of several values', () => {
  it.each(['first', 'last'] as const)(
    'the %s, still tells correctly who is in the account',
    async (heeded) => {
      const { bench } = await benchIn({ operatorsHeed: heeded });
      const people = bench.account.people.list().slice(0, 4);
      const asked = [...people.map(({ text }) => text.email), 'nobody@quill.example'];
      expect(await lookUp(bench, asked)).toEqual([...people.map(({ id }) => String(id)), null]);
    },
  );
});

describe('an Envoke whose operators are proven', () => {
  it('is asked twice for absent people: as they are spelled, and otherwise', async () => {
    const { bench, person } = await benchIn({});
    await lookUp(bench, [
      person.text.email,
      bench.account.people.list()[1]?.text.email ?? '',
      'no@x.example',
    ]);
    bench.envoke.requests.clear();
    expect(await lookUp(bench, ['nobody@quill.example', 'nor@quill.example'])).toEqual([null, null]);
    expect(bench.envoke.requests.count()).toBe(2);
  });

  it('is asked to prove them again after an hour', async () => {
    const { bench, person } = await benchIn({});
    const search = async () => {
      const found = await bench.contacts.search(bench.access, { search: person.text.last_name });
      return [found.search, found.contacts.some(({ id }) => id === String(person.id))];
    };
    expect(await search()).toEqual(['full', true]);
    bench.envoke.modes.set({ operatorsFind: 'nobody' });
    bench.wait(3_600_000);
    expect(await search()).toEqual(['narrowed', true]);
  });
});
