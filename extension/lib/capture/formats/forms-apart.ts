/** Tells the forms among the fields of a source apart: where the next one starts, and what in each is about others. */
import type { CapturedContact } from '../captured-contact.ts';
import { findEmails, localOf } from '../details/email-addresses.ts';
import { asksForParent } from '../lines/asked-person.ts';
import { namesEmail } from '../lines/consent-labels.ts';
import { type FieldKind, kindByWords, whomIn } from '../lines/field-labels.ts';
import { sharesWord } from '../names/name-match.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { atOtherAddress } from './consent-values.ts';
import type { Field } from './filled-in-fields.ts';
import { isPerson } from './owners.ts';
import { isNameKind, namesOffice } from './row-name.ts';

/** Questions without a known label may stand between those with one; further away, the next label is another form's. */
const MAX_LINES_BETWEEN = 12;

/** What comes later says nothing of a form. */
const MAX_FIELDS_AHEAD = 60;

/** Whether a field holds an address. */
export const isMailbox = ({ kind, label, values }: Field): boolean =>
  (kind === 'email' || kindByWords(label) === 'email') && findEmails(values.join(' ')).length > 0;

const filled = (fields: readonly Field[], kind: FieldKind): Field | undefined =>
  fields.find((field) => field.kind === kind && field.values.length > 0);

/** A form with given name, family name and address is complete: a further name starts the next form. */
const isComplete = (fields: readonly Field[]): boolean =>
  (['first_name', 'last_name', 'email'] as const).every((kind) => filled(fields, kind));

const addressOf = (fields: readonly Field[]): string | undefined =>
  findEmails(fields.find(isMailbox)?.values.join(' ') ?? '')[0]?.email;

/** "Work email" and "Personal email" are of one person. */
const PLACE_OF_MAIL =
  /\b(?:work|home|personal|business|office|school|travail|bureau|maison|domicile|ecole|personnel|professionnel|primary|main|principal)(?:le|e)?\b/;

/** Whose address a label asks for, and which of theirs. */
const askedBy = (label: string): string =>
  [...whomIn(label), PLACE_OF_MAIL.exec(fold(label))?.[0]].filter(Boolean).join(' ');

/** "Buyer email" and "Attendee email" may stand in one form. */
function isAskedAgain(fields: readonly Field[], field: Field): boolean {
  const { kind, label } = field;
  if (kind !== 'email') {
    const before = filled(fields, kind);
    return before !== undefined && whomIn(before.label).join(' ') === whomIn(label).join(' ');
  }
  // "E-mail" over "Print" is a button.
  const before = fields.find((one) => one.kind === 'email' && isMailbox(one));
  const last = fields.at(-1);
  // "Confirm your e-mail", and another address right behind the first
  if (before === undefined || addressOf([before]) === addressOf([field]) || (last && isMailbox(last)))
    return false;
  return askedBy(before.label) === askedBy(label);
}

export const isKnown = (field: Field): boolean => field.isKnown;

/** No form starts or ends with a question that no label is known for. */
const withoutMargins = (form: readonly Field[]): Field[] =>
  form.slice(Math.max(0, form.findIndex(isKnown)), form.findLastIndex(isKnown) + 1);

const isNamed = ({ kind, label, values }: Field): boolean =>
  values.length > 0 && (isNameKind(kind) || isNameKind(kindByWords(label)));

const isName = ({ kind, values }: Field): boolean => isNameKind(kind) && values.length > 0;

/** The name of somebody else, behind the name and the address of one, with an address to come. */
function isNext(own: readonly Field[], { kind }: Field, following: readonly Field[]): boolean {
  if (kind !== 'name' && kind !== 'first_name') return false;
  // "First name" of a contact person, behind the name of an organisation.
  if (
    kind === 'first_name' &&
    !own.some((field) => field.kind === 'name' && isPerson(field.values.join(' ')))
  )
    return false;
  if (!own.some(isMailbox)) return false;
  const isNamed = own.some((field) => isName(field) && field.kind !== 'first_name');
  // "Assistant's e-mail" says by itself whose it is.
  const next = following.find(isMailbox);
  return isNamed && next?.kind === 'email' && whomIn(next.label).length === 0;
}

