/** The proof of the consent that a write gives: checked against the grounds, and kept in the audit trail. Pure. */
import { allowsSending, parseConsentStatus } from '../../../shared/consent.ts';
import { earliestGroundDay, GROUND_RULES, groundEndsOn } from '../../../shared/consent-grounds.ts';
import { seenText } from '../../../shared/email-key.ts';
import type { ContactChanges } from '../../../shared/schemas/contact.ts';
import type { ActivityIntention } from '../activity/activity-entry.ts';
import { invalidAt } from '../contact-problems.ts';
import { dayOf } from '../to-contact.ts';
import { describedOr } from './contact-draft.ts';

type Proof = Pick<
  ContactChanges,
  'basis' | 'happened_on' | 'conditions' | 'person' | 'consent_status' | 'consent_description' | 'language'
>;

const DAY_MS = 86_400_000;

/**
 * @throws ProblemError when the day is in the future or before any consent to e-mail, the ground's period has ended, or a condition of the ground was
 * not confirmed
 */
export function checkProof(
  { basis, happened_on: day, conditions = [], consent_status }: Proof,
  nowMs: number,
): void {
  // One day ahead is allowed, because it is already tomorrow in some time zones.
  if (day !== undefined && day > dayOf(nowMs + DAY_MS)) throw invalidAt('/happened_on', 'is still to come');
  if (day !== undefined && day < earliestGroundDay(basis))
    throw invalidAt('/happened_on', `is before ${earliestGroundDay(basis)}`);
  const status = parseConsentStatus(consent_status ?? '');
  if (basis === undefined || status === undefined || !allowsSending(status)) return;
  const endsOn = day === undefined ? null : groundEndsOn(basis, day, status);
  if (endsOn !== null && endsOn < dayOf(nowMs - DAY_MS))
    throw invalidAt('/happened_on', 'the period is over');
  // A request without a day comes from an older extension, which knows no conditions.
  if (day === undefined) return;
  const lacking = GROUND_RULES[basis].conditions.filter((condition) => !conditions.includes(condition));
  if (lacking.length > 0) throw invalidAt('/conditions', `not confirmed: ${lacking.join(', ')}`);
}

/** The proof in words, as it is sent to Envoke. */
function sentDescription(proof: Proof): string {
  return proof.consent_status === undefined ? seenText(proof.consent_description ?? '') : describedOr(proof);
}

export function proofOf(proof: Proof): Partial<ActivityIntention> {
  return {
    happenedOn: proof.happened_on ?? '',
    conditions: proof.conditions ?? [],
    person: proof.person ?? '',
    description: sentDescription(proof),
  };
}
