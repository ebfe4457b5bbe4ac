/**
 * People at work while everything around fails: they look, search and add as the extension does, each request at either
 * broker, and adds again with their key until there is an answer that stays.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PATHS } from '../../shared/paths.ts';
import { problemSlug } from '../../shared/problems.ts';
import { TestClient } from '../broker/test-client.ts';
import type { World } from './world.ts';

const PEOPLE = 6;
const THINK_MAX_MS = 200;
/** Between two tries of one add: at first, and at most. */
const RETRY_MIN_MS = 500;
const RETRY_MAX_MS = 5_000;
/** Adds that a person leaves to themselves before waiting for one of them. */
const PENDING_MAX = 4;
/** One turn in so many is an add. */
const ADD_EVERY = 3;
const CALL_MAX_MS = 30_000;

export interface Traffic {
  /** Answers by status, or `no answer` for a connection that was cut or refused. */
  readonly answers: ReadonlyMap<string, number>;
  /** Problems by slug. */
  readonly problems: ReadonlyMap<string, number>;
  /** Answers that are no problem with a next step; there should be none. */
  readonly bare: readonly string[];
  /** E-mails that were to be added. */
  readonly wanted: readonly string[];
  /** Nobody begins anything new; resolves when every add has its answer. */
  finish(): Promise<void>;
  /** Sessions that do not work any more, asked at every broker. */
  lostSessions(): Promise<number>;
}

export async function startTraffic(world: World): Promise<Traffic> {
  const answers = new Map<string, number>();
  const problems = new Map<string, number>();
  const bare: string[] = [];
  const wanted: string[] = [];
  const adds: Promise<void>[] = [];
  let isOver = false;
  const people: { client: TestClient; token: string }[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const [broker] = world.brokers;
    if (broker === undefined) throw new Error('a soak without brokers');
    const client = new TestClient(broker);
    client.origin = broker.origin;
    people.push({ client, token: (await client.signIn()).access_token });
  }

  /** The slug; `done` for success, undefined without an answer. */
  const judge = async (response: Response | undefined): Promise<string | undefined> => {
    count(answers, response === undefined ? 'no answer' : String(response.status));
    if (response === undefined) return undefined;
    const text = await response.text().catch(() => undefined);
    if (text === undefined) return undefined;
    if (response.status < 400) return 'done';
    const slug = slugOf(text);
    count(problems, slug ?? 'none');
    const isLater = response.status === 429 || response.status === 503;
    if (slug === undefined || slug === 'internal-error' || (isLater && !response.headers.has('retry-after')))
      bare.push(`${response.status} ${text.slice(0, 200)}`);
    return slug;
  };
  const call = async (who: (typeof people)[number], path: string, init: RequestInit = {}) => {
    // A client of its own for the call: nonces are kept, and the origin is that of this request alone.
    const client = Object.assign(new TestClient(who.client.broker, who.client.key), {
      nonce: who.client.nonce,
      origin: world.brokers[Math.floor(Math.random() * world.brokers.length)]?.origin,
    });
    const response = await client
      .call(who.token, path, { ...init, signal: AbortSignal.timeout(CALL_MAX_MS) })
      .catch(() => undefined);
    who.client.nonce = client.nonce;
    return judge(response);
  };
  const add = async (who: (typeof people)[number], email: string) => {
    const init = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `key-of-${email.replace(/\W/g, '-')}`,
      },
      body: JSON.stringify({ email, consent_status: 'Not Provided' }),
    };
    for (let waitMs = RETRY_MIN_MS; ; waitMs = Math.min(2 * waitMs, RETRY_MAX_MS)) {
      const outcome = await call(who, API_PATHS.contacts, init);
      // Of somebody whom nobody else adds, "exists" says that an earlier try was carried out.
      if (outcome === 'done' || outcome === 'contact-exists') return;
      await sleep(waitMs);
    }
  };
  const work = async (who: (typeof people)[number], name: number) => {
    const pending = new Set<Promise<void>>();
    for (let turn = 0; !isOver; turn += 1) {
      if (turn % ADD_EVERY === 0 && pending.size < PENDING_MAX) {
        const email = `person-${name}-${turn}@example.org`;
        wanted.push(email);
        const adding = add(who, email).finally(() => pending.delete(adding));
        pending.add(adding);
        adds.push(adding);
      } else if (turn % ADD_EVERY === 1) await call(who, API_PATHS.account);
      else await call(who, `${API_PATHS.contacts}?search=person-${name}`);
      await sleep(Math.random() * THINK_MAX_MS);
    }
  };
  const working = people.map(work);
  return {
    answers,
    problems,
    bare,
    wanted,
    async finish() {
      isOver = true;
      await Promise.all(working);
      await Promise.all(adds);
    },
    async lostSessions() {
      let lost = 0;
      for (const { client, token } of people) {
        for (const { origin } of world.brokers) {
          client.origin = origin;
          const { status } = await client.call(token, API_PATHS.account);
          if (status !== 200) lost += 1;
        }
      }
      return lost;
    },
  };
}

function count(figures: Map<string, number>, name: string): void {
  figures.set(name, (figures.get(name) ?? 0) + 1);
}

function slugOf(text: string): string | undefined {
  try {
    const { type }: { type?: unknown } = JSON.parse(text);
    return typeof type === 'string' ? problemSlug(type) : undefined;
  } catch {
    return undefined;
  }
}
