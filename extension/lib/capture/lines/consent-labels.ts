/** Tells the labels that ask whether somebody agrees to e-mail from those that ask for a refusal, or about something else. */
import { keyOf } from './label-key.ts';
import { asksPlainly, withoutPromises } from './plain-questions.ts';

/** `consent` says whether somebody agreed to e-mail or refused it, `consent_day` when they agreed. */
export type ConsentKind = 'consent' | 'consent_day';

const CONSENT =
  /^e-?news$|\b(?:opt ?-?in|opted in|optin|consents?|consentements?|subscrib\w*|subscriptions?|abonn(?:e|er|ement)s?|newsletters?|infolettres?|mailing list|liste (?:d'envoi|de diffusion)|casl|lcap|email (?:marketing|updates|permission)|bulletins? (?:electroniques?|d'information|par courriel)|e-?bulletins?|courriels? autorises?|(?:accept\w*|autoris\w*) (?:les |des |l'envoi de )?courriels?|envois? (?:de |par )?courriels?|marketing (?:emails?|permission)|communications? (?:electroniques?|marketing)|(?:receive|recevoir|recois|stay|rester?) .{0,40}(?:e-?mails?|news|updates|newsletter|courriels?|nouvelles|infolettre|informed|informe))\b|\b(?:hear|keep me|okay to|ok to|may we|can we|send you|send me)\b.*\be-?mails?\b|\b(?:may|can|could|shall|should) (?:we|i) (?:send|write|keep|share|update|notify)\b.*\b(?:news|updates|promotions?|mailings?)\b|\b(?:peut[- ]on|on peut|puis[- ]je|pou(?:vons|rrions)[- ]nous) vous (?:ecrire|envoyer|contacter|joindre|informer|tenir|faire parvenir)\b.*\b(?:courriels?|nouvelles|envois?)\b|\btenez[- ]moi (?:au courant|informe)|\bvous (?:ecrire|envoyer|informer)\b.*\b(?:nouvelles|invitations?|activites|evenements)\b/;

/** What is sent by e-mail, or the law about it. */
const OF_EMAIL =
  /\b(?:e-?mails?|courriels?|newsletters?|infolettres?|bulletins?|mailing|mailings?|envois?|diffusion|casl|lcap|communications?|news|nouvelles|updates|marketing|promotion\w*|sollicitations?|solicitations?)\b/;
/** What else people agree or subscribe to. */
const OF_OTHERS =
  /\b(?:photos?|photograph\w*|images?|videos?|media|recordings?|enregistrements?|medical\w*|medicaux|health|sante|treatments?|soins|parental\w*|sms|mms|texts?|text messages?|textos?|phone calls?|appels?|checks?|verification|terms|conditions|rules|reglements?|waivers?|liability|decharge|privacy|confidentialite|vie privee|renseignements personnels|personal information|policy|policies|politiques?|code of conduct|code de conduite|research|recherche|surveys?|gym|magazines?|journal|piscine|parking|stationnement|transport|field trips?|sorties?|payments?|paiements?|publish\w*|publication|release|share|partage\w*)\b/;

/** Whether words about consent are about something other than e-mail. */
export const isOfOthers = (key: string): boolean => OF_OTHERS.test(key) && !OF_EMAIL.test(key);

/** "Abonnement : annuel" is what somebody pays for, where no word says that it is sent by e-mail. */
const OF_MEMBERS = /\b(?:abonnements? (?:a|au|aux|annuel|mensuel)|subscription (?:type|plan|level|fee|to))\b/;

/** "Subscriber email", "Nom de l'abonné": of whom the row is. */
const OF_SUBSCRIBER =
  /^(?:subscribers?(?:'s)?|abonnee?) (?:(?:first|last|given|full|family) )?(?:names?|e-?mail(?: address)?|address|phone|id|number|prenom|nom|courriel)$|^(?:prenom|nom|courriel|adresse|telephone|numero)s?(?: de famille| courriel)? d(?:e l'|es )abonnee?s?$/;

/** Whoever said no: "Do not email", "Email opt out". What others do not do ("we do not send spam") refuses nothing. */
const REFUSAL =
  /\b(?:opt(?:ed)?[ -]?out|no bulk e-?mails?|pas d'envois?|(?:e-?mail delivery|receiving e-?mails?) disabled|clean(?:ed)? (?:time|date|on)|liste noire|bl(?:ack|ock)list(?:ed)?|donot(?:bulk)?e-?mails?|unsub(?:scri\w*)?|do not (?:e-?mail|contact|solicit|send (?:me|us|any)|allow (?:bulk )?e-?mails?)|no e-?mails?|(?:do|would|does) not (?:wish|want|like|agree|consent|accept)|don['’]t (?:wish|want|agree|consent|e-?mail|contact|send (?:me|us))|rather not|no longer (?:wish|want)|ne (?:pas|plus) (?:contacter|envoyer|ecrire|solliciter|l[ae] recevoir|recevoir|m'envoyer)|ne (?:veu[tx]|veulent|(?:souhait|desir)e(?:nt)?|consens|consent(?:ent)?|recoi(?:t|vent)) (?:plus|pas)|n'(?:acceptent|accepte|envoyez|ecrivez|autorise(?:nt)?) (?:plus|pas)|je n(?:e |')\w+ (?:plus|pas)|desabonn\w*|desinscri\w*|(?:exclu\w*|retir\w*|remov\w*|supprim\w*) (?:des|de (?:la|nos)|from(?: the)?) (?:envois?|mailings?|listes?|lists?)|^(?:refus|dnc|suppression|suppressed)$|(?:pas|plus|aucune?|sans|no) (?:d'|de |l'|plus )?(?:infolettres?|newsletters?|courriels?|communications?|publicite))\b/;
/** Words that take back or refuse anything, beside a word for consent or e-mail. */
const TAKES_BACK =
  /\b(?:retraits?|retir(?!ed\b|ement|ing)\w*|withdr[ae]w\w*|revo[kq]\w*|refus\w*|cancel\w*|annul\w*|remov\w*|declin\w*|oppos\w*|stop(?:ped)?)\b/;
function isRefusal(key: string): boolean {
  const said = withoutPromises(key);
  return REFUSAL.test(said) || (TAKES_BACK.test(said) && (CONSENT.test(said) || OF_EMAIL.test(said)));
}

/** Whether a yes to this label means no e-mail: "Unsubscribed", "Consent withdrawn on". */
export const asksForRefusal = (text: string): boolean => isRefusal(keyOf(text));

/** Whether an answer takes anything back, leaves something out or waits: "Oui, mais retirez-moi", "Yes, maybe later". @param said in small letters, without accents */
export const takesBack = (said: string): boolean => {
  const own = withoutPromises(said);
  return (
    REFUSAL.test(own) ||
    TAKES_BACK.test(own) ||
    /\b(?:no|non|ne|not|never|jamais|but|mais|except|sauf|unless|only|seulement|uniquement|until|jusqu|ended|expir\w*|termine\w*|if|si|later|plus tard|maybe|perhaps|peut-etre|to be confirmed|a confirmer)\b|\bn'/.test(
      own,
    )
  );
};

/** Whether an answer in words refuses e-mail: "Je souhaite ne plus recevoir l'infolettre". @param said as for `takesBack` */
export const refuses = (said: string): boolean =>
  isRefusal(said) ||
  /^(?:please )?(?:remove|stop|retirez|arretez|cessez)\b|^(?:je|i) (?:refuse|decline)\b|\b(?:be|etre) (?:removed|retire)|\b(?:prefer(?: to)?|prefere(?:rais)?) (?:not|(?:de )?(?:ne )?pas)\b(?!.*\b(?:say|answer|dire|repondre)\b)/.test(
    said,
  );

/** Whether an answer takes back what its question is about: "Withdrawn 2025-02-01" needs no word for e-mail there. @param said as for `takesBack` */
export const withdraws = (said: string): boolean => TAKES_BACK.test(withoutPromises(said));

/** "Never unsubscribed", "n'a pas retiré": who has not left has not agreed either. @param said as for `takesBack` */
export const deniesLeaving = (said: string): boolean =>
  /\b(?:no|non|not|never|aucune?|sans|pas|jamais)(?: been| yet| ete| encore| s'etre| d[e'])? ?(?:unsub|opt(?:ed)?[ -]?out|desabonn|desinscri|withdr|retir|retrait|revo[kq]|refus|cancel|annul|remov|declin|oppos|stopp)|\bn(?:e s'|e |')(?:refus|retir|revo|annul|oppos)\w* (?:pas|jamais)\b/.test(
    said,
  );

/** Asks for a yes or a no, or is what somebody says yes to. */
const IS_YES_OR_NO =
  /^(?:do|does|did|would|will|can|may|could|should|shall|are|is|i|je|j'|we|yes|oui|please|souhait\w*|voul\w*|desir\w*|aimer\w*|accept\w*|consens|agree|receive|recevoir|recois|peut|pouvons|puis|autoris\w*|sign|keep|send)\b/;
const OPEN_QUESTION =
  /^(?:which|what|how|why|where|who|when|quel(?:le)?s?|comment|pourquoi|combien|lequel|laquelle|lesquel(?:le)?s)\b/;
const WORDS =
  '(?:names?|noms?|titles?|titres?|topics?|themes?|sujets?|languages?|langues?|frequency|frequence|formats?|editions?|volumes?|numbers?|numeros?|comments?|commentaires?|notes?|remarques?|interests?|interets|categor\\w*|segments?|groups?|groupes?|counts?|nombre|versions?|urls?|links?|liens?|pages?|owners?|editors?|redact\\w*|contacts?|reasons?|raisons?|wording|libelle|sent|opens?|opened|clicks?|clicked|delivered|bounces?|envoyee?s?|ouvertures?|clics?|text|texte|country|pays|campaigns?|campagnes?|(?:given|taken|obtained|recorded|collected|entered|subscribed) by|(?:obtenu|recueilli|saisi|donne|consigne)e? par)';
const HEADED_BY_WORDS = new RegExp(`^${WORDS}\\b|\\b${WORDS}(?: ?\\([^()]*\\))?$`);
/** "Subscription: Gold" is what somebody pays for, and no answer to e-mail. */
const MERE_SUBSCRIPTION = /\b(?:subscriptions?|abonnements?)\b/;

/** What may be sent by e-mail, or otherwise. */
const PERHAPS_SENT =
  /\b(?:communications?|contact(?:er|ez)? (?:you|me|us|vous|moi|nous)|(?:vous|me|nous) contacter|(?:be|etre) contactee?d?s?|touch|updates?|bulletins?|promotions?|marketing|envois?|actualites|nouvelles|offres|(?:recevoir|receive)\b.*\binformations?|communiqu\w*|(?:our|mailing|distribution) lists?|(?:notre|nos) listes?|(?:envoyer|send|sign up for|receive|recevoir)\b.*\b(?:e-?mails?|courriels?)|hear from)\b/;
const BY_OTHER_WAYS = /\b(?:phone|telephone|tel|call|appel\w*|sms|mms|texts?|text messages?|textos?)\b/;
const NAMES_EMAIL = /\b(?:e-?mails?|courriels?)\b/;
/** Whether words name e-mail itself. @param said as for `takesBack` */
export const namesEmail = (said: string): boolean => NAMES_EMAIL.test(said);
/** Of such things, as the name of a field: an office of that name has somebody's name beside it. */
const PERHAPS =
  /^(?:(?:e-?)?bulletins?|communications?|updates|(?:e-?mail|courriel) contact|contact(?:e|er)? par (?:courriel|e-?mail)|e-?blasts?|nouvelles|actualites|announcements?|digest|promotions?|offres(?: promotionnelles?)?|(?:courriels?|offres) promotionnel\w*|cyber(?:bulletin|lettre)|lettres? d'information|listes? (?:de distribution|courriel|d'envoi)|publipostage|courriels? en (?:nombre|masse)|bulk e-?mails?|e-?mail lists?|send marketing materials?|sollicitations?|(?:e-?mail|electronic|bulk) (?:communications?|e-?mails?)|communications? (?:par (?:courriel|e-?mail)|autorisees?)|(?:modes?|methodes?) de communication|preferred contact method|(?:allow|ok to|okay to|permission to) (?:bulk )?e-?mails?|keep (?:in touch|me posted|me informed)|permissions?|marketing permissions?|(?:communication|contact|privacy|e-?mail) preferences?|preferences? (?:de |d')(?:communication|contact|envoi)s?)$/;

/** Whether a label may ask about e-mail, and may not: a no to "May we contact you?" counts, and a yes is not clear. */
export const mayAskForEmail = (label: string): boolean => {
  const key = keyOf(label);
  if (CONSENT.test(key) || isRefusal(key) || isOfOthers(key)) return false;
  return PERHAPS.test(key) || isPerhapsQuestion(key);
};

const isPerhapsQuestion = (key: string): boolean =>
  IS_YES_OR_NO.test(key) && PERHAPS_SENT.test(key) && !(BY_OTHER_WAYS.test(key) && !namesEmail(key));

/** Whether a label about consent asks for words: "Newsletter name", "Which newsletters?", "Abonnement". */
export const asksForWords = (label: string): boolean => {
  const key = keyOf(label);
  if (OPEN_QUESTION.test(key)) return true;
  if (IS_YES_OR_NO.test(key)) return false;
  return HEADED_BY_WORDS.test(key) || (MERE_SUBSCRIPTION.test(key) && !OF_EMAIL.test(key));
};

/** Whether words speak of what is sent by e-mail, or of agreeing to it. @param said as for `takesBack` */
export const speaksOfEmail = (said: string): boolean => OF_EMAIL.test(said) || CONSENT.test(said);

const DATE = /\b(?:date|day|time|timestamp|when|horodat\w*|jour|le|on|at|since|depuis|signed)\b/;
/** "Consent type: Implied": how somebody agreed, which a day beside it does not tell. */
const CONSENT_TYPE =
  /^(?:types? (?:de |d'|of )?(?:consent\w*|permission)|(?:e-?mail |casl |lcap )?(?:consent\w*|permission) (?:type|basis|kind))$/;
/** Consent that nobody gave: it follows from what somebody bought or asked. */
const IMPLIED = /\b(?:tacites?|implied|implicites?)\b/;
/** "Consentement demandé le": the day on which somebody was asked, and answered nothing. */
const WAS_ASKED = /\b(?:demandee?s?|request(?:ed)?|asked|sollicitee?s?|sent|envoyee?s?)\b/;
/** "Subscription updated on", "Date added to the mailing list": the day of a record, which others keep. */
const OF_RECORD =
  /\b(?:updated?|modif\w*|chang\w*|mise? a jour|created|creation|creee?|added|ajout\w*|import\w*|record(?:ed)?|enregistree?|verif\w*)\b/;
const EXPIRY = /\b(?:expir\w*|until|end|fin|echeance|source|method|methode|ip|type|id|proof|preuve)\b/;

/** The heading of a column, in characters. */
const MAX_HEADING = 40;

/** What a label says of consent to e-mail; undefined where it says nothing of it. @param key as `keyOf` writes it */
export function consentKind(key: string): ConsentKind | undefined {
  if (CONSENT_TYPE.test(key)) return 'consent';
  // Nor does a question of many words, which may hold any word.
  if ((EXPIRY.test(key) && key.length < MAX_HEADING) || OF_SUBSCRIBER.test(key)) return undefined;
  // The day of a refusal says that somebody refused.
  if (isRefusal(key)) return isOfOthers(key) ? undefined : 'consent';
  if (!CONSENT.test(key) && !isOfOthers(key) && isPerhapsQuestion(key)) return 'consent';
  if (!CONSENT.test(key) || isOfOthers(key) || (OF_MEMBERS.test(key) && !OF_EMAIL.test(key)))
    return undefined;
  const isDay = DATE.test(key) && key.length < MAX_HEADING && !IS_YES_OR_NO.test(key);
  if (isDay && IMPLIED.test(key)) return 'consent';
  // "Date de la dernière infolettre" is no day of a consent.
  if (isDay && (WAS_ASKED.test(key) || OF_RECORD.test(key) || !asksPlainly(key))) return undefined;
  return isDay ? 'consent_day' : 'consent';
}

/** Whether words ask, or may ask, whether somebody wants e-mail: "Infolettre", "Communications". */
export const isAboutEmail = (text: string): boolean =>
  consentKind(keyOf(text)) === 'consent' || mayAskForEmail(text);
