/**
 * The steps of every write: claim the idempotency key and write the audit line, do the work, settle both. If a broker
 * dies in between, its claim remains, and a repeat of the request first checks what happened.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { isEnvokeError } from '../../envoke/envoke-error.ts';
import { ProblemError } from '../../errors.ts';
import type { ActivityIntention, ActivityOutcome } from '../activity/activity-entry.ts';
import type { Caller } from '../caller.ts';
import {
  contactExists,
  contactNotFound,
  keyReused,
  writeInProgress,
  writeUncertain,
} from '../contact-problems.ts';
import type { FindDeps } from '../search/contact-lookup.ts';
import type { FoundAbsent } from '../search/found-absent.ts';
import { dayOf, toContact } from '../to-contact.ts';
import type { Claim, ClaimAnswer, WriteOutcome } from './claim-row.ts';
import { readBack } from './read-back.ts';
import type { Withdrawals } from './withdrawals.ts';
import type { ClaimRequest, WriteClaims } from './write-claim.ts';

/** Wait between two checks whether the other write has ended. */
const BUSY_WAIT_MS = 100;

/** Values of the audit line for a write without consent, ground or page. */
const UNSAID = { contactId: '', consentTo: '', basis: '', pageUrl: '', confirmed: false };

/** What every write needs. */
export interface WriteDeps extends FindDeps {
  claims: WriteClaims;
  absent: FoundAbsent;
  withdrawals: Withdrawals;
  /** The contact with the end of its consent by our own clock, where that end is earlier. */
  ended(accountId: string, contact: Contact): Promise<Contact>;
  /** How long a write waits for another write to the same contact before the broker answers 409. */
  patienceMs: number;
  /** How long Envoke's reads may lag behind its writes. */
  staleWaitMs: number;
}

export interface GuardedWrite {
  subject: string;
  /** A second subject that no other write may change at the same time. */
  alsoSubject?: string;
  request: unknown;
  intention: Pick<ActivityIntention, 'action'> &
    Partial<Omit<ActivityIntention, 'accountId' | 'sessionId' | 'requestId'>>;
  work(claim: Claim): Promise<WorkResult>;
}

export interface WorkResult {
  outcome: Exclude<WriteOutcome, 'exists'>;
  activity: ActivityOutcome;
  contact: Contact;
  consentFrom: string;
}

/** @throws ProblemError, EnvokeError or StoreUnavailableError */
export async function runGuarded(deps: WriteDeps, caller: Caller, write: GuardedWrite): Promise<Contact> {
  const { accountId, sessionId, requestId, idempotencyKey } = caller;
  const intention = { ...UNSAID, ...write.intention, accountId, sessionId, requestId };
  const { subject, request } = write;
  const answer = await claimInTurn(deps, { idempotencyKey, request, subject, intention });
  switch (answer.kind) {
    case 'busy':
      throw writeInProgress();
    case 'other-request':
      throw keyReused();
    case 'done':
      return repeat(answer.outcome, await reread(deps, caller.envokeToken, answer.contactId));
    case 'begun':
      return settle(deps, answer.claim, write);
  }
}

async function claimInTurn({ claims, patienceMs }: WriteDeps, request: ClaimRequest): Promise<ClaimAnswer> {
  for (let waitedMs = 0; ; waitedMs += BUSY_WAIT_MS) {
    const answer = await claims.claim(request);
    if (answer.kind !== 'busy' || waitedMs >= patienceMs) return answer;
    await sleep(BUSY_WAIT_MS);
  }
}

/** The contact of an earlier answer, as it is now. @throws ProblemError 'contact-not-found' */
async function reread({ envoke, now, staleWaitMs }: WriteDeps, token: string, id: string): Promise<Contact> {
  const contact = await readBack(
    () => envoke.getContact(token, id),
    () => true,
    staleWaitMs,
  );
  if (contact === undefined) throw contactNotFound();
  return toContact(contact, dayOf(now()));
}

function repeat(outcome: WriteOutcome, contact: Contact): Contact {
  if (outcome === 'exists') throw contactExists(contact);
  return contact;
}

/** Does the work while no other write may use the second subject. */
async function workAlone(deps: WriteDeps, claim: Claim, write: GuardedWrite): Promise<WorkResult> {
  const { alsoSubject } = write;
  if (alsoSubject === undefined) return write.work(claim);
  for (let waitedMs = 0; !(await deps.claims.hold(claim, alsoSubject)); waitedMs += BUSY_WAIT_MS) {
    if (waitedMs >= deps.patienceMs) throw writeInProgress();
    await sleep(BUSY_WAIT_MS);
  }
  try {
    return await write.work(claim);
  } finally {
    await deps.claims.letGo(claim);
  }
}

async function settle(deps: WriteDeps, claim: Claim, write: GuardedWrite): Promise<Contact> {
  const { claims } = deps;
  let result: WorkResult;
  try {
    result = await workAlone(deps, claim, write);
  } catch (error) {
    await settleFailure(claims, claim, error);
    const isLost = isEnvokeError(error) && error.mayHaveHappened && error.reason !== 'unauthorized';
    throw isLost ? writeUncertain(error) : error;
  }
  const { outcome, activity, contact, consentFrom } = result;
  const answer = contact.consent.status;
  await claims.done(claim, outcome, { outcome: activity, contactId: contact.id, consentFrom, answer });
  return contact;
}

async function settleFailure(claims: WriteClaims, claim: Claim, error: unknown): Promise<void> {
  if (error instanceof ProblemError) {
    const { contact } = error.details;
    const about = contact === undefined ? {} : { contactId: contact.id, consentFrom: contact.consent.status };
    if (error.slug === 'contact-exists') {
      return claims.done(claim, 'exists', { outcome: 'already-there', ...about });
    }
    return claims.reopen(claim, { outcome: 'refused', ...about });
  }
  if (isEnvokeError(error) && !error.mayHaveHappened) return claims.reopen(claim, { outcome: 'failed' });
  return claims.uncertain(claim);
}
