/** Many e-mails looked up in one call. */
import { describe, expect, it } from 'vitest';
import { LOOKUP_MAX_EMAILS } from '../../../shared/limits.ts';
import { putPerson, startBench } from './support.ts';

describe('looking many e-mails up', () => {
  it('answers in the order asked: unknown, or who it is and whether they may be mailed', async () => {
    const bench = await startBench();
    putPerson(bench, { email: 'Ann@Roe.example', first_name: 'Ann' });
    putPerson(bench, { email: 'bob@roe.example' }, { status: 'Revoked' });
    const asked = ['nobody@roe.example', 'BOB@roe.example', 'ann@roe.example', 'bob@roe.example'];
    const { results } = await bench.contacts.lookUp(bench.access, asked);
    expect(results.map(({ email }) => email)).toEqual(asked);
    expect(results.map(({ contact }) => contact?.consent.mailable)).toEqual([undefined, 'no', 'yes', 'no']);
    // One call for two contacts to prove the filter by, one that asks for them and for all e-mails.
    expect(bench.envoke.requests.count()).toBe(2);
  });

  it('splits a hundred long e-mails into requests that every server accepts', async () => {
    const bench = await startBench();
    const known = bench.account.people.list().slice(0, LOOKUP_MAX_EMAILS / 2);
    const unknown = known.map(({ id }) => `${'long'.repeat(12)}.${id}@some.organisation.example`);
    const asked = [...known.map(({ text }) => text.email.toUpperCase()), ...unknown];
    const { results } = await bench.contacts.lookUp(bench.access, asked);
    expect(results.map(({ contact }) => contact?.id)).toEqual([
      ...known.map(({ id }) => String(id)),
      ...unknown.map(() => undefined),
    ]);
    const requests = bench.envoke.requests.list();
    expect(Math.max(...requests.map(({ query }) => query.length))).toBeLessThan(8_000);
    expect(requests.length).toBeLessThan(9);
  });

  it.each([
    ['$in', { inRefused: true }, 2, 0],
    ['$regex', { regexRefused: true }, 2 + 1 + 3, 1],
    ['$regex and $in', { regexRefused: true, inRefused: true }, 2 + 2 + 3, 1],
    ['an operator', { regexRefused: true, inRefused: true, orRefused: true }, 2 + 2 + 13 + 3, 1],
  ] as const)('works with an Envoke without %s', async (_what, modes, requests, refused) => {
    const bench = await startBench();
    bench.envoke.modes.set(modes);
    const people = bench.account.people.list().slice(0, 12);
    const asked = people.map(({ text }) => text.email);
    const { results } = await bench.contacts.lookUp(bench.access, [...asked, 'nobody@roe.example']);
    expect(results.map(({ contact }) => contact?.id)).toEqual([
      ...people.map(({ id }) => String(id)),
      undefined,
    ]);
    expect(bench.envoke.requests.count('GET', '/v1/contacts')).toBe(requests);
    // Whether the refusal was about the token.
    expect(bench.envoke.requests.count('GET', '/v1/settings')).toBe(refused);
  });

  it('answers with the unmailable contact when two contacts have one e-mail', async () => {
    const bench = await startBench();
    putPerson(bench, { email: 'twin@roe.example' });
    putPerson(bench, { email: 'twin@roe.example' }, { status: 'Revoked' });
    putPerson(bench, { email: 'twin@roe.example' });
    const { results } = await bench.contacts.lookUp(bench.access, ['twin@roe.example']);
    expect(results[0]?.contact?.consent).toMatchObject({ status: 'Revoked', mailable: 'no' });
  });

  it('refuses a filter operator as an e-mail', async () => {
    const bench = await startBench();
    const { results } = await bench.contacts.lookUp(bench.access, ['a@x][$ne]=', '[$regex]@.*']);
    expect(results.map(({ contact }) => contact)).toEqual([null, null]);
  });
});
