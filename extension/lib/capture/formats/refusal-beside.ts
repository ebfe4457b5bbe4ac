/** The refusal that stands beside somebody whom no form names: "Infolettre : Non" below a signature, "désabonné" behind an address. */
import type { CapturedContact } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { refuses } from '../lines/consent-labels.ts';
import type { Line } from '../lines/line.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { isAnswer } from './answer-words.ts';
import { type Answer, consentOf, saysGone } from './consent-values.ts';
import { LabelsInLines } from './labels-in-lines.ts';
import { INVITES } from './refusal-above.ts';

const NO_DAY: Answer = { value: '', label: '' };
/** Longer words behind an address are a sentence about something else. */
const MAX_WORDS = 60;

/** Without any of these nobody speaks of e-mail that is wanted or not: looked for first, since a list has hundreds of people. */
const MAY_SPEAK =
  /news|lettre|bulletin|abonn|subscri|consent|\bopt|casl|lcap|marketing|communication|mailing|envois?\b|courriels\b|e-?mails\b|inscri|contact|recevoir|receive|updates|remove|retir|enlev|supprim|stop|do not|\b(?:pas|plus|not|ne)\b/i;

/** What stands behind the last address of a line: "Infolettre : Non", "(ne veut pas recevoir de courriels)". */
function behindAddress(line: Line): Line[] {
  const last = line.text.includes('@') ? findEmails(line.text).at(-1) : undefined;
  if (!last) return [];
  const text = line.text.slice(last.end).replace(/^[\s>|·,;:()–—-]+|[\s.)]+$/g, '');
  return text === '' || text.length > MAX_WORDS ? [] : [{ ...line, text }];
}

/** "Do not email resumes": what a page asks of its readers. */
const ASKS_READERS = /^(?:please )?(?:do not|don't|never) (?:e-?mail|contact|solicit|send)\b/;

/** "Ne souhaite pas recevoir de courriels": a line of its own. */
const isWish = ({ text }: Line): boolean =>
  text.length <= MAX_WORDS && !text.includes('@') && !ASKS_READERS.test(fold(cleanValue(text)));

/** Longer lines are not only about this. */
const MAX_REQUEST = 200;
/** "Please remove me from your list", and the subject of such a message. */
const ASKS_TO_LEAVE =
  /\b(?:please|kindly|just) (?:remove|unsubscribe|take|delete) me\b|\b(?:remove|unsubscribe|take|delete) me (?:from|off)\b|\bstop (?:e-?mailing|sending|writing)(?: to)? (?:me|us)\b|\bi(?: want| wish| would like|'d like) to (?:unsubscribe|be removed|opt out)\b|\b(?:veuillez|merci de|svp|priere de|pouvez-vous|pourriez-vous|je \w+) (?:bien )?(?:me|nous) (?:retirer|desabonner|desinscrire|enlever|supprimer)\b|\b(?:retirez|desabonnez|desinscrivez|enlevez|supprimez)-(?:moi|nous)\b|^(?:subject|objet) ?: ?(?:unsubscribe|stop|desabonnement|desinscription|me desabonner)\W*$/;

/** Words of a link are those of a program. */
const asksToLeave = ({ text, hrefs }: Line): boolean =>
  text.length <= MAX_REQUEST && hrefs.length === 0 && ASKS_TO_LEAVE.test(fold(text));

/** "Désabonné", "Do not email · Do not phone" */
function isBadge({ text }: Line): boolean {
  const marks = text.split(/\s*[,;|·•]\s*/);
  return (
    marks.some(saysGone) &&
    marks.every((mark) => saysGone(mark) || /^(?:do not|ne pas|no|pas de)\b/.test(fold(mark)))
  );
}

const asAnswer = ({ text }: Line): Answer => ({ value: text, label: '' });

/**
 * The contact with an answer that is no plain yes: consent is given in forms and lists alone, and refused anywhere.
 * @param own all that may be about them @param near what stands beside or below their address
 */
export function withRefusalBeside(
  contact: CapturedContact,
  own: readonly Line[],
  near: readonly Line[],
): CapturedContact {
  if (!own.some(({ text }) => MAY_SPEAK.test(text))) return contact;
  const behind = own.flatMap(behindAddress);
  const lines = [...own, ...behind];
  const labels = new LabelsInLines(lines);
  const asked = lines
    .flatMap((line) => labels.labelOf(line) ?? [])
    .filter(({ kind, value }) => kind === 'consent' && isAnswer(value));
  const said = [...behind, ...near.filter(isWish)].flatMap(({ text }) => {
    const words = fold(cleanValue(text));
    return refuses(words) && !INVITES.test(words) ? [{ value: text, label: '' }] : [];
  });
  const gone = own.filter((line) => isBadge(line) || asksToLeave(line)).map(asAnswer);
  const consent = consentOf([...asked, ...said, ...gone], NO_DAY, undefined);
  return contact.consent === undefined && consent?.optIn === false ? { ...contact, consent } : contact;
}
