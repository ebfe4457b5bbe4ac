/** A thousand people added while brokers die and Envoke fails: in the end each is there once, as asked, and the audit says so. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EnvokeError } from '../../../broker/envoke/envoke-error.ts';
import { ProblemError } from '../../../broker/errors.ts';
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import type { ContactDraft } from '../../../shared/schemas/contact.ts';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { createRandom, type Random } from '../../envoke/seeds/random.ts';
import { inWholeRun } from '../../whole-run.ts';
import { BrokerDied, mortalBroker } from './mortal-broker.ts';
import { type Bench, DEADLINE_MS, startBench } from './support.ts';

const PEOPLE = inWholeRun(1_000, 200);
/** People who are being added at the same time. */
const AT_ONCE = 20;
/** One person in this many is added by two colleagues at once, each with their own key. */
const TWICE_EVERY = 10;
/** The deadline of one call to Envoke: short, but long enough for a busy machine. */
const CALL_DEADLINE_MS = 500;
/** The number of repeats, like an outbox that does not give up; a busy machine needs more than an idle one. */
const ATTEMPTS_MAX = 200;

interface Add {
  key: string;
  draft: ContactDraft;
}

const MODE_SETS: readonly Partial<ModeValues>[] = [
  {},
  {},
  { writeThenDrop: 2 },
  { writeThenServerError: 2 },
  { serverError: 3 },
  { unreachable: 3 },
  { cut: 3 },
  { transient401: 6 },
  { rateLimited: 2, retryAfter: 'seconds', retryAfterSeconds: 0 },
  { staleReads: 4 },
  { successFalse: 1 },
  { loginPage: 2 },
  { createStatus: '201', createAnswer: 'id' },
  { createAnswer: 'no-data' },
  { only: 'POST', slowMs: CALL_DEADLINE_MS + 100 },
];

function draftOf(index: number): ContactDraft {
  return {
    email: `person${index}@members.example.org`,
    last_name: `Roe ${index}`,
    consent_status: WRITABLE_CONSENT_STATUSES[index % WRITABLE_CONSENT_STATUSES.length] ?? 'Express',
    consent_description: `Signed the list, line ${index}`,
  };
}

/** Repeats with the same key until there is a final answer, as the extension's outbox does. */
async function addAtLast(bench: Bench, { key, draft }: Add, random: Random): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const mode = MODE_SETS[random.below(MODE_SETS.length)] ?? {};
    bench.envoke.modes.reset();
    bench.envoke.modes.set(mode);
    try {
      const broker = mortalBroker(bench, () => random.chance(2));
      return (await broker.create(bench.caller(key), draft)).id;
    } catch (error) {
      if (error instanceof ProblemError && error.slug === 'contact-exists')
        return error.details.contact?.id ?? '';
      if (error instanceof ProblemError && error.slug === 'write-in-progress')
        bench.wait(10 * DEADLINE_MS + 1);
      const known =
        error instanceof ProblemError || error instanceof EnvokeError || error instanceof BrokerDied;
      if (!known) throw error;
    }
  }
  throw new Error('the person was not added, however often it was tried');
}

describe(`${PEOPLE} adds among crashes, timeouts and repeats`, () => {
  it('end with each person in Envoke once, with the consent asked for, and an audit that says so', {
    timeout: 300_000,
  }, async () => {
    const bench = await startBench({ deadlineMs: CALL_DEADLINE_MS });
    const random = createRandom(20_260_115);
    const adds = Array.from({ length: PEOPLE }, (_, index) => draftOf(index)).flatMap((draft, index) =>
      (index % TWICE_EVERY === 0 ? [1, 2] : [1]).map((): Add => ({ key: randomUUID(), draft })),
    );
    const ids = new Map<string, string>();
    const waiting = adds.values();
    const worker = async () => {
      for (const add of waiting) ids.set(add.key, await addAtLast(bench, add, random));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));

    const made = bench.account.people
      .list()
      .filter(({ text }) => text.email.endsWith('@members.example.org'));
    const asText = (email: string, status: string, description: string) =>
      [email, status, description].join(' | ');
    expect(
      made.map(({ text, consent }) => asText(text.email, consent.status, consent.description)).sort(),
    ).toEqual(
      Array.from({ length: PEOPLE }, (_, index) => draftOf(index))
        .map((draft) => asText(draft.email, draft.consent_status, draft.consent_description ?? ''))
        .sort(),
    );

    const idByEmail = new Map(made.map(({ id, text }) => [text.email, String(id)]));
    expect(adds.filter(({ key, draft }) => ids.get(key) !== idByEmail.get(draft.email))).toEqual([]);
    await expectAudit(bench, [...idByEmail.values()], adds.length);
  });
});

/** One line for each add; for each person one that says it was done, none that leaves it open. */
async function expectAudit({ contacts, access }: Bench, people: string[], adds: number): Promise<void> {
  const outcomes = new Map<string, string[]>();
  let before: string | undefined;
  do {
    const page = await contacts.activity(access.accountId, {
      limit: 100,
      ...(before === undefined ? {} : { before }),
    });
    for (const { contact_id, outcome } of page.entries) {
      outcomes.set(contact_id, [...(outcomes.get(contact_id) ?? []), outcome]);
    }
    before = page.next_before ?? undefined;
  } while (before !== undefined);

  expect([...outcomes.values()].flat()).toHaveLength(adds);
  expect([...outcomes.keys()].sort()).toEqual(people.toSorted());
  for (const [id, said] of outcomes) {
    expect(said, `contact ${id}`).toContain('done');
    expect(
      said.filter((outcome) => outcome !== 'done' && outcome !== 'already-there'),
      `contact ${id}`,
    ).toEqual([]);
  }
}
