/** The words of labels: what is asked for, whom it is about, and small words that say neither. In small letters, without accents. */
import type { LabelKind } from './labels.ts';

/** Phrases for what a label asks for, in English, whose main word stands last ("job title"), and in French, whose main word stands first ("titre du poste"). */
export const ASKED: readonly (readonly [LabelKind, english: string, french: string])[] = [
  [
    'email',
    'e[- ]?mail(?: address(?:es)?| id)?|e-?mails|mail|reply ?-?to',
    'adresses? (?:electroniques?|(?:de )?(?:courriel|messagerie|e-?mail))|courriels?|mel',
  ],
  ['fax', 'fax(?: number)?|facsimile', 'telecopieur|telecopie|no de fax'],
  [
    'first_name',
    '(?:first|given|fore) ?names?|fname|first and middle names?|first$',
    'prenoms?(?: usuels?)?',
  ],
  ['last_name', '(?:last|family|sur) ?names?|lname|last$', "noms? de famille|nom d'usage|nom de naissance"],
  [
    'mobile',
    '(?:mobile|cell(?:ular|phone)?|sms|text)(?: (?:tele)?phone)?(?: number)?|i ?phone',
    'cell(?:ulaire)?|(?:telephone )?(?:cellulaire|mobile|portable)|(?:numero (?:de )?)?(?:cellulaire|portable|mobile)',
  ],
  [
    'phone',
    '(?:tele)?phones?(?: number)?|tel|(?:contact|call ?back|day(?:time)?|evening|home|work|business|direct) (?:number|line)',
    'telephones?|tel|(?:numero|no|n°) (?:de |du )?(?:telephone|tel|poste)|ligne directe|poste tel(?:ephonique)?',
  ],
  ['postal_code', 'post(?:al)? ?code|zip(?: ?code)?|postal$', 'code postal|cp'],
  [
    'website',
    'web ?sites?|web ?page|url|web(?: address)?',
    'site (?:web|internet)|page web|adresse (?:web|du site)',
  ],
  [
    'department',
    'department|dept|faculty|branch|division|unit',
    'departement|dept|faculte|unite(?: administrative)?|service',
  ],
  [
    'title',
    'job|(?:job|position|professional|employee|business|work|contact|organization|company)? ?title|position|occupation|profession|designation|elected office|role|function',
    "titre(?: d[eu'] ?(?:l')?(?:poste|emploi|contact))?|intitule(?: d[eu'] ?(?:l')?(?:poste|emploi))?|fonctions?|poste|corps d'emploi|role|metier|charge(?= publique)",
  ],
  ['city', 'city|town|municipality|community(?= name)', 'ville|municipalite|commune|localite'],
  [
    'province',
    'country ?sub ?(?:entity|division)|province|state|county|territory',
    'province|territoire|dep ?/ ?region',
  ],
  ['country', 'country', 'pays'],
  ['address', 'addr(?:ess)?(?: (?:work|home|business|primary))?(?: ?line)?(?: ?1)?|street', 'adresse|rue'],
  [
    'company',
    'student (?:association|union|society)|compan(?:y|ies)|organi[sz]ations?|employer|workplace|place of work|institution|affiliation|agency|(?:media )?outlet|society|business|association|school(?: board)?|club|church|parish|congregation|library|newspaper|group|org|firm|team|choir|board|band|league|guild|foundation|farm|corporation|account(?= name)|college|university|chapter|ministry|museum|non-?profit',
    'association etudiante|organismes?|organisations?|employeur|entreprise|compagnie|institution|etablissement|(?:lieu|milieu) de travail|associations?|ecole|club|media|personne morale|corporation|paroisse|regroupement|groupe|cooperative|raison sociale|cegep|universite|societe|oeuvre|ministere|federation',
  ],
  ['language', 'language|lang', 'langue'],
  ['honorific', 'salutation|prefix', 'civilite|salutation'],
  ['name', 'names?', 'noms?'],
];

const words = (list: string): RegExp => new RegExp(`^(?:${list})$`);

