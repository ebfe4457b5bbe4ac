/** Names of mailboxes that a role or a group reads, folded, without separators, English and French; and of those that nobody reads. */
import { wordSet } from './word-set.ts';

const SHARED_MAILBOXES = wordSet(
  `ads advertising publicite annonces info infos information hello contact contacts contactus admin administration office board mail media medias press presse news newsletter infolettre frontdesk reception accueil
  noreply donotreply nepasrepondre support help aide service services clientservice customerservice serviceclient sales ventes team equipe staff hr rh jobs emplois careers carrieres events event evenements
  communications communication comms membership members adhesion membres volunteer volunteers benevoles benevolat donate donations dons giving fundraising registrar registration registrations inscription inscriptions
  reservations reservation booking bookings billing accounts accounting comptabilite finance finances payroll invoices facturation treasurer secretary president chair clerk council mayor mairie mairesse maire greffe greffier
  secretariat direction directiongenerale dg permits permis planning urbanisme recreation loisirs library bibliotheque biblio archives museum musee gallery galerie boxoffice billetterie tickets web website webmaster postmaster abuse security
  privacy vieprivee inquiries enquiries general generalinquiries gen hq main mainoffice students etudiants admissions research recherche program programs programme programmes education outreach community communaute
  marketing editor redaction nouvelles letters submissions rsvp ombudsman feedback questions subscriptions abonnements travauxpublics publicworks publicaffairs relationsmedias mediarelations affairespubliques bylaw`,
);

/** Whether `local`, or a part of it, is a shared mailbox. */
export function isSharedMailbox(local: string): boolean {
  const bare = local.split('+')[0] ?? '';
  return (
    SHARED_MAILBOXES.has(bare.replace(/[^\p{L}]/gu, '')) ||
    bare.split(/[._-]/).some((part) => SHARED_MAILBOXES.has(part) && part.length > 3)
  );
}

/** How programs call mailboxes that take no answer; part of a pattern. */
export const NO_REPLY = 'no-?reply|do-?not-?reply|ne-?pas-?repondre';

/** Where programs take back what they sent, or take somebody off a list, and how an address is made up: nobody reads there. */
const OF_PROGRAM =
  /^(?:first(?:name)?[._-]?last(?:name)?|pr[eé]nom[._-]?nom(?:defamille)?|your[._-]?(?:name|e?mail)|votre[._-]?(?:nom|courriel))@|(?:^|[+._-])(?:un-?subscribe|desabonne(?:r|ment)|bounces?)(?:[+\d-][^@]*)?@|^mail(?:er)?-?daemon@|@resource\.calendar\./i;

/** Whether a program alone reads what is sent to `email`. */
export const isOfProgram = (email: string): boolean => OF_PROGRAM.test(email);
