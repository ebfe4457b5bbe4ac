/**
 * Decides which changes of consent are allowed (CASL; Envoke itself lets an API user make any change). Pure: no I/O, no
 * clock. A change from a status that forbids sending to one that allows it, or to a weaker status, is never silent.
 */
import {
  allowsSending,
  type ConsentStatus,
  needsDescription,
  parseConsentStatus,
  type WritableConsentStatus,
} from '../../../shared/consent.ts';
import { seenText } from '../../../shared/email-key.ts';
import type { Consent } from '../../../shared/schemas/contact.ts';

export type ConsentVerdict = 'allowed' | 'confirmation' | 'refused';
/** `unknown`: a status of Envoke that our table does not contain. */
export type PresentConsent = ConsentStatus | 'unknown';
type Row = Readonly<Record<WritableConsentStatus, ConsentVerdict>>;

const row = (
  express: ConsentVerdict,
  implied: ConsentVerdict,
  notProvided: ConsentVerdict,
  revoked: ConsentVerdict,
): Row => ({
  Express: express,
  'Implied - Inquiry': implied,
  'Implied - Transaction': implied,
  'Implied - No Expiry': implied,
  'Not Provided': notProvided,
  Revoked: revoked,
});

// Columns: to Express, to any Implied, to Not Provided, to Revoked.
const IMPLIED_ROW = row('allowed', 'allowed', 'confirmation', 'allowed');
// A spam complaint stays as it is: no write of ours may hide it, not even an unsubscription.
const SPAM_ROW = row('refused', 'refused', 'refused', 'refused');

export const CONSENT_TABLE: Readonly<Record<PresentConsent, Row>> = {
  Express: row('allowed', 'confirmation', 'confirmation', 'allowed'),
  'Implied - Inquiry': IMPLIED_ROW,
  'Implied - Transaction': IMPLIED_ROW,
  'Implied - No Expiry': IMPLIED_ROW,
  Implied: IMPLIED_ROW,
  'Not Provided': row('allowed', 'allowed', 'allowed', 'allowed'),
  // From here on, a change to Not Provided is refused: from Not Provided, sending would need no confirmation any more.
  Expired: row('confirmation', 'confirmation', 'refused', 'allowed'),
  Revoked: row('confirmation', 'confirmation', 'refused', 'allowed'),
  unknown: row('confirmation', 'confirmation', 'refused', 'allowed'),
  'External Spam Reported': SPAM_ROW,
  'Envoke Spam Reported': SPAM_ROW,
};

export interface ConsentRequest {
  status: WritableConsentStatus;
  description: string;
  /** The person saw the present consent and confirmed the change. */
  confirmed: boolean;
}

export type ConsentAnswer = 'allowed' | 'description-missing' | 'confirmation-needed' | 'refused';

/** Judges a change. A confirmation counts only with a description of the reason for the consent. */
export function judgeConsent(present: Consent, request: ConsentRequest): ConsentAnswer {
  const verdict = CONSENT_TABLE[presentConsent(present)][request.status];
  if (verdict === 'refused') return 'refused';
  if (verdict === 'confirmation' && !request.confirmed) return 'confirmation-needed';
  const described = seenText(request.description) !== '';
  return described || (verdict === 'allowed' && !needsDescription(request.status))
    ? 'allowed'
    : 'description-missing';
}

/** Implied consent past its end is expired, even before Envoke marks it as expired. */
function presentConsent({ status: raw, mailable }: Consent): PresentConsent {
  const status = parseConsentStatus(raw);
  if (status === undefined) return 'unknown';
  return allowsSending(status) && mailable === 'no' ? 'Expired' : status;
}