/** "Nom : Maison des jeunes" below "Nom : Roe": that of the employer. */
const withKindOfName = (own: readonly Field[], field: Field, following: readonly Field[]): Field =>
  field.kind === 'name' &&
  field.values.some((value) => isOrganisation(value)) &&
  own.some(({ kind }) => isNameKind(kind)) &&
  !filled(own, 'company') &&
  !(own.some(({ label }) => label === field.label) && own.some(isMailbox) && following.some(isMailbox))
    ? { ...field, kind: 'company' }
    : field;

/** Whether an address holds a name. */
function spells(address: readonly string[], fields: readonly Field[]): boolean {
  const bare = slug(localOf(findEmails(address.join(' '))[0]?.email ?? ''));
  return bare.length > 1 && fields.filter(isName).some(({ values }) => sharesWord(values.join(' '), bare));
}

/**
 * Takes the next one's name out of a form that has its own before its address: an organisation, or whom the label says. Where
 * nobody stands in front of the address, the name behind it is its own, unless the next address spells it.
 */
function takeNamed(own: Field[], { values }: Field, isEmailFirst: boolean): Field[] {
  const mailbox = own.findIndex(isMailbox);
  const name = own.findIndex(isName);
  const isOwned = own
    .slice(0, Math.max(0, mailbox))
    .some(({ kind, label }) => kind === 'company' || isNameKind(kindByWords(label)));
  const isNextOnes = spells(values, own.slice(name)) && !spells(own[mailbox]?.values ?? [], own.slice(name));
  return name > mailbox && (isNextOnes || (isOwned && !isEmailFirst)) ? own.splice(name) : [];
}

/** Sections about nobody whom one writes to: "Lieu de la fête", "Project". */
const ABOUT_OTHER =
  /(?<!\p{L})(?:lieu|location|venue|place|property|terrain|immeuble|b[âa]timent|site|[ée]v[ée]nement|event|projet|project|class|cours|course|provider|facility|meeting|r[ée]union|emergency|urgence|activit[éy]s?|tribute|hommage)(?!\p{L})/iu;

const OF_PLACE: ReadonlySet<FieldKind> = new Set(['address', 'city', 'province', 'postal_code', 'country']);

/** Without a place in front of the name, where whoever is named has another behind it: where something happened. */
function withoutPlaceAbove(form: readonly Field[]): readonly Field[] {
  const name = form.findIndex(isName);
  const isOwn = form.slice(name + 1).some(({ kind, values }) => kind === 'address' && values.length > 0);
  return isOwn ? form.filter(({ kind }, at) => at > name || !OF_PLACE.has(kind)) : form;
}

/**
 * A form without what its sections say of others: of a child, whom to call, a place. That of whoever fills it in is told by
 * the address in it.
 */
export function withoutOthers(written: readonly Field[]): Field[] {
  const form = withoutPlaceAbove(written);
  const bySection = [...Map.groupBy(form, ({ section }) => section)];
  const isNamed = (fields: readonly Field[]): boolean =>
    fields.some(
      ({ kind, label, values }) =>
        kind === 'first_name' ||
        kind === 'last_name' ||
        ((kind === 'name' || kindByWords(label) === 'name') && isPerson(values.join(' '))),
    );
  const own = bySection.filter(([, fields]) => fields.some(isMailbox));
  if (!own.some(([, fields]) => isNamed(fields))) return [...form];
  const others = bySection.filter(
    ([section, fields]) =>
      section !== '' && !fields.some(isMailbox) && (isNamed(fields) || ABOUT_OTHER.test(section)),
  );
  const dropped = new Set(others.map(([section]) => section));
  return form.filter(({ section }) => !dropped.has(section));
}

