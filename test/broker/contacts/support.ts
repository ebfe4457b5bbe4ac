/** The domain of contacts against a stand-in Envoke and a SQLite file, with a clock that a test moves. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Caller } from '../../../broker/contacts/caller.ts';
import { type ContactsService, createContactsService } from '../../../broker/contacts/contacts-service.ts';
import type { Database } from '../../../broker/database/database.ts';
import { openSqlite } from '../../../broker/database/sqlite.ts';
import { createEnvokeClient, type EnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import type { EnvokeConfig } from '../../../broker/envoke/envoke-config.ts';
import { ProblemError } from '../../../broker/errors.ts';
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import type { ProblemSlug } from '../../../shared/problems.ts';
import type { ContactDraft } from '../../../shared/schemas/contact.ts';
import type { Account } from '../../envoke/accounts/account.ts';
import type { Contact as EnvokePerson } from '../../envoke/accounts/contact.ts';
import { createEnvoke, type Envoke } from '../../envoke/envoke.ts';
import { configOf } from '../envoke/support.ts';

/** 15 January 2026, 12:00 in Toronto. */
const START_MS = Date.UTC(2026, 0, 15, 17);
export const DEADLINE_MS = 3_000;

export interface Bench {
  envoke: Envoke;
  account: Account;
  client: EnvokeClient;
  database: Database;
  contacts: ContactsService;
  access: { accountId: string; envokeToken: string };
  /** A caller with a new Idempotency-Key, or with this one. */
  caller(idempotencyKey?: string): Caller;
  /** Another broker on the same database, as after a crash. */
  anotherBroker(changes?: { database?: Database; client?: EnvokeClient }): ContactsService;
  /** Moves the broker's and the stand-in's clock on. */
  wait(ms: number): void;
  now(): number;
}

export async function startBench(config: Partial<EnvokeConfig> = {}): Promise<Bench> {
  let nowMs = START_MS;
  const now = () => nowMs;
  const folder = await mkdtemp(join(tmpdir(), 'contacts-'));
  const database = openSqlite(join(folder, 'broker.sqlite'));
  await database.migrate();
  const envoke = await createEnvoke({ now });
  const client = createEnvokeClient(configOf(envoke, { deadlineMs: DEADLINE_MS, ...config }), { now });
  const [account] = envoke.accounts;
  if (account === undefined) throw new Error('the stand-in has no account');
  onTestFinished(async () => {
    await client.close();
    await envoke.close();
    await database.close();
    await rm(folder, { recursive: true });
  });
  const access = { accountId: account.id, envokeToken: envoke.issueAccessToken() };
  const anotherBroker: Bench['anotherBroker'] = (changes = {}) =>
    createContactsService({
      envoke: changes.client === undefined ? client : inAnyTurn(changes.client),
      database: changes.database ?? database,
      now,
      envokeDeadlineMs: DEADLINE_MS,
      activityDays: { others: 1_095, byGround: new Map([['asked', null]]) },
      staleWaitMs: 5,
      patienceMs: 0,
    });
  return {
    envoke,
    account,
    client,
    database,
    contacts: anotherBroker(),
    access,
    caller: (idempotencyKey = randomUUID()) => ({
      ...access,
      sessionId: 'session-1',
      requestId: 'request-1',
      idempotencyKey,
    }),
    anotherBroker,
    wait(ms) {
      nowMs += ms;
    },
    now,
  };
}

/** A client in which a test has replaced some calls. */
function inAnyTurn(client: EnvokeClient): EnvokeClient {
  return { ...client, inTurn: () => client };
}

export const DRAFT: ContactDraft = {
  email: 'zoe.nouvelle@example.ca',
  first_name: 'Zoé',
  last_name: 'Tremblay',
  consent_status: 'Express',
  consent_description: 'Asked at the counter on 15 January 2026',
  basis: 'asked',
  page_url: 'https://town.example.ca/council?session=secret#top',
};

export const consentStatusCases = WRITABLE_CONSENT_STATUSES.map((status) => [status] as const);

/** The problem that a call ends with. */
export async function problemOf(work: Promise<unknown>): Promise<ProblemError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof ProblemError) return outcome;
  throw new Error('the call did not end with a problem', { cause: outcome });
}

export async function slugOf(work: Promise<unknown>): Promise<ProblemSlug> {
  return (await problemOf(work)).slug;
}

/** People in Envoke with this e-mail. */
export function peopleWith({ account }: Bench, email: string): EnvokePerson[] {
  return account.people.list().filter(({ text }) => text.email.toLowerCase() === email.toLowerCase());
}

/** Adds a person to Envoke directly, without the broker. */
export function putPerson(
  { account, now }: Bench,
  text: Partial<EnvokePerson['text']> & { email: string },
  consent: Partial<EnvokePerson['consent']> = {},
): EnvokePerson {
  const [model] = account.people.list();
  if (model === undefined) throw new Error('the stand-in has nobody');
  const blank = Object.fromEntries(Object.keys(model.text).map((name) => [name, ''])) as EnvokePerson['text'];
  const effectiveDate = `${new Date(now()).toISOString().slice(0, 10)} 12:00:00`;
  return account.people.add((id) => ({
    ...model,
    id,
    text: { ...blank, ...text },
    consent: { status: 'Express', description: 'Paper form', effectiveDate, expiry: '', ...consent },
    customFields: {},
    interestIds: [],
    autoresponderIds: [],
  }));
}
