/** The broker as a process: its output, how it ends, and its message when it cannot start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSqlite } from '../../../broker/database/sqlite.ts';
import type { Envoke } from '../../envoke/envoke.ts';
import { fewestSettings } from '../broker-settings.ts';
import { type ChildBroker, createChildBroker, runBroker } from '../hardening/child-broker.ts';
import { openSocket } from '../hardening/raw-request.ts';
import { TestClient } from '../test-client.ts';

describe('a broker that is asked to stop', () => {
  let envoke: Envoke;
  let broker: ChildBroker;
  beforeAll(async () => {
    broker = await createChildBroker();
    ({ envoke } = broker);
  });
  afterAll(() => broker.remove());

  /** Over a connection that stays open for more, as browsers and proxies keep theirs. */
  function search(client: TestClient, token: string): Promise<{ status?: number; connection?: string }> {
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const headers = { authorization: `DPoP ${token}`, dpop: client.proof('GET', '/v1/contacts', token) };
    return new Promise((resolve, reject) => {
      request(`${broker.url}/v1/contacts?search=a`, { agent, headers }, (response) => {
        const { statusCode: status, headers } = response;
        response.resume().on('end', () => resolve({ ...(status && { status }), ...headers }));
      })
        .on('error', reject)
        .end();
    });
  }

  it('finishes the requests under way, closes every connection, and exits 0', async () => {
    await broker.start();
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    await client.call(access_token, '/v1/account');
    const begun = openSocket(broker.origin);
    onTestFinished(() => void begun.destroy());
    let answer = '';
    begun.on('data', (data) => {
      answer += data;
    });
    begun.write('GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    envoke.requests.clear();
    envoke.modes.set({ only: '/v1/contacts', slowMs: 1_000 });
    const underWay = search(client, access_token);
    await vi.waitUntil(() => envoke.requests.count('GET', '/v1/contacts') > 0, { timeout: 10_000 });
    const stopped = broker.stop();
    await vi.waitUntil(() => broker.said().includes('broker stops'), { timeout: 10_000 });
    begun.write('\r\n');
    expect(await underWay).toMatchObject({ status: 200, connection: 'close' });
    expect(await stopped).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close/i);
  });

  it('has printed one JSON object a line, from its start to its end', async () => {
    await broker.start();
    expect(await broker.stop()).toBe(0);
    await vi.waitUntil(() => broker.said().includes('broker has stopped'), { timeout: 10_000 });
    const lines = broker.said().trimEnd().split('\n');
    const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages).toContainEqual(expect.stringMatching(/^broker listens on http.*, known as http/));
    expect(messages.slice(-2)).toEqual([expect.stringContaining('broker stops'), 'broker has stopped']);
  });
});

describe('a broker', () => {
  function settings(): Record<string, string> {
    const folder = mkdtempSync(join(tmpdir(), 'process-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return fewestSettings(folder);
  }

  it('exits on an uncaught error, with a log line that quotes nothing', async () => {
    const surprise = "setTimeout(()=>{throw Object.assign(new Error('canary'),{detail:'canary'})},1000)";
    const child = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${surprise}`, 'broker/server.ts'],
      { env: settings() },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
      });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toContain('broker ends: unexpected error');
    expect(said.replaceAll(surprise, '')).not.toContain('canary');
  });

  it.each([
    ['PORT', (port: number) => ({ PORT: String(port) })],
    ['METRICS_PORT', (port: number) => ({ METRICS_PORT: String(port) })],
  ])('does not start where something else listens, and names %s', async (name, more) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { status, stderr } = runBroker({ ...settings(), ...more(port) });
    expect(status).toBe(1);
    expect(stderr).toContain(`127.0.0.1:${port} is taken`);
    expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('ends though nobody reads its output any more', async () => {
    const child = spawn(process.execPath, ['broker/server.ts'], { env: settings() });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    await vi.waitUntil(() => said.includes('broker listens'), { timeout: 15_000 });
    child.stdout.destroy();
    child.stderr.destroy();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('does not start on an address that another machine has', () => {
    const { status, stderr } = runBroker({ ...settings(), HOST: '192.0.2.1', PORT: '18787' });
    expect(status).toBe(1);
    expect(stderr).toContain('192.0.2.1:18787 is no address of this machine');
  });

  it('listens before a large store is checked, and ends with one sentence when it is damaged', async () => {
    const env = settings();
    const file = join(env.DATA_DIR ?? '', 'contacts-for-envoke.sqlite');
    const database = openSqlite(file);
    await database.migrate();
    await database.run("INSERT INTO seen_proofs VALUES ('large' || hex(zeroblob(10000000)), 1)");
    await database.close();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4_096, 0x5a), 0, 4_096, 10_000 * 1_024);
    closeSync(descriptor);

    const { status, stdout, stderr } = runBroker(env);
    expect(stdout).toContain('broker listens on');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^broker: the store is corrupt\. Restore it from a backup/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
