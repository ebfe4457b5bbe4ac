/**
 * The report that an operator may mail: words from closed lists, statuses, types and lengths in ranges. The schema
 * keeps every value of the account out: each text must be in a list of this file or in the table of checks.
 */
import { createHmac, randomBytes } from 'node:crypto';
import Type, { type Static, type TSchema } from 'typebox';
import { isRecord } from '../../envoke/shape.ts';
import { CHECK_TABLE, type CheckName } from './check-table.ts';
import type { Findings } from './findings.ts';
import { CONTACT_KEYS, ENDPOINTS, type Seen } from './probe.ts';

/** Keys that Envoke documents. The report only counts other keys, since a custom field can have any name. */
const KNOWN_KEYS: readonly string[] = [
  ...['account_id', 'name', 'account_name', 'success', 'result_text', 'result_data', 'errors', 'error'],
  ...['type', 'group', 'description', 'display_names', 'field_type'],
  ...CONTACT_KEYS,
];
const KINDS = ['text', 'number', 'true or false', 'null', 'list', 'map'] as const;
const LENGTHS = ['0', '1', '2 to 10', '11 to 20', '21 to 60', '61 to 100', 'more'] as const;
const MEDIA_TYPES = ['application/json', 'text/html', 'text/plain', 'none', 'other'] as const;
const HEADERS = [
  ...['server', 'vary', 'expires', 'cache-control', 'pragma', 'x-server', 'x-frame-options', 'retry-after'],
  ...[
    'strict-transport-security',
    'access-control-allow-origin',
    'www-authenticate',
    'etag',
    'link',
    'location',
  ],
  ...[
    'x-request-id',
    'x-total-count',
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'ratelimit',
    'set-cookie',
  ],
] as const;
const MODES = [...new Set(Object.values(CHECK_TABLE).flatMap(({ decides }): readonly string[] => decides))];
/** Values that a mode may have: those of the table, and those that no line of the table names. */
const MODE_WORDS = [
  ...new Set([
    'all',
    'in',
    'operators',
    'nobody',
    'ignored',
    ...Object.values(CHECK_TABLE).flatMap(({ words }): readonly string[] => words),
  ]),
];

const literals = (words: readonly string[]): TSchema => Type.Union(words.map((word) => Type.Literal(word)));
const strict = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Shape = Type.Object({ kind: literals(KINDS), length: Type.Optional(literals(LENGTHS)) }, strict);

export const AccountReportSchema = Type.Object(
  {
    format: Type.Literal('contacts-for-envoke account check 1'),
    lines: Type.Array(
      Type.Object(
        {
          check: Type.Integer({ minimum: 1, maximum: 26 }),
          subject: literals(Object.values(CHECK_TABLE).map(({ subject }) => subject)),
          decides: Type.Array(literals(MODES)),
          assumed: literals(MODE_WORDS),
          found: literals(MODE_WORDS),
          differs: Type.Boolean(),
        },
        strict,
      ),
    ),
    modes: Type.Record(
      Type.String({ pattern: `^(?:${MODES.join('|')})$` }),
      Type.Union([literals(MODE_WORDS), Count, Type.Boolean()]),
    ),
    answers: Type.Array(
      Type.Object(
        {
          method: literals(['GET', 'POST', 'PATCH']),
          endpoint: literals(Object.values(ENDPOINTS)),
          status: Type.Integer({ minimum: 100, maximum: 999 }),
          media_type: literals(MEDIA_TYPES),
          headers: Type.Array(literals(HEADERS)),
          body: Type.Optional(Shape),
          /** Keys of the body, or of its first element. */
          keys: Type.Record(Type.String({ pattern: `^(?:${KNOWN_KEYS.join('|')})$` }), Shape),
          other_keys: Count,
          /** How many answers were equal to this one. */
          times: Count,
          /** Digest of the account's id: the same within one report, different in every other report. */
          id_digest: Type.Optional(Type.String({ pattern: '^[a-p]{8}$' })),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type AccountReport = Static<typeof AccountReportSchema> & { modes: Findings['modes'] };

export function accountReport(findings: Findings, seen: readonly Seen[]): AccountReport {
  const salt = randomBytes(32);
  const names = Object.keys(CHECK_TABLE) as CheckName[];
  return {
    format: 'contacts-for-envoke account check 1',
    lines: names.map((name) => lineOf(name, findings.wordOf(name))),
    modes: { ...findings.modes },
    answers: counted(seen.map((answer) => answerOf(answer, salt))),
  };
}

function counted<Answer extends object>(answers: readonly Answer[]): (Answer & { times: number })[] {
  const alike = new Map<string, Answer & { times: number }>();
  for (const answer of answers) {
    const known = alike.get(JSON.stringify(answer)) ?? { ...answer, times: 0 };
    alike.set(JSON.stringify(answer), { ...known, times: known.times + 1 });
  }
  return [...alike.values()];
}

/** JSON with one entry on each line, so that reports are easy to read and compare. */
export function reportText({ format, modes, lines, answers }: AccountReport): string {
  const list = (entries: readonly unknown[]) =>
    entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{
  "format": ${JSON.stringify(format)},
  "modes": ${JSON.stringify(modes)},
  "lines": [\n${list(lines)}\n  ],
  "answers": [\n${list(answers)}\n  ]
}
`;
}

/** A check that was not run does not count as a difference. */
function lineOf(name: CheckName, found: string) {
  const { check, subject, decides, words } = CHECK_TABLE[name];
  const assumed = words[0];
  const isUnknown = ['not asked', 'nobody there', 'too few there', 'none seen'].includes(found);
  return { check, subject, decides: [...decides], assumed, found, differs: found !== assumed && !isUnknown };
}

function answerOf({ method, endpoint, status, mediaType, headers, json }: Seen, salt: Buffer) {
  const first: unknown = Array.isArray(json) ? json[0] : json;
  const entries = Object.entries(isRecord(first) ? first : {});
  const known = entries.filter(([key]) => KNOWN_KEYS.includes(key));
  const settings = endpoint === 'settings' && isRecord(json) ? json : {};
  const id = ['string', 'number'].includes(typeof settings.id) ? String(settings.id) : undefined;
  return {
    method,
    endpoint: ENDPOINTS[endpoint],
    status,
    media_type: MEDIA_TYPES.find((one) => one === (mediaType || 'none')) ?? 'other',
    headers: HEADERS.filter((name) => headers.has(name)),
    ...(json !== undefined && { body: shapeOf(json) }),
    keys: Object.fromEntries(known.map(([key, value]) => [key, shapeOf(value)])),
    other_keys: entries.length - known.length,
    ...(id !== undefined && { id_digest: digestOf(id, salt) }),
  };
}

function shapeOf(value: unknown): { kind: (typeof KINDS)[number]; length?: (typeof LENGTHS)[number] } {
  if (typeof value === 'string') return { kind: 'text', length: lengthOf(value.length) };
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'true or false' };
  if (value === null) return { kind: 'null' };
  if (Array.isArray(value)) return { kind: 'list', length: lengthOf(value.length) };
  return { kind: 'map', length: lengthOf(isRecord(value) ? Object.keys(value).length : 0) };
}

function lengthOf(length: number): (typeof LENGTHS)[number] {
  const past = [0, 1, 10, 20, 60, 100].findIndex((most) => length <= most);
  return LENGTHS[past] ?? 'more';
}

/** Written in letters, so that it cannot contain digits of the account by chance. */
function digestOf(text: string, salt: Buffer): string {
  const hex = createHmac('sha256', salt).update(text).digest('hex').slice(0, 8);
  return hex.replace(/[0-9a-f]/g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? 'a');
}
