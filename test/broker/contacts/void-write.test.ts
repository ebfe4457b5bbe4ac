/** Taking back a write by its key: it is never carried out, unless it was already, and then that is said. */
import { describe, expect, it } from 'vitest';
import { type Bench, DEADLINE_MS, DRAFT, peopleWith, putPerson, slugOf, startBench } from './support.ts';

const KEY = 'key-0123456789abcdef';
const LATE_MS = 3 * DEADLINE_MS;
const NOTHING = { contact_id: null };

const outcomes = async ({ contacts, access }: Bench) =>
  (await contacts.activity(access.accountId, {})).entries.map(({ outcome }) => outcome);
const takeBack = ({ contacts, caller }: Bench) => contacts.void(caller(KEY), { create: DRAFT });

describe('an add that is taken back', () => {
  it('never happens where the broker had not seen it: it is refused when it comes late', async () => {
    const bench = await startBench();
    expect(await takeBack(bench)).toEqual(NOTHING);
    expect(await takeBack(bench)).toEqual(NOTHING);
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('idempotency-key-reused');
    expect(bench.envoke.requests.count()).toBe(0);
    expect(await outcomes(bench)).toEqual([]);
  });

  it('is said to be there where it was carried out', async () => {
    const bench = await startBench();
    const { id } = await bench.contacts.create(bench.caller(KEY), DRAFT);
    expect(await takeBack(bench)).toEqual({ contact_id: id });
  });

  it.each([
    ['found the person already there', {}],
    ['was refused', { forbidden: 1 }],
  ])('is not there, and stays so, where it %s', async (_, modes) => {
    const bench = await startBench();
    if ('forbidden' in modes) bench.envoke.modes.set({ only: 'POST', forbidden: 1 });
    else putPerson(bench, { email: DRAFT.email });
    await bench.contacts.create(bench.caller(KEY), DRAFT).catch(() => undefined);
    expect(await takeBack(bench)).toEqual(NOTHING);
    const before = peopleWith(bench, DRAFT.email).length;
    await bench.contacts.create(bench.caller(KEY), DRAFT).catch(() => undefined);
    expect(peopleWith(bench, DRAFT.email)).toHaveLength(before);
  });

  it('waits while it is under way', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ slowMs: 100 });
    const first = bench.contacts.create(bench.caller(KEY), DRAFT);
    await expect.poll(() => bench.envoke.requests.count()).toBe(1);
    expect(await slugOf(takeBack(bench))).toBe('write-in-progress');
    await first;
  });

  it('waits while Envoke may still carry out what it did not answer', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ only: 'POST', serverError: 1 });
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('write-uncertain');
    bench.wait(LATE_MS - 1);
    expect(await slugOf(takeBack(bench))).toBe('write-in-progress');
  });

  it('is said to be there at once where Envoke has it, though it never answered', async () => {
    const bench = await startBench();
    // The broker is not given the chance to look itself.
    let reads = 0;
    const blind = { ...bench.client };
    blind.listContacts = (token, listing) => {
      reads += 1;
      return bench.client.listContacts(reads > 1 ? 'a token that nobody gave' : token, listing);
    };
    bench.envoke.modes.set({ only: 'POST', writeThenDrop: true });
    const broker = bench.anotherBroker({ client: blind });
    expect(await slugOf(broker.create(bench.caller(KEY), DRAFT))).toBe('write-uncertain');
    bench.envoke.modes.reset();
    const [person] = peopleWith(bench, DRAFT.email);
    expect(await takeBack(bench)).toEqual({ contact_id: String(person?.id) });
    expect(await outcomes(bench)).toEqual(['done']);
  });

  it.each([
    ['carried out', { only: 'POST', writeThenDrop: true }, true],
    ['not carried out', { only: 'POST', serverError: 1 }, false],
  ] as const)('is looked for where the answer was lost: it was %s', async (_, modes, isThere) => {
    const bench = await startBench();
    bench.envoke.modes.set(modes);
    // The broker is not given the chance to look itself.
    const blind = { ...bench.client };
    let reads = 0;
    blind.listContacts = (token, listing) => {
      reads += 1;
      return bench.client.listContacts(reads > 1 ? 'a token that nobody gave' : token, listing);
    };
    const broker = bench.anotherBroker({ client: blind });
    expect(await slugOf(broker.create(bench.caller(KEY), DRAFT))).toBe('write-uncertain');
    bench.envoke.modes.reset();
    bench.wait(LATE_MS + 1);
    const [person] = peopleWith(bench, DRAFT.email);
    expect(await takeBack(bench)).toEqual(isThere ? { contact_id: String(person?.id) } : NOTHING);
    expect(await outcomes(bench)).toEqual([isThere ? 'done' : 'failed']);
    if (!isThere)
      expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('idempotency-key-reused');
  });

  it('is asked about again where Envoke could not be read', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ only: 'POST', serverError: 1 });
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('write-uncertain');
    bench.wait(LATE_MS + 1);
    bench.envoke.modes.set({ only: '', forbidden: true });
    await expect(takeBack(bench)).rejects.toMatchObject({ reason: 'forbidden' });
    bench.envoke.modes.reset();
    bench.wait(LATE_MS + 1);
    expect(await takeBack(bench)).toEqual(NOTHING);
  });

  it('is not confused with another request of the same key', async () => {
    const bench = await startBench();
    await bench.contacts.create(bench.caller(KEY), DRAFT);
    const other = { create: { ...DRAFT, last_name: 'Roy' } };
    expect(await slugOf(bench.contacts.void(bench.caller(KEY), other))).toBe('idempotency-key-reused');
  });
});

describe('a change that is taken back', () => {
  const CHANGES = { city: 'Gatineau' };
  const INTERESTS = { set: ['Volunteer'] };

  it.each([
    ['carried out', { only: 'PATCH', cut: true }, true],
    ['not carried out', { only: 'PATCH', serverError: 1 }, false],
  ] as const)('is looked for where the answer was lost: it was %s', async (_, modes, isThere) => {
    const bench = await startBench();
    const id = String(putPerson(bench, { email: 'ann@roe.example', city: 'Hull' }).id);
    const blind = { ...bench.client };
    let reads = 0;
    blind.getContact = (token, contactId) => {
      reads += 1;
      return bench.client.getContact(reads % 2 === 0 ? 'a token that nobody gave' : token, contactId);
    };
    const broker = bench.anotherBroker({ client: blind });
    bench.envoke.modes.set(modes);
    await broker.update(bench.caller(KEY), id, CHANGES).catch(() => undefined);
    bench.envoke.modes.set(modes);
    await broker.changeInterests(bench.caller('key-of-the-tags-1'), id, INTERESTS).catch(() => undefined);
    bench.envoke.modes.reset();
    bench.wait(LATE_MS + 1);
    const answer = isThere ? { contact_id: id } : NOTHING;
    expect(await bench.contacts.void(bench.caller(KEY), { id, update: CHANGES })).toEqual(answer);
    const tags = { id, interests: INTERESTS };
    expect(await bench.contacts.void(bench.caller('key-of-the-tags-1'), tags)).toEqual(answer);
  });
});
