/**
 * Restores addresses that were written to hide from robots: "nom (arobase) domaine.ca", "name [at] domain [dot] ca".
 */
import { mendAddresses } from './broken-addresses.ts';
import { fold } from './clean-text.ts';
import { followInstructions } from './spam-marks.ts';

/** Between two parts of a domain: "dot", "_dot_", or a point with blanks around it. */
const SPELLED_DOT = String.raw`(?: (?:dot|point|\.) | ?[_-]dot[_-] ?)`;
// A domain must follow: "(a)" and "(at)" occur in ordinary text.
const AT_IN_BRACKETS = new RegExp(
  String.raw`\s{0,3}(?:[[({<«「]\s{0,2}(?:at|ät|at-sign|arr?obase?|a commercial|à|a|chez|@)\s{0,2}[\])}>»」]|(?<mark>[*"~|/])(?:at|arr?obase?|@)\k<mark>)\s{0,3}(?=[\p{L}\p{N}-]{1,63}(?:\.|${SPELLED_DOT}))`,
  'giu',
);
const DOT_IN_BRACKETS = /\s{0,3}[[({<*"~]\s{0,2}(?:dot|point|pt|\.)\s{0,2}[\])}>*"~]\s{0,3}/gi;
/** "ann [dash] roe [at]", "ann (tiret bas) roe (arobase)" */
const HYPHEN_IN_BRACKETS =
  /\s{0,3}[[({<]\s{0,2}(?:dash|hyphen|minus|tiret|trait d['’]union)\s{0,2}[\])}>]\s{0,3}/gi;
const UNDERSCORE_IN_BRACKETS = /\s{0,3}[[({<]\s{0,2}(?:underscore|tiret bas)\s{0,2}[\])}>]\s{0,3}/gi;
const LOCAL = "[\\p{L}\\p{N}_+.'-]{1,64}";
const LABEL = '[\\p{L}\\p{N}-]{1,63}';
const DOT = '(?: (?:dot|DOT|Dot|point|POINT|-dot-|\\.) | ?_dot_ ?|\\.)';
// Bare words are only read as an address when a whole domain follows, the last label two to ten letters long.
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}_+.'-])(${LOCAL}(?: (?:dot|DOT|point|POINT|\\.) ${LOCAL}){0,3}) (at|AT|At|at-sign|arobase|AROBASE|arobas|AROBAS|arrobas|ARROBAS|arrobase|CHEZ|_at_|-at-|@|ⓐ) (${LABEL}(?:${DOT}${LABEL}){0,5}${DOT}\\p{L}{2,10})(?![\\p{L}\\p{N}]| (?:at|AT|arobas\\w*|@) )`,
  'gu',
);
// Behind plain words only endings that people spell out count: "at the dot on the map" is a sentence.
const ENDING = /[ .](?:ca|com|org|net|edu|info|fr|uk|us|eu|io|coop|quebec|gov|example)$/i;
const SPACED_AT =
  /(?<![\p{L}\p{N}._+-])([\p{L}\p{N}_+-][\p{L}\p{N}._+-]{1,80}) ?@ ?((?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,10})(?![\p{L}\p{N}@])/gu;
const UNDERSCORED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([\p{L}\p{N}.+-]{1,64}) ?_at_ ?(?=[\p{L}\p{N}-]{1,63}(?:\.|${SPELLED_DOT})[\p{L}\p{N}])`,
  'giu',
);
/** With a dot that is spelled too: arts-at-large.example.ca is a host. */
const HYPHENED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([\p{L}\p{N}.+]{1,64})-at-(?=[\p{L}\p{N}]{1,63}${SPELLED_DOT}[\p{L}\p{N}])`,
  'giu',
);
/** "ann dot roe@elm dot example dot ca", once the sign is there. */
const SPELLED_DOMAIN = new RegExp(
  String.raw`((?:[\p{L}\p{N}_-]{1,64}${SPELLED_DOT}){0,3})([\p{L}\p{N}._+'-]{1,64}@[\p{L}\p{N}.-]{1,100})((?:${SPELLED_DOT}[\p{L}\p{N}-]{1,63}){1,5})(?![\p{L}\p{N}-])`,
  'giu',
);
const LOOSE_AT =
  /(?<![\p{L}\p{N}.])([\p{Ll}][\p{Ll}\p{N}]{1,40}) @ ((?:[\p{Ll}\p{N}-]{1,63}\.){1,5}\p{Ll}{2,10})(?![\p{L}\p{N}@])/gu;
/** "ann underscore roe at" */
const SPELLED_UNDERSCORE =
  /(?<=[\p{L}\p{N}]) (?:underscore|tiret bas) (?=[\p{L}\p{N}.]{1,40} (?:at|arobase?|arobas) )/giu;
/** Nobody spells addresses further down; what comes after is left as it is. */
const MAX_CHARACTERS = 250_000;
const WORTH_A_LOOK =
  /[[({<«「*"~|/]\s{0,2}(?:at|ät|at-sign|arr?obase?|a commercial|à|a|chez|@|dot|point|\.)\s{0,2}[\])}>»」*"~|/]| (?:at|at-sign|arr?obase?|chez|_at_|-at-|@|ⓐ) | @|@ |[_-]at[_-]|@[\p{L}\p{N}.-]{1,100} (?:dot|point|\.) /iu;

const ALL_DOTS = new RegExp(SPELLED_DOT, 'gi');
const dotted = (text: string): string => text.replace(ALL_DOTS, '.');
const DOTS = new RegExp(`(${SPELLED_DOT})`, 'i');

/** As much of the domain as ends like one; what follows goes on as a sentence. */
function joinDomain(whole: string, front: string, start: string, end: string): string {
  if (ENDING.test(start)) return whole;
  // A dot and a label in turn.
  const parts = end.split(DOTS).slice(1);
  const last = parts.findLastIndex((part, index) => index % 2 === 1 && ENDING.test(`.${part}`));
  if (last < 0) return whole;
  return dotted(front + start) + dotted(parts.slice(0, last + 1).join('')) + parts.slice(last + 1).join('');
}

const PLAIN_WORD =
  /^(?:us|me|him|her|them|it|here|there|live|now|more|find|see|visit|online|go|look|meet|join|out|up|available|posted|is|are|open|(?:web)?site|(?:web)?page|blog|portal|form|details|everything|registration|calendar|archived?)$/i;
const LABEL_BEFORE =
  /(?:e-?mail|courriel|mail|(?:^|\n)(?:from|to|cc|reply-to))\s?[:：]\s?$|(?:^|[\s|])E:?\s$/i;

const NAME_BEFORE = /(?:^|\n) *((?:\p{Lu}[\p{L}'’.-]* ){2,4})$/u;
/** As many letters of a name tell that an address is the person's. */
const MIN_SHARED = 4;

/** "Ann T. Rowan atrowan at uni.example.ca": archives of mailing lists write who sent a message so. */
function isBehindName(before: string, local: string): boolean {
  const [, name = ''] = NAME_BEFORE.exec(before) ?? [];
  return name
    .split(/[ -]/)
    .some((word) => word.length >= MIN_SHARED && local.includes(fold(word).slice(0, MIN_SHARED)));
}

/** A lower-case "at" needs a spelled "dot", a label before it or a name like "jane.roe": "look at example.ca" is a sentence. */
function join(
  whole: string,
  local: string,
  at: string,
  domain: string,
  offset: number,
  text: string,
): string {
  // "jlee at uni.example.ca" alone on its line.
  const isAlone =
    /(?:^ ?|[\n\t(<[] ?|[,;|·•–—]\s)$/.test(text.slice(Math.max(0, offset - 2), offset)) &&
    /^ *(?:$|[\n\t,;|·•–—)>\]])/.test(text.slice(offset + whole.length, offset + whole.length + 3));
  const spelled = / (?:dot|point) /i.test(domain) && ENDING.test(domain);
  const named =
    /\p{L}{2}[._]\p{L}{2}/u.test(local) ||
    LABEL_BEFORE.test(text.slice(Math.max(0, offset - 12), offset)) ||
    (isAlone && !PLAIN_WORD.test(local) && local === local.toLowerCase()) ||
    isBehindName(text.slice(Math.max(0, offset - 60), offset), local);
  const deliberate = (at !== 'at' && at !== 'At') || (named && ENDING.test(domain));
  if (at === '@' && !(/ \. /.test(domain + local) && ENDING.test(domain) && domain === domain.toLowerCase()))
    return whole;
  return spelled || deliberate ? `${dotted(local)}@${dotted(domain)}` : whole;
}

/** Hosts of addresses, in small letters. */
const hostsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/@((?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,10})/gu)].map(([, host = '']) =>
      host.toLowerCase(),
    ),
  );

/** "archives at elm.example.ca" in a text that spells another address at that host so: then it is one too. */
function joinKnown(joined: string, before: string): string {
  if (joined === before) return joined;
  const [plain, all] = [hostsIn(before), hostsIn(joined)];
  return joined.replace(SPELLED, (whole, local: string, at: string, domain: string) => {
    const host = domain.toLowerCase();
    const isKnown = at === 'at' && all.has(host) && !plain.has(host);
    return isKnown && local === local.toLowerCase() && !PLAIN_WORD.test(local) ? `${local}@${domain}` : whole;
  });
}

function reveal(text: string): string {
  const bare = text
    .replace(SPELLED_UNDERSCORE, '_')
    .replace(DOT_IN_BRACKETS, '.')
    .replace(HYPHEN_IN_BRACKETS, '-')
    .replace(UNDERSCORE_IN_BRACKETS, '_')
    .replace(UNDERSCORED, '$1@')
    .replace(HYPHENED, '$1@')
    .replace(AT_IN_BRACKETS, '@');
  return joinKnown(bare.replace(SPELLED, join), bare)
    .replace(SPELLED_DOMAIN, joinDomain)
    .replace(SPACED_AT, (whole, local: string, domain: string) =>
      // "ann@ elm.example.ca" is broken, "find us @ elm.example.ca" is not.
      /.[._]./u.test(local) || (whole.startsWith(`${local}@ `) && ENDING.test(domain))
        ? `${local}@${domain}`
        : whole,
    )
    .replace(LOOSE_AT, (whole, local: string, domain: string) =>
      PLAIN_WORD.test(local) ? whole : `${local}@${domain}`,
    );
}

/** The text with hidden addresses written plainly; everything else is left as it was. */
export function revealAddresses(text: string): string {
  const looked = text.slice(0, MAX_CHARACTERS);
  const plain = WORTH_A_LOOK.test(looked) ? reveal(looked) : looked;
  return followInstructions(mendAddresses(plain)) + text.slice(MAX_CHARACTERS);
}
