/** Reads the recipients of a clicked link, with what its words and the page around it say of them. */
import { isSameEmail } from '../../../../shared/email-key.ts';
import { type CapturedContact, type CaptureSource, fillGaps, withProvenance } from '../captured-contact.ts';
import { localOf } from '../details/email-addresses.ts';
import { parseMailto } from '../details/mailto.ts';
import { type PersonName, parseName } from '../names/names.ts';
import { isTitleAsGiven } from '../names/titles.ts';
import { cleanText } from '../text/clean-text.ts';
import { findProseNames } from './prose.ts';

/** Whom the words of a link name: "Write to Ann Lee". "Email Mayor Roe" gives no first name. */
function nameInLink(text: string, local: string): PersonName | undefined {
  const name = parseName(text, local) ?? findProseNames(text, local)[0]?.name;
  return name && !isTitleAsGiven(name.first) ? name : undefined;
}

/** The recipients of a clicked link; what stands around one of them says more about it. */
export function readLink(
  linkUrl: string,
  source: CaptureSource,
  around: readonly CapturedContact[],
): CapturedContact[] {
  const recipients = parseMailto(linkUrl);
  const shown = recipients.length === 1 && source.text.length < 200 ? source.text : '';
  return recipients.map(({ email, name }) => {
    const [text, local] = [cleanText(name || shown).trim(), localOf(email).toLowerCase()];
    const called = nameInLink(text, local);
    const contact = withProvenance({ email }, 'mailto');
    const named = called
      ? withProvenance({ first_name: called.first, last_name: called.last }, name ? 'mailto' : 'text')
      : {};
    const known = around.find((other) => isSameEmail(other.email?.value ?? '', email)) ?? {};
    return fillGaps(fillGaps(contact, named), known);
  });
}
