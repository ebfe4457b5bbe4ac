/** Distinguishes job titles from other phrases. */
import { fold } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { KNOWN_PLACES } from '../words/known-places.ts';
import { PERHAPS_NAMES } from '../words/not-names.ts';
import {
  DEPARTMENT_WORDS,
  FRENCH_ORGANISATION_WORDS,
  ORGANISATION_WORDS,
} from '../words/organisation-words.ts';
import {
  ENGLISH_TITLE_WORDS,
  FRENCH_TITLE_WORDS,
  isTitleKey,
  PROFESSIONS,
  TITLE_MODIFIERS,
} from '../words/title-words.ts';

const MAX_TITLE_CHARACTERS = 120;
/**
 * More endings of words for occupations. Names have them too ("Érablière Paré"), so they only count at the head of a phrase,
 * and not before a capital.
 */
const PERHAPS_DOER =
  /(?:^professionnel(?:le)?$|trice|teur|ienne|aire|iere|maker|master|warden|smith|wright)$/;
/** "Harbour Master", "Ice Maker": alone they may be anything. */
const DOER_BEHIND = /^(?:master|mistress|mate|maker|keeper)$/;

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}-]+/u)
    .filter(Boolean);

export const isTitleWord = (word: string): boolean => {
  const key = fold(word).replace(/[^\p{L}-]/gu, '');
  // "Roe-Carver" is a name.
  const isPart = (part: string, index: number): boolean =>
    part.length > 3 && isTitleKey(part) && (index === 0 || !PERHAPS_NAMES.has(part));
  return isTitleKey(key) || key.split('-').some(isPart);
};

export const isTitleModifier = (word: string): boolean =>
  TITLE_MODIFIERS.has(fold(word).replace(/[^\p{L}-]/gu, ''));

/** "Maire", "Deputy Mayor", but not "Artist call". */
export function isNothingButTitle(text: string): boolean {
  const all = text.split(/\s+/);
  return all.some(isTitleWord) && all.every((word) => isTitleWord(word) || isTitleModifier(word));
}

/** "Mayor" in "Mayor Roe", and "Email Mayor": no given name, though "Dean" is one. */
export const isTitleAsGiven = (first: string): boolean =>
  isTitleWord(first.split(' ').at(-1) ?? '') && !COMMON_GIVEN_NAMES.has(fold(first));

/** A profession by training: a title on the next line says more ("…, notaire", "Directeur"). */
export const isProfession = (text: string): boolean => PROFESSIONS.has(fold(text));

/** Whether a phrase has a word for what somebody does. */
export function hasTitleWord(text: string): boolean {
  return text.length <= MAX_TITLE_CHARACTERS && words(text).some(isTitleWord);
}

/** "Volunteer coordinators", "Conference Chairs": what several people are. */
export const isTitleOfSeveral = (title: string): boolean => {
  const [head = ''] = title.split(/,|\s(?:of|for|de|des|du|aux?|à)\s/);
  const word = head.split(' ').at(-1) ?? '';
  const one = word.replace(/ies$/, 'y').replace(/s$/, '');
  return one !== word && !isTitleWord(word) && isTitleWord(one);
};

/** The first words up to "of", "de", a comma: what a phrase is about at its core. */
function headOf(text: string): string[] {
  const [head = ''] = text.split(
    /,|\s(?:of|for|to|in|at|de|des|du|en|à|aux?|and the|the|responsable)\s|\sd'|[–—(|/]|\s-\s/,
  );
  return words(head);
}

const MEETING =
  /^(?:assemblée|réunion|rencontre|atelier|colloque|congrès|souper|séance|spectacle)(?!\p{L})/iu;
const MEETINGS =
  /^(?:meeting|workshop|conference|gala|dinner|camp|session|assembly|rehearsal|summit|forum|retreat|concert)$/;

/** Whether a phrase names what people meet for: "Model UN Executive Meeting", "Assemblée générale annuelle". */
export function isOccasion(text: string): boolean {
  const head = headOf(text);
  return MEETING.test(text.trim()) || (head.length > 1 && MEETINGS.test(head.at(-1) ?? ''));
}

/** "Direction artistique" is the office of one person in a theatre. */
const OFFICE_OF_HEAD =
  /^(?:co-?)?direction (?:artistique|générale|administrative|technique|musicale|littéraire|adjointe|de (?:la )?production)(?: et (?:artistique|générale|administrative))?$/iu;

