/** Takes back a write by its key: nothing of it is ever written, unless it was written already; then says so. */
import type { VoidAnswer, VoidedWrite } from '../../../shared/schemas/contact.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import type { Caller } from '../caller.ts';
import { keyReused, writeInProgress } from '../contact-problems.ts';
import { dayOf } from '../to-contact.ts';
import { diffInterests, readWishes } from './change-interests.ts';
import type { Claim, WriteOutcome } from './claim-row.ts';
import { diffContact } from './contact-diff.ts';
import { findAdded } from './create-contact.ts';
import type { WriteDeps } from './guarded-write.ts';
import { readBack } from './read-back.ts';

/** @throws ProblemError, EnvokeError or StoreUnavailableError; nothing is known then, and the same request asks again */
export async function voidWrite(deps: WriteDeps, caller: Caller, write: VoidedWrite): Promise<VoidAnswer> {
  const { accountId, idempotencyKey } = caller;
  const answer = await deps.claims.void({ accountId, idempotencyKey, request: requestOf(write) });
  switch (answer.kind) {
    case 'busy':
      throw writeInProgress();
    case 'other-request':
      throw keyReused();
    case 'void':
      return { contact_id: null };
    case 'done':
      return { contact_id: answer.outcome === 'exists' ? null : answer.contactId };
    case 'early': {
      const found = await findWritten(deps, caller.envokeToken, write);
      if (found === undefined) throw writeInProgress();
      return settleFound(deps, answer.claim, write, found);
    }
    case 'begun':
      return findOut(deps, caller, answer.claim, write);
  }
}

/** The request as the write itself claims it. */
function requestOf(write: VoidedWrite): unknown {
  if ('create' in write) return { create: write.create };
  return 'update' in write
    ? { update: write.id, changes: write.update }
    : { interests: write.id, changes: write.interests };
}

/** The answer to an earlier attempt was lost: what Envoke has now shows whether it was carried out. */
async function findOut(
  deps: WriteDeps,
  { envokeToken }: Caller,
  claim: Claim,
  write: VoidedWrite,
): Promise<VoidAnswer> {
  let found: EnvokeContact | undefined;
  try {
    found = await findWritten(deps, envokeToken, write);
  } catch (error) {
    await deps.claims.uncertain(claim);
    throw error;
  }
  if (found === undefined) {
    await deps.claims.voided(claim);
    return { contact_id: null };
  }
  return settleFound(deps, claim, write, found);
}

async function settleFound(
  deps: WriteDeps,
  claim: Claim,
  write: VoidedWrite,
  { id: contactId, consentStatus: answer }: EnvokeContact,
): Promise<VoidAnswer> {
  const outcome: WriteOutcome = 'create' in write ? 'created' : 'updated';
  await deps.claims.done(claim, outcome, { outcome: 'done', contactId, answer });
  return { contact_id: contactId };
}

async function findWritten(
  deps: WriteDeps,
  token: string,
  write: VoidedWrite,
): Promise<EnvokeContact | undefined> {
  if ('create' in write) return findAdded(deps, token, write.create);
  const isWritten = await checkOf(deps, token, write);
  const found = await readBack(() => deps.envoke.getContact(token, write.id), isWritten, deps.staleWaitMs);
  return found !== undefined && isWritten(found) ? found : undefined;
}

async function checkOf(
  deps: WriteDeps,
  token: string,
  write: Exclude<VoidedWrite, { create: unknown }>,
): Promise<(contact: EnvokeContact) => boolean> {
  if ('update' in write)
    return (contact) => diffContact(contact, write.update, dayOf(deps.now())) === undefined;
  const wishes = await readWishes(deps, token, write.interests);
  return (contact) => diffInterests(contact, wishes) === undefined;
}
