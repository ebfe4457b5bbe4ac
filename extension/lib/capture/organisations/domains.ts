/** Reads a host name: whose mail it carries, and whether a written name belongs to it. */
import { isOrdinaryWord } from '../names/name-words.ts';
import { fold, slug } from '../text/clean-text.ts';
import { ORGANISATION_WORDS } from '../words/organisation-words.ts';
import { wordSet } from '../words/word-set.ts';

const FREE_MAIL = wordSet(
  `gmail.com googlemail.com hotmail.com hotmail.ca hotmail.fr outlook.com outlook.fr live.com live.ca live.fr msn.com yahoo.com yahoo.ca yahoo.fr ymail.com icloud.com me.com mac.com aol.com
  videotron.ca videotron.qc.ca sympatico.ca bell.net rogers.com shaw.ca telus.net cogeco.ca cogeco.net eastlink.ca nbnet.nb.ca protonmail.com proton.me fastmail.com gmx.com mail.com zoho.com xplornet.ca sasktel.net mts.net globetrotter.net orange.fr wanadoo.fr free.fr laposte.net`,
);
const SMALL_WORDS = wordSet(
  'of the and for in at on to a an de des du la le les l d et en au aux pour sur & inc ltd ltee',
);
const ARTICLES = wordSet('the le la les l');
const GENERIC_LABELS = wordSet(
  'www mail mailbox webmail email courriel courriels messagerie inbox post com org net ca qc on ab bc mb nb ns nl pe sk gc gov gouv edu info biz co example web my intranet extranet portal members membres secure login app admin forms events boutique shop news en fr',
);

/** The part after '@'. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** The labels of a host that say whose it is. */
export const tellingLabels = (host: string): string[] =>
  host
    .split('.')
    .slice(0, -1)
    .filter((label) => !GENERIC_LABELS.has(label));

/** A provider of mailboxes: a known one, or a host whose name is only about mail. */
export const isFreeMail = (domain: string): boolean =>
  FREE_MAIL.has(domain) ||
  FREE_MAIL.has(domain.slice(domain.indexOf('.') + 1)) ||
  (domain !== '' && tellingLabels(domain).length === 0);

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\d?\./, '').toLowerCase() : '';
}

