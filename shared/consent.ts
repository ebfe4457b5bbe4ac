/** Consent as Envoke and CASL have it. Pure: no I/O, no clock; both sides decide "may be mailed" here and nowhere else. */

/**
 * Envoke's statuses in the spelling of its own integrations. Some of Envoke's answers use "Implied" for all three
 * implied kinds.
 */
export const CONSENT_STATUSES = [
  'Express',
  'Implied - Inquiry',
  'Implied - Transaction',
  'Implied - No Expiry',
  'Implied',
  'Expired',
  'Not Provided',
  'Revoked',
  'External Spam Reported',
  'Envoke Spam Reported',
] as const;

export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** Statuses that a person may choose; the others are set by Envoke alone. */
export const WRITABLE_CONSENT_STATUSES = [
  'Express',
  'Implied - Inquiry',
  'Implied - Transaction',
  'Implied - No Expiry',
  'Not Provided',
  'Revoked',
] as const satisfies readonly ConsentStatus[];

export type WritableConsentStatus = (typeof WRITABLE_CONSENT_STATUSES)[number];

/** Whether a contact may be sent e-mail; `unknown` for a status that is not in this table, and never treated as yes. */
export type Mailable = 'yes' | 'no' | 'unknown';

/** Months that implied consent lasts (CASL section 10(10); Envoke ends it by itself after the same time). */
const IMPLIED_CONSENT_MONTHS: Partial<Record<ConsentStatus, number>> = {
  'Implied - Inquiry': 6,
  'Implied - Transaction': 24,
};

const ALLOWS_SENDING: ReadonlySet<string> = new Set<ConsentStatus>([
  'Express',
  'Implied - Inquiry',
  'Implied - Transaction',
  'Implied - No Expiry',
  'Implied',
]);

const canonical = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s*[:\u2013\u2014-]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const BY_SPELLING: ReadonlyMap<string, ConsentStatus> = new Map<string, ConsentStatus>([
  ...CONSENT_STATUSES.flatMap((status) => [[status, status] as const, [canonical(status), status] as const]),
  ['no consent', 'Not Provided'],
]);

/**
 * Parses a status tolerantly: any case, `:` and ` - ` are equal, "No Consent" means Not Provided. Returns undefined for
 * an unknown status; the caller shows that text unchanged.
 */
export function parseConsentStatus(raw: string): ConsentStatus | undefined {
  return BY_SPELLING.get(raw) ?? BY_SPELLING.get(canonical(raw));
}

/** Whether a status, known to be one of the table's, lets Envoke send. */
export function allowsSending(status: ConsentStatus): boolean {
  return ALLOWS_SENDING.has(status);
}

const WITHDRAWN: ReadonlySet<string> = new Set<ConsentStatus>([
  'Revoked',
  'External Spam Reported',
  'Envoke Spam Reported',
]);

/**
 * The person refused e-mail or reported spam: only the person can ask to come back. Accepts any spelling that
 * `parseConsentStatus` reads.
 */
export function isWithdrawn(rawStatus: string): boolean {
  return WITHDRAWN.has(parseConsentStatus(rawStatus) ?? '');
}

/**
 * Whether writing this status needs a description: Envoke refuses a status that allows sending without one.
 * @param rawStatus in any spelling that `parseConsentStatus` reads
 */
export function needsDescription(rawStatus: string): boolean {
  const status = parseConsentStatus(rawStatus);
  return status !== undefined && allowsSending(status);
}

/** `YYYY-MM-DD` at the beginning of a date as Envoke writes it; undefined for none, which databases also write as `0000-00-00`. */
export function parseDay(date: string): string | undefined {
  return /^(?!0000)\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
}

/** The day implied consent that began on `effectiveDate` (`YYYY-MM-DD…`) ends, as `YYYY-MM-DD`; null when it does not end or the day is not known. */
export function consentEndsOn(status: ConsentStatus, effectiveDate: string): string | null {
  const months = impliedMonths(status);
  const day = parseDay(effectiveDate);
  return months === null || day === undefined ? null : addMonths(day, months);
}

/**
 * Months that consent of this status lasts; null where no period runs. Accepts any spelling that `parseConsentStatus`
 * reads.
 */
export function impliedMonths(rawStatus: string): number | null {
  const status = parseConsentStatus(rawStatus);
  return (status && IMPLIED_CONSENT_MONTHS[status]) ?? null;
}

/** The same day of the month so many months later, or the last day of a shorter month. @param day `YYYY-MM-DD` */
export function addMonths(day: string, months: number): string {
  // Computes with digits and not with Date, for speed: a page of contacts calls this a hundred times.
  const months0 = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(months0 / 12), (months0 % 12) + 1];
  const date = Math.min(Number(day.slice(8, 10)), lastDayOf(year, month));
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a contact with this status may be mailed on `today` (`YYYY-MM-DD`), given the day its consent ends. */
export function mailable(rawStatus: string, endsOn: string | null, today: string): Mailable {
  const status = parseConsentStatus(rawStatus);
  if (status === undefined) return 'unknown';
  if (!allowsSending(status)) return 'no';
  return endsOn !== null && endsOn < today ? 'no' : 'yes';
}
