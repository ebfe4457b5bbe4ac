/** `doctor` warns about accounts that differ only by name. */
import { expect, it, onTestFinished } from 'vitest';
import { checkAccountIds } from '../../../broker/commands/doctor/account-ids-check.ts';
import { startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

it('warns of accounts that share a name-made id, and of no others', async () => {
  const broker = await startBroker();
  onTestFinished(() => broker.close());
  await new TestClient(broker).signIn();
  expect(await checkAccountIds(broker.app.database)).toEqual([]);
  broker.envoke.modes.set({ settingsShape: 'name' });
  await new TestClient(broker).signIn();
  const [finding] = await checkAccountIds(broker.app.database);
  expect(finding?.level).toBe('warning');
  expect(finding?.message).toContain('1 of 2 accounts');
  expect(finding?.message).toContain('two accounts of one name');
});
