/**
 * Finds what a form field or an export column holds, by its label: "Your first name *", "donor_email", "E-mail 1 -
 * Value", "Votre prénom (obligatoire)". It accepts more than the labels of running text, since everything here is a
 * label.
 */
import { asksForParty } from './asked-person.ts';
import { type ConsentKind, consentKind } from './consent-labels.ts';
import { keyOf } from './label-key.ts';
import { type LabelKind, labelKind } from './labels.ts';

/** `consent` says whether somebody agreed to e-mail, `consent_day` when, `submitted` when the form was sent. */
export type FieldKind = LabelKind | ConsentKind | 'submitted';

const MAX_LABEL_CHARACTERS = 120;
const MAX_LABEL_WORDS = 9;
/** "What is the best e-mail address to reach you at?" */
const MAX_QUESTION_WORDS = 14;

const SUBMITTED =
  /^(?:timestamp|horodat\w+|date|(?:date )?(?:submitted|submission|created|registered|registration|entry|inscription|soumis(?:sion)?|envoi|completion)(?: ?(?:time|date|on|at|le))?|date (?:d'|de (?:la )?)?(?:inscription|soumission|creation|envoi)|(?:start|completion|registration|submission|sign ?-?up) (?:time|date)|submitted on|soumis le|signup date)$/;

/** Second addresses, kinds of an address, confirmations: beside the value that counts. */
const BESIDE =
  /\b(?:(?:as )?(?:printed|engraved) on|user[- ]agent|browser|navigateur|emerg|political|politique|demandee?|souhaitee?|desiree?|requested|desired|wanted|applied|type|label|etiquette|status|statut|size|taille|id|upn|2|3|4|second|secondary|secondaire|alternate|other|autre|confirm\w*|verif\w*|yomi|phonetic|phonetique|middle|additional|suffix|suffixe|prefix|nickname|surnom|maiden|assistant|emergency|urgence|spouse|ip|mac|parent|referr\w*|acronym|acronyme|sigle|path|structure|unit|count|sent|opens?|clicks?|bounce\w*|score|rating|format|hash|notes?|comments?(?! vous)|pronunciation)\b/;

/** Looser than the dictionary; the first that fits. */
const WORDS: readonly (readonly [FieldKind, RegExp])[] = [
  ['email', /\b(?:e-?mails?|mails?|courriels?|adresse electronique|reply ?-?to)\b/],
  ['fax', /\b(?:fax|telecopieur|telecopie)\b/],
  ['first_name', /\b(?:(?:first|given|fore) ?names?|prenoms?)\b|^[a-z]+ first$/],
  ['last_name', /\b(?:(?:last|family|sur) ?names?|noms? de famille|nom d'usage)\b|^[a-z]+ last$/],
  ['mobile', /\b(?:mobile|cell(?:ular|ulaire|phone)?|portable|i ?phone)\b/],
  [
    'phone',
    /\b(?:(?:tele)?phone|tel|telephone|number to (?:reach|call)|(?:best|contact|call ?back|daytime|what) number|numero (?:ou|pour) vous (?:joindre|rejoindre))\b|^numero de poste$/,
  ],
  ['postal_code', /\b(?:post(?:al)? ?code|code postal|zip|zip ?code|cp)\b|\bpostal$/],
  ['website', /\b(?:web ?site|site (?:web|internet)|web ?page|website url|company url)\b|\bweb$/],
  ['department', /\b(?:department|departement|dept)\b/],
  [
    'title',
    /\b(?:(?:job|position|professional|employee) ?title|(?:titre|intitule) (?:(?:du |de |d')?(?:poste|emploi)|professionnel|contact)|^intitule$|contact title|poste occupe|position|fonction|occupation|profession|intitule d[ue] poste|quel poste|titre au sein|title (?:at|in|within)|corps d'emploi|^qualite$|elected office|what do you do|que faites[- ]vous|(?:your )?role|job|prof title|organization(?: \d)? title|company title)\b/,
  ],
  [
    'name',
    /\bcomment vous appelez|^name of (?:the )?(?:sign(?:er|atory)|applicant|contact|person|participant|member|parent|guardian|nominee|nominator|registrant|attendee|volunteer|owner|representative)$|^(?:(?:full(?: legal)?|complete|display|contact|attendee|registrant|donor|member|primary contact) name|name|(?:personne|person) (?:de contact|to contact|a contacter|a joindre)|nom (?:(?:officiel |légal |legal )?complet|du (?:contact|maire|membre|responsable|participant|donateur|repondant|demandeur|representant|parent)|de la (?:personne|mairesse).*|et prenom))\b/,
  ],
  [
    'city',
    /\b(?:city|(?<!\b(?:a|par|de) la )ville|town|municipalite|municipality|commune)\b(?! (?:of|de|du|des|d'|team|council|hall|clerk|staff|manager|office)(?:\b|'))|^ville de residence$|^(?:where (?:are you|do you live)|ou (?:habitez|etes)[- ]vous)\b|^location$/,
  ],
  ['province', /\b(?:province|county|(?<!please )state)\b|^dep ?\/ ?region\b/],
  ['country', /\b(?:country|pays)\b/],
  [
    'address',
    /\b(?:street|mailing|postal|home|billing|work|civic|full|complete) address|addr(?:ess)?(?: ?line)? ?1\b|(?:^|home |work |mailing |billing |business |primary |bureau )street$|^rue(?: (?:ou|et) .*)?$|^adresse\b(?!.*\b(?:ip|mail|courriel|messagerie)\b)|adresse$|(?<!\bto )address$|^rue,? (?:et )?no$|^street number and name\b|^numero et (?:nom de )?rue\b|^street name$|^nom de (?:la )?rue$/,
  ],
  [
    'company',
    /\b(?:compan(?:y|ies)|organi[sz]ations?|organismes?|employe(?:r|ur)|entreprise|institution|affiliation|business name|society|societe|agency|workplace|(?:media )?outlet|media d'information|(?:lieu|milieu) de travail|etablissement|account name|org(?: name)?|(?:where|who) do you (?:work|represent)|on behalf of an? (?:group|organi\S+|company)|(?:ou|pour qui) travaillez[- ]vous)\b/,
  ],
  ['language', /\b(?:language|langue|lang)\b/],
  ['honorific', /^(?:salutation|civilite|prefix|title prefix)$/],
];

/** "Name (First)", "Address (ZIP / Postal Code)", "Name - Last": which part of it. */
const PART_OF =
  /^(?:(?:full|your|mailing|street) )?(?:name|nom|address|adresse)(?: ?\(| ?[-:/|] ?| (?=(?:first|last)$))([^()]+)\)?$/;

/** "Street address (primary)" is all of it. */
const MAIN =
  /^(?:original name|primary|main|principale?|home|work|business|office|mailing|personal|default|travail|bureau|domicile|maison|personnel(?:le)?|professionnel(?:le)?)$/;

/** "Address - Work City" */
const WHERE = /^(?:home|work|business|office|mailing|billing|bureau|domicile|travail)\s/;

/** "Business name" is no name of a person. */
const NAME_OF_COMPANY =
  /^(?:department|departement) ?\/ ?(?:ministere|ministry)$|^parent (?:company|organi[sz]ation)$|^groupe?(?: ?\/ ?groupe?)?(?: (?:or|ou|and|et) .{3,30}|$)|^(?:cooperative|milieu de garde|personne morale|universit(?:y|e)|college|cegep)(?: ?\/ ?(?:universit(?:y|e)|college|cegep))?$|^(?:registered )?legal name(?: of .{1,30})?$|^municipalit(?:e|y) (?:ou|or) org|^municipalite representee$|^(?:student (?:association|union|society)|association etudiante)$|^name of (?:\S+ ){0,4}(?:organi[sz]ation|company|group|agency|school|employer|business|club|church|institution|association|firm|media|outlet)(?: (?:applying|represented|you represent|requesting))?$|^(?:department|ministry|agency|ministere|departement)(?:,| or| ou| \/) (?:organi|agency|agence)\S*|^nom legal|^(?:.{0,20}\s)?(?:business|company|organi[sz]ation|organization's|group|agency|school|board|club|employer|institution|church|library|team|choir|band|society|guild|chapter|league|museum|foundation)(?:'s)? name$|^(?:nom|raison sociale)(?: (?:de (?:l'|la |votre )|du |d'))?(?:organisme|organisation|entreprise|compagnie|groupe|ecole|club|employeur|association|etablissement|societe|media|commerce)?.{0,12}$(?<=commerce|organisme|organisation|entreprise|compagnie|groupe|ecole|club|employeur|association|etablissement|societe|media|sociale)/;

/** Words in front that only say whose value it is, or that it is asked for: "Your", "Please enter". */
const OWNER =
  /^(?:(?:please (?:enter|provide|give)|what is|what's|quel(?:le)? est|indiquez|inscrivez|veuillez (?:entrer|indiquer)|enter|your|you|votre|vos|the|le|la|l'|donor|attendee|registrant|participant|contact|applicant|candidate|nominee|nominator|member|membre|client|customer|buyer|purchaser|subscriber|billing|primary|main|current|business|work|guest|volunteer|person(?:al)?|user|lead|demandeur)(?: |$|(?<=')))+/;
/** "Code postal, ville", "Adresse, code postal et ville": all of it in one answer. */
function kindOfPlaces(key: string): FieldKind | undefined {
  const parts = key.split(/, | et | and | & /);
  const kinds = parts.map((part) => labelKind(part) ?? '');
  const isPlace = (kind: string): boolean => /^(?:address|city|province|postal_code|country)$/.test(kind);
  if (parts.length < 2 || !kinds.every(isPlace)) return undefined;
  return kinds.includes('address') ? 'address' : 'city';
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

/** "Student's", of whoever fills a form in; a singer or a player may be a child. */
const POSSESSIVE =
  /^(?:student|applicant|nominee|participant|registrant|attendee|member|candidate|volunteer|requeste?or|requester|organi[sz]er|contact|donor|buyer)(?:['’]s)? (?=\S)/;

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
  if (versions.length > 0 && others.length === 0 && version) return version;
  const kind = kindOfKey(key, /[?]\s*(?:\(.*\))?$/.test(text));
  if (kind) return kind;
  if (HYPHENED.test(text.trim())) return fieldKind(text.replaceAll('-', ' '));
  const known = versions.filter(Boolean);
  return known.length === 1 ? known[0] : undefined;
}

/** "Nom, prénom / Last name, first name" in its two versions; empty for a label in one. */
function kindsOfVersions(text: string): (FieldKind | undefined)[] {
  const versions = /[–—]/.test(text) ? [] : text.split(/\s+[/|]\s+/);
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
    WHOLE_NAME.test(bare.replace(POSSESSIVE, '')) ||
    NAME_AND_TITLE.test(key) ||
    NAME_AND_ADDRESS.test(key)
  )
    return 'name';
  if (NAME_OF_COMPANY.test(key)) return 'company';
  const places = kindOfPlaces(key);
  if (places) return places;
  const part = PART_OF.exec(key)?.[1];
  // "Mailing address (street, city, postal code)"
  if (part?.includes(',')) return 'address';
  if (part && !MAIN.test(part)) return labelKind(part.replace(WHERE, '')) ?? 'other';
  // "Tél. (iPhone)"
  if (/^(?:tel|telephone|phone)\b/.test(key) && /\b(?:i ?phone|mobile|cell\w*|portable)\b/.test(key))
    return 'mobile';
  const known = labelKind(key.replace(OWNER, '')) ?? labelKind(bare);
  if (known) return known;
  if (BESIDE.test(key))
    return /\b(?:first|last|e-?mail|phone|name|address|organi[sz]ation|title|titre|fonction)\b/.test(key)
      ? 'other'
      : undefined;
  if (key.split(' ').length > (isQuestion ? MAX_QUESTION_WORDS : MAX_LABEL_WORDS)) return undefined;
  return WORDS.find(([, pattern]) => pattern.test(key))?.[0];
}

/** What a label says by its words, whoever it is about. */
export const kindByWords = (text: string): FieldKind | undefined => {
  const key = text.length > MAX_LABEL_CHARACTERS ? '' : keyOf(text);
  // "Second person – first and last name"
  const bare = key.replace(/^.*\s[-–—:]\s/, '').replace(POSSESSIVE, '');
  if (bare.split(/\s\/\s/).every((version) => WHOLE_NAME.test(version))) return 'name';
  const kind = WORDS.find(([, pattern]) => pattern.test(key))?.[0];
  return kind ?? (NAME_OF_SOMEBODY.test(key) && !NAME_OF_THING.test(key) ? 'name' : undefined);
};

/** "Nominee's name", "Personne à joindre (nom)", but not "Event name". */
const NAME_OF_SOMEBODY = /^nom\b|(?:^|[\s'(])(?:name|nom(?: complet)?)\)?$/;
const NAME_OF_THING =
  /\b(?:event|evenement|form|formulaire|campaign|campagne|program(?:me)?|project|projet|product|produit|item|file|fichier|course|cours|class|session|site|domain|user|utilisateur|screen|nick|street|rue|list|liste|fund|fonds|camp|activite|activity|room|salle|place|lieu|group|groupe|company|organi[sz]ation|organisme|entreprise|school|ecole|board|library|business|team|equipe|club)\b/;

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
