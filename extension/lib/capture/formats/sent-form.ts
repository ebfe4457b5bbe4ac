/** Tells who runs a form that somebody sent, and the program that sent it on, from those who filled it in. */
import { type CapturedContact, isNamedAsCompany } from '../captured-contact.ts';
import { findEmails, localOf } from '../details/email-addresses.ts';
import type { Line } from '../lines/line.ts';
import { DICTIONARY } from '../words/dictionary.ts';
import { isSharedMailbox, NO_REPLY } from '../words/mailboxes.ts';

/** As many filled-in forms are a list of people. */
const MIN_LISTED = 4;

/** "From: notifications@…" */
const SENT_BY = /^(?:from|de|reply-to|sender)\s?:/iu;
/** Words of the program that sent a form on: "Do not reply to noreply@…", "Reply to Ann". */
const OF_PROGRAM =
  /(?<!\p{L})(?:r[ée]pon\p{L}+|repl(?:y|ies)|questions?|need help|help|aide|soutien|support|unsubscribe|d[ée]sabonn\p{L}+|automati\p{L}+|no-?reply|notifications?|assign\p{L}+|attribu\p{L}+|platform|plateforme|(?:e-?mail|message) was sent|(?:message|courriel) (?:a été|est) envoyé)(?!\p{L})/iu;
/** Nobody reads these. */
const MACHINE = new RegExp(`^(?:${NO_REPLY}|wordpress|mailer|notifications?)(?:@|[+.])`, 'i');
/** What is said around forms alone: "New submission", "Formulaire d'inscription". */
const SAYS_SENT =
  /(?<!\p{L})(?:submi(?:ssions?|tted)|soumis(?:e|sions?)?|déposée?|requêtes?|service request|formulaires?|(?:contact|web|request|registration|application|entry) form|form (?:submission|entry|response)|this form|(?:new|nouveau|nouvel|nouvelle) (?:\p{L}+ )?(?:entry|response|registration|application|donation|member|subscriber|request|inquiry|enquiry|booking|message|don|inscription|réponse|demande|abonné|membre)|request has been|application (?:and|for) |(?:order|registration|inscription|commande|demande) (?:has been|was|is|a été|est) (?:received|confirmed|reçue|confirmée|enregistrée)|new order|ne pas répondre|do not reply)(?!\p{L})/iu;

const addressesIn = ({ text }: Line): string[] => [
  ...new Set(text.includes('@') ? findEmails(text).map(({ email }) => email) : []),
];

/** "Powered by Events Manager - https://…" */
const MADE_BY = /(?<!\p{L})(?:powered|generated|propulsé|généré) (?:by|with|par|avec) (\S.{2,80})$/iu;

/** "Email automatique - Régates", "Automated message from Elm" */
const AUTOMATIC =
  /^(?:this is an )?automat(?:ed|ic) (?:e-?mail|message|notification)|^(?:e-?mail|courriel|message|avis) automati(?:que|sé)/iu;

/** The lines without the signature of the program that made the message: "Events Manager - https://…". */
function withoutSignature(lines: readonly Line[]): readonly Line[] {
  const made = new Set(lines.flatMap(({ text }) => MADE_BY.exec(text)?.[1] ?? []));
  return lines.filter(({ text }) => !made.has(text) && !MADE_BY.test(text) && !AUTOMATIC.test(text));
}

/** "This email was sent to …": what stands below says who made the program. */
const HEADS_FOOTER =
  /(?<!\p{L})(?:(?:e-?mail|message|notification) was sent|you(?:['’]re| are) receiving this|(?:courriel|message) (?:a été|est|vous (?:a été|est)) envoyé|vous recevez ce)(?!\p{L})/iu;

/** Whether a line around a form is about nobody. @param people who filled it in, one of whom may be its sender */
function isOfProgram(line: Line, people: readonly CapturedContact[]): boolean {
  const [only, ...others] = addressesIn(line);
  if (!only || others.length > 0) return false;
  if (people.length === 0) return MACHINE.test(only);
  const isOwn = people.some(({ email }) => email?.value === only);
  return SENT_BY.test(line.text) ? !isOwn : OF_PROGRAM.test(line.text) || HEADS_FOOTER.test(line.text);
}

/** "This email was sent by noreply@…" */
const SAYS_MAILED =
  /(?<!\p{L})(?:sent|envoyé\p{L}{0,2}|expédié\p{L}{0,2}|généré\p{L}{0,2}|generated) (?:by|from|par|de|depuis|à partir)(?!\p{L})/iu;

const isSent = (lines: readonly Line[]): boolean => lines.some(({ text }) => SAYS_SENT.test(text));

/** The lines without those below such words, where nobody stands there. */
function withoutFooter(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex(({ text }) => HEADS_FOOTER.test(text));
  return at < 0 || lines.slice(at + 1).some(({ text }) => text.includes('@'))
    ? lines
    : lines.slice(0, at + 1);
}

/** The lines around filled-in forms, without what the program says. @param people who filled them in */
export const withoutProgram = (
  lines: readonly Line[],
  people: readonly CapturedContact[],
): readonly Line[] =>
  people.length < MIN_LISTED && (people.length > 0 || isSent(lines))
    ? withoutFooter(withoutSignature(lines)).filter((line) => !isOfProgram(line, people))
    : withoutSignature(lines).filter((line) => !(SAYS_MAILED.test(line.text) && isOfProgram(line, [])));

const isNamed = (contact: CapturedContact): boolean =>
  (contact.first_name !== undefined || contact.last_name !== undefined) && !isNamedAsCompany(contact);

/** A shared mailbox, or one that is called by a word: "privacy@", "gala@". */
function isOfOffice({ email }: CapturedContact): boolean {
  const local = localOf(email?.value ?? '').toLowerCase();
  return isSharedMailbox(local) || DICTIONARY.has(local);
}

/**
 * Those around filled-in forms, without mailboxes of nobody: around a form that was sent, they are of whoever runs it.
 * @param lines around the forms @param people who filled them in
 */
export const withoutOwner = (
  around: CapturedContact[],
  lines: readonly Line[],
  people: readonly CapturedContact[],
): CapturedContact[] =>
  people.length > 0 && people.length < MIN_LISTED && (isSent(lines) || people.some(({ consent }) => consent))
    ? around.filter((contact) => isNamed(contact) || !isOfOffice(contact))
    : around;
