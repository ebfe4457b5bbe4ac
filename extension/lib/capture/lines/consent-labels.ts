/** Tells the labels that ask whether somebody agrees to e-mail from those that ask for a refusal, or about something else. */
import { keyOf } from './label-key.ts';

/** `consent` says whether somebody agreed to e-mail or refused it, `consent_day` when they agreed. */
export type ConsentKind = 'consent' | 'consent_day';

const CONSENT =
  /\b(?:opt ?-?in|opted in|optin|consents?|consentements?|subscrib\w*|subscriptions?|abonn(?:e|er|ement)s?|newsletters?|infolettres?|mailing list|liste (?:d'envoi|de diffusion)|casl|lcap|email (?:marketing|updates|permission)|marketing (?:emails?|permission)|communications? (?:electroniques?|marketing)|(?:receive|recevoir|recois|stay|rester?) .{0,40}(?:e-?mails?|news|updates|newsletter|courriels?|nouvelles|infolettre|informed|informe))\b|\b(?:hear|keep me|okay to|ok to|may we|can we|send you|send me)\b.*\be-?mails?\b|\btenez[- ]moi (?:au courant|informe)|\bvous (?:ecrire|envoyer|informer)\b.*\b(?:nouvelles|invitations?|activites|evenements)\b/;

/** What is sent by e-mail, or the law about it. */
const OF_EMAIL =
  /\b(?:e-?mails?|courriels?|newsletters?|infolettres?|bulletins?|mailing|mailings?|envois?|diffusion|casl|lcap|communications?|news|nouvelles|updates|marketing|promotion\w*)\b/;
/** What else people agree or subscribe to. */
const OF_OTHERS =
  /\b(?:photos?|photograph\w*|images?|videos?|media|recordings?|enregistrements?|medical\w*|medicaux|health|sante|treatments?|soins|parental\w*|sms|mms|texts?|text messages?|textos?|phone calls?|appels?|checks?|verification|terms|conditions|rules|reglements?|waivers?|liability|decharge|privacy|confidentialite|vie privee|renseignements personnels|personal information|policy|policies|politiques?|code of conduct|code de conduite|research|recherche|surveys?|gym|magazines?|journal|piscine|parking|stationnement|transport|field trips?|sorties?|payments?|paiements?|publish\w*|publication|release|share|partage\w*)\b/;

/** Whether words about consent are about something other than e-mail. */
export const isOfOthers = (key: string): boolean => OF_OTHERS.test(key) && !OF_EMAIL.test(key);

/** "Abonnement : annuel" is what somebody pays for, where no word says that it is sent by e-mail. */
const OF_MEMBERS = /\b(?:abonnements? (?:a|au|aux|annuel|mensuel)|subscription (?:type|plan|level|fee|to))\b/;

/** Whoever said no: "Do not email", "Email opt out". What others do not do ("we do not send spam") refuses nothing. */
const REFUSAL =
  /\b(?:opt(?:ed)?[ -]?out|unsub(?:scri\w*)?|do not (?:e-?mail|contact|solicit|send (?:me|us|any))|no e-?mails?|(?:do|would|does) not (?:wish|want|like|agree|consent|accept)|don['’]t (?:wish|want|agree|consent|e-?mail|contact|send (?:me|us))|rather not|no longer (?:wish|want)|ne (?:pas|plus) (?:contacter|envoyer|ecrire|solliciter|l[ae] recevoir|recevoir|m'envoyer)|ne (?:veu[tx]|souhaite|desire|consens|consent|recoit) (?:plus|pas)|n'(?:accepte|envoyez|ecrivez|autorise) (?:plus|pas)|je n(?:e |')\w+ (?:plus|pas)|desabonn\w*|desinscri\w*|(?:exclu\w*|retir\w*|remov\w*|supprim\w*) (?:des|de (?:la|nos)|from(?: the)?) (?:envois?|mailings?|listes?|lists?)|^(?:refus|dnc|suppression|suppressed)$|(?:pas|plus|aucune?|sans|no) (?:d'|de |l'|plus )?(?:infolettres?|newsletters?|courriels?|communications?|publicite))\b/;
/** Words that take back or refuse anything, beside a word for consent or e-mail. */
const TAKES_BACK =
  /\b(?:retraits?|retir\w*|withdr[ae]w\w*|revo[kq]\w*|refus\w*|cancel\w*|annul\w*|remov\w*|declin\w*|oppos\w*|stop(?:ped)?)\b/;
/** "I can unsubscribe at any time": every consent says so, and it takes nothing back. */
const MAY_LEAVE =
  /\b(?:can|may|peux|puis|peut|pouvez|pourr\w+)\b[^;]*?\b(?:unsubscri|desabonn|desinscri|opt[ -]?out|withdraw|retir|revo[kq]|cancel|annul)\w*|\b(?:unsubscri|desabonn|desinscri|opt[ -]?out|withdraw|retir)\w*\b(?=[^;]*\b(?:any ?time|tout temps|tout moment)\b)/g;
/** "Ne manquez pas notre infolettre" asks for a yes, and "we do not send spam" is nobody's refusal. */
const INVITES =
  /\bne (?:manquez|ratez|partez) pas\b|\b(?:nous|on) n(?:e |')\w+ (?:pas|plus|jamais)\b|\bwe (?:do not|don't|never|will not|won't|will never) \w+/g;

function isRefusal(key: string): boolean {
  const said = key.replace(MAY_LEAVE, ' ').replace(INVITES, ' ');
  return REFUSAL.test(said) || (TAKES_BACK.test(said) && (CONSENT.test(said) || OF_EMAIL.test(said)));
}

/** Whether a yes to this label means no e-mail: "Unsubscribed", "Consent withdrawn on". */
export const asksForRefusal = (text: string): boolean => isRefusal(keyOf(text));

/** Whether an answer takes anything back, or leaves something out: "Oui, mais retirez-moi". @param said in small letters, without accents */
export const takesBack = (said: string): boolean => {
  const own = said.replace(MAY_LEAVE, ' ').replace(INVITES, ' ');
  return (
    REFUSAL.test(own) ||
    TAKES_BACK.test(own) ||
    /\b(?:ne|not|never|jamais|but|mais|except|sauf|unless|only|seulement|uniquement)\b|\bn'/.test(own)
  );
};

/** Whether an answer in words refuses e-mail: "Je souhaite ne plus recevoir l'infolettre". @param said as for `takesBack` */
export const refuses = (said: string): boolean =>
  isRefusal(said) ||
  /^(?:please )?(?:remove|stop|retirez|arretez|cessez)\b|^(?:je|i) (?:refuse|decline)\b|\b(?:be|etre) (?:removed|retire)/.test(
    said,
  );

const DATE = /\b(?:date|day|time|timestamp|when|horodat\w*|jour|le|on|at|since|depuis|signed)\b/;
const EXPIRY = /\b(?:expir\w*|until|end|fin|echeance|source|method|methode|ip|type|id|proof|preuve)\b/;

/** What a label says of consent to e-mail; undefined where it says nothing of it. @param key as `keyOf` writes it */
export function consentKind(key: string): ConsentKind | undefined {
  if (EXPIRY.test(key)) return undefined;
  // The day of a refusal says that somebody refused.
  if (isRefusal(key)) return isOfOthers(key) ? undefined : 'consent';
  if (!CONSENT.test(key) || isOfOthers(key) || (OF_MEMBERS.test(key) && !OF_EMAIL.test(key)))
    return undefined;
  const isDay = DATE.test(key) && key.length < 40 && !/^(?:i|je|yes|oui)\b/.test(key);
  return isDay ? 'consent_day' : 'consent';
}
