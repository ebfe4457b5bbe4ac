/** Requests of several signed-in people over a fixed number of connections, each with a proof of its own. */
import { Pool } from 'undici';
import { TestClient } from '../../../test/broker/test-client.ts';
import { readProcesses } from './process-figures.ts';

export interface Load {
  requests: number;
  connections: number;
}

export interface Person {
  client: TestClient;
  token: string;
}

/** What is asked: one server, or several that share the requests. */
export interface Target {
  name: string;
  urls: readonly string[];
  pids: readonly number[];
}

export interface Round {
  perSecond: number;
  cpuMicroseconds: number;
  p50Ms: number;
}

/** Each has a session, and so a pace to Envoke, of its own. */
export async function signIn(url: string, people: number): Promise<Person[]> {
  const signedIn: Person[] = [];
  for (let at = 0; at < people; at += 1) {
    const client = new TestClient({ url, clock: { now: Date.now } });
    const { access_token: token } = await client.signIn();
    // In its first two minutes a broker requires a nonce in each proof; this request gets one.
    await client.call(token, '/v1/account');
    signedIn.push({ client, token });
  }
  return signedIn;
}

/** Made before the round, so that their making is not measured. */
function headersOf(people: readonly Person[], requests: number): Record<string, string>[] {
  const headers: Record<string, string>[] = [];
  while (headers.length < requests) {
    for (const { client, token } of people) {
      headers.push({ authorization: `DPoP ${token}`, dpop: client.proof('GET', '/v1/contacts', token) });
    }
  }
  return headers;
}

/** @throws Error on any answer but 200: a figure over errors is no figure */
export async function runRound(
  { name, urls, pids }: Target,
  people: readonly Person[],
  { requests, connections }: Load,
): Promise<Round> {
  const headers = headersOf(people, requests);
  const pools = urls.map((url) => new Pool(url, { connections: connections / urls.length, allowH2: false }));
  const waits: number[] = [];
  let next = 0;
  const work = async (pool: Pool) => {
    for (let at = next++; at < requests; at = next++) {
      const askedAt = performance.now();
      // All different: identical requests in progress would share one call to Envoke.
      const path = `/v1/contacts?limit=25&skip=${at * 25}`;
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers: headers[at] ?? {} });
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`${name} answered ${statusCode}`);
      waits.push(performance.now() - askedAt);
    }
  };
  const before = await readProcesses(pids);
  const startedAt = performance.now();
  const workers = Array.from({ length: connections }, (_, at) => pools[at % pools.length]);
  await Promise.all(workers.map((pool) => pool && work(pool)));
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await readProcesses(pids);
  await Promise.all(pools.map((pool) => pool.close()));
  return {
    perSecond: requests / seconds,
    cpuMicroseconds: ((after.cpuSeconds - before.cpuSeconds) * 1e6) / requests,
    p50Ms: waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Number.NaN,
  };
}
