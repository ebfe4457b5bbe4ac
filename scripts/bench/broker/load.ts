/** Requests of several signed-in people over a fixed number of connections, each with a proof of its own. */
import { Pool } from 'undici';
import { TestClient } from '../../../test/broker/test-client.ts';
import { readProcess } from './process-figures.ts';

const CONNECTIONS = 32;

export interface Person {
  client: TestClient;
  token: string;
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
    // In a broker's first two minutes each proof needs a nonce: this brings it.
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
  url: string,
  pid: number,
  people: readonly Person[],
  requests: number,
): Promise<Round> {
  const headers = headersOf(people, requests);
  const pool = new Pool(url, { connections: CONNECTIONS, allowH2: false });
  const waits: number[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < requests; at = next++) {
      const askedAt = performance.now();
      // No two alike: questions that are under way at once would share one call.
      const path = `/v1/contacts?limit=25&skip=${at * 25}`;
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers: headers[at] ?? {} });
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`the bench was answered ${statusCode}`);
      waits.push(performance.now() - askedAt);
    }
  };
  const before = await readProcess(pid);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await readProcess(pid);
  await pool.close();
  return {
    perSecond: requests / seconds,
    cpuMicroseconds: ((after.cpuSeconds - before.cpuSeconds) * 1e6) / requests,
    p50Ms: median(waits),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
