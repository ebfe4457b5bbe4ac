/**
 * Tells the questions that ask for e-mail and nothing else. A yes counts as consent only there: a word that is not known here may
 * deny the question ("Sans consentement"), make it one of the past ("Former subscriber") or of something else ("Photo in our
 * newsletter"), and nobody can list all of these.
 */
import { fold } from '../text/clean-text.ts';

/** "I can unsubscribe at any time": every consent says so, and it takes nothing back. */
const MAY_LEAVE =
  /\b(?:can|may|peux|puis|peut|pouvez|pourr\w+)\b[^;]*?\b(?:unsubscri|desabonn|desinscri|opt[ -]?out|withdraw|retir|revo[kq]|cancel|annul)\w*|\b(?:unsubscri|desabonn|desinscri|opt[ -]?out|withdraw|retir)\w*\b(?=[^;]*\b(?:any ?time|tout temps|tout moment)\b)/g;
/** "Ne manquez pas notre infolettre" asks for a yes, and "we do not send spam" is nobody's refusal. */
const INVITES =
  /\bne (?:manquez|ratez|partez) pas\b|\b(?:nous|on) n(?:e |')\w+ (?:pas|plus|jamais)\b|\bwe (?:do not|don't|never|will not|won't|will never) \w+/g;

/** Words without what every sender promises. @param said in small letters, without accents */
export const withoutPromises = (said: string): string => said.replace(MAY_LEAVE, ' ').replace(INVITES, ' ');

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What a question about e-mail is made of. */
const KNOWN = setOf(`
a an the i we you your our us me my to of for from in on by via with and or at any anytime all more about do would will can may could
should shall like wish want please yes agree accept accepts accepted consent consents consented authorize authorise allow allows
give given permission okay ok interested be am is are added add join sign up signed subscribe subscribed subscriber subscribers
subscription subscriptions receive receiving get send sending keep stay informed updated posted touch hear e email emails mail mails
mailing mailings list lists newsletter newsletters enewsletter enewsletters news enews bulletin bulletins ebulletin update updates
information info announcement announcements communicate communication communications electronic electronically marketing promotional
promotion promotions message messages notice notices notification notifications event events activity activities program programs
service services offer offers opportunities upcoming future new monthly weekly quarterly regular occasional digital commercial casl
canada canadian anti spam legislation law express opt in optin opted status date day time timestamp when since this that it as type
basis preference preferences member members community address use box check checking tick ticking clicking contact contacted reach
write notify share obtained received confirmed its their related relating regarding concerning organization organisation society
association city town municipality centre club team office school university foundation library s id which privacy policy terms conditions read understand
le la les l un une des de du d au aux et ou je j m moi nous on vous vos votre notre nos mon ma mes ce cet cette ces qui que se son
sa ses leur leurs par en dans sur pour avec y oui svp souhaite souhaitez souhaiterais veux voulez voudrais desire desirez aimerais
aimeriez accepte acceptez accepter autorise autorisez consens consentez consentir consentement consentements donne donnez donnee permets
permettez accord expres abonner abonne abonnee abonnez abonnement abonnements inscrire inscris inscrit inscrite inscription ajoute
ajoutez ajouter ajoutee inscrivez etre recevoir recois recevez envoyer envoyez envoi envois infolettre infolettres cyberlettre cyberbulletin
lettre lettres informations informe informee informes informer tenir tenez tenu tenue rester restez courant nouvelles nouveautes
actualites courriel courriels electronique electroniques courrier communiquer contacter contacte joindre ecrire parvenir faire avis
annonces offres promotionnels promotionnelles commerciaux commerciales activites evenements evenement invitation invitations
programmes prochains prochaines mensuelle mensuel hebdomadaire trimestrielle lcap loi canadienne anti pourriel pourriels liste listes
diffusion distribution jour heure horodatage depuis statut etat preference membre membres communaute case cochant coche tout temps
moment peut peux puis pouvons pouvez obtenu obtenue valide ville municipalite organisme societe equipe centre fondation bibliotheque
signup registered agreed acceptation autorisation autorises autorisee autorisees autorise types consenti est suis adresse quel quelle quels quelles politique confidentialite lu compris
`);

/** What says the contrary, or speaks of what was or of paper, wherever it stands. */
const CONTRARY = setOf(`
non sans pas jamais aucun aucune no not never none without former formerly ancien ancienne anciens ex previous previously last
dernier derniere derniers dernieres already deja tacite tacites implied implicite implicit poste postal papier imprime imprimee
print printed paper missing manquant expired expire
`);

/** Of whom asks for nothing but to be written to. */
const WANTED = setOf(`
receive receiving get send sending subscribe join sign recevoir recois envoyer envoyez abonner abonne abonnee abonnez inscrire inscris
ajouter ajoute ajoutez informe informer tenir tenez rester stay keep
`);
const LETTERS = setOf(`
newsletter newsletters enewsletter enewsletters enews news bulletin bulletins ebulletin infolettre infolettres cyberlettre cyberbulletin
nouvelles actualites
`);
const MAILS = setOf(`
email emails mail mails mailing mailings updates update information informations communication communications message messages
courriel courriels promotions offres offers invitations courant informed informe informee
`);
/** What is sent to everybody who bought or asked for something. */
const OF_SERVICE =
  /^(?:recus?|receipts?|factur\w+|invoic\w+|bill\w*|confirm\w+|copie|copy|rappels?|reminders?|paiement\w*|payment\w*|reponses?|answers?|results?|resultats?|convocation|taxes?|tax|impots?|orders?|commandes?|accounts?|comptes?|ticket\w*|billet\w*|statements?|releves?)$/;

/** A name before it: "our Lakeside Alumni newsletter". */
const MAX_WORDS_BEFORE_LETTER = 3;

const wordsIn = (label: string): string[] =>
  withoutPromises(fold(label.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).replaceAll('’', "'"))
    .replace(/\((?:required|optional|obligatoire|facultatif|requis|optionnel|champ obligatoire)\)/g, ' ')
    // Behind a question stands a hint.
    .replace(/(?<=\?).*$/s, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/\d/.test(word));

const isUnknown = (word: string): boolean => !KNOWN.has(word);

/** Whether a question, or the heading of a column, asks whether somebody wants e-mail and nothing else. */
export function asksPlainly(label: string): boolean {
  const words = wordsIn(label);
  if (words.some((word) => CONTRARY.has(word))) return false;
  if (!words.some(isUnknown)) return true;
  const verb = words.findIndex((word) => WANTED.has(word));
  const sent = words.findIndex((word, at) => at > verb && (LETTERS.has(word) || MAILS.has(word)));
  if (verb < 0 || sent < 0 || words.slice(0, verb).some(isUnknown)) return false;
  const unknown = words.slice(verb, sent).filter(isUnknown).length;
  // Behind "our newsletter" and "emails" stands who sends them, or what they are about.
  return LETTERS.has(words[sent] ?? '')
    ? unknown <= MAX_WORDS_BEFORE_LETTER
    : unknown === 0 && !words.some((word) => OF_SERVICE.test(word));
}