/** Says neither what is asked for nor whom it is about. */
export const FILL = words(
  "please|enter|provide|give|fill|type in|write|list|indicate|tell|us|me|what|whats|what's|is|are|which|whose|your|you|my|i|the|a|an|and|or|s|d|l|indiquez|inscrivez|veuillez|entrer|entrez|saisir|saisissez|completer|indiquer|inscrire|donnez|nous|vous|dites|choisissez|choose|select|quel|quelle|quels|quelles|est|sont|votre|vos|mon|ma|mes|ton|ta|tes|tu|toi|son|sa|le|la|les|l'|d'|un|une|et|ou|full|complete|current|currently|legal|official|best|main|primary|principal|principale|officiel|officielle|professional|professionnel|professionnelle|personal|personnel|personnelle|home|work|business|office|mailing|postal|postale|street|civic|civique|physical|permanent|residential|billing|shipping|complet|complete|actuel|actuelle|travail|bureau|domicile|maison|residence|default|#|no|n°|in|at|to|dans|a|pour|for|de|of|with|signing|live|habitez|habites|demeurez|demeures|residez|travaillez|oeuvrez|enseignez|sein|there|y|their|link|preference|your|display|user|value|field|new|nouvelle|nouveau|nouvel|current|occupez|exercez|hold|have|rr|po|box|occupe|occupee|electif|elective",
);

/** Of these, what says in front of a label only whose value it is, or that it is asked for. */
export const IN_FRONT = words(
  "please|enter|provide|give|what|whats|what's|is|your|you|the|s|quel|quelle|est|indiquez|inscrivez|veuillez|entrer|indiquer|votre|vos|ton|ta|le|la|l'|l|billing|primary|main|current|business|work|personal|user|lead",
);

/** Where the main phrase ends: what stands behind says of what, or why it is asked. */
export const CLAUSE = words(
  "of|for|to|at|in|on|where|that|who|which|we|you|so|as|if|with|within|from|by|about|de|du|des|d'|pour|ou|que|qu'|qui|si|a|au|aux|dans|sur|par|afin|avec|chez|can|could|should|do|does|will|would|may|pouvons|peut|doit|doivent|y|while|-|–|—",
);

/** May stand behind the main word in English. */
export const QUALIFIER = words(
  'home|work|business|office|primary|main|mailing|personal|default|line|field|value|here|please|required|day|evening|morning|daytime|en|fr|english|french|cell|mobile|bus|res|person|held|first|last|land|landline|direct|ext|extension|eve|perso|fixe|bur|domicile|travail|maison|bureau|prive|prof|pro|usual',
);

/** Whoever fills a form in, or whom a row is about. */
export const OF_WRITER = words(
  '(?:in )?charge|applicants?|attendees?|candidates?|contacts?|clients?|customers?|donors?|members?|membres?|nominees?|nominators?|organi[sz]ers?|owners?|participants?|participante|persons?|personne|purchasers?|buyers?|registrants?|representatives?|requestors?|requesters?|respondents?|signatory|signer|signing officer|officer|students?|submitter|subscribers?|users?|volunteers?|demandeurs?|demanderesse|requerante?|responsable|titulaire|donateur|donatrice|benevole|repondante?|signataire|abonnee?|acheteur|acheteuse|locataire|proprietaire|inscrite?|guest|delegate|deleguee?|ressource|tenant|speaker|author|employee|staff|employe|employee',
);

/** Others whom a form may be about; French says them behind: "Email élève". */
export const OF_OTHER = words(
  'parents?|eleve|enfant|etudiante?|pere|mere|tuteur|tutrice|conjointe?|entraineur|superviseur',
);

/** What is nobody's to write to. */
export const THING = words(
  'events?|evenements?|case|venue|forms?|formulaire|campaign|campagne|programs?|programmes?|project|projet|products?|produit|item|article|file|fichier|course|cours|class|classe|sessions?|domain|screen|lists?|fund|fonds|camp|activity|activite|room|salle|lieu|template|modele|subject|sujet|objet|page|pet|animal|incorporation|birth|naissance|citizenship|origin|origine|presentation|talk|conference|issue|topic|theme|book|livre|document|photo|video|work of art|oeuvre|song|film|grant|subvention|scholarship|bourse|award|prix|meeting|reunion|vehicle|vehicule|car|building|immeuble|site|pothole|feedback|delivery|livraison|ip|ward|district|plan|package|ticket|billet|order|commande|invoice|facture|payment|paiement|bank|banque|dossier|request|demande|application|membership|adhesion|newsletter|infolettre|tribute|memorial',
);

