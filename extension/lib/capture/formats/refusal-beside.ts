/** The refusal that stands beside somebody whom no form names: "Infolettre : Non" below a signature, "désabonné" behind an address. */
import type { CapturedContact } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { refuses } from '../lines/consent-labels.ts';
import type { Line } from '../lines/line.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { isAnswer } from './answer-words.ts';
import { type Answer, consentOf, saysGone } from './consent-values.ts';
import { LabelsInLines } from './labels-in-lines.ts';

const NO_DAY: Answer = { value: '', label: '' };
/** Longer words behind an address are a sentence about something else. */
const MAX_WORDS = 60;

/** Without any of these nobody speaks of e-mail that is wanted or not: looked for first, since a list has hundreds of people. */
const MAY_SPEAK =
  /news|lettre|bulletin|abonn|subscri|consent|\bopt|casl|lcap|marketing|communication|mailing|envois?\b|courriels\b|e-?mails\b|inscri|contact|recevoir|receive|updates|\b(?:pas|plus|not|ne)\b/i;
/** What a program writes below every message asks, and nobody has answered. */
const INVITES_TO_LEAVE =
  /\b(?:unsubscribe|desabonner|desabonnez|desabonnement|desinscrire|desinscription|here|ici)\b/;

/** What stands behind the last address of a line: "Infolettre : Non", "(ne veut pas recevoir de courriels)". */
function behindAddress(line: Line): Line[] {
  const last = line.text.includes('@') ? findEmails(line.text).at(-1) : undefined;
  if (!last) return [];
  const text = line.text.slice(last.end).replace(/^[\s>|·,;:()–—-]+|[\s.)]+$/g, '');
  return text === '' || text.length > MAX_WORDS ? [] : [{ ...line, text }];
}

/** The contact with an answer that is no plain yes: consent is given in forms and lists alone, and refused anywhere. */
export function withRefusalBeside(contact: CapturedContact, own: readonly Line[]): CapturedContact {
  if (!own.some(({ text }) => MAY_SPEAK.test(text))) return contact;
  const behind = own.flatMap(behindAddress);
  const lines = [...own, ...behind];
  const labels = new LabelsInLines(lines);
  const asked = lines
    .flatMap((line) => labels.labelOf(line) ?? [])
    .filter(({ kind, value }) => kind === 'consent' && isAnswer(value));
  const said = behind.flatMap(({ text }) => {
    const words = fold(cleanValue(text));
    return refuses(words) && !INVITES_TO_LEAVE.test(words) ? [{ value: text, label: '' }] : [];
  });
  // A badge: "Désabonné"
  const gone = own.filter(({ text }) => saysGone(text)).map(({ text }) => ({ value: text, label: '' }));
  const consent = consentOf([...asked, ...said, ...gone], NO_DAY, undefined);
  return contact.consent === undefined && consent?.optIn === false ? { ...contact, consent } : contact;
}
