/** Finds the people in a page source: the same way for the list of a page, a selection, a link and pasted text. */
import { emailKey } from '../../../shared/email-key.ts';
import { LOOKUP_MAX_EMAILS } from '../../../shared/limits.ts';
import { type CaptureReading, readContacts } from '../capture/capture-contacts.ts';
import type { CapturedContact } from '../capture/captured-contact.ts';
import { findAddresses } from '../capture/details/find-addresses.ts';
import { finishContact } from '../capture/finished-contact.ts';
import { refusedUnder, withRefusals } from '../capture/formats/refusal-above.ts';
import { linesOfText } from '../capture/lines/line.ts';
import { inheritCompany } from '../capture/organisations/company-inheritance.ts';
import type { PageAddresses, PageSource } from './page-source.ts';

/** "Subject - ann@example.ca - Example Mail": the title of a web mail page names the owner of the mailbox. */
const OWN_IN_TITLE = /\s[-–—|]\s(\S+@\S+)\s[-–—|]\s[^@]*(?:mail|courriel|outlook|messagerie|inbox)[^@]*$/i;

const keysIn = (text: string): ReadonlySet<string> => new Set(findAddresses(text, []).map(emailKey));

/** What the headings over a selection say of everybody in it: for whom they work, and that they want no e-mail. */
function underHeadings(reading: CaptureReading, text: string, above: string): CaptureReading {
  const rest = linesOfText(above).map((line) => ({ ...line, heading: true }));
  const page = {
    title: '',
    url: '',
    rest,
    spelledOut: false,
    headed: new Set<string>(),
    filledIn: new Set<string>(),
  };
  const refused = refusedUnder([...rest, ...linesOfText(text)]);
  const contacts = withRefusals(inheritCompany(reading.contacts, page), refused).map(finishContact);
  return { ...reading, contacts, refused: { ...reading.refused, ...refused } };
}

/** Everyone in the source except the signed-in user of the page; of a selection, those whose address is in it. */
export function peopleOfSource(source: PageSource): CaptureReading {
  const selected = keysIn(source.selected ?? '');
  const own = keysIn([...(source.own ?? []), OWN_IN_TITLE.exec(source.title)?.[1] ?? ''].join('\n'));
  const { text, above } = source;
  const found = readContacts(source);
  const reading = above ? underHeadings(found, text, above) : found;
  const contacts = reading.contacts.filter(({ email }) => {
    const key = email === undefined ? '' : emailKey(email.value);
    return !own.has(key) && (selected.size === 0 || selected.has(key));
  });
  return { ...reading, contacts };
}

interface PersonOnPage {
  email: string;
  person: CapturedContact;
  /** In a closed accordion or tab. */
  isFolded: boolean;
}

/** The people of a whole page, and the tables that some of them stand in. */
export interface PeopleOfPage extends Omit<CaptureReading, 'contacts'> {
  people: readonly PersonOnPage[];
  complete: boolean;
}

/** Those of a whole page who have an address: as many as one look-up takes. */
export function peopleOfPage(page: PageAddresses): PeopleOfPage {
  const [all, open] = [keysIn(page.text), keysIn(page.open)];
  const { contacts, ...reading } = peopleOfSource(page);
  const people = contacts.flatMap((person): PersonOnPage[] => {
    const email = person.email?.value;
    if (email === undefined) return [];
    const key = emailKey(email);
    return [{ email, person, isFolded: all.has(key) && !open.has(key) }];
  });
  return {
    ...reading,
    people: people.slice(0, LOOKUP_MAX_EMAILS),
    complete: page.complete && people.length <= LOOKUP_MAX_EMAILS,
  };
}
