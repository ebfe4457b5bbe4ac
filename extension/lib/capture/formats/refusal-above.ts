/** The refusal that a heading gives for everybody below it: "Désabonnés", "Do not email (12)". */
import { emailKey } from '../../../../shared/email-key.ts';
import { type CapturedContact, fillGaps } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { refuses } from '../lines/consent-labels.ts';
import { fieldKind } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { parseName } from '../names/names.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { saysGone } from './consent-values.ts';

/** Longer words are a sentence. */
const MAX_CHARACTERS = 60;
const COUNT = /\s*\(\s?\d+\s?\)$/;
/** Without any of these a heading says no to nothing: looked for first, since most pages have none. */
const MAY_SAY_NO =
  /abonn|subscri|inscri|\bopt|refus|retir|remov|exclu|suppr|withdr|bounc|rebond|clean|nettoy|spam|pourriel|noire|bl[ao]ck|complain|plainte|hold|dnc|\b(?:no|not|ne|pas|plus|non|sans|aucune?)\b|n['’]/i;
/** Asks somebody to leave, or says how: nobody has done it. */
export const INVITES =
  /\b(?:unsubscribe|desabonner|desabonnez|desinscrire|desinscrivez|desabonnement|desinscription|vous|you|your|votre|here|ici|how|comment)\b|[?!]/;
/** Words of several people; a badge beside one person has none. */
const OF_SEVERAL =
  /\b(?:list(?:e|es|s)?|members?|membres?|contacts|people|personnes|subscribers|abonnes|have|ont|who|qui)\b|^\S+s$/;
/** The other lists of the same people. */
const OTHERS =
  /^(?:all|tous|toutes|subscribed|subscribers|abonnee?s?|active|actifs?|actives|confirmed|confirmee?s|inscrite?s?|members|membres|pending|en attente)$/;

/** "Désabonnés (12) :" in small letters, without its count. */
const wordsOf = (text: string): string =>
  fold(cleanValue(text)).replace(/\s*:$/, '').replace(COUNT, '').replace(/\s*:$/, '');

const isGone = (words: string): boolean =>
  MAY_SAY_NO.test(words) && !INVITES.test(words) && (saysGone(words) || refuses(words));

const rowOf = ({ cell }: Line): string | undefined => cell && `${cell.table} ${cell.row}`;

/** "Courriel;Désabonné": the headings of a list. */
function isRowOfLabels({ text }: Line): boolean {
  const pieces = text.split(/[,;|]/);
  return pieces.length > 1 && pieces.some((piece) => fieldKind(piece.trim()) === 'email');
}

/** Short lines without an address or an answer, alone in their row. "Désabonnés : 3" counts people elsewhere. */
function headingsAmong(lines: readonly Line[]): Line[] {
  const rows = Map.groupBy(
    lines.filter(({ text }) => text.trim() !== ''),
    rowOf,
  );
  return lines.filter(
    (line) =>
      line.text.length <= MAX_CHARACTERS &&
      !/@|[:：]\s*\S/.test(line.text) &&
      !isRowOfLabels(line) &&
      (!line.cell || rows.get(rowOf(line))?.length === 1),
  );
}

/** Whether a line that says so stands over a list, and not beside one person. @param isFirst nobody stands before it */
const isOverList = ({ heading, cell, text }: Line, isFirst: boolean): boolean =>
  heading || cell !== undefined || isFirst || /:\s*$/.test(text) || OF_SEVERAL.test(wordsOf(text));

/** Whether another heading begins a list of others. A name heads the lines of one person. */
const isOverOthers = ({ heading, cell, text }: Line): boolean =>
  OTHERS.test(wordsOf(text)) || cell !== undefined || (heading && !parseName(text));

/** The words of the heading by the key of each address that stands under one. */
export type Refused = Readonly<Record<string, string>>;

/** Who stands under a heading that says no, which counts until another heading. */
export function refusedUnder(lines: readonly Line[]): Refused {
  if (!lines.some(({ text }) => text.length <= MAX_CHARACTERS && MAY_SAY_NO.test(text))) return {};
  const headings = new Set(headingsAmong(lines));
  const refused: Record<string, string> = {};
  if (![...headings].some(({ text }) => isGone(wordsOf(text)))) return refused;
  let above: Line | undefined;
  let [isFirst, isBar] = [true, false];
  for (const line of lines) {
    const words = headings.has(line) ? wordsOf(line.text) : '';
    const isState = isGone(words) || OTHERS.test(words);
    if (above?.cell && above.cell.table !== line.cell?.table) above = undefined;
    // "All | Subscribed | Unsubscribed": a choice of lists, and not the heading of one.
    if (isGone(words) && !isBar && isOverList(line, isFirst)) above = line;
    else if (words !== '' && (isState || isOverOthers(line))) above = undefined;
    isBar = isState;
    for (const { email } of line.text.includes('@') ? findEmails(line.text) : []) {
      isFirst = false;
      if (above) refused[emailKey(email)] = cleanValue(above.text).replace(/\s*[:：]$/, '');
    }
  }
  return refused;
}

/** The contacts, those who stand under such a heading with its no. */
export const withRefusals = (contacts: readonly CapturedContact[], refused: Refused): CapturedContact[] =>
  contacts.map((contact) => {
    const written = refused[emailKey(contact.email?.value ?? '')];
    return written === undefined ? contact : fillGaps(contact, { consent: { optIn: false, written } });
  });
