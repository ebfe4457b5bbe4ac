/** Consent as Envoke keeps it (envoke-api sections 4.2 and 4.3). Written apart from `shared/consent.ts`, so that a mistake there cannot hide here. */

import { addMonths } from '../clock.ts';

export type ConsentStatus =
  | 'Express'
  | 'Implied - Inquiry'
  | 'Implied - Transaction'
  | 'Implied - No Expiry'
  | 'Expired'
  | 'Not Provided'
  | 'Revoked'
  | 'External Spam Reported'
  | 'Envoke Spam Reported';

export interface Consent {
  readonly status: ConsentStatus;
  readonly description: string;
  /** Toronto local, `YYYY-MM-DD HH:MM:SS`. */
  readonly effectiveDate: string;
  /** Same form; empty when the consent does not run out. */
  readonly expiry: string;
}

/** Spellings a write may use: the vendor client's and the article's. The rest is set by Envoke alone. */
const WRITABLE: ReadonlyMap<string, ConsentStatus> = new Map([
  ['Express', 'Express'],
  ['Implied - Inquiry', 'Implied - Inquiry'],
  ['Implied - Transaction', 'Implied - Transaction'],
  ['Implied - No Expiry', 'Implied - No Expiry'],
  ['Implied: No Expiry', 'Implied - No Expiry'],
  ['Not Provided', 'Not Provided'],
  ['Not provided', 'Not Provided'],
  ['Revoked', 'Revoked'],
]);

export function readWritableStatus(text: string): ConsentStatus | undefined {
  return WRITABLE.get(text);
}

export function allowsSending(status: ConsentStatus): boolean {
  return status === 'Express' || status.startsWith('Implied');
}

/** Consent that begins at `effectiveDate`, with the expiry Envoke works out for it. */
export function beginConsent(status: ConsentStatus, description: string, effectiveDate: string): Consent {
  const months = status === 'Implied - Inquiry' ? 6 : status === 'Implied - Transaction' ? 24 : undefined;
  const expiry = months === undefined ? '' : addMonths(effectiveDate, months);
  return { status, description, effectiveDate, expiry };
}

/** The status at a moment: implied consent past its expiry has become Expired by itself. */
export function statusAt(consent: Consent, nowLocal: string): ConsentStatus {
  return consent.expiry !== '' && consent.expiry < nowLocal ? 'Expired' : consent.status;
}