/** Whether the core of a phrase is a title word: "Manager of Foundation Relations" is a title, "Board of Directors" is none. */
export function isTitle(text: string): boolean {
  const phrase = text
    .trim()
    .replace(/\bPh\.\s?D\.?(?=\s)/, 'PhD')
    // "President (term ends 2026)"
    .replace(/\s\([^()]*\d{4}[^()]*\)$/, '');
  const odd =
    /[@:?!]|(?<!(?:[Ll]ocale?|[Ss]ection|[Ll]odge|[Ll]oge|[Bb]ranch)\s)(?<!\d)\d{3}|(?<!\b(?:Hon|Asst|Assoc|Exec|Dep|Gen|Sr|Jr|Adm|Tech))\.\s\p{Lu}/u;
  if (phrase.length > MAX_TITLE_CHARACTERS || phrase.length < 2 || odd.test(phrase)) return false;
  // "District Director E-mail" heads columns.
  if (/\s(?:e-?mails?|courriels?|phone|téléphone)$|^aide-mémoire$/iu.test(phrase)) return false;
  if (OFFICE_OF_HEAD.test(phrase)) return true;
  if (isOccasion(phrase)) return false;
  // "View Organizer Website" is a button.
  if (/^(?:view|see|visit|read|click|voir|visiter|consulter|lire)\s/iu.test(phrase)) return false;
  if (KNOWN_PLACES.has(fold(phrase))) return false;
  // A heading over several.
  if (/^(?:executive|exécutif)$/iu.test(phrase)) return false;
  // "Nurse Joan Roe says the clinic is full", "The chair shall sign the minutes"
  if (
    /_|\s(?:says|said|is|are|was|will|shall|must|may|can|has|dit|affirme|est|sont|doit|peut|a|vient|souhaite\p{Ll}*)\s/u.test(
      phrase,
    )
  )
    return false;
  // "Estuaire & fils" is a business.
  if (/\s(?:&|and|et)\s(?:fils|filles?|sons?|daughters?|frères|associés|cie|co)\.?$/iu.test(phrase))
    return false;
  // "A/Manager" acts as one.
  const head = headOf(phrase.replace(/['’]/g, "'").replace(/^A\/(?=\p{L})/u, ''));
  if (head.length === 0 || head.length > 7) return false;
  // "Ferme maraîchère": in French the head noun comes first.
  const [start = '', end = ''] = [head[0], head.at(-1)];
  // "Clinique vétérinaire", but "Clinic Manager".
  // "Volunteer Fire Department"
  if (
    head.length > 1 &&
    /^(?:department|office|services|team|unit|branch|division|committee|association|society|directory|list|listings?|form|page|portal|login|handbook|profiles?|news)$/.test(
      end,
    )
  )
    return false;
  const isAdjective = FRENCH_TITLE_WORDS.has(end) && !ENGLISH_TITLE_WORDS.has(end);
  const isThing =
    FRENCH_ORGANISATION_WORDS.has(start) && !isTitleWord(start) && (isAdjective || !isTitleWord(end));
  if (isThing) return false;
  // "Box Office & Front of House Manager"
  const all = words(phrase);
  const isCompound =
    /^\p{Lu}(?!.*\s\p{Ll}{4})/u.test(phrase) &&
    isTitleKey(all.at(-1) ?? '') &&
    !/,/.test(phrase) &&
    all.length > 2 &&
    !ORGANISATION_WORDS.has(all[0] ?? '') &&
    !DEPARTMENT_WORDS.has(all[0] ?? '');
  return (
    head.some(isTitleWord) ||
    isCompound ||
    (head.length > 1 && DOER_BEHIND.test(head.at(-1) ?? '')) ||
    (!/^\S+\s\p{Lu}/u.test(phrase) &&
      head.slice(0, 1).some((word) => PERHAPS_DOER.test(word) && word.length > 6 && !word.includes('-')))
  );
}

function languageOf(title: string): 'en' | 'fr' | undefined {
  const small = [
    /(?<!\p{L})(?:of|the|and|for|to|with)(?!\p{L})/u,
    /(?<!\p{L})(?:d[eu]s?|l[ae]s?|aux?|avec|et)(?!\p{L})|[dl]['’]/u,
  ];
  const [isEnglish, isFrench] = small.map((pattern) => pattern.test(title));
  if (isEnglish !== isFrench) return isEnglish ? 'en' : 'fr';
  if (/[àâçèéêëîïôùû]/iu.test(title)) return 'fr';
  const own = words(title).flatMap((word) => [word, ...word.split('-')]);
  const isOnly = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    own.some((word) => one.has(word) && !other.has(word));
  const [english, french] = [
    isOnly(ENGLISH_TITLE_WORDS, FRENCH_TITLE_WORDS),
    isOnly(FRENCH_TITLE_WORDS, ENGLISH_TITLE_WORDS),
  ];
  return english === french ? undefined : english ? 'en' : 'fr';
}

/** "Chief Librarian / CEO" are two titles of one person, "Greffier / Clerk" is one title twice. */
export function areTitlesOfOne(titles: readonly string[]): boolean {
  const languages = new Set(titles.map(languageOf).filter(Boolean));
  return titles.length > 1 && titles.length <= 3 && titles.every(isTitle) && languages.size < 2;
}