/** "Mother's name" behind the child's, with her address before the next name. */
function isParent(field: Field, following: readonly Field[]): boolean {
  if (!asksForParent(field.label) || !isNamed(field)) return false;
  const mailbox = following.findIndex(isMailbox);
  const next = following.findIndex(isNamed);
  const isTheirs = mailbox >= 0 && (next < 0 || mailbox < next);
  return isTheirs && whomIn(following[mailbox]?.label ?? '').length === 0;
}

/** A section with a name and an address of its own, behind another address. */
function isOtherSection(own: readonly Field[], { section }: Field, following: readonly Field[]): boolean {
  if (section === '' || section === own.at(-1)?.section) return false;
  const theirs = following.filter((one) => one.section === section);
  const [one, other] = [addressOf(own), addressOf(theirs)];
  return one !== undefined && other !== undefined && one !== other && theirs.some(isNamed);
}

/** "Name" or "Treasurer: Bo Hale" behind "Secretary: Ann Roe" and what is said of her. */
const isOtherOfficer = (own: readonly Field[], { kind, values }: Field): boolean =>
  isNameKind(kind) &&
  values.length > 0 &&
  !isNameKind(own.at(-1)?.kind) &&
  own.some((field) => isName(field) && namesOffice(field.label.trim()));

/** Takes the same person's name, and what follows it, out of a form: "Billing name" in front of "First name". */
function takeSame(own: Field[], { kind, values }: Field): Field[] {
  const [given = ''] = values;
  const at = own.findIndex((field) => field.kind === 'name' && field.values[0]?.startsWith(`${given} `));
  return kind === 'first_name' && given !== '' && at > own.findIndex(isMailbox) ? own.splice(at) : [];
}

/** The fields of each form: a repeated name or address starts the next form. */
export function formsOf(fields: readonly Field[]): Field[][] {
  const forms: Field[][] = [];
  // Where each address stands in front of its name, the last one does.
  const isEmailFirst = fields.slice(fields.findLastIndex(isMailbox) + 1).some(isName);
  for (const [at, written] of fields.entries()) {
    const own = forms.at(-1);
    const following = fields.slice(at + 1, at + 1 + MAX_FIELDS_AHEAD);
    const field = own === undefined ? written : withKindOfName(own, written, following);
    const last = own?.findLast(isKnown);
    const isFar = last !== undefined && field.from - last.to > MAX_LINES_BETWEEN;
    const isElse =
      own !== undefined &&
      ((isParent(field, following) && own.some(isNamed)) ||
        isOtherOfficer(own, field) ||
        isOtherSection(own, field, [field, ...following]));
    const again =
      own !== undefined &&
      field.values.length > 0 &&
      (isNameKind(field.kind) || field.kind === 'email') &&
      (isAskedAgain(own, field) ||
        (field.kind === 'name' && isComplete(own)) ||
        isNext(own, field, following.slice(0, MAX_LINES_BETWEEN)));
    // "Soumis le" above each form
    const isHeadAgain = field.kind === 'submitted' && own?.[0]?.kind === 'submitted' && own.some(isMailbox);
    if (own && !isFar && !again && !isElse && !isHeadAgain) own.push(field);
    else {
      const taken = own
        ? field.kind === 'email'
          ? takeNamed(own, field, isEmailFirst)
          : takeSame(own, field)
        : [];
      forms.push([...taken, field]);
    }
  }
  return forms.map(withoutMargins).filter((form) => form.length > 0);
}

/** The other addresses of a form that says no to e-mail: "Second e-mail", "Confirm your e-mail". @param found in it */
export function refusedBesides(form: readonly Field[], found: readonly CapturedContact[]): CapturedContact[] {
  const refused = found.find(({ consent }) => consent?.optIn === false);
  if (!refused) return [];
  const mailboxes = form.filter((field) => isMailbox(field) || namesEmail(fold(field.label)));
  return findEmails(mailboxes.flatMap(({ values }) => values).join(' \n '))
    .filter(({ email }) => !found.some((contact) => contact.email?.value === email))
    .map(({ email }) => atOtherAddress(email, refused));
}