/** A value beside the one that counts, or something that a program counts: "Alternate e-mail", "Poste convoité", "Email type". */
export const ASIDE =
  /\b(?:(?:as )?(?:printed|engraved) on|user[- ]agent|browser|navigateur|emerg|political|politique|demandee?|souhaitee?|desiree?|convoitee?|visee?|requested|desired|wanted|appl(?:ied|ying) for|hiring|type|label|etiquette|status|statut|size|taille|id|upn|2|3|4|second|secondary|secondaire|alternate|other|autre|confirm\w*|verif\w*|yomi|phonetic|phonetique|middle|deuxieme|preferred name|additional|suffix|suffixe|prefix|nickname|surnom|maiden|assistant|asst|emergency|urgence|spouse|conjointe?|ip|mac|parent|referr\w*|recommand\w*|acronym|acronyme|sigle|path|structure|unit(?! (?:at|of|in|within))|count|sent|opens?|opened|clicks?|bounce\w*|score|rating|format|hash|notes?|comments?(?! vous)|pronunciation|previous|former|ancien(?:ne)?|interesse|satisfied|satisfait\w*)\b/;

/** Ways of asking that hold no word for what is asked. */
export const IDIOMS: readonly (readonly [LabelKind, RegExp])[] = [
  ['mobile', /\btext(?:er|o)? you\b|\btexter\b/],
  [
    'company',
    /\b(?:work|works|working|volunteer|teach|report|here|speaking|writing|applying) (?:for|at|with|on behalf)\b|\b(?:who|whom|where) do you (?:work|teach|represent)\b|\bon behalf of\b|\brepresent(?:s|ing|ez|e|ee)?\b|\bbelong to\b|\b(?:travaill|enseign)e[sz]\b|\bfaites[- ]vous partie\b/,
  ],
  ['first_name', /\b(?:friends|people) call you\b|\b(?:should we|we should) call you\b|\bdo you go by\b/],
  [
    'name',
    /\bcomment vous appelez\b|\b(?:who are you|qui etes[- ]vous|and you are)\b|\bwho is (?:filling|registering|completing|applying|submitting)\b|\bqui (?:remplit|s'inscrit)\b|\bwho should we (?:contact|talk)\b|\bperson (?:we should|to) (?:talk|contact)\b|\bpersonne (?:a|de) (?:contact\w*|joindre)\b/,
  ],
  [
    'phone',
    /^(?:your )?number (?:at|where)\b|\b(?:numero|number|no)\b.*\b(?:reach|call|contact|joindre|rejoindre|appeler)\b|\b(?:call|appel\w*)\b.*\b(?:numero|number)\b/,
  ],
  [
    'title',
    /^(?:you are|i am|vous etes|je suis)(?: an?| une?)?$|\bwhat do you do\b|\bque faites[- ]vous\b|\bhat do you wear\b|\boffice do you hold\b|\bcapacity\b.*\b(?:sign|act|you)|\ba quel titre\b|\ben quelle qualite\b|^qualite$/,
  ],
  [
    'city',
    /\bwhere (?:are you|do you live|is home)\b|\bou (?:habites|es|demeures)[- ]tu\b|\bou (?:habitez|etes|demeurez)[- ]vous\b|\bd'ou etes\b/,
  ],
  [
    'website',
    /\b(?:link to your|organi[sz]ation's|company's|group's) site\b|\bfind you online\b|\bread more about\b/,
  ],
];

/** Of a town: the one that somebody works or speaks for. */
export const SPEAKS_FOR = /\bwork for\b|\bon behalf of\b|\brepresent(?:s|ing|ez|e|ee)?\b/;
