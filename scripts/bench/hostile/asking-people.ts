/** Signed-in people who each ask for a page of contacts now and then, whatever else goes on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { TestClient } from '../../../test/broker/test-client.ts';

/** So many that nobody asks faster than the pace to Envoke that ships. */
const PEOPLE = 60;
/** One of them asks each time; the next does not wait for the answer. */
const ASKS_EVERY_MS = 20;

export interface Noticed {
  asked: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  p50Ms: number;
  p99Ms: number;
}

export interface People {
  /** They ask until the work is done, and for this many seconds at least. */
  askDuring(work: Promise<unknown>, seconds?: number): Promise<Noticed>;
  /** One more, of an account of its own. */
  signIn(): Promise<Person>;
}

export interface Person {
  get(path: string): Promise<number>;
}

/** Behind a proxy that names the address of each. */
export async function gatherPeople(url: string): Promise<People> {
  let joined = 0;
  const signIn = async (): Promise<Person> => {
    joined += 1;
    const headers = { 'x-forwarded-for': `203.0.113.${joined}` };
    const client = new TestClient({ url, clock: Date });
    client.headers = headers;
    const { access_token: token } = await client.signIn();
    const get = async (path: string) => {
      const response = await client.call(token, path);
      await response.arrayBuffer();
      return response.status;
    };
    // In its first two minutes a broker requires a nonce in each proof; this request gets one.
    await get('/v1/account');
    return { get };
  };
  const people: Person[] = [];
  for (let at = 0; at < PEOPLE; at += 1) people.push(await signIn());

  return {
    signIn,
    async askDuring(work, seconds = 0) {
      let isOver = false;
      void Promise.allSettled([work, sleep(seconds * 1_000)]).then(() => {
        isOver = true;
      });
      const statuses: Record<string, number> = {};
      const waits: number[] = [];
      const ask = async (person: Person, page: number) => {
        const askedAtMs = performance.now();
        const status = await person.get(`/v1/contacts?limit=25&skip=${page * 25}`);
        waits.push(performance.now() - askedAtMs);
        statuses[status] = (statuses[status] ?? 0) + 1;
      };
      const asked: Promise<void>[] = [];
      while (!isOver) {
        const person = people[asked.length % people.length];
        if (person !== undefined) asked.push(ask(person, asked.length));
        await sleep(ASKS_EVERY_MS);
      }
      await Promise.all(asked);
      await work;
      const sorted = waits.toSorted((a, b) => a - b);
      const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
      return { asked: asked.length, statuses, p50Ms: at(0.5), p99Ms: at(0.99) };
    },
  };
}
