/** Reads a question about e-mail and its answer on one line without a colon: "Newsletter? No", "Infolettre – oui". */
import { fieldKind } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { fold } from '../text/clean-text.ts';
import { isAnswer } from './answer-words.ts';
import type { Label } from './form-labels.ts';

const MAX_CHARACTERS = 400;
/** Where the label may end. */
const ENDS = /\?(?=[\s(:*\p{Lu}]|$)|\s(?:[-=]>|[-–—=|→»·])(?=\s)|\s{2}/gu;
/** What stands behind these ends is an answer, whatever it says. */
const ENDS_QUESTION = /^(?:\?|\s[-–—])$/;
/** "(Oui/Non)", "*", a colon behind the question. */
const HINTS = /^(?:\s*(?:\([^()]*\)|\*|[:：–—-](?=\s|$)))*\s*/;
/** "If so, at which address?" asks on. */
const ASKS_ON = /^(?:if (?:so|yes)|si (?:oui|c'est le cas))\b/;
/** What a page says to its reader, and nobody answers. */
const INSTRUCTS =
  /^(?:please )?(?:sign up|subscribe|join|get|click|register|enter|fill|follow|visit|read|check|tick|select|choose|stay|share|contact|inscrivez|abonnez|recevez|cliquez|cochez|veuillez|remplissez|lisez|visitez|consultez|entrez|choisissez|selectionnez|suivez|restez|ne manquez|unsubscribe(?! (?:me|date|time|reason))|se desabonner|desabonnez)\b(?!-moi)/;

export const instructs = (text: string): boolean => INSTRUCTS.test(fold(text));

/** The question and what stands behind it on the line; null where it asks for nothing about e-mail. */
function splitQuestion(text: string): Label | null {
  if (text.length > MAX_CHARACTERS || text.includes('@')) return null;
  for (const { index, 0: mark } of text.matchAll(ENDS)) {
    const label = text.slice(0, mark === '?' ? index + 1 : index);
    // What has a colon is read by it.
    if (/[:：]/.test(label)) return null;
    const value = text.slice(index + mark.length).replace(HINTS, '');
    const isSaid = value !== '' && !ASKS_ON.test(fold(value));
    if (isSaid && (ENDS_QUESTION.test(mark) || isAnswer(value)) && fieldKind(label) === 'consent')
      return { kind: 'consent', label, value };
  }
  return null;
}

/** What stands below a line, or beside it in a row: asked for only where it matters. */
type Below = () => Line | undefined;

const isBeside = ({ cell }: Line, next: Line | undefined): boolean =>
  cell !== undefined && cell.table === next?.cell?.table && cell.row === next.cell.row;

/** A line that asks about e-mail and is answered; null for any other. */
export function askedAndAnswered(line: Line, below: Below): Label | null {
  const text = line.text.replace(/^(?:[•·▪-]\s*|\*\s+)/, '');
  const found = splitQuestion(text);
  if (!found || isAnswer(found.value)) return found;
  // "Newsletter? You can leave at any time." over "Yes"
  const next = below();
  if (isBeside(line, next) || isAnswer(next?.text ?? '')) return { ...found, label: text, value: '' };
  return instructs(found.value) ? null : found;
}

/** "Subscribe to our newsletter" over "Follow us": words of the page, which ask nobody. */
export function isFurniture({ text, cell }: Line, { kind, value }: Label, below: Below): boolean {
  if (kind !== 'consent' || value !== '' || cell !== undefined || /[:：*]\s*$/.test(text)) return false;
  const next = below()?.text ?? '';
  return !isAnswer(next) && (instructs(text) || instructs(next));
}
