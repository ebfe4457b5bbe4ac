/**
 * A broker in its own process while its environment fails: the network to its store, its clock, callers at their limit.
 */
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDatabase } from '../../postgres.ts';
import { TestClient } from '../test-client.ts';
import { type ChildBroker, createChildBroker } from './child-broker.ts';
import { openSocket } from './raw-request.ts';
import { createSilentProxy, type SilentProxy } from './silent-proxy.ts';

const statusOf = async (response: Promise<Response>) => (await response).status;
const times = (text: string, part: string) => text.split(part).length - 1;

describe('a store that goes silent', () => {
  let proxy: SilentProxy;
  let broker: ChildBroker;
  beforeAll(async () => {
    const url = new URL(await createDatabase());
    proxy = await createSilentProxy(Number(url.port));
    url.port = String(proxy.port);
    broker = await createChildBroker({ env: { DATABASE_URL: url.href } });
    await broker.start();
  });
  afterAll(async () => {
    await broker.remove();
    proxy.close();
  });

  it('is asked over new connections within five seconds, said once in the log, and the broker ends with 0', {
    timeout: 60_000,
  }, async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const call = () => statusOf(client.call(access_token, '/v1/account'));
    expect(await Promise.all(Array.from({ length: 20 }, call))).not.toContain(503);

    proxy.silence();
    expect(await Promise.all(Array.from({ length: 20 }, call))).toContain(503);
    await vi.waitUntil(async () => (await call()) === 200, { timeout: 5_000, interval: 100 });
    const said = (part: string) => times(broker.said(), part);
    await expect.poll(() => said('the store works again'), { timeout: 5_000 }).toBe(1);
    expect(said('the store does not do what it is asked')).toBe(1);

    proxy.silence();
    expect(await broker.stop()).toBe(0);
  });
});

interface FakedClock {
  /** What makes a process believe the file. */
  env(file: string): Record<string, string>;
  /** The file's content. */
  ahead(seconds: number): string;
}

/** Inside JavaScript, which runs everywhere. */
const BY_PRELOAD: FakedClock = {
  env: (file) => ({
    CLOCK_FILE: file,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'wall-clock.ts')}`,
  }),
  ahead: (seconds) => String(seconds * 1000),
};

const [FAKETIME] = globSync('/usr/lib/*/faketime/libfaketime.so.1');
/** Below JavaScript, as a time server would; the monotonic clock stays right, as it does then. */
const BY_LIBFAKETIME: FakedClock = {
  env: (file) => ({
    LD_PRELOAD: FAKETIME ?? '',
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  }),
  ahead: (seconds) => `${seconds < 0 ? '' : '+'}${seconds}`,
};

function describeClock(where: string, fake: FakedClock, isHere: boolean): void {
  describe.skipIf(!isHere)(`a clock that is set right while the broker runs, ${where}`, () => {
    let broker: ChildBroker;
    let folder: string;
    let setClock: (aheadSeconds: number) => void;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'clock-'));
      const file = join(folder, 'ahead');
      setClock = (aheadSeconds) => writeFileSync(file, fake.ahead(aheadSeconds));
      broker = await createChildBroker({ env: fake.env(file) });
    });
    afterAll(async () => {
      await broker.remove();
      rmSync(folder, { recursive: true });
    });

    /** By the broker's clock, how many minutes it is ahead: what it logged last says. */
    const minutesAhead = () => {
      const last = broker.said().trimEnd().split('\n').at(-1) ?? '';
      const { time } = JSON.parse(last) as { time: string };
      return Math.round((Date.parse(time) - Date.now()) / 60_000) + 0;
    };

    it.each([
      ['an hour ahead', 60],
      ['an hour behind', -60],
      ['a year ahead', 525_600],
    ])(
      'keeps its sessions and signs people in after a start %s',
      { timeout: 60_000 },
      async (_how, minutes) => {
        setClock(minutes * 60);
        await broker.start();
        const early = new TestClient(broker);
        const { access_token } = await early.signIn();
        expect(await statusOf(early.call(access_token, '/v1/account'))).toBe(200);
        await expect.poll(minutesAhead).toBe(minutes);

        setClock(0);
        expect(await statusOf(early.call(access_token, '/v1/account'))).toBe(minutes > 1_440 ? 401 : 200);
        await expect.poll(minutesAhead).toBe(0);
        const late = new TestClient(broker);
        const tokens = await late.signIn();
        expect(await statusOf(late.call(tokens.access_token, '/v1/account'))).toBe(200);
        expect(await broker.stop()).toBe(0);
      },
    );

    it('refuses a proof that was used before the clock was set', { timeout: 60_000 }, async () => {
      setClock(0);
      await broker.start();
      const client = new TestClient(broker);
      const { access_token } = await client.signIn();
      await client.call(access_token, '/v1/account');
      const headers = {
        authorization: `DPoP ${access_token}`,
        dpop: client.proof('GET', '/v1/account', access_token),
      };
      const send = () => statusOf(fetch(`${broker.url}/v1/account`, { headers }));
      expect(await send()).toBe(200);
      setClock(-2);
      expect(await send()).toBe(401);
      await broker.stop();
    });
  });
}
describeClock('as JavaScript sees it', BY_PRELOAD, true);
describeClock('as the system has it (package faketime)', BY_LIBFAKETIME, FAKETIME !== undefined);

describe('a caller in the middle of a request when the broker is asked to stop', () => {
  it.each([
    ['half a request head', 'GET /livez HTTP/1.1\r\nHost: x\r\n'],
    [
      'half a body',
      'POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=',
    ],
  ])('does not delay the exit with %s', { timeout: 60_000 }, async (_what, text) => {
    const broker = await createChildBroker();
    onTestFinished(() => broker.remove());
    await broker.start();
    const socket = openSocket(broker.origin);
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    socket.write(text);
    await fetch(`${broker.origin}/livez`);
    expect(await broker.stop()).toBe(0);
    expect(broker.said()).not.toMatch(/"level":(50|60)/);
  });
});

describe('requests that are no HTTP', () => {
  let broker: ChildBroker;
  beforeAll(async () => {
    broker = await createChildBroker();
    await broker.start();
  });
  afterAll(() => broker.remove());

  it('get a page that says what to do when a browser sends too many cookies', async () => {
    const response = await fetch(`${broker.url}/oauth/authorize`, {
      headers: { cookie: `pile=${'a'.repeat(17_000)}` },
    });
    expect(response.status).toBe(431);
    expect(await response.text()).toMatch(
      /Delete the cookies of this site[\s\S]*Supprimez les témoins de ce site/,
    );
  });

  it('are counted in one line of the log, however many they are', async () => {
    const before = times(broker.said(), 'requests that are no HTTP');
    await Promise.all(
      Array.from(
        { length: 20 },
        () =>
          new Promise<void>((resolve) => {
            const socket = openSocket(broker.origin);
            socket.on('error', () => undefined).on('close', () => resolve());
            socket.resume();
            socket.write('this is no HTTP\r\n\r\n');
          }),
      ),
    );
    await vi.waitUntil(() => broker.said().includes('"other":20'), { timeout: 5_000 });
    expect(times(broker.said(), 'requests that are no HTTP')).toBe(before + 1);
  });
});
