/** Searches all log lines of the suite's brokers for what no log line may hold. */
import type { Envoke } from '../envoke/envoke.ts';

/** Patterns of secrets and of people's data. */
const NEVER: readonly [what: string, pattern: RegExp][] = [
  ['a token, a proof or a sealed value', /eyJ[\w-]{8}/],
  ["a code or token of Envoke's", /\b[0-9a-f]{48}\b/],
  ['an e-mail address', /[\w.+-]+@[\w-]+\.\w/],
  ['a query', /[?&](code|state|search|filter|email|contact_id)=/],
  ['a value that a test planted', /canary/i],
  ['a line that is no JSON', /^(?!\{.*\}$)./m],
];
/** Random, and so any word now and then. */
const REQUEST_ID = /"request_id":"[\w-]{16}"/;
/** Shorter values may be ordinary words. */
const NAME_MIN_CHARS = 5;

/**
 * @param log lines as they were written
 * @throws Error that names what was found and the line
 */
export function checkLog(log: string, envoke: Envoke): void {
  const lines = log.split('\n').map((line) => line.replace(REQUEST_ID, '"request_id":""'));
  const names = namesOf(envoke);
  for (const line of lines) {
    const found =
      NEVER.find(([, pattern]) => pattern.test(line))?.[0] ??
      line.match(/\p{L}+/gu)?.find((word) => names.has(word));
    if (found !== undefined) throw new Error(`A log line holds ${found}: ${line}`);
  }
}

/** Family names and companies of everybody in the stand-in. */
function namesOf({ accounts }: Envoke): ReadonlySet<string> {
  const contacts = accounts.flatMap(({ people }) => people.list());
  return new Set(
    contacts
      .flatMap(({ text }) => [text.last_name, text.company])
      .filter((name) => name.length >= NAME_MIN_CHARS),
  );
}
