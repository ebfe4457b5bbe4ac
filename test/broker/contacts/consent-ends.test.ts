/** When consent ends, a page of contacts at a time: ids and days alone, by the earlier of both clocks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';
import { DRAFT, startBench } from './support.ts';

const INQUIRY = {
  basis: 'inquired',
  consent_status: 'Implied - Inquiry',
  happened_on: '2025-10-15',
} as const;

describe('the ends of consent', () => {
  it('leave out whose consent does not end, has ended, or was withdrawn', async () => {
    const bench = await startBench();
    const add = (email: string, proof: object = {}) =>
      bench.contacts.create(bench.caller(), { ...DRAFT, email, ...proof });
    const express = await add('express@example.ca');
    const inquired = await add('inquired@example.ca', INQUIRY);
    const withdrawn = await add('withdrawn@example.ca', INQUIRY);
    await bench.contacts.unsubscribe(bench.caller(), withdrawn.id, { reason: 'By phone' });
    const over = await add('over@example.ca', { ...INQUIRY, happened_on: '2025-07-20' });
    bench.wait(30 * 86_400_000);
    const { ends } = await bench.contacts.consentEnds(bench.access, 0);
    const dayOf = (id: string) => ends.find((one) => one.id === id)?.ends_on;
    expect(dayOf(inquired.id)).toBe('2026-04-15');
    expect([express, withdrawn, over].map(({ id }) => dayOf(id))).toEqual([undefined, undefined, undefined]);
  });

  it('are read page by page until Envoke has no more, each contact once', async () => {
    const bench = await startBench();
    const known = bench.account.people.list();
    const read: string[] = [];
    let pages = 0;
    for (let skip: number | null = 0; skip !== null; pages += 1) {
      const page = await bench.contacts.consentEnds(bench.access, skip);
      read.push(...page.ends.map(({ id }) => id));
      skip = page.next_skip;
    }
    expect(pages).toBe(Math.floor(known.length / 100) + 1);
    expect(new Set(read).size).toBe(read.length);
    const stated = known.filter(
      ({ consent }) => consent.expiry !== '' && consent.status.startsWith('Implied'),
    );
    expect(read.length).toBeGreaterThan(0);
    expect(stated.map(({ id }) => String(id))).toEqual(expect.arrayContaining(read));
  });
});

describe('several contacts by their ids', () => {
  it.each([
    ['all of them', {}, 2],
    ['nobody where Envoke refuses a list of ids', { inRefused: true }, 0],
    ['nobody where Envoke passes over the filter', { filterIgnored: 'operators' }, 0],
  ] as const)('are %s', async (_what, modes, count) => {
    const bench = await startBench();
    bench.envoke.modes.set(modes);
    const [one, , other] = bench.account.people.list();
    const ids = [String(one?.id), String(other?.id)];
    const found = await bench.contacts.getMany(bench.access, ids);
    expect(found.map(({ id }) => id).toSorted()).toEqual(count === 0 ? [] : ids.toSorted());
  });
});

describe('on the wire', () => {
  let broker: RunningBroker;
  let ask: (path: string) => Promise<Response>;
  beforeAll(async () => {
    broker = await startBroker();
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    ask = (path) => client.call(access_token, path);
  });
  afterAll(() => broker.close());

  it.each([
    '/v1/contacts/by-id',
    '/v1/contacts/by-id?ids=',
    '/v1/contacts/by-id?ids=7,x',
    `/v1/contacts/by-id?ids=${Array.from({ length: 101 }, (_, at) => at + 1).join(',')}`,
    '/v1/contacts/consent-ends?skip=-1',
    '/v1/contacts/consent-ends?limit=5',
  ])('%s is refused before Envoke is asked', async (path) => {
    const before = broker.envoke.requests.count();
    expect((await ask(path)).status).toBe(400);
    expect(broker.envoke.requests.count()).toBe(before);
  });

  it('an end of consent has an id and a day, and nothing that names a person', async () => {
    const text = await (await ask('/v1/contacts/consent-ends')).text();
    const { ends } = JSON.parse(text) as { ends: object[] };
    expect(new Set(ends.flatMap((end) => Object.keys(end)))).toEqual(new Set(['id', 'ends_on']));
    expect(text).not.toContain('@');
  });
});
