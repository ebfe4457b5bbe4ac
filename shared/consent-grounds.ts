/**
 * The grounds of consent in the law (CASL, S.C. 2010, c. 23): the status that each gives a contact, from which day its
 * period runs and for how long, and what the person confirms. Extension and broker read the grounds only here. Pure: no
 * clock, no I/O.
 */
import { addMonths, allowsSending, impliedMonths, type WritableConsentStatus } from './consent.ts';

export const CONDITIONS = ['no-refusal-note', 'about-role'] as const;
/** What a person ticks: no note says that e-mail is unwanted; our message is about the person's role. */
export type Condition = (typeof CONDITIONS)[number];

export const GROUNDS = [
  'asked',
  'inquired',
  'client',
  'found',
  'member',
  'former-member',
  'donor',
  'published',
  'card',
  'other',
] as const;
export type Ground = (typeof GROUNDS)[number];

export interface GroundRule {
  /** Envoke's status for the ground; null where the person chooses one. */
  status: WritableConsentStatus | null;
  /** Months after the day of the event; null where no period runs. */
  months: number | null;
  /** Whether the form asks for the day of the event, or of the end of a relationship. */
  asksDay: 'event' | 'end' | null;
  conditions: readonly Condition[];
  /** Section of the Act. */
  section: string;
}

export const GROUND_RULES: Readonly<Record<Ground, GroundRule>> = {
  asked: { status: 'Express', months: null, asksDay: 'event', conditions: [], section: '10(1)' },
  inquired: {
    status: 'Implied - Inquiry',
    months: 6,
    asksDay: 'event',
    conditions: [],
    section: '10(10)(e)',
  },
  client: {
    status: 'Implied - Transaction',
    months: 24,
    asksDay: 'event',
    conditions: [],
    section: '10(10)(a)-(d)',
  },
  found: { status: 'Not Provided', months: null, asksDay: null, conditions: [], section: '' },
  member: {
    status: 'Implied - No Expiry',
    months: null,
    asksDay: 'event',
    conditions: [],
    section: '10(13)(c)',
  },
  'former-member': {
    status: 'Implied - Transaction',
    months: 24,
    asksDay: 'end',
    conditions: [],
    section: '10(13)(c)',
  },
  donor: {
    status: 'Implied - Transaction',
    months: 24,
    asksDay: 'event',
    conditions: [],
    section: '10(13)(a)-(b)',
  },
  published: {
    status: 'Implied - No Expiry',
    months: null,
    asksDay: 'event',
    conditions: ['no-refusal-note', 'about-role'],
    section: '10(9)(b)',
  },
  card: {
    status: 'Implied - No Expiry',
    months: null,
    asksDay: 'event',
    conditions: ['about-role'],
    section: '10(9)(c)',
  },
  other: { status: null, months: null, asksDay: null, conditions: [], section: '' },
};

/** Whether a status may be given on a ground: one that is no consent never lets anybody be emailed. */
export function mayGive(ground: Ground, status: WritableConsentStatus): boolean {
  return GROUND_RULES[ground].status !== 'Not Provided' || !allowsSending(status);
}

/**
 * The last day on which a ground from this day allows sending; null where no period runs. An organisation may give a
 * ground another status: then the law's period and that of the status both run, and the earlier end counts. Days are
 * `YYYY-MM-DD`.
 */
export function groundEndsOn(ground: Ground, happenedOn: string, status?: string): string | null {
  const clocks = [GROUND_RULES[ground].months, status === undefined ? null : impliedMonths(status)];
  const months = clocks.filter((clock) => clock !== null);
  return months.length === 0 ? null : addMonths(happenedOn, Math.min(...months));
}

/** Whether the law's period has ended: nobody may be mailed on this ground any more. */
export function isGroundOver(ground: Ground, happenedOn: string, today: string, status?: string): boolean {
  const endsOn = groundEndsOn(ground, happenedOn, status);
  return endsOn !== null && endsOn < today;
}

/** A real day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** E-mail between computers began in 1971: nobody asked for any, or was told of it, before. */
const FIRST_DAY = '1971-01-01';
/** Who joined before there was e-mail is a member since then; nobody who reads e-mail joined before this day. */
const FIRST_DAY_OF_MEMBERS = '1900-01-01';

/** The first day that a consent can rest on. What is earlier is a year of which only two digits were typed. */
export function earliestGroundDay(ground: Ground | undefined): string {
  return ground === undefined || ground === 'member' ? FIRST_DAY_OF_MEMBERS : FIRST_DAY;
}

/** Whether a text is a day, `YYYY-MM-DD`, that this ground can rest on; of a ground that is not known, that any can. */
export function isGroundDay(ground: Ground | undefined, text: string): boolean {
  return isDay(text) && text >= earliestGroundDay(ground);
}

/** The first day of a month (`YYYY-MM`) or a year (`YYYY`), where only that is known; any other text unchanged. */
export function earliestDay(text: string): string {
  if (/^\d{4}$/.test(text)) return `${text}-01-01`;
  return /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text;
}
