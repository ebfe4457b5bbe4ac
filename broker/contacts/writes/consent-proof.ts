/** The proof of the consent that a write gives: checked against the grounds, and kept in the audit trail. Pure. */
import { allowsSending, parseConsentStatus } from '../../../shared/consent.ts';
import { earliestGroundDay, GROUND_RULES, groundEndsOn } from '../../../shared/consent-grounds.ts';
import { seenText } from '../../../shared/email-key.ts';
import { latestDay } from '../../../shared/latest-day.ts';
import { DAY_DETAILS } from '../../../shared/problems.ts';
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
/** By so much a person's clock may be ahead at midnight; past that, sign-ins begin to fail too. */
const CLOCK_LEEWAY_MS = 300_000;

/**
 * @throws ProblemError when the day has not begun in Canada or is before any consent to e-mail, the ground's period has ended, or a condition of the ground was
 * not confirmed
 */
export function checkProof(
  { basis, happened_on: day, conditions = [], consent_status }: Proof,
  nowMs: number,
): void {
  if (day !== undefined && day > latestDay(nowMs + CLOCK_LEEWAY_MS))
    throw invalidAt('/happened_on', DAY_DETAILS.toCome);
  if (day !== undefined && day < earliestGroundDay(basis))
    throw invalidAt('/happened_on', `is before ${earliestGroundDay(basis)}`);
  const status = parseConsentStatus(consent_status ?? '');
  if (basis === undefined || status === undefined || !allowsSending(status)) return;
  const endsOn = day === undefined ? null : groundEndsOn(basis, day, status);
  if (endsOn !== null && endsOn < dayOf(nowMs - DAY_MS)) throw invalidAt('/happened_on', DAY_DETAILS.over);
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
