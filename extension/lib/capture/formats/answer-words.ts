/**
 * What somebody wrote below a question about e-mail: a yes, a no, nothing, or other words. Words that are none of these are
 * kept as unclear, so that no answer is taken for none.
 */
import {
  asksForWords,
  deniesLeaving,
  isOfOthers,
  refuses,
  speaksOfEmail,
  takesBack,
  withdraws,
} from '../lines/consent-labels.ts';
import { asksPlainly } from '../lines/plain-questions.ts';
import { cleanValue, fold } from '../text/clean-text.ts';
import { MONTHS } from '../words/months.ts';

/** What a cell answers; `unclear` where it is neither a plain yes nor a plain no. */
export type Said = 'yes' | 'no' | 'unclear';

/** In small letters, without accents, quotation marks and what ends a sentence. */
const wordsOf = (text: string): string =>
  fold(cleanValue(text))
    .replaceAll('_', ' ')
    .replace(/^[\s"«“]+|[\s"»”.!…]+$/g, '');

const NOTHING =
  /^(?:[-–—.·/\s]*|\(?(?:n\/?a|n\.a|s\.?\/?o|sans objet|not applicable|non applicable|null|empty|blank|vide|no (?:answer|response)|not (?:answered|completed)|unanswered|left blank|(?:aucune|sans|pas de) reponse|non (?:rempli|repondu)e?|laissee? (?:vide|en blanc))\)?)$/;
/** Boxes and buttons as they are printed, those that nobody has chosen and those that somebody has. */
export const FREE_MARKS = '☐□◯○';
export const CHOSEN_MARKS = '☑☒✓✔✅◉●⦿';
/** Of one that nobody has chosen: a pattern. */
export const FREE = String.raw`(?:[${FREE_MARKS}]|\[ ?\]|\( ?\))`;
/** Of one that somebody has chosen: a pattern. */
export const CHOSEN = String.raw`(?:[${CHOSEN_MARKS}]|\[x\]|\(x\))`;
const WORDS = String.raw`[^${FREE_MARKS}${CHOSEN_MARKS}[\](]+`;
/** "☐ Oui ☐ Non": printed, and nothing ticked. */
const UNTICKED = new RegExp(`^(?:${FREE}${WORDS}){2,}$|^(?:${WORDS}${FREE}){2,}$`, 'u');

/** Whether an answer says nothing at all. */
function isUnanswered(value: string): boolean {
  const said = wordsOf(value);
  return NOTHING.test(said) || UNTICKED.test(said);
}

