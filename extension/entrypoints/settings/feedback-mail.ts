/** An email to the support address, opened in the person's own email program: nothing is sent from here. Pure. */

/** Windows does not pass a longer link to an email program. */
const LINK_MAX_CHARS = 2_000;

export interface FeedbackMail {
  /** `''`: the person chooses in the email program. */
  to: string;
  subject: string;
  body: string;
  /** JSON to put under the body; null when the person did not choose to attach it. */
  diagnostics: string | null;
  /** The text that replaces diagnostics too long for a link. */
  pasteHint: string;
}

export interface FeedbackLink {
  href: string;
  /** The diagnostics are to be copied instead. */
  isTooLong: boolean;
}

/** Line ends as RFC 6068 has them. */
function mailto({ to, subject }: FeedbackMail, body: string): string {
  const text = body.replaceAll('\n', '\r\n');
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

export function feedbackLink(mail: FeedbackMail): FeedbackLink {
  if (mail.diagnostics === null) return { href: mailto(mail, mail.body), isTooLong: false };
  const short = JSON.stringify(JSON.parse(mail.diagnostics));
  const whole = mailto(mail, `${mail.body}\n${short}\n`);
  return whole.length <= LINK_MAX_CHARS
    ? { href: whole, isTooLong: false }
    : { href: mailto(mail, `${mail.body}\n${mail.pasteHint}\n`), isTooLong: true };
}
