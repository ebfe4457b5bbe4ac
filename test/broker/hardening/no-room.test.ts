/** A system that refuses a broker space for its store, or its own folder. Real processes under real limits. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fewestSettings } from '../broker-settings.ts';
import { TestClient } from '../test-client.ts';
import { createAdds } from './adds.ts';
import { createChildBroker, runBroker } from './child-broker.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
/** Largest file that the broker may write: its store fits, and a log of many adds does not. */
const FILE_MAX_KIB = 1_024;

describe.skipIf(process.platform === 'win32')('a broker whose store has no more room', () => {
  it('is not ready, and takes neither adds nor sign-ins nor sign-outs', { timeout: 60_000 }, async () => {
    const broker = await createChildBroker({ fileMaxKib: FILE_MAX_KIB });
    onTestFinished(() => broker.remove());
    await broker.start();
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const others = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const other = new TestClient(broker);
        return { other, token: (await other.signIn()).access_token };
      }),
    );
    const adds = createAdds(client, access_token);
    let status = 201;
    for (let index = 0; status === 201; index += 1)
      ({ status } = await adds.add(`person-${index}@example.org`));
    expect(status).toBe(503);

    expect((await fetch(`${broker.origin}/readyz`)).status).toBe(503);
    // Signing out writes less than adding does, so a few may still fit.
    const signOuts: number[] = [];
    for (const { other, token } of others) signOuts.push((await other.revoke(token)).status);
    expect(signOuts.at(-1)).toBe(503);
    await expect(new TestClient(broker).signIn()).rejects.toThrow(/503/);
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    expect((await fetch(`${broker.origin}/livez`)).status).toBe(200);
    expect(broker.said().match(/"advice":"Its disk or file system/g)).toHaveLength(1);
  });
});

describe.skipIf(process.platform === 'win32')('a data folder of another user', () => {
  it.each<[string, (folder: string) => void]>([
    ['that may only be looked into', (folder) => chmodSync(folder, 0o555)],
    ['that lets nobody else in', (folder) => chmodSync(folder, 0o000)],
    [
      'whose files are of another user',
      (folder) => {
        runBroker(fewestSettings(folder), { words: ['keys', 'list'] });
        chmodSync(folder, isRoot ? 0o755 : 0o555);
        chmodSync(join(folder, 'contacts-for-envoke.sqlite'), isRoot ? 0o600 : 0o000);
      },
    ],
  ])(
    '%s: the broker ends with 1 and a sentence that says what to do',
    { timeout: 60_000 },
    (_which, harm) => {
      const parent = mkdtempSync(join(tmpdir(), 'other-user-'));
      const folder = join(parent, 'data');
      mkdirSync(folder);
      onTestFinished(() => {
        chmodSync(folder, 0o700);
        rmSync(parent, { recursive: true });
      });
      if (isRoot) chownSync(parent, NOBODY, NOBODY);
      harm(folder);
      // With the store in it, and with the keys alone.
      const stores: Record<string, string>[] = [
        {},
        { DATABASE_URL: `sqlite:${join(parent, 'other.sqlite')}` },
      ];
      for (const env of stores) {
        const { status, stderr } = runBroker(
          { ...fewestSettings(folder), ...env },
          { user: isRoot ? { uid: NOBODY, gid: NOBODY } : {} },
        );
        expect(status).toBe(1);
        expect(stderr).toMatch(
          /^broker: .*(the user that runs the broker|this process runs as user|move keys\.json away)/,
        );
        expect(stderr).not.toMatch(/\n {4}at /);
      }
    },
  );
});
