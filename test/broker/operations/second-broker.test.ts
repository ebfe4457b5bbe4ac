/** Two brokers on one SQLite file do not share what each keeps in memory: the second one says so. */
import { expect, it, onTestFinished } from 'vitest';
import { createRunningClock, startBroker } from '../running-broker.ts';

it('warns in the log of a broker that finds another one on its SQLite file, and of no other', async () => {
  const first = await startBroker({ clock: createRunningClock(), settled: false });
  onTestFinished(() => first.close());
  const second = await startBroker({ env: { DATA_DIR: first.dataDir }, beside: first, settled: false });
  await second.close();
  expect(first.log.join('')).not.toContain('several brokers need PostgreSQL');
  expect(second.log.join('')).toContain('several brokers need PostgreSQL');
  await first.restart();
  expect(first.log.join('')).not.toContain('several brokers need PostgreSQL');
});