/** One is the other or a part of it. */
export function isSameSite(a: string, b: string): boolean {
  const [one, other] = [a.replace(/^www\./, ''), b.replace(/^www\./, '')];
  return (
    one !== '' && other !== '' && (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`))
  );
}

/** The others start with their code. */
const PROVINCES: Readonly<Record<string, string>> = {
  alberta: 'ab',
  manitoba: 'mb',
  newfoundland: 'nl',
  quebec: 'qc',
  saskatchewan: 'sk',
  yukon: 'yt',
};

/** Whether beginnings of `words`, in order, spell `label`; a word may be left out. Returns the most letters that one word gave. */
function spells(label: string, words: readonly string[]): number {
  let best = 0;
  const visit = (
    at: number,
    index: number,
    used: number,
    longest: number,
    budget: { left: number },
  ): void => {
    budget.left -= 1;
    if (budget.left < 0) return;
    if (at === label.length) {
      if (used >= 2 || longest >= 5) best = Math.max(best, longest, used >= 3 ? 3 : 0);
      return;
    }
    for (let next = index; next < words.length; next += 1) {
      const word = words[next] ?? '';
      let length = 0;
      while (length < word.length && at + length < label.length && word[length] === label[at + length])
        length += 1;
      const short = PROVINCES[word];
      if (short && label.startsWith(short, at))
        visit(at + short.length, next + 1, used + 1, Math.max(longest, short.length), budget);
      // "Saint-Jean" may be "stjean", "Sainte-Anne" "steanne".
      if (/^sainte?$/.test(word) && label.startsWith('st', at)) {
        visit(at + 2, next + 1, used + 1, Math.max(longest, 2), budget);
        if (label[at + 2] === 'e') visit(at + 3, next + 1, used + 1, Math.max(longest, 3), budget);
      }
      for (let take = length; take > 0; take -= 1)
        visit(at + take, next + 1, used + 1, Math.max(longest, take), budget);
    }
  };
  visit(0, 0, 0, 0, { left: 2000 });
  return best;
}

const wordsOf = (phrase: string): string[] =>
  fold(phrase)
    .replace(/(?<=\s)&(?=\s)/g, 'and')
    .replace(/[’']s\b/g, 's')
    .replace(/(?<=\p{L}{2})['’](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .map(slug)
    .filter(Boolean)
    .slice(0, 12);

/** "sturgeonlakesschools" is spelled by "Sturgeon Lakes School" too. */
const matchesLabel = (label: string, phrase: string): boolean =>
  matchesWhole(label, phrase) ||
  (label.length > 6 && label.endsWith('s') && matchesWhole(label.slice(0, -1), phrase));

function matchesWhole(label: string, phrase: string): boolean {
  if (label.length < 3) return false;
  const all = wordsOf(phrase);
  if (!all.some((word) => word[0] === label[0])) return false;
  const weighty = all.filter((word) => !SMALL_WORDS.has(word));
  // "Les Amis du parc" and amisduparc.example.org, "Plume & Pierre" and plumeetpierre.example.ca
  const readings = [
    weighty,
    all,
    ...(ARTICLES.has(all[0] ?? '') ? [all.slice(1)] : []),
    // "Ville de Pointe-aux-Merles" and pam.example.ca
    ...(ORGANISATION_WORDS.has(all[0] ?? '') && SMALL_WORDS.has(all[1] ?? '') ? [all.slice(2)] : []),
    ...(all.includes('and') ? [all.map((word) => (word === 'and' ? 'et' : word))] : []),
  ];
  // "Volunteers for Saturday" at volunteer.example.org: the beginning of an ordinary word is no name.
  if (weighty.length > 1 && isOrdinaryWord(label) && !weighty.includes(label)) return false;
  // "Township of Pine" at pine.example.ca
  const isKindOf = (word: string): boolean => word === label || ORGANISATION_WORDS.has(word);
  if (label.length > 3 && weighty.length > 1 && weighty.includes(label) && weighty.every(isKindOf))
    return true;
  const enough = (longest: number, words: readonly string[]): boolean =>
    longest >= 4 ||
    (longest >= 1 && label.length >= 3 && words.length >= 2 && words.length <= label.length + 3);
  return (
    readings.some(
      (words) => words.length > 0 && words[0]?.[0] === label[0] && enough(spells(label, words), words),
    ) || readings.some((words) => spells(label, words) >= 5)
  );
}

const initialsOf = (phrase: string): string =>
  wordsOf(phrase)
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => word.charAt(0))
    .join('');

const matchesSome = (labels: readonly string[], phrase: string): boolean =>
  labels.some((label) => matchesLabel(slug(label), phrase));

/** Whether a phrase names the organisation that owns a host: "Okanagan Community Fund" and okanagancf.example.org. */
export function namesDomain(phrase: string, host: string): boolean {
  if (!phrase || isFreeMail(host) || phrase.length > 120) return false;
  const labels = tellingLabels(host);
  if (matchesSome(labels, phrase)) return true;
  return labels.some((label) => {
    const parts = label.split('-').filter(Boolean);
    // "Elm Heritage Museum" and ehm-mpo.example.ca
    const isShort = (part: string): boolean => part.length === 3 && part === initialsOf(phrase);
    return (
      parts.length > 1 &&
      parts.some((part) => isShort(part) || (part.length >= 4 && matchesLabel(slug(part), phrase)))
    );
  });
}

/** Whether all words together spell one of the labels, and no weighty one can be spared. */
function spelledByAll(all: readonly string[], labels: readonly string[]): boolean {
  const spell = (words: readonly string[]): boolean => matchesSome(labels, words.join(' '));
  const weighty = all.filter((word) => !SMALL_WORDS.has(word));
  const words = [weighty, all].find(spell);
  return (
    words !== undefined &&
    weighty.length > 1 &&
    weighty.every((spared) => !spell(words.filter((word) => word !== spared)))
  );
}

/** Whether every weighty word of a phrase of two or more has a part in the host: "Okanagan Community Fund", not "Join the choir". */
export function spellsDomain(phrase: string, host: string): boolean {
  return !isFreeMail(host) && phrase.length <= 120 && spelledByAll(wordsOf(phrase), tellingLabels(host));
}

/** The same of any word, such as the name of a mailbox. */
export const spellsLabel = (phrase: string, label: string): boolean =>
  phrase.length <= 120 && spelledByAll(wordsOf(phrase), [label]);

/** The same of the name that was registered alone: "law.elm.example.ca" is a part of Elm. */
export const spellsRegistered = (phrase: string, host: string): boolean =>
  !isFreeMail(host) && phrase.length <= 120 && spelledByAll(wordsOf(phrase), tellingLabels(host).slice(-1));

/** Shorter first words begin too many hosts. */
const MIN_FIRST = 3;

/**
 * Whether the first words of a phrase, two at least, do so: "Rainy District Health Unit" and rainydistricthealth.example.ca.
 * @param leadIn words that are ignored at the start: "Office of Northern Trails"
 */
export function startSpellsDomain(
  phrase: string,
  host: string,
  leadIn: ReadonlySet<string> = new Set(),
): boolean {
  if (isFreeMail(host) || phrase.length > 120) return false;
  const all = wordsOf(phrase);
  const words = all.slice(all.findIndex((word) => !leadIn.has(word) && !SMALL_WORDS.has(word)));
  const labels = tellingLabels(host);
  return words.some((_, index) => spelledByAll(words.slice(0, words.length - index), labels));
}

/** Whether a host leaves out some of the words: "Three Rivers Community Legal Services" and threeriverslegal.example.ca. */
export function spellsWithGaps(phrase: string, host: string): boolean {
  const [first = '', ...others] = wordsOf(phrase);
  return tellingLabels(host).some((label) => {
    if (first.length < MIN_FIRST || !label.startsWith(first)) return false;
    let left = label.slice(first.length);
    for (const word of others) if (word !== '' && left.startsWith(word)) left = left.slice(word.length);
    return left === '' && label !== first;
  });
}

/** "CRISPIN" and crispin.example.ca. */
export const isWholeLabel = (part: string, host: string): boolean =>
  /^\p{Lu}[\p{L}\p{N}&’'-]{2,}$/u.test(part) && host.split('.').slice(0, -1).includes(slug(part));

/** Whether a word is the name that was registered, behind which departments may have theirs. */
export const isRegistered = (word: string, host: string): boolean =>
  tellingLabels(host).at(-1) === slug(word);