const YES =
  /^(?:yes|y|oui|o|true|vrai|1|x|✓|✔|☑|✅|checked|coche|on|ok|agreed?|accepte|subscribed|abonne(?:e|\(e\))?|opt(?:ed)?[- ]?in|express|expres|exprime|granted|active|consented|sure|of course|please do|bien sur|d'accord|volontiers|avec plaisir)$/;
const SAYS_YES = /^(?:yes|oui)(?![\p{L}\d])/u;
const AGREES = /^(?:i (?:agree|accept|consent)|j'accepte|je (?:consens|m'abonne))/;
/** What is wanted has to be e-mail: "I want nothing". */
const WANTS = /^(?:i(?: would|'d) like|i want|je (?:souhaite|veux|desire))/;
const IS_WANTED =
  /\b(?:recei\w+|recev\w+|recois|subscri\w+|m'abonn\w+|m'inscri\w+|sign(?:ed)? up|added|ajoute\w*|join)\b|\b(?:to|that|it)$/;

const NO =
  /^(?:no|n|non|nope|false|faux|0|✗|✘|☐|❌|unchecked|off|never|jamais|(?:no|non)\W+(?:thanks|thank you|merci)|not now|pas maintenant)$/;
/** "Do Not Allow", as databases of customers say it */
const FORBIDDEN =
  /^(?:do not (?:allow|send|use)|not allowed|ne pas (?:autoriser|envoyer|utiliser)|non autorisee?s?)$/;
/** Whether an answer is one of a database that forbids what its column is about. */
export const forbids = (value: string): boolean => FORBIDDEN.test(wordsOf(value));

/** "None" is no "no", and "non-profit" no "non". */
const SAYS_NO = /^(?:no|non|nope|never|jamais)(?![\p{L}\d-])/u;
/** "No problem", "Non précisé", "Non abonné": what is denied is something else than the wish. */
const DENIES_ELSE =
  /^(?:no|non|pas d[e'])\W*(?:problem\w*|worries|objections?|preferences?|opinions?|idea|idee|soucis?|inconvenient|information|data|record|precisee?|fournie?|specifiee?|definie?|requise?|applicable|permissions? set|disponible|connue?|confirmee?|verifiee?|certaine?|abonnee?|inscrite?|subscribed|opted)\b|\b(?:yes|oui)\b/;
const NOT_WANTED =
  /^(?:(?:i am|i'm|je (?:ne )?suis|merci|thanks|thank you|sorry|desolee?)\W+)*(?:not (?:(?:right )?now|(?:currently |really |very |at all )?interested|at (?:this|the) (?:time|moment)|today|for (?:now|me|us)|wanted|needed|required|at all|any ?more)|pas (?:maintenant|(?:vraiment |tres |du tout )?interess\w*|(?:pour|en) (?:le moment|l'instant|moi|nous)|aujourd'hui|du tout|besoin)|(?:aucun|sans|no) inter\w*|uninterested)(?![\p{L}\d])/u;

const NONE = /^(?:none|aucune?(?: courriel| envoi)?)$/;

/** "Maybe later": no answer yet, wherever it stands. */
const HESITATES =
  /\b(?:maybe|perhaps|peut-etre|later|plus tard|not sure|unsure|undecided|not yet|to be decided|pas (?:encore|sure?|certaine?)|indecise?|a voir)\b/;

const isRefused = (said: string, isInWords: boolean): boolean =>
  SAYS_NO.test(said) || NOT_WANTED.test(said) || refuses(said) || (!isInWords && withdraws(said));

/** A mark before the words: "☑ Oui" is ticked, "❌ Not opted in" is not. */
const TICKED = new RegExp(String.raw`^${CHOSEN}\s*(?=\p{L})`, 'u');
const CROSSED = new RegExp(String.raw`^(?:[✗✘❌]|${FREE})\s*(?=\p{L})`, 'u');

/** Whether words agree to something: "yes", "I agree to receive emails". */
const agrees = (said: string): boolean =>
  YES.test(said) ||
  SAYS_YES.test(said) ||
  AGREES.test(said) ||
  (WANTS.test(said) && (speaksOfEmail(said) || IS_WANTED.test(said)));

/** Behind a yes: politeness, a day. */
const BESIDE_YES = new RegExp(
  String.raw`(?<!\p{L})(?:thanks?(?: you)?|merci(?: beaucoup)?|of course|absolutely|certainly|definitely|bien sur|avec plaisir|volontiers|absolument|certainement|${fold(MONTHS)}|(?:janv?|fe[bv]r?|avr|apr|juil|jul|aug|sept?|oct|nov|dec)\.?|er|st|nd|rd|th)(?!\p{L})`,
  'gu',
);

/** Whether what stands behind a yes leaves it one to e-mail: not "Yes, by post", "Oui (tacite)", "Yes?". */
const isWholeYes = (said: string): boolean =>
  !said.includes('?') && asksPlainly(said.replace(SAYS_YES, ' ').replace(BESIDE_YES, ' '));

function inOneVersion(said: string, label: string): Said | undefined {
  // "Subscription status: Active" is what somebody pays for.
  if (YES.test(said)) return said === 'active' && asksForWords(label) ? undefined : 'yes';
  if (NO.test(said) || FORBIDDEN.test(said)) return 'no';
  // A box that is ticked may repeat what it asks.
  if (said.length > 8 && said === wordsOf(label)) return 'yes';
  if (agrees(said)) {
    if (takesBack(said)) return SAYS_YES.test(said) || !refuses(said) ? 'unclear' : 'no';
    if (!isOfOthers(said)) return SAYS_YES.test(said) && !isWholeYes(said) ? 'unclear' : 'yes';
    // "I agree to the privacy policy" beside "Consent"
    return speaksOfEmail(wordsOf(label).replace(/\bconsent\w*/g, '')) ? 'unclear' : undefined;
  }
  const isInWords = asksForWords(label);
  if (deniesLeaving(said) || DENIES_ELSE.test(said)) return 'unclear';
  if (isRefused(said, isInWords)) return isOfOthers(said) ? 'unclear' : 'no';
  return isInWords && !HESITATES.test(said) ? undefined : 'unclear';
}

/** "Oui ☐" */
const MARK_BEHIND = new RegExp(
  String.raw`^([^${FREE_MARKS}${CHOSEN_MARKS}]+?)\s*([${FREE_MARKS}${CHOSEN_MARKS}])$`,
  'u',
);

/** Undefined where nothing is answered, or where the label asks for words. */
export function saidIn(value: string, label: string): Said | undefined {
  if (isUnanswered(value)) return undefined;
  const written = wordsOf(value).replace(MARK_BEHIND, '$2 $1');
  const said = written.replace(TICKED, '').replace(CROSSED, '');
  const versions = said.split(/\s*\/\s*/);
  const all = new Set(versions.map((one) => inOneVersion(one, label)));
  // "Oui / Yes" is one answer in two languages, and "Yes / No" is what was printed.
  const [only] = versions.length === 2 && all.size === 1 ? all : [inOneVersion(said, label)];
  return CROSSED.test(written) && only !== undefined && !(only === 'no' && /^[✗✘❌]/u.test(written))
    ? 'unclear'
    : only;
}

/** Whether words are an answer by themselves, under whatever question: "Oui", "Not now", "Peut-être". */
export function isAnswer(value: string): boolean {
  const said = wordsOf(value).replace(TICKED, '');
  return [NO, NONE, HESITATES].some((one) => one.test(said)) || agrees(said) || isRefused(said, false);
}

/** Whether an answer is a no and nothing more: other words for it are kept. */
export const isPlainNo = (value: string): boolean => /^(?:no|n|non|false|faux|0)$/.test(wordsOf(value));

/** What an answer to a question about refusing says: "Unsubscribed: Yes", with a day or a reason, is a no to e-mail. */
export function refusedIn(value: string): Said | undefined {
  const said = wordsOf(value);
  if (FORBIDDEN.test(said)) return 'no';
  // "Lien de désabonnement : https://…"
  if (
    isUnanswered(value) ||
    /^https?:/.test(said) ||
    NO.test(said) ||
    /^(?:none|aucune?|not (?:set|provided|specified)|allow(?:ed)?|autorise[re]?e?|send|envoyer)$/.test(said)
  )
    return undefined;
  const isDenied = SAYS_NO.test(said) && !/^(?:no longer|never (?:signed|asked|subscribed))\b/.test(said);
  return isDenied || deniesLeaving(said) || HESITATES.test(said) ? 'unclear' : 'no';
}
