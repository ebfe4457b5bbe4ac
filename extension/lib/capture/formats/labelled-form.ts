/**
 * Reads filled-in forms: a label and its value on each line ("First Name" over "Selena", "Courriel : …"), in a
 * definition list, or in a table with the labels in its first column. Each form becomes one row that `readRow` reads.
 */
import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { asksForAccount, asksForContact, asksForSpokesperson } from '../lines/asked-person.ts';
import { type FieldKind, fieldKind, kindByWords } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { withEmployerOfOthers } from '../organisations/company-inheritance.ts';
import { hostOf, isSameSite } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { withBareLabels } from './bare-labels.ts';
import { withChoices } from './choices.ts';
import { answersOfSeveral } from './consent-values.ts';
import { type Field, FormLines } from './filled-in-fields.ts';
import { withLabelRows, withLineForEach, withoutUnfilled } from './form-labels.ts';
import { formsOf, isKnown, isMailbox, refusedBesides, withoutOthers } from './forms-apart.ts';
import { isPerson, isPersonSaid, peopleInRow } from './owners.ts';
import { withoutPrintedBlanks } from './printed-blanks.ts';
import { isNameKind, namesOffice } from './row-name.ts';
import { MUNICIPALITY, settle, tellNamesApart } from './settle-kinds.ts';
import { readRow } from './table-row.ts';
import { withNumberInMessage, withSignature } from './told-in-message.ts';

export interface FormReading {
  contacts: CapturedContact[];
  rest: Line[];
}

/** "From: Ann Roe": who sent the form, where no label asks for a name. */
const isWriter = ({ kind, values }: Field): boolean => kind === 'contact' && isPersonSaid(values.join(' '));

const namesSomebody = (kind: FieldKind): boolean => isNameKind(kind) || kind === 'company';
/** Checked first, since it is quick: some word of every label for a name. */
const MAY_NAME =
  /name|nom|person|organi|compan|entreprise|donor|donat|attendee|registrant|participant|applicant|subscriber|purchaser|customer|identit|exp[ée]dit|sender|parent|guardian|tut[eo]r|titulaire|holder|demandeu|buyer|achet|first|last|club|soci[ée]t|employ|agence|agency|school|[ée]cole|firm|m[ée]dia|compagn|universit|coll[eè]ge|c[ée]gep|(?:submitted|sent|posted|created|booked|requested) by|soumis|(?:envoy[ée]|transmis|cr[ée]{2}|r[ée]serv[ée]|demand[ée])e? par|respond|r[ée]pond|household|foyer|famille|reporter|journalist|commer[cç]ant|marchand|account|compte|user|utilis|recipient|appelez|who are|qui [êe]tes|destinat|abonn|client/i;

const SAYS_NAME = /(?<!\p{L})(?:name|nom|raison)(?!\p{L})/iu;

/** "Nom de l'entreprise : Elm Bakery", as a shop fills a form in. */
const isCompanyBeside = ({ kind, label, values, from, to }: Field): boolean =>
  kind === 'company' &&
  to === from + 1 &&
  values.some((value) => isPerhapsOrganisation(value) || (SAYS_NAME.test(label) && !isPerson(value)));

/** Fewer may stand in any signature. */
const MIN_FIELDS = 4;

/** "Ann Roe (ann@…) on Tuesday", as programs say who sent a form. */
const SENT_ON = /^(?:.{0,80}(?:submitted|sent) by )?(\p{Lu}[^()@:]{3,60}) \([^()\s]+@[^()\s]+\) (?:on|le) /u;

/** "Your e-mail (ann@…) was recorded when you submitted this form." */
const RECORDED =
  /\((\S+@[^()\s]+)\) (?:(?:was|has been|will be) recorded|a été enregistrée|sera enregistrée)/u;

