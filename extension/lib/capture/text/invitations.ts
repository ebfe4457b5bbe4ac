/** Writes the people of an invitation as lists of addresses do: 'ATTENDEE;CN="Roe, Ann":mailto:ann@…'. @see RFC 5545 */
const IS_INVITATION = /^(?:ATTENDEE|ORGANIZER)[;:]/m;
const PERSON =
  /^(?:ATTENDEE|ORGANIZER)((?:;[^:;"\n]{1,100}(?:"[^"\n]{0,100}")?){0,12}):mailto:([^\s;]{3,254})$/gim;
const CALLED = /;CN=(?:"([^"]*)"|([^;]*))/i;

/** The text with each person on a line of its own; any text that is no invitation stays as it is. */
export function revealAttendees(text: string): string {
  if (!IS_INVITATION.test(text)) return text;
  return text
    .replace(/\r?\n[ \t]/g, '')
    .replace(/^UID[;:].*$/gim, '')
    .replace(PERSON, (_, parameters: string, email: string) => {
      const [, quoted = '', plain = ''] = CALLED.exec(parameters) ?? [];
      return `${quoted || plain} <${email}>`;
    });
}
