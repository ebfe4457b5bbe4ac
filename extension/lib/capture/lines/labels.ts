/** Labels before values ("Téléphone :", "E-mail"), as used in lists, cards and table headers, English and French. */
import { fold } from '../text/clean-text.ts';

export type LabelKind =
  | 'email'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'website'
  | 'address'
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'title'
  | 'company'
  | 'city'
  | 'province'
  | 'postal_code'
  | 'country'
  | 'language'
  | 'department'
  | 'honorific'
  | 'contact'
  | 'note'
  | 'other';

const PATTERNS: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'email',
    /^(?:e-?mail|e-?mail address|courriel|courriels|adresse (?:courriel|electronique|de courriel|e-?mail)|mail|adresse courriel|contact email|work email|primary email|address e-?mail|email id|e-?mail ?1|business e-?mail|personal e-?mail|courriel professionnel|courriel au travail|adresse de messagerie|mel|@)$/,
  ],
  ['fax', /^(?:fax|fx|facsimile|telec|telecopie|telecopieur|f|fax number|no fax)$/],
  [
    'mobile',
    /^(?:c|m|cell|cel|cellular|cellulaire|mobile|portable|mob|sms|cell phone|mobile phone|cellphone|mobile number|tel cell|alternate (?:tele)?phone|other phone|autre telephone|telephone secondaire|home phone|home)$/,
  ],
  [
    'phone',
    /^(?:t|o|p|tel|telephone|phone|ph|phone number|telephone number|work phone|business phone|office phone|office|direct|direct line|ligne directe|bureau|numero de telephone|no de telephone|tel bureau|telephone bureau|d|w|work|business|tel no|contact number|n° de telephone|no tel|toll-?free|sans frais|phone ?(?:#|no)|phone ?1|business phone ?1?|work number|main|main line|telephone principal|telephone au travail)$/,
  ],
  [
    'website',
    /^(?:web|web ?site|site|site web|site internet|url|internet|home ?page|page web|web ?page|website url|site url|w)$/,
  ],
  [
    'first_name',
    /^(?:first name|given name|given names|prenom|prenoms|first|forename|firstname|given|fname)$/,
  ],
  ['last_name', /^(?:last name|surname|family name|nom de famille|last|lastname|surnames|lname)$/],
  [
    'name',
    /^(?:name|full name|nom|nom complet|nom et prenom|prenom et nom|nom, prenom|contact name|member|membre|person|personne|employee|employe|staff|staff member|speaker|conferencier|conferenciere|director|administrateur|administratrice|trustee|councillor|conseiller|representative|representant|elu|nom du contact|volunteer|benevole|participant|coach|instructor|contact person|personne-ressource|name last, first|name \(last, first\)|noms)$/,
  ],
  [
    'title',
    /^(?:titles?|titres|job title|position|role|office|fonction|fonctions|poste|titre|titre d'emploi|job|occupation|designation|charge|mandat|responsabilite|responsibility|responsabilites|position title|current position|rank|functional title|titre de poste|titre (?:du )?contact|contact title|role\/title|titre\/fonction|roles)$/,
  ],
  [
    'company',
    /^(?:company|organization|organisation|organisme|employer|employeur|entreprise|affiliation|institution|association|compagnie|agency|municipality|municipalite|business|societe|etablissement|firm|school|ecole|club|library|museum|vendor|fournisseur|exposant|exhibitor|sponsor|commanditaire|partenaire|clinic|clinique|hospital|hopital|studio|atelier|shop|boutique|commerce|farm|ferme|gallery|galerie|bibliotheque|theatre|(?:shop|studio|store|farm|vendor|gallery) name|nom d(?:u commerce|e la (?:ferme|boutique|galerie))|community group|groupe communautaire|fondation|foundation|membre institutionnel|nom de l'organisme|org|organisation name|organization name|company name|nom de l'organisation|organisme \/ entreprise|employer name|company \/ organization|ministere|ministry|structure|nom de la structure)$/,
  ],
  [
    'department',
    /^(?:department|departement|dept|service|division|unit|unite|faculty|faculte|section|secteur|branch|team|equipe|direction)$/,
  ],
  [
    'address',
    /^(?:address|adresse|mailing address|street address|street|rue|adresse postale|adresse civique|location address|address 1|address line 1|adresse 1|office address)$/,
  ],
  ['city', /^(?:city|ville|town|municipalite|city\/town|locality|localite|community|suburb)$/],
  ['province', /^(?:province|prov|state|province\/state|region|province\/territory|territory|territoire)$/],
  [
    'postal_code',
    /^(?:postal code|code postal|c\.? ?postal|code p|zip|postcode|postal|zip code|cp|pc|zip\/postal code)$/,
  ],
  ['country', /^(?:country|pays)$/],
  [
    'language',
    /^(?:language|langue|lang|preferred language|langue de correspondance|langue preferee|language preference|correspondence language|spoken language|langues?|languages?)$/,
  ],
  ['honorific', /^(?:salutation|civilite|prefix|mr\/mrs|honorific|titre de civilite)$/],
  [
    'contact',
    /^(?:contacts?|[a-z]+ contacts?|media inquiries|media relations|(?:renseignements|informations?|contacts?|demandes(?: d'[a-z]+)?) (?:pour|des|de|aux) (?:les |l[ae] )?(?:medias?|presse|public|journalistes)|contact(?:s)? (?:presse|medias?)|personne-ressource|personnes-ressources|source|renseignements|information|informations|for (?:more )?information|for further information|pour (?:plus d'|de plus amples )?(?:information|informations|renseignements)|demandes? medias?|relations (?:de presse|medias|avec les medias)|by|par|from|de|to|a|cc|cci|bcc|assistant|assistante|adjointe|adjoint|rsvp|press|media|presse|medias|entrevues|interviews|registration|inscription|attn|a l'attention de|attention|signed|signe|author|auteur|auteure|text|texte|photos?|organizer|organisateur|organisatrice|moderator|moderated by|moderateur|moderatrice|leader|led by|facilitator|host|hosted by|presenter|presented by|speaker|panell?ists?|conferenciere?|anime par|submitted by|submit to|soumis par|english|francais|anglais|french|in english|en francais|en anglais)$/,
  ],
  // What anybody may have written there is nobody's.
  [
    'note',
    /^(?:notes?|remarques?|remarks?|message|your message|votre message|comments?|commentaires?|memo|observations?)$/,
  ],
  [
    'other',
    /^(?:local|locations?|lieu|lieux|emplacement|endroit|room|salle|hours|heures|office hours|bureau|linkedin|facebook|twitter|x|instagram|date|sent|envoye|objet|subject|ext|poste|pronouns|pronoms|research|recherche|expertise|term|ward|district|quartier|mandate|education|follow|suivez-nous|photo|bio|bluesky|profile|linkedin profile|id|no|#|status|statut|committees|comites|committee appointments|boards|appointments|availability|disponibilites?|publications|courses|cours|building|campus|floor|etage|reports to|member since|membre depuis|backup|mailbox|languages spoken|services|represents|representing|represente|party|parti|(?:political|federal|provincial) party|parti (?:politique|federal|provincial)|political affiliation|affiliation politique|caucus|birthday|anniversaire|connected|en relation depuis|en relation depuis le|mailed-by|signed-by|security|envoye par|signe par|securite)$/,
  ],
];

const keyOf = (text: string): string =>
  fold(text)
    .replace(/[.*]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[:：]\s*$/, '')
    .trim();

const kindOfKey = (key: string): LabelKind | undefined =>
  PATTERNS.find(([, pattern]) => pattern.test(key))?.[0];

/** "Last name / Nom", "Courriel (Email)": both say the same; "Phone / Fax" does not. */
function bilingualKind(key: string): LabelKind | undefined {
  if (!/[/|(]/.test(key)) return undefined;
  const parts = key
    .split(/[/|()]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const kinds = new Set(parts.map(kindOfKey));
  // "Nom" alone is any name.
  if (kinds.has('last_name')) kinds.delete('name');
  return parts.length === 2 && kinds.size === 1 ? [...kinds][0] : undefined;
}

/** What a label announces; undefined when the text is no label. */
export function labelKind(text: string): LabelKind | undefined {
  const key = keyOf(text);
  if (!key || key.length > 48) return undefined;
  return kindOfKey(key) ?? bilingualKind(key);
}

export interface Labelled {
  kind: LabelKind;
  label: string;
  value: string;
}

/** "Fonction : Directrice" → its parts; the label must be a known one, since names too can hold a colon. */
export function splitLabel(text: string): Labelled | null {
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > 50) return null;
  const label = text.slice(0, colon);
  const kind = labelKind(label);
  return kind ? { kind, label: label.trim(), value: text.slice(colon + 1).trim() } : null;
}
