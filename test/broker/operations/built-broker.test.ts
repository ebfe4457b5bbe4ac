/** The broker as production runs it, built into one file: the same as the source that all other tests run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBroker } from '../../../scripts/broker/build-broker.ts';
import { createChildBroker } from '../hardening/child-broker.ts';
import { TestClient } from '../test-client.ts';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'built-broker-'));
  // The lone file, far from every package.
  script = await buildBroker(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('refuses to start without settings, and says which', () => {
  const { status, stderr } = spawnSync(process.execPath, [script], { env: {}, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('ENVOKE_CLIENT_ID');
});

it('signs a person in and finds contacts', async () => {
  const broker = await createChildBroker({ script });
  try {
    await broker.start();
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const answer = await client.call(access_token, '/v1/contacts?limit=3');
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { contacts: object[] }).contacts).toHaveLength(3);
    expect(await broker.stop()).toBe(0);
  } finally {
    await broker.remove();
  }
}, 60_000);
