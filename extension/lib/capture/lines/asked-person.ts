/** Whom a label, or the words above a section, ask for: "Donor", "Mother's name", "Personne autorisée à signer". */
import { fold } from '../text/clean-text.ts';

const TUTOR = 'tut(?:eur|rice)';
const CONTACT = 'personne[- ]ressource|responsable|contact';
/** Speaks for an organisation. */
const SPOKESPERSON = `${CONTACT}|representant|personne[- ]responsable|signataire|mandataire|authori[sz]ed`;

const wholeLabel = (words: string): RegExp => new RegExp(`^(?:${words})$`);
const startOfLabel = (words: string): RegExp => new RegExp(`^\\W*(?:\\d[\\d.]*\\s)?(?:${words})\\b`);

const PARTY = wholeLabel(
  `donor|donateur|donatrice|attendee|registrant|participante?|applicant|demandeur|candidate?|subscriber|abonne|purchaser|acheteu(?:r|se)|cardholder|household|foyer|famille|buyer|destinataire|recipient|(?:submitted|sent|posted|created|booked|requested) by|submitted for|(?:soumis|envoye|transmis|cree|reserve|demande)e? par|soumis pour|submitter|sender|respondent|repondante?|client|customer|reporter|journaliste|identite|expediteur|expeditrice|commercante?|marchande?|(?:parent|guardian|${TUTOR})(?: ?/ ?(?:parent|guardian|${TUTOR}))?(?: 1)?|titulaire|titulaire du compte|account holder`,
);

/** Whether all that a label says is who fills the form in, so that the answer is a name: "Donor: Ann Roe". */
export const asksForParty = (label: string): boolean => PARTY.test(fold(label.trim()));

const SOMEBODY = startOfLabel(
  `${SPOKESPERSON}|personne|person|project (?:lead|manager)|signing|applied by|contributor|chargee? de projet|nominee|nominated by|nominator|proposee? par|candidate?`,
);

/** "Event contact", "Primary representative", "On-site contact (day of event)" */
const CONTACT_OF = /^[\w-]+ (?:[\w-]+ )?(?:contact|representative|person)(?: \([^()]*\))?$/;

/** Whether a label asks for somebody, where a name stands beside it: "Project lead", "Personne autorisée à signer". */
export const asksForSomebody = (label: string): boolean => {
  const folded = fold(label);
  return SOMEBODY.test(folded) || CONTACT_OF.test(folded.trim());
};

const ACCOUNT = wholeLabel('account|compte|user|utilisateur');

/** Whether a label asks for the account of whoever fills the form in: "Account: Ann Roe (ann@…)". */
export const asksForAccount = (label: string): boolean => ACCOUNT.test(fold(label.trim()));

const SPEAKS_FOR = startOfLabel(SPOKESPERSON);

/** Whether a section is of whoever speaks for the organisation. */
export const asksForSpokesperson = (section: string): boolean => SPEAKS_FOR.test(fold(section));

const TO_ASK = wholeLabel(`${CONTACT}|contact person|person to contact`);

/** Whether a label in a directory says whom to ask at what stands above: "Contact person: Ann Roe". */
export const asksForContact = (label: string): boolean => TO_ASK.test(fold(label.trim()));

const OF_FAMILY = new RegExp(`\\b(?:mother|father|mom|dad|mere|pere|parent|guardian|${TUTOR})\\b`);

/** Whether a label is about one of a child's parents: "Mother's name". */
export const asksForParent = (label: string): boolean => OF_FAMILY.test(fold(label));

const ADULT = new RegExp(
  `^(?:parents?|guardian|${TUTOR}|responsable|titulaire|holder|payeur|payer|buyer|purchaser|acheteur|billing|customer|client)$`,
);

/** Whether a word of a label is of whoever fills in a form for a child, or pays for others. */
export const isAdult = (word: string): boolean => ADULT.test(word);

const NO_OFFICE = new RegExp(
  `^(?:(?:second |other |alternate )?(?:delegate|delegue)|contact|member|membre|speaker|presenter|presentat|panell?ist|conferenci|participant|represent|volunteer|benevole|staff|employ|buyer|acheteu|purchas|donor|donat|attend|registrant|applicant|candidat|client|customer|parent|student|eleve|etudiant|pupil|learner|player|joueu|guardian|${TUTOR}|subscri|abonn|sender|recipient|destinat|nominee|demandeu|exped|titulaire|identit)`,
);

/** Whether a heading says for what the people below are listed, and not what they do: "Speakers", "Délégués". */
export const asksForPeople = (heading: string): boolean => NO_OFFICE.test(fold(heading));
