/**
 * The first look-up of a broker that knows nothing of its Envoke yet: two calls, and an answer that is right whatever this
 * Envoke does with filters, or begins to do.
 */
import { describe, expect, it } from 'vitest';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { type Bench, DRAFT, putPerson, startBench } from './support.ts';

const NOBODY = ['nobody@quill.example', 'nor@quill.example'];

/** Old enough not to be among the newest contacts, which Envoke returns when it ignores the filter. */
const old = ({ account }: Bench, at = 0) => account.people.list()[at]?.text.email ?? '';
const newest = ({ account }: Bench) => account.people.list().at(-1)?.text.email ?? '';

const idsOf = async ({ contacts, access }: Bench, emails: string[]) => {
  const { results } = await contacts.lookUp(access, emails);
  return results.map(({ contact }) => contact?.id ?? null);
};
const idOf = ({ account }: Bench, email: string) => String(account.people.findByEmail(email)?.id);

describe('the first look-up since the start of the broker', () => {
  it.each<[string, (bench: Bench) => string[]]>([
    ['of nobody whom Envoke has', () => NOBODY],
    ['of one address that Envoke does not have', () => NOBODY.slice(0, 1)],
    ['of one address that Envoke has', (bench) => [old(bench)]],
    ['of both', (bench) => [old(bench), ...NOBODY, old(bench, 1)]],
    ['of the newest contact', (bench) => [newest(bench), ...NOBODY]],
    ['of the newest contact alone', (bench) => [newest(bench).toUpperCase()]],
  ])('takes two calls to Envoke: %s', async (_what, emailsOf) => {
    const bench = await startBench();
    const emails = emailsOf(bench);
    const expected = emails.map((email) => (NOBODY.includes(email) ? null : idOf(bench, email)));
    expect(await idsOf(bench, emails)).toEqual(expected);
    expect(bench.envoke.requests.count()).toBe(2);
  });

  it('finds an address in other capitals, and one with characters that look like others', async () => {
    const bench = await startBench();
    const asked = ['ann@quill.example', "o'brien@quill.example"];
    const ids = ['ANN@Quill.example', 'o’brien@quill.example'].map((email) => putPerson(bench, { email }).id);
    expect(await idsOf(bench, [...asked, ...NOBODY])).toEqual([...ids.map(String), null, null]);
    expect(bench.envoke.requests.count()).toBe(2);
  });

  it('is not misled by a longer address that ends in the same way', async () => {
    const bench = await startBench();
    putPerson(bench, { email: 'joann@quill.example' });
    for (let others = 0; others < 5; others += 1) putPerson(bench, { email: `new${others}@quill.example` });
    expect(await idsOf(bench, ['ann@quill.example', ...NOBODY])).toEqual([null, null, null]);
    expect(bench.envoke.requests.count()).toBe(2);
  });

  it('lets an add pass by such an address with one call for other spellings', async () => {
    const bench = await startBench();
    await bench.contacts.create(bench.caller(), { ...DRAFT, email: 'joann@quill.example' });
    bench.envoke.requests.clear();
    await bench.contacts.create(bench.caller(), { ...DRAFT, email: 'ann@quill.example' });
    expect(bench.envoke.requests.count('GET')).toBe(2);
  });

  it('shows who unsubscribed where the newest contact has the same address', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ duplicateEmails: true });
    const { id } = putPerson(bench, { email: 'twin@quill.example' }, { status: 'Revoked' });
    for (let others = 0; others < 9; others += 1) putPerson(bench, { email: `new${others}@quill.example` });
    putPerson(bench, { email: 'Twin@quill.example' });
    expect(await idsOf(bench, ['twin@quill.example'])).toEqual([String(id)]);
  });

  it.each<[string, (bench: Bench) => void]>([
    [
      'has nobody',
      ({ account }) => {
        for (const { id } of account.people.list()) account.people.remove(id);
      },
    ],
    [
      'has nobody with an address lately',
      (bench) => Array.from({ length: 9 }, () => putPerson(bench, { email: '' })),
    ],
    [
      'has many people with one address lately',
      (bench) => Array.from({ length: 9 }, () => putPerson(bench, { email: 'info@quill.example' })),
    ],
  ])('answers for an account that %s', async (_what, arrange) => {
    const bench = await startBench();
    arrange(bench);
    const present = bench.account.people.list()[0]?.text.email;
    const asked = present === undefined ? NOBODY : [present, ...NOBODY];
    expect(await idsOf(bench, asked)).toEqual([...(present ? [idOf(bench, present)] : []), null, null]);
  });
});

describe.each<[string, Partial<ModeValues>]>([
  ['patterns refused', { regexRefused: true }],
  ['patterns that mind case', { regexCaseSensitive: true }],
  ['patterns and mail that mind case', { regexCaseSensitive: true, emailCaseSensitive: true }],
  ['operators passed over', { filterIgnored: 'operators' }],
  ['operators that find nobody', { operatorsFind: 'nobody' }],
  ['everything but equality refused', { regexRefused: true, inRefused: true, orRefused: true }],
])('an Envoke with %s', (_what, modes) => {
  const expectRight = async (bench: Bench) => {
    const emails = [old(bench), old(bench, 1), newest(bench)];
    expect(await idsOf(bench, [...emails, ...NOBODY])).toEqual([
      ...emails.map((email) => idOf(bench, email)),
      null,
      null,
    ]);
    expect(await idsOf(bench, [old(bench, 2)])).toEqual([idOf(bench, old(bench, 2))]);
  };

  it('is answered rightly, and again when it takes them', async () => {
    const bench = await startBench();
    bench.envoke.modes.set(modes);
    await expectRight(bench);
    bench.envoke.modes.reset();
    await expectRight(bench);
    bench.wait(3_600_000);
    bench.envoke.requests.clear();
    await expectRight(bench);
    expect(bench.envoke.requests.count()).toBe(4);
  });

  it('is answered rightly when it begins after good answers', async () => {
    const bench = await startBench();
    await expectRight(bench);
    bench.envoke.modes.set(modes);
    await expectRight(bench);
    await expectRight(bench);
  });
});
