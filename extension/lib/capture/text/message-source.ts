/** Leaves out of the source of a message what servers and programs wrote into its header: none of it is about people. @see RFC 5322 */
import { NO_REPLY } from '../words/mailboxes.ts';

const OF_TRANSPORT =
  '(?:return-path|delivered-to|received(?:-spf)?|authentication-results|message-id|in-reply-to|references|dkim-[a-z]+|arc-[a-z-]+|list-[a-z-]+|errors-to|envelope-[a-z]+|feedback-id|mime-version|content-[a-z-]+|x-[a-z0-9-]+)';
const FIELD = String.raw`\s?:.*(?:\n[ \t]+\S.*)*`;
const TRANSPORT = new RegExp(String.raw`^${OF_TRANSPORT}${FIELD}\n?`, 'gim');
/** A mail that was answered or sent on shows none of these. */
const MIN_FIELDS = 2;
const REPLY_TO = /^reply-to\s?:.*@/im;
/** Sent in somebody's name, who is in "Reply-To". */
const FROM_MACHINE = new RegExp(
  String.raw`^from\s?:.*[<\s](?:${NO_REPLY}|notifications?|bounces?)\S*@.*\n?`,
  'im',
);

/** Any text that is no source of a message stays as it is. */
export function withoutTransport(text: string): string {
  const count = text.includes('@') ? [...text.matchAll(TRANSPORT)].length : 0;
  if (count < MIN_FIELDS) return text;
  const rest = text.replace(TRANSPORT, '');
  return REPLY_TO.test(rest) ? rest.replace(FROM_MACHINE, '') : rest;
}
