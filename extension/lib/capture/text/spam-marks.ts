/** Removes the marks that people add to an address to mislead robots: "jane.NOSPAM@elm.example.ca (remove NOSPAM)". */

/** In lower case, only marks that are never the name of a mailbox. */
const KNOWN =
  /(?:[Nn][Oo][-_.]?[Ss][Pp][Aa][Mm]|(?:ANTI|SANS|PAS[-_.]?DE)[-_.]?SPAM|REMOVE[-_.]?(?:THIS|ME)|ENLEVE[RZ][-_.]?(?:CECI|MOI|CA)|[AÀ][-_.]?ENLEVER)(?!\p{L}*\p{Ll})/u;
/** "(remove XYZ)", "– retirez « XYZ »" */
const INSTRUCTION =
  /[([,–—-]\s{0,2}(?:please\s)?(?:remove|delete|take out|enlever|enlevez|retirer|retirez|supprimer|supprimez)\s(?:(?:the|les?|la)\s)?["'“«]?\s?([\p{L}\p{N}._-]{2,20})/giu;
const MAX_ADDRESS_CHARACTERS = 120;

/** `part` without `mark`, and with one separator where two pieces remain; a part that is all mark stays. */
function without(part: string, mark: string): string {
  const at = part.indexOf(mark);
  if (mark === '' || mark === part || at < 0) return part;
  const before = part.slice(0, at);
  const after = part.slice(at + mark.length);
  const joint = /[._+-]$/.exec(before) ?? /^[._+-]/.exec(after);
  const pieces = [before.replace(/[._+-]$/, ''), after.replace(/^[._+-]/, '')];
  return pieces.filter(Boolean).join(joint?.[0] ?? '');
}

/** The part of an address before or after its '@', as it was before the mark was put in. */
export const withoutSpamMark = (part: string): string => without(part, KNOWN.exec(part)?.[0] ?? '');

/** The word right before an instruction, if it may be an address. */
function addressBefore(text: string): string {
  if (!text.includes('@')) return '';
  const bare = text.trimEnd();
  const word = bare.slice(Math.max(...[' ', '\n', '\t', '<', ':'].map((mark) => bare.lastIndexOf(mark))) + 1);
  return word.includes('@') ? word + text.slice(bare.length) : '';
}

/** The text with what each address asks to remove taken out of it. */
export function followInstructions(text: string): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(INSTRUCTION)) {
    const mark = (match[1] ?? '').replace(/^[._-]+|[._-]+$/g, '');
    // In small letters it is rather a word of a sentence: "remove me from the list".
    if (!/^[\p{Lu}\p{N}._-]{2,}$/u.test(mark)) continue;
    const start = Math.max(done, match.index - MAX_ADDRESS_CHARACTERS);
    const address = addressBefore(text.slice(start, match.index));
    const kept = address.split('@').map((part) => without(part, mark));
    result += text.slice(done, match.index - address.length) + kept.join('@');
    done = match.index;
  }
  return result + text.slice(done);
}