/** "It was submitted by Ann Roe (ann@…)" above a form without an address: the only one around, and perhaps the name. */
function senderOf(lines: readonly Line[]): Field[] {
  const recorded = lines.flatMap(({ text }) => RECORDED.exec(text)?.[1] ?? []);
  const emails = new Set(
    recorded.length > 0 ? recorded : lines.flatMap(({ text }) => findEmails(text).map(({ email }) => email)),
  );
  if (emails.size !== 1) return [];
  const names = lines.flatMap(({ text }) => SENT_ON.exec(text)?.[1] ?? []).filter(isPerson);
  const asField = (kind: 'email' | 'name', values: string[]): Field[] =>
    values.length > 0 ? [{ kind, label: kind, values, from: 0, to: 0, isKnown: true, section: '' }] : [];
  return [...asField('email', [...emails]), ...asField('name', names.slice(0, 1))];
}

/** "https://elm.ca/permission/1187/edit": where the program that sent the form on keeps it. */
const OF_ENTRY = /^https?:\/\/[^/]+\/(?:(?:.*\/)?\d+(?:[/?#]|$)|.*[?&]\w*id=)/i;

/** "https://elm.ca/contact" is a page of "elm.ca". */
const isPageOf = (page: string, site: string): boolean =>
  /^https?:\/\/\S+\/\S/.test(page) && isSameSite(hostOf(page), hostOf(site) || site.trim().toLowerCase());

/** What a label leaves open, by the answer: "Promoter's name" may be an organisation's, beside that of a person. */
function settleAnswers(
  kinds: (FieldKind | undefined)[],
  labels: readonly string[],
  row: readonly string[],
): void {
  for (const [at, kind] of kinds.entries()) {
    const [label = '', value = ''] = [labels[at], row[at]];
    // Of the site with the form, or of the entry there.
    const isOfForm =
      /^site[ _]url$/i.test(label.trim()) ||
      (/^\W*(?:url|link|lien)\W*$/i.test(label) && OF_ENTRY.test(value));
    if (kind === 'website' && isOfForm) kinds[at] = 'other';
    // "Titre" of a request, beside the "Fonction" of whoever sends it
    const isOneOfTitles = kind === 'title' && kinds.indexOf('title') !== kinds.lastIndexOf('title');
    if (isOneOfTitles && /^\W*(?:titre|title)\W*$/i.test(label) && !isTitle(value)) kinds[at] = 'other';
    // "Group: Sponsors" is of a ticket.
    if (kind === 'company' && /^\W*groupe?\W*$/i.test(label) && !/\S\s\S/.test(value)) kinds[at] = 'other';
    // "Unit: Department of Geography, Elm University"
    if (kind === 'department' && !kinds.includes('company') && isOrganisation(value.split(', ').at(-1) ?? ''))
      kinds[at] = 'company';
    // Where somebody lives, unless the town is whom they speak for.
    const isTown = kind === 'company' && MUNICIPALITY.test(label.replace(/\[\w*\]/g, '').trim());
    const isBeside = kinds.some((other, index) => other === 'company' && index !== at);
    if (isTown && (isBeside || !kinds.includes('title')) && !kinds.includes('city') && !isOrganisation(value))
      kinds[at] = 'city';
    // "Nom de votre municipalité : Ville de l'Orme", beside a title
    const isWhole = kind === 'city' && isOrganisation(value) && kinds.includes('title');
    if (isWhole && !kinds.includes('company')) kinds[at] = 'company';
    // The site with the form, of which "From page" names a page.
    const isOfPage = (other = ''): boolean => other !== value && isPageOf(other, value);
    if (kind === 'website' && row.some(isOfPage)) kinds[at] = 'other';
  }
  const isOfOther = (kind: FieldKind | undefined, at: number): boolean =>
    (kind === 'other' || kind === 'name') &&
    isNameKind(kindByWords(labels[at] ?? '')) &&
    !isPerson(row[at] ?? '') &&
    (row[at] ?? '').includes(' ') &&
    isPerhapsOrganisation(row[at] ?? '');
  const at = kinds.includes('company') ? -1 : kinds.findIndex(isOfOther);
  const isNamed = (label: string, other: number): boolean =>
    (kinds[other] === 'name' || isNameKind(kindByWords(label))) && isPersonSaid(row[other] ?? '');
  if (at >= 0 && labels.some(isNamed)) kinds[at] = 'company';
}

/** "President" as the label of a name, or over its section; empty for any other. */
const officeOf = (name: Field | undefined): string =>
  name ? ([name.label.trim(), name.section].find(namesOffice) ?? '') : '';

/** "From: Ann Roe" among as many other answers as no signature and no head of a message has. */
const isOfWriter = (fields: readonly Field[]): boolean =>
  fields.filter((field) => isKnown(field) && field.kind !== 'contact').length >= MIN_FIELDS &&
  fields.some(isWriter);

/** The one who filled a form in, and those whom it names besides. */
function readForm(written: readonly Field[], sender: readonly Field[]): CapturedContact[] {
  const isMailed =
    sender.length > 0 && !written.some(isMailbox) && written.filter(isKnown).length >= MIN_FIELDS;
  const fields = isMailed ? [...written, ...sender] : written;
  const names = (field: Field): boolean =>
    field.values.length > 0 &&
    (isNameKind(field.kind) || isNameKind(kindByWords(field.label)) || isCompanyBeside(field));
  if (!fields.some(isMailbox) || !(isMailed || fields.some(names) || isOfWriter(fields))) return [];
  const said = withoutOthers(fields).filter((field) => field.values.length > 0);
  const kinds = said.map((field) => field.kind);
  const labels = said.map((field) => field.label);
  settle(kinds, labels);
  const row = said.map((field) => field.values.join(' | '));
  tellNamesApart(kinds, [row]);
  settleAnswers(kinds, labels, row);
  const office = officeOf(said.find(({ kind }) => isNameKind(kind)));
  if (office !== '' && !kinds.includes('title')) {
    kinds.push('title');
    labels.push('');
    row.push(office);
  }
  const people = peopleInRow(labels, kinds, [row]);
  return answersOfSeveral(
    people.flatMap((person) => readRow(row, person.kinds, labels) ?? []),
    row,
    labels,
  );
}

/** Contacts of all filled-in forms; the lines that belong to none are handed back. */
export function readForms(written: readonly Line[], limit: number): FormReading {
  // The mark of a required question may stand on a line of its own.
  const asked = withChoices(written.filter(({ text }) => text !== '*'));
  const lines = withoutPrintedBlanks(withoutUnfilled(asked));
  const labelled = withLabelRows(lines);
  const marked = withBareLabels(labelled);
  const parted = marked.flatMap(withLineForEach);
  const isParted = parted.length !== lines.length || marked.some((line, index) => line !== labelled[index]);
  const found = isParted ? readFormLines(parted, limit) : undefined;
  return found && found.contacts.length > 0 ? found : readFormLines(lines, limit);
}

const isNameOfEmployer = (line: Line | undefined): boolean =>
  line?.heading === true &&
  (isOrganisation(line.text) || isPerhapsOrganisation(line.text)) &&
  parseName(line.text)?.clean !== true;

/** Nobody filled these in: whom they are about stands above the labels. */
const areEntries = (forms: readonly Field[][]): boolean =>
  forms.length > 1 &&
  !forms.some((form) => form.some(({ kind, values }) => kind === 'company' && values.length > 0)) &&
  forms.every((form) =>
    form.every(({ kind, label }) => !isNameKind(kind) || asksForContact(label) || namesOffice(label.trim())),
  );

/** Beside these of a list of people, any other may stand: "Grade". */
const MIN_HEADINGS = 3;

/** Cells of lists of people: a row of labels with addresses below that of the e-mail. */
function listed(lines: readonly Line[]): ReadonlySet<Line> {
  const tables = Map.groupBy(lines, ({ cell }) => cell?.table);
  const isList = (own: readonly Line[]): boolean => {
    const [top] = own;
    const header = own.filter(({ cell }) => cell?.row === top?.cell?.row);
    const email = header.find(({ text }) => fieldKind(text) === 'email')?.cell?.column;
    const isBelow = ({ cell, text }: Line): boolean =>
      cell?.column === email && cell?.row !== top?.cell?.row && findEmails(text).length > 0;
    return (
      email !== undefined &&
      header.length > 2 &&
      own.filter(isBelow).length > 1 &&
      header.some(({ text }) => isNameKind(fieldKind(text))) &&
      header.filter(({ text }) => fieldKind(text)).length >= Math.min(header.length, MIN_HEADINGS)
    );
  };
  return new Set([...tables].flatMap(([table, own]) => (table !== undefined && isList(own) ? own : [])));
}

/** "Referred by: Bo Hale" below the last label that is known */
const IS_ANSWERED = /^[^:@]{2,60}\s?[:：]\s*[^@]*\S$/u;

/** The organisation that is named before anybody. */
function employerAbove(fields: readonly Field[]): string | undefined {
  const first = fields.find(({ kind, values }) => values.length > 0 && namesSomebody(kind));
  return first?.kind === 'company' ? first.values[0] : undefined;
}

function readFormLines(all: readonly Line[], limit: number): FormReading {
  const people = listed(all);
  const lines = people.size > 0 ? all.filter((line) => !people.has(line)) : all;
  const form = new FormLines(lines);
  const hasName = lines.some((line) => {
    const own = MAY_NAME.test(line.text) ? form.labelOf(line) : null;
    return (
      own !== null &&
      (namesSomebody(own.kind) || isNameKind(kindByWords(own.label)) || asksForAccount(own.label))
    );
  });
  const fields = form.fields();
  const forms = formsOf(fields);
  const sender = forms.length === 1 ? senderOf(lines) : [];
  if (areEntries(forms) || !(hasName || forms.some(isOfWriter) || sender.some(({ kind }) => kind === 'name')))
    return { contacts: [], rest: [...all] };
  const contacts: CapturedContact[] = [];
  const besides: CapturedContact[] = [];
  const taken = new Set<Line>();
  // In a directory each form stands under the name of an organisation, with whom to ask there.
  const headings = forms.map((form, index) =>
    lines.slice(forms[index - 1]?.at(-1)?.to ?? 0, form[0]?.from).findLast(({ heading }) => heading),
  );
  const isDirectory =
    forms.length > 1 &&
    headings.every(isNameOfEmployer) &&
    headings.some((heading) => isOrganisation(heading?.text ?? ''));
  const employer = employerAbove(forms.flat());
  for (const [index, form] of forms.entries()) {
    const found = contacts.length < limit ? readForm(form, sender) : [];
    if (found.length === 0) continue;
    const over = isDirectory ? headings[index] : undefined;
    // "President" over a name: of the organisation that the form is about.
    const isOfficer = form.some(
      (field) => isNameKind(field.kind) && (officeOf(field) !== '' || asksForSpokesperson(field.section)),
    );
    const company = over?.text ?? (isOfficer ? employer : undefined);
    for (const contact of found) contacts.push(fillGaps(contact, withProvenance({ company }, 'text')));
    besides.push(...refusedBesides(form, found));
    if (over) taken.add(over);
    // "Please copy my assistant Ruth at ruth@…" in the message: somebody else's.
    const isOwn = (line: Line): boolean =>
      findEmails(line.text).every(({ email }) => found.some((contact) => email === contact.email?.value));
    const end = form.at(-1)?.to ?? 0;
    const after = lines.findIndex(({ text }, at) => at >= end && !IS_ANSWERED.test(text));
    for (const line of lines.slice(form[0]?.from, after < 0 ? undefined : after).filter(isOwn))
      taken.add(line);
  }
  return {
    contacts: [
      ...withSignature(withNumberInMessage(withEmployerOfOthers(contacts), lines), lines),
      ...besides,
    ],
    rest: all.filter((line) => !taken.has(line)),
  };
}
