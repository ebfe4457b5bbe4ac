/** Makes text from anywhere plain: no control, direction or zero-width characters, one kind of space. */

// Soft hyphen, grapheme joiner, zero-width characters, direction marks, embeddings, overrides and isolates, byte order mark, variation selectors.
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: -- each of these is removed wherever it stands
  /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB\uE000-\uE00F]/g;
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: -- removing them is the point
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Signs of addresses in full width, and the raised letters of "Mᵉ" and "Dʳ". */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '＠': '@',
  '﹫': '@',
  '．': '.',
  ᵉ: 'e',
  ʳ: 'r',
  ᵐ: 'm',
  ˡ: 'l',
};
const LOOKALIKE = /[＠﹫．ᵉʳᵐˡ]/g;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|commat|period|nbsp|quot|apos|lt|gt));/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  commat: '@',
  period: '.',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
};

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name] ?? whole;
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}

/** Entities that show literally, because a content system escaped them twice. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;
}

/** The placeholder of a picture in plain text. */
const PICTURE = /\[(?:image|logo|cid|photo|picture|inline image)\b[^\]\n]{0,80}\]/gi;
/** "Chair ........ Ann Roe" */
const LEADERS = /[ \t]?(?:\.{4,}|…{2,}|_{4,}(?!_)(?=[ \t]?\S))[ \t]?|[ \t]\.{1,3}[ \t]/g;

/** Letters, digits and signs of ASCII: most lines of most pages, and nothing to clean but entities and dots in a row. */
const ASCII_ONLY = /^[\t\n -~]*$/;
const MAY_HAVE_LEADERS = /\.{4}|…{2}|_{4}/;

/** "» Chief: Ann Roe", "📍 12 Elm Street": one sign for all marks of list items, and of places. */
const ITEM_MARK = /(^|\n)[ \t]*(?:[»›→‣⁃◦●○■□▪▫►▸▶➤➢★☆❖◆◇] +|[📍📌🏠🏡🏢🏛🏤📮🗺⌂] *)/gu;

/** "**Ann Roe**", "*From:* Ann": bold type in plain text. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*_])(\*{1,2}_?)(?=[^\s*_])([^*\n]{1,120}?)(?<!\s)(_?\*{1,2})(?![\p{L}\p{N}*])/gu;
/** ![a picture](https://…) */
const LINKED_PICTURE = /!\[[^\]]{0,200}\]\([^()\s]{0,300}\)/g;

/**
 * Without bold type and pictures. Bold words at the start of a line are set apart from what follows ("**Title** Manager"),
 * as in a form or a signature.
 */
function withoutMarkup(text: string): string {
  const shown = text.includes('[') ? text.replace(LINKED_PICTURE, '').replace(PICTURE, '') : text;
  if (!shown.includes('*')) return shown;
  return shown.replace(EMPHASIS, (whole, _, words: string, __, offset: number) => {
    const isFirst = offset === 0 || shown.charAt(offset - 1) === '\n';
    const behind = shown.slice(offset + whole.length, offset + whole.length + 4);
    return isFirst && /^[ \t]+[\p{L}\p{N}(+<]/u.test(behind) && !/[:：]\s*$/.test(words)
      ? `${words} |`
      : words;
  });
}

const withoutLeaders = (text: string): string =>
  MAY_HAVE_LEADERS.test(text) ? text.replace(LEADERS, ' · ') : text;

/** "E L M   G U I L D" on a line of its own, as on cards. */
const SPACED_LETTERS = /^[ \t]*(?:\p{Lu} {1,3}){3,}\p{Lu}[ \t]*$/gmu;

/** "5 0 6 . 5 5 5 . 0 1 9 2" */
const SPACED_NUMBER = /(?<![\d.])(?:\d ){2}\d ?[.\s-] ?(?:\d ){2}\d ?[.\s-] ?(?:\d ){3}\d(?! ?\d)/g;

/** Words end where more than one blank stands. */
const withoutSpacing = (text: string): string =>
  text
    .replace(SPACED_NUMBER, (number) => number.replaceAll(' ', ''))
    .replace(SPACED_LETTERS, (line) =>
      line
        .trim()
        .split(/ {2,}/)
        .map((word) => word.replaceAll(' ', ''))
        .join(' '),
    );

/** Keeps line ends and tabs, since they carry structure. */
export function cleanText(text: string): string {
  return withoutSpacing(withoutNoise(text));
}

function withoutNoise(text: string): string {
  if (ASCII_ONLY.test(text) && !text.includes('&'))
    return withoutLeaders(
      withoutMarkup(text.includes('\n\n\n\n') ? text.replace(/\n{4,}/g, '\n\n\n') : text),
    );
  const plain = text
    .replace(INVISIBLE, '')
    .replace(ODD_SPACE, ' ')
    .replace(LOOKALIKE, (char) => LOOKALIKES[char] ?? char);
  const decoded = decodeEntities(plain)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(ITEM_MARK, '$1• ');
  return withoutLeaders(withoutMarkup(decoded))
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '');
}

/** A value fit for a field: clean, on one line, without blanks around. */
export function cleanValue(text: string): string {
  return cleanText(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Lower case without accents or apostrophe variants: what words are compared by. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ‘`´]/g, "'")
    .toLowerCase();
}

/** Nothing to fold but case: most words of most pages. */
const PLAIN = /^[ -_a-~]*$/;

/** Letters and digits only, folded: what names and domains are compared by. */
export function slug(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return fold(text)
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
