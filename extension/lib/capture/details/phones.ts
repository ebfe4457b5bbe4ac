/** Finds telephone numbers with their kind, and writes them as "+14185550126 x12". */
import { fold } from '../text/clean-text.ts';

/** `other`: the words before it say that it is for something else ("Hall rentals: 204 555-0130"). */
export type PhoneKind = 'direct' | 'office' | 'main' | 'unknown' | 'mobile' | 'toll-free' | 'other' | 'fax';

export interface FoundPhone {
  phone: string;
  kind: PhoneKind;
  /** Its place in the text, with its label and extension. */
  start: number;
  end: number;
}

const EXTENSION_LABEL = '(?:ext(?:ension)?|extn|ex|poste|pste|p|x|local|loc|#)';
/** "613-555-0158 Office/Bureau x12": what number it is may stand before the extension. */
const OF_OFFICE = String.raw`(?:\s?\(?(?:office|main|work|direct|bureau|travail)(?:\s?/\s?(?:office|work|bureau|travail))?\)?)?`;
/** ", ext. 204", " – poste 22", " (p./ext. 33)", " poste / ext. 402" */
const EXTENSION = String.raw`(?:${OF_OFFICE}\s{0,3}[,;(/|•·–—-]?\s{0,3}(?:${EXTENSION_LABEL}\.?\s{0,2}[/|]\s{0,2})?${EXTENSION_LABEL}\s{0,2}[.:#]{0,2}\s{0,2}(\d{3} \d{3}(?!\d|[ .-]\d)|\d{1,7})\)?)?`;
const NORTH_AMERICAN = new RegExp(
  String.raw`(?<![\d+/@-]|(?<!\p{L})\.)(?:(?:\+|00|011[\s.-]?)?1[\s.-]{0,2})?(?:\(\s?)?([2-9](?!11)[0-8]\d)(?:\s?\))?[\s.·•/–‐‑-]{0,3}([2-9](?!11)\d{2})[\s.·•–‐‑-]{0,3}(\d{4})(?!\d|[-.]\d)${EXTENSION}`,
  'giu',
);
const INTERNATIONAL = new RegExp(
  String.raw`(?<![\d@])(?:\+|0011|011[\s.-]?|00[\s.-]?)(?!1[\s.(-]?\d{3})([2-9]\d{0,2}[\s.\d()–-]{6,20}\d)${EXTENSION}`,
  'giu',
);
const LABEL = /(?:^|[\s|·•,;(/–—-])([\p{L}][\p{L}. /-]{0,24}?)\s{0,3}(?:[:.#]|\.\s?:|\b)?\s{0,3}$/u;
const TOLL_FREE = /^(?:800|833|844|855|866|877|888)/;

const KINDS: readonly (readonly [RegExp, PhoneKind])[] = [
  [
    /(?:^|[^\p{L}])(?:t|tel|telephone|ph|phone)\.?\s?(?:[/&+]|et|and)\s?(?:f|fax|telec|telecopieur)[\s.:]*$/u,
    'office',
  ],
  [/(?:^|[^\p{L}])(?:fax(?:e[ds])?|fx|facsimile|telec|telecopie\p{L}*|f)(?:\s(?:au|at|to))?[\s.:]*$/u, 'fax'],
  [/(?:toll[ -]?free|sans frais|no charge|1-800|numero gratuit)[\s.:]*$/u, 'toll-free'],
  [
    /(?:^|[^\p{L}])(?:c|m|cell|cel|cellular|cellulaire|mob|mobile|portable|text|texto|sms|whatsapp|home|maison|domicile|personal|after hours|emergency|urgence|cellphone|cell phone|mobile phone)[\s.:]*$/u,
    'mobile',
  ],
  [/(?:^|[^\p{L}])(?:direct|direct line|direct dial|ligne directe|d|dir|dd)[\s.:]*$/u, 'direct'],
  [
    /(?:^|[^\p{L}])(?:main|main line|main office|switchboard|standard|general|reception|front desk|accueil|ligne principale|telephone principal|bureau principal)[\s.:]*$/u,
    'main',
  ],
  [/(?:tip|help|crisis|info|hot|distress)[ -]?line[\s.:]*$/u, 'other'],
  [
    /(?:^|[^\p{L}])(?:t|o|p|w|b|h|tele?|telephone|phone|ph|office|work|bureau|bur|voice|business|travail|desk|call|line|ligne)[\s.:]*$/u,
    'office',
  ],
];

/** The kind that the words before a number give it. */
export function phoneKind(label: string): PhoneKind {
  const folded = fold(label)
    .replace(/\u{1F4E0}|\u{1F5B7}/gu, ' fax ')
    .replace(/\u{1F4F1}|\u{1F4F2}/gu, ' mobile ')
    .replace(/[*_()[\]]/g, ' ')
    .trimEnd();
  for (const [pattern, kind] of KINDS) if (pattern.test(folded)) return kind;
  return 'unknown';
}

const MAX_LABEL_WORDS = 3;

/** Where the words start that say what kind of number follows: "front desk" in "ask for Ann at the front desk". */
function labelStart(before: string): number {
  const label = LABEL.exec(before);
  const words = label?.[1] ?? '';
  const match = KINDS.map(([pattern]) => pattern.exec(fold(words))).find(Boolean);
  if (!label || !match) return before.length;
  const isShort = words.split(' ').length <= MAX_LABEL_WORDS;
  const start = isShort ? 0 : match.index + match[0].search(/\p{L}/u);
  return before.length - label[0].length + label[0].indexOf(words) + start;
}

/** "(cell)" after one number does not describe the next number. */
const LABEL_OF_LAST = /(\d\s{0,2})\([^)]{1,20}\)\s{0,3}$/;

/** "Hall rentals: ", where "Ann Roe: " would be a name. */
const OTHER_MATTER = /(?:^|[|·•;/]\s?)\p{Lu}[\p{L}'’]+(?:\s[\p{L}'’]+)*\s\p{Ll}[\p{L}'’]{2,}\s?:\s*$/u;

function kindOf(before: string, after: string, digits: string): PhoneKind {
  const labelled = phoneKind(before.slice(-30).replace(LABEL_OF_LAST, '$1'));
  if (labelled !== 'unknown' && labelled !== 'office') return labelled;
  if (labelled === 'unknown' && OTHER_MATTER.test(before)) return 'other';
  const trailing = /^\s{0,2}\(([^)]{1,20})\)/.exec(after);
  const trailingKind = trailing ? phoneKind(trailing[1] ?? '') : 'unknown';
  if (trailingKind !== 'unknown') return trailingKind;
  return TOLL_FREE.test(digits) ? 'toll-free' : labelled;
}

function written(digits: string, extension: string | undefined): string {
  return extension ? `+${digits} x${extension.replace(' ', '')}` : `+${digits}`;
}

/** "Order #: 9482013577", "BN/NE 10789 4432 …": the number of a paper. */
const OF_PAPER =
  /(?<!\p{L})(?:order|invoice|receipt|transaction|ticket|reference|confirmation|commande|facture|reçu|dossier|référence|BN|NE)\s?(?:id|no\.?|n[º°]|number|numéro|#)?\s?[:#]*\s*$/iu;

/** All numbers of one line of bounded length, in order. */
export function findPhones(line: string): FoundPhone[] {
  const found: FoundPhone[] = [];
  const add = (
    match: RegExpExecArray | RegExpMatchArray,
    digits: string,
    extension: string | undefined,
  ): void => {
    const index = match.index ?? 0;
    const end = index + match[0].length;
    const before = line.slice(Math.max(0, index - 40), index);
    if (OF_PAPER.test(before)) return;
    found.push({
      phone: written(digits, extension),
      kind: kindOf(before, line.slice(end, end + 24), digits.replace(/^1/, '')),
      start: index - (before.length - labelStart(before)),
      end,
    });
  };
  for (const match of line.matchAll(NORTH_AMERICAN))
    add(match, `1${match[1]}${match[2]}${match[3]}`, match[4]);
  for (const match of line.matchAll(INTERNATIONAL)) {
    const digits = (match[1] ?? '').replace(/\(0\)/, '').replace(/\D/g, '');
    if (digits.length >= 8 && digits.length <= 15) add(match, digits, match[2]);
  }
  return found.sort((a, b) => a.start - b.start);
}

const ORDER: readonly PhoneKind[] = ['direct', 'office', 'unknown', 'main', 'mobile', 'toll-free', 'other'];

/** The number to keep: the direct line, then an office line before a cell phone before a toll-free line, never a fax. */
export function bestPhone(phones: readonly Pick<FoundPhone, 'phone' | 'kind'>[]): string | undefined {
  const faxes = new Set(phones.filter((found) => found.kind === 'fax').map((found) => found.phone));
  const voice = phones
    .filter((found) => !faxes.has(found.phone) || found.kind !== 'fax')
    .filter((found) => found.kind !== 'fax');
  return ORDER.map((kind) => voice.find((found) => found.kind === kind)).find(Boolean)?.phone;
}

/** One written number ("tel:+1-418-555-0126;ext=12", "418 555-0126, poste 12"); undefined when the text is not a number. */
export function normalisePhone(text: string): string | undefined {
  const plain = text
    .replace(/^tel:/i, '')
    .replace(/;?ext=/i, ' ext ')
    .slice(0, 80);
  const found = findPhones(plain)[0];
  if (found) return found.phone;
  const compact = plain.replace(/[^\d+x]/gi, '');
  return findPhones(compact)[0]?.phone;
}
