/**
 * Finds what a form field or an export column holds, by its label: "Your first name *", "donor_email", "E-mail 1 -
 * Value", "Votre prénom (obligatoire)". It accepts more than the labels of running text, since everything here is a
 * label.
 */
import { asksForParty } from './asked-person.ts';
import { type ConsentKind, consentKind } from './consent-labels.ts';
import { type LabelReading, readLabel, withoutOwner } from './label-grammar.ts';
import { keyOf } from './label-key.ts';
import { ASIDE } from './label-words.ts';
import { type LabelKind, labelKind } from './labels.ts';

/** `consent` says whether somebody agreed to e-mail, `consent_day` when, `submitted` when the form was sent. */
export type FieldKind = LabelKind | ConsentKind | 'submitted';

const MAX_LABEL_CHARACTERS = 120;
const MAX_LABEL_WORDS = 9;
/** "What is the best e-mail address to reach you at?" */
const MAX_QUESTION_WORDS = 14;

/** The day of the form itself: that of a record ("Created on", "Member since") tells nothing of what a form said. */
const SUBMITTED =
  /^(?:timestamp|horodat\w+|date|(?:date )?(?:submit(?:ted)?|submission|registration|entry|inscription|soumis(?:sion)?|envoi|completion)(?: ?(?:time|date|on|at|le))?|date (?:d'|de (?:la )?)?(?:inscription|soumission|envoi)|(?:start|completion|registration|submission|sign ?-?up) (?:time|date)|submitted on|soumis le|signup date|(?:what is |quelle est la )?(?:today's date|date d'aujourd'hui)|date (?:signed|received)|(?:signed|received|sent|sent to us) on|(?:message |formulaire )?(?:recue?|envoyee?|signee?) le|heure (?:d'envoi|de soumission)|date de (?:l'entree|signature|reception))(?: \((?:utc|gmt)\))?$/;

/** "Name (First)", "Address (ZIP / Postal Code)", "Name - Last": which part of it. */
const PART_OF =
  /^(?:(?:full|your|mailing|street) )?(?:name|nom|address|adresse)(?: ?\(| ?[-:/|] ?| (?=(?:first|last)$))([^()]+)\)?$/;

/** "Street address (primary)" is all of it. */
const MAIN =
  /^(?:original name|primary|main|principale?|home|work|business|office|mailing|personal|default|travail|bureau|domicile|maison|personnel(?:le)?|professionnel(?:le)?)$/;

/** "Address - Work City" */
const WHERE = /^(?:home|work|business|office|mailing|billing|bureau|domicile|travail)\s/;

