/** Limits per minute: exact for one broker, added up for several, and nothing forgotten when the store is away. */
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../broker/database/database.ts';
import { createRateCounter } from '../../../broker/rate-limit/rate-counter.ts';
import { describeBothStores } from '../database/both-stores.ts';
import { createTestClock, type TestClock } from '../running-broker.ts';

let clock: TestClock;
beforeEach(() => {
  clock = createTestClock(1_800_000_000_000);
});

it('refuses past the limit until the minute is over, and says how long to wait', () => {
  const counter = createRateCounter({ now: clock.now, who: 'strangers' });
  clock.advance(20);
  for (let turn = 0; turn < 3; turn += 1) expect(counter.count('one', 3)).toBe(0);
  expect(counter.count('one', 3)).toBe(40);
  expect(counter.count('other', 3)).toBe(0);
  clock.advance(40);
  expect(counter.count('one', 3)).toBe(0);
});

it('keeps its memory bounded against any number of addresses, and keeps the limits of known ones', () => {
  const counter = createRateCounter({ now: clock.now, who: 'strangers' });
  counter.count('known', 1);
  for (let turn = 0; turn < 250_000; turn += 1) counter.count(`address ${turn}`, 1);
  expect(counter.count('known', 1)).toBeGreaterThan(0);
  expect(counter.count('address 249999', 1)).toBe(0);
});

describeBothStores('counters on one store', (store) => {
  const pair = () =>
    [0, 1].map(() => createRateCounter({ now: clock.now, who: 'sessions', database: store.database }));

  it('add up', async () => {
    const [first, second] = pair();
    for (let turn = 0; turn < 3; turn += 1) first?.count('one', 4);
    await first?.flush();
    second?.count('one', 4);
    await second?.flush();
    expect(second?.count('one', 4)).toBeGreaterThan(0);
    await first?.flush();
    first?.count('one', 5);
    await first?.flush();
    expect(first?.count('one', 5)).toBeGreaterThan(0);
  });

  it('share thousands of subjects at a time, in both directions at once', async () => {
    const [first, second] = pair();
    const subjects = Array.from({ length: 2_500 }, (_, index) => `session ${index}`);
    for (const subject of subjects) first?.count(subject, 9);
    for (const subject of subjects.toReversed()) second?.count(subject, 9);
    await Promise.all([first?.flush(), second?.flush()]);
    const [row] = await store.database.all(
      'SELECT COUNT(*) AS rows, SUM(requests) AS requests FROM rate_counts',
    );
    expect([Number(row?.rows), Number(row?.requests)]).toEqual([2_500, 5_000]);
  });

  it('lose no count that could not be shared, and share none twice', async () => {
    let isAway = true;
    const flaky: Database = {
      ...store.database,
      all: (sql, params) => (isAway ? Promise.reject(new Error('away')) : store.database.all(sql, params)),
      run: (sql, params) => store.database.run(sql, params),
    };
    const counter = createRateCounter({ now: clock.now, who: 'sessions', database: flaky });
    counter.count('one', 9);
    await expect(counter.flush()).rejects.toThrow('away');
    isAway = false;
    counter.count('one', 9);
    await Promise.all([counter.flush(), counter.flush()]);
    const [row] = await store.database.all('SELECT requests FROM rate_counts');
    expect(Number(row?.requests)).toBe(2);
  });

  const ofStrangers = () => createRateCounter({ now: clock.now, who: 'strangers', database: store.database });
  const rows = () => store.database.all('SELECT * FROM rate_counts');

  it('make no row for strangers that come a few times', async () => {
    const counter = ofStrangers();
    for (let address = 0; address < 5_000; address += 1) counter.count(`a ${address}`, 100);
    await counter.flush();
    expect(await rows()).toEqual([]);
  });

  it('make no more than a thousand rows a minute for busy strangers', async () => {
    const counter = ofStrangers();
    for (let address = 0; address < 1_500; address += 1) {
      for (let turn = 0; turn < 10; turn += 1) counter.count(`a ${address}`, 100);
    }
    await counter.flush();
    expect(await rows()).toHaveLength(1_000);
  });

  it('add up a busy stranger, and keep no address that can be read', async () => {
    const [first, second] = [ofStrangers(), ofStrangers()];
    for (let turn = 0; turn < 9; turn += 1) first.count('a 198.51.100.7', 9);
    await first.flush();
    second.count('a 198.51.100.7', 9);
    await second.flush();
    expect(second.count('a 198.51.100.7', 9)).toBeGreaterThan(0);
    expect(JSON.stringify(await store.database.all('SELECT * FROM rate_counts'))).not.toContain('198.51');
  });
});
