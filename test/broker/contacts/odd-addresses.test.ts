/** Addresses that equality does not find, in an Envoke that takes no other filter. */
import { describe, expect, it } from 'vitest';
import { createOddAddresses } from '../../../broker/contacts/search/odd-addresses.ts';
import { isEnvokeError } from '../../../broker/envoke/envoke-error.ts';
import { type Bench, DRAFT, putPerson, slugOf, startBench } from './support.ts';

const EQUALITY_ONLY = {
  regexRefused: true,
  inRefused: true,
  orRefused: true,
  emailCaseSensitive: true,
} as const;

const startWith = async (people: number): Promise<Bench> => {
  const bench = await startBench();
  for (let index = 0; index < people; index += 1)
    putPerson(bench, { email: `member.${index}@lake.example.ca` });
  bench.envoke.modes.set(EQUALITY_ONLY);
  return bench;
};
const add = (bench: Bench, email: string) => bench.contacts.create(bench.caller(), { ...DRAFT, email });

describe('in an Envoke that takes equality alone', () => {
  it.each([
    ['lo\u200bc\u00adal@lake.example.ca', 'local@lake.example.ca'],
    ['\u202alocal@lake.example.ca\u202c', 'local@lake.example.ca'],
    ['jAne.dOe@lake.example.ca', 'jane.doe@lake.example.ca'],
    ['local@éco.example.ca', 'local@xn--co-9ia.example.ca'],
  ])('%j among 250 people is found as %s', async (held, asked) => {
    const bench = await startBench();
    putPerson(bench, { email: held }, { status: 'Revoked' });
    for (let index = 0; index < 250; index += 1)
      putPerson(bench, { email: `member.${index}@lake.example.ca` });
    bench.envoke.modes.set(EQUALITY_ONLY);
    expect(await slugOf(add(bench, asked))).toBe('contact-exists');
  });

  it('finds who has come since the list was read, with one more question', async () => {
    const bench = await startWith(250);
    await add(bench, 'first@lake.example.ca');
    putPerson(bench, { email: 'lo\u200bcal@lake.example.ca' }, { status: 'Revoked' });
    expect(await slugOf(add(bench, 'local@lake.example.ca'))).toBe('contact-exists');
    const lists = () =>
      bench.envoke.requests
        .list()
        .filter(({ query }) => query.includes('limit=100') && !query.includes('filter'));
    const before = lists().length;
    await add(bench, 'second@lake.example.ca');
    expect(lists().length - before).toBe(1);
  });

  it('reads the list once for all who ask at the same time', async () => {
    const bench = await startWith(250);
    const emails = ['one', 'two', 'three', 'four'].map((name) => `${name}@lake.example.ca`);
    await Promise.all(emails.map((email) => add(bench, email)));
    const pages = bench.envoke.requests
      .list()
      .filter(({ query }) => query.includes('skip=200') && !query.includes('filter'));
    expect(pages).toHaveLength(1);
  });

  it('never says that somebody is absent when the list has no end', async () => {
    const bench = await startWith(150);
    const { client, access } = bench;
    const odd = createOddAddresses({
      ...client,
      listContacts: (token, listing) => client.listContacts(token, { ...listing, skip: 0 }),
    });
    const failure: unknown = await odd.find(access.envokeToken, 'nobody@lake.example.ca').catch((e) => e);
    expect(isEnvokeError(failure)).toBe(true);
  });
});