/** "Code postal, ville", "Adresse, code postal et ville": all of it in one answer. */
function kindOfPlaces(key: string): FieldKind | undefined {
  const parts = key.split(/, | et | and | & |\//);
  const kinds = parts.map(labelKind);
  const isPlace = (kind = ''): boolean => /^(?:address|city|province|postal_code|country)$/.test(kind);
  if (parts.length < 2 || !kinds.every(isPlace)) return undefined;
  if (new Set(kinds).size === 1) return kinds[0];
  return kinds.includes('address') ? 'address' : kinds.includes('city') ? 'city' : kinds[0];
}

/** A cell with the name over what somebody is. */
const NAME_AND_TITLE =
  /^(?:your |votre )?(?:name|nom)(?: ?[/,&|] ?| and | et )(?:your |votre )?(?:job )?(?:title|titre|position|role|fonction|poste)$/;

const NAME_AND_ADDRESS =
  /\b(?:name (?:and|&) address|nom et adresse)\b(?! (?:of|de l['’](?:organis|ecole|employeur|entreprise)))/;

const BILLING =
  /^(?:billing|shipping|facturation|livraison) (?:info(?:rmation)?s?|details|address)$|^(?:adresse|renseignements|informations?|coordonnees) de (?:facturation|livraison)$/;

/** Whether a label asks for a name over an address: "Billing name and address", and "Billing information" may. */
export const asksForNameAndAddress = (text: string): boolean => {
  const key = keyOf(text);
  return NAME_AND_ADDRESS.test(key) || BILLING.test(key);
};

/** Of an organisation; `answered` tells it from a person's. */
const LEGAL_NAME = /^(?:registered )?legal name(?: of .{1,30})?$|^nom legal\b/;

/** Both parts in one answer. */
const WHOLE_NAME =
  /^(?:(?:your )?first (?:and|&) last names?|(?:(?:vos|votre|le|your) )?(?:prenoms?|first name) (?:et|and) (?:votre |your |le )?(?:noms?(?: de famille)?|last name)|(?:last|family|sur) ?names?,? (?:and |& )?(?:first|given) ?names?|noms?,? (?:et |& |\/ ?)?prenoms?|prenoms? (?:\/ ?)?noms?)(?: (?:du|de la|de l'|des|of the) .{3,30})?$/;

/** A column beside that of the numbers. */
const EXTENSION =
  /^(?:ext|poste ?\/ ?ext|ext ?\/ ?poste|extn|extension|(?:numero de |no de |n° de )?poste telephonique)$/;

/** For what somebody takes part, or whose parent they are, and no title. */
const ROLE_FOR_ONCE =
  /^(?:participant|attendee|member|user|registrant|family|household) (?:role|type)$|^role (?:dans la famille|familial)$/;

/** What a program adds about the visit. */
const OF_VISIT =
  /^(?:remote (?:ip|host|address|port|user)|(?:client )?ip(?: address)?|adresse ip|ip de l'utilisateur|(?:http )?user[ -]?agent\b.*|(?:post|site|page|blog|wp|form) (?:author|admin|owner)(?: e-?mail)?)$/;

const CIVIC_NUMBER = /^(?:(?:no|n°|numero) civique|(?:civic|street|house) (?:no|number|#))$/;

/** Whether a label asks for the number of a house, which stands in an answer of its own. */
export const asksForHouseNumber = (text: string): boolean => CIVIC_NUMBER.test(keyOf(text));

/** Whether a label is of what a program adds about the visit, and nobody fills in. */
export const isOfVisit = (text: string): boolean => OF_VISIT.test(keyOf(text));

/** "First-Name", "last-name": as programs write the names of fields. */
const HYPHENED = /^\p{L}{2,}(?:-\p{L}+)+$/u;
/** "Pourquoi notre organisme?": a reason is no value of somebody's. */
const ASKS_WHY =
  /^(?:why|pourquoi|which of|how (?:did|do|does|can|many|much|long|often|would)|comment (?:avez|pou)|combien|purpose|objectives?|mission|description|mandate|type|kind|size|number of|nombre|but|objectifs?|(?:no|numero) d'(?:enregistrement|entreprise|organisme)|(?:registration|charity) number)\b/;

/** What the label announces, or undefined. */
export function fieldKind(text: string): FieldKind | undefined {
  if (text.length > MAX_LABEL_CHARACTERS || text.length < 2 || /@|^[^<]*>|<[^>]*$/.test(text))
    return undefined;
  const key = keyOf(text);
  const versions = kindsOfVersions(text);
  const [version, ...others] = new Set(versions);
  // "Ministère / Department"
  if (versions.includes('company') && versions.includes('department')) return 'company';
  if (versions.length > 0 && others.length === 0 && version) return version;
  if (HYPHENED.test(text.trim()) && !labelKind(key)) return fieldKind(text.replaceAll('-', ' '));
  const kind = kindOfKey(key, /[?]\s*(?:\(.*\))?$/.test(text));
  if (kind) return kind;
  const [only, ...more] = versions.filter(Boolean);
  // "Fund/Designation" is nothing that somebody does.
  return more.length === 0 && only !== 'title' ? only : undefined;
}

/** "Nom, prénom / Last name, first name" in its two versions; empty for a label in one. */
function kindsOfVersions(text: string): (FieldKind | undefined)[] {
  const versions = /[–—]/.test(text) ? [] : text.split(/\s*[/|]\s*/);
  return versions.length === 2 ? versions.map(fieldKind) : [];
}

function kindOfKey(key: string, isQuestion: boolean): FieldKind | undefined {
  if (!key) return undefined;
  if (OF_VISIT.test(key) || ROLE_FOR_ONCE.test(key) || CIVIC_NUMBER.test(key)) return 'other';
  const consent = consentKind(key);
  if (consent) return consent;
  if (SUBMITTED.test(key)) return 'submitted';
  if (key.length < 2 || ASKS_WHY.test(key)) return undefined;
  if (EXTENSION.test(key)) return 'phone';
  const exact = labelKind(key);
  if (exact) return exact;
  const bare = key.replace(/\s*\([^()]*\)\s*$/, '');
  if (
    asksForParty(key) ||
    WHOLE_NAME.test(withoutOwner(bare)) ||
    NAME_AND_TITLE.test(key) ||
    NAME_AND_ADDRESS.test(key)
  )
    return 'name';
  if (LEGAL_NAME.test(key)) return 'company';
  const places = kindOfPlaces(key);
  if (places) return places;
  const part = PART_OF.exec(key)?.[1];
  // "Mailing address (street, city, postal code)"
  if (part?.includes(',')) return 'address';
  // "Your name (first and last)"
  if (part && WHOLE_NAME.test(`${part} name`)) return 'name';
  if (part && !MAIN.test(part))
    return (
      labelKind(part.replace(WHERE, '')) ??
      labelKind(key.replace(/[()]/g, '')) ??
      readLabel(part)?.kind ??
      'other'
    );
  // "Tél. (iPhone)"
  if (/^(?:tel|telephone|phone)\b/.test(key) && /\b(?:i ?phone|mobile|cell\w*|portable)\b/.test(key))
    return 'mobile';
  const known = labelKind(withoutOwner(key)) ?? labelKind(bare);
  if (known) return known;
  return kindOfPhrase(key, isQuestion);
}

/** Asks for a yes or a no; "Do you have a website?" is answered with it. */
const ASKS_YES_OR_NO =
  /^(?:are|is|do|does|did|have|has|can|could|would|will|may|shall|mind|avez|etes|est-ce|pouvons|peut-on|souhaitez|voulez|desirez|aimeriez)\b(?!.*\b(?:give|provide|leave|tell|donne\w*|donner|laiss\w*|have your)\b)(?! you have an? | vous une? )/;

/** "Coordonnées - Courriel", "Primary contact – title", "City: Elm": the last part that asks for something. */
const PARTS = /\s[-–—>|]\s|\s?[:：=]+\s?/;
/** "Can we call you? If so, at what number?" */
const QUESTIONS = /[?!]\s+/;
const IF_SO = /^(?:if (?:so|yes|applicable|you)|si (?:oui|c'est le cas|vous))\b/;

/** What a label asks for by its words, surely or perhaps. */
function readWords(key: string): LabelReading | undefined {
  const [, outside = key, hint = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(key) ?? [];
  const questions = outside.split(QUESTIONS);
  const asks = questions.filter(
    (one, index) => !ASKS_YES_OR_NO.test(one) || IF_SO.test(questions[index + 1] ?? ''),
  );
  const parts = asks.flatMap((one) => one.split(PARTS));
  const read = parts.map(readLabel);
  const said = read.findLast((one) => one?.isSure) ?? read.findLast((one) => one !== undefined);
  return said ?? readLabel(hint) ?? (questions.length > 1 ? readLabel(outside) : undefined);
}

/** "Your first name, as you'd like us to use it" */
const REASON = /, (?:as|so|if|in case|and we|we|pour|afin|s'il|si|et nous|comme|tel) .*$/;

function kindOfPhrase(written: string, isQuestion: boolean): FieldKind | undefined {
  const key = written.replace(REASON, '');
  const isLong = key.split(' ').length > (isQuestion ? MAX_QUESTION_WORDS : MAX_LABEL_WORDS);
  if (ASIDE.test(key))
    return /\b(?:first|last|e-?mail|phone|name|address|organi[sz]ation|title|titre|fonction|prenoms?)\b/.test(
      key,
    )
      ? 'other'
      : undefined;
  const said = isLong ? undefined : readWords(key);
  return said?.isSure ? said.kind : BILLING.test(key) ? 'contact' : undefined;
}

const WANTED = /\b(?:souhaitee?|desiree?|convoitee?|demandee?|desired|requested|appl(?:ied|ying))\b/;

/** What a label says by its words, whoever it is about. */
export const kindByWords = (text: string): FieldKind | undefined => {
  const key = text.length > MAX_LABEL_CHARACTERS ? '' : keyOf(text).replace(REASON, '');
  // "Second person – first and last name"
  const bare = key.replace(/^.*\s[-–—:]\s/, '');
  if (
    withoutOwner(bare)
      .split(/\s\/\s/)
      .every((version) => WHOLE_NAME.test(version))
  )
    return 'name';
  const said = readWords(key);
  const kind = said?.isSure || said?.kind === 'name' || said?.kind === 'title' ? said.kind : undefined;
  // "Poste souhaité"
  if (kind === 'title' && WANTED.test(key)) return undefined;
  return kind;
};

/** What is asked for, of which kind it is, and small words: the rest of a label says whom it is about. */
const NOT_WHOM =
  /\b(?:e-?mails?|mails?|courriels?|address|adresse|electronique|first|last|given|family|full|complete?|names?|noms?|prenoms?|famille|phones?|telephones?|tel|number|numero|cell|cellulaire|mobile|portable|titles?|titre|role|fonction|organi[sz]ations?|organisme|company|city|ville|province|postal|code|work|home|display|sort|preferred|personal|business|primary|main|registered|inscrite?|professionnel(?:le)?|personnel(?:le)?|travail|domicile|maison|your|votre|vos|please|what|which|is|quel(?:le)?|est|of|the|a|an|and|or|de|du|des|la|le|les|l|d|s|et|ou|en|pour|for)\b/g;

/** "Your child's name" is about the child. */
const ASKS_OWN =
  /\b(?:your|votre|vos)\s(?:full|complete|first|last|given|family|e-?mail|phone|telephone|cell|mobile|name|job|title|position|role|prenoms?|noms?|courriel|adresse|address|fonction|titre|numero|best)\b/;

/** Whom a label asks about: "Parent 1 email" → parent, 1. Empty for whoever fills it in. */
export function whomIn(text: string): string[] {
  const key = keyOf(text);
  const isOwn = ['email', 'first_name', 'last_name'].includes(labelKind(key) ?? '');
  // "What do you do?", "And what's your first name?"
  if (isOwn || /\b(?:you|vous)\b/.test(key) || ASKS_OWN.test(key)) return [];
  // "Courriel A" beside "Parent A"
  const [, letter] = /\s([A-D])$/.exec(text.trim()) ?? [];
  return `${key.replace(NOT_WHOM, ' ')} ${letter ?? ''}`
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter(Boolean)
    .map((word) => word.replace(/(?<=[^s]{3})s$/, ''));
}

/** What a label says once it is not said whom it is about: "Contact 1 title" is a title. */
export function kindWithout(text: string, whom: readonly string[]): FieldKind | undefined {
  const words = keyOf(text).split(' ');
  const rest = words
    .filter((word) => !whom.includes(word))
    .join(' ')
    .replace(/^[-–—:] /, '');
  return labelKind(rest) ?? (WHOLE_NAME.test(rest) ? 'name' : undefined);
}
