/**
 * The domain in random combinations of modes: no hang, no crash, no double or lost add, no wrong "may be mailed", no wrong
 * "not in Envoke", no leaked token.
 */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import { EnvokeError } from '../../../broker/envoke/envoke-error.ts';
import { ProblemError } from '../../../broker/errors.ts';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { allowsSending, statusAt } from '../../envoke/accounts/consent.ts';
import { inWholeRun } from '../../whole-run.ts';
import { anyModes } from '../any-modes.ts';
import { configOf } from '../envoke/support.ts';
import { type Bench, DRAFT, peopleWith, startBench } from './support.ts';

const MODE_SETS = anyModes(fc.integer({ min: 1, max: 3 }), {
  retryAfterSeconds: fc.constantFrom(0, 1, 100_000),
  slowMs: fc.constantFrom(0, 0, 0, 5, 600),
  slowAnswerMs: fc.constantFrom(0, 0, 0, 5, 600),
  requestsPerSecond: fc.constantFrom(0, 0, 0, 5),
  urlMaxChars: fc.constantFrom(0, 0, 0, 200),
});

/** The expected result of a call: its value, or undefined for a problem or reason of the catalogue. */
async function endOf<Result>(work: Promise<Result>, token: string): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    const known = error instanceof ProblemError || error instanceof EnvokeError;
    if (!known) throw error;
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(token);
    return undefined;
  }
}

/** A contact shown as mailable is one that Envoke may mail. */
function expectTruthful({ account, envoke, now }: Bench, contacts: readonly (Contact | null)[]): void {
  const local = new Date(now()).toISOString().slice(0, 19).replace('T', ' ');
  for (const contact of contacts) {
    if (contact?.consent.mailable !== 'yes') continue;
    const person = account.people.find(Number(contact.id));
    expect(
      person === undefined || allowsSending(statusAt(person.consent, local)),
      JSON.stringify(envoke.modes.all()),
    ).toBe(true);
  }
}

describe('an Envoke in any combination of modes', () => {
  it('loses nobody, adds nobody twice, and calls nobody mailable or absent wrongly', {
    timeout: 120_000,
  }, async () => {
    const bench = await startBench({ deadlineMs: 400, maxAnswerBytes: 1_000_000 });
    const { envoke, account, contacts } = bench;
    // A client for the repeat, when Envoke works again: it waits longer than a busy machine takes.
    const client = createEnvokeClient(configOf(envoke), { now: bench.now });
    onTestFinished(() => client.close());
    const patient = bench.anotherBroker({ client });
    let round = 0;
    const property = fc.asyncProperty(MODE_SETS, async (modes) => {
      round += 1;
      const email = `round${round}@members.example.org`;
      const access = { accountId: account.id, envokeToken: envoke.issueAccessToken() };
      const caller = () => ({ ...bench.caller(`key-for-round-${round}-of-this`), ...access });
      envoke.modes.reset();
      envoke.modes.set(modes);

      const page = await endOf(contacts.search(access, { search: 'tremblay' }), access.envokeToken);
      expectTruthful(bench, page?.contacts ?? []);
      const emails = account.people
        .list()
        .slice(round % 200, (round % 200) + 5)
        .map(({ text }) => text.email);
      // A new client that has learned nothing from the earlier rounds.
      const newcomer = bench.anotherBroker({ client: bench.client });
      const answer = await endOf(newcomer.lookUp(access, [email, ...emails]), access.envokeToken);
      expectTruthful(bench, answer?.results.map(({ contact }) => contact) ?? []);
      const absent = answer?.results.filter(({ contact }) => contact === null).map((result) => result.email);
      expect(absent ?? [email], JSON.stringify(modes)).toEqual([email]);

      const draft = { ...DRAFT, email };
      await endOf(contacts.create(caller(), draft), access.envokeToken);
      expect(peopleWith(bench, email).length).toBeLessThanOrEqual(1);
      envoke.modes.reset();
      const fresh = { ...caller(), envokeToken: envoke.issueAccessToken() };
      const contact = await patient.create(fresh, draft);
      const made = peopleWith(bench, email);
      expect(made.map(({ id }) => String(id))).toEqual([contact.id]);
      expect(made[0]?.consent).toMatchObject({ status: 'Express', description: DRAFT.consent_description });
      expect(contact.consent).toMatchObject({ status: 'Express', mailable: 'yes' });
    });
    await fc.assert(property, { numRuns: inWholeRun(150, 40) });
  });
});
