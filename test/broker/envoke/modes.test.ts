/** The whole client, once in every mood of Envoke. */
import { describe, it } from 'vitest';
import type { EnvokeConfig } from '../../../broker/envoke/envoke-config.ts';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { judge, OPERATIONS, type Operation, WRITES } from './operations.ts';
import { startBench } from './support.ts';

interface Mood {
  modes: Partial<ModeValues>;
  /** What each operation ends with; `right` where nothing is said. */
  all?: string;
  reads?: string;
  writes?: string;
  only?: Partial<Record<Operation, string>>;
  config?: Partial<EnvokeConfig>;
}

const MOODS: Record<string, Mood> = {
  'that is well': { modes: {} },
  'that answers 401 twice to good tokens': { modes: { transient401: 2 } },
  'whose 401 has an HTML body': { modes: { transient401: true, errorBodies: 'html' }, all: 'unauthorized' },
  'whose 401 has no body': { modes: { transient401: true, errorBodies: 'empty' }, all: 'unauthorized' },
  'whose owner withdrew the token': { modes: { tokenWithdrawn: true }, all: 'unauthorized' },
  'whose token is over a year old': { modes: { tokenExpired: true }, all: 'unauthorized' },
  'that takes no tokens on v2': { modes: { v2Unauthorized: true } },
  'that forbids': { modes: { forbidden: true }, all: 'forbidden' },
  'that is asked too fast once': { modes: { rateLimited: 1, retryAfter: 'seconds', retryAfterSeconds: 0 } },
  'that wants a pause of an hour': {
    modes: { rateLimited: true, retryAfter: 'seconds', retryAfterSeconds: 3_600 },
    all: 'rate-limited',
  },
  'that wants a pause until a date': {
    modes: { rateLimited: true, retryAfter: 'date', retryAfterSeconds: 3_600 },
    all: 'rate-limited',
  },
  'that names no pause': {
    modes: { rateLimited: true, errorBodies: 'html' },
    // Shorter than the second that is waited then.
    config: { deadlineMs: 950 },
    all: 'rate-limited',
  },
  'whose ids are numbers': { modes: { idForm: 'number' } },
  'whose empty maps are objects': { modes: { emptyMaps: 'object' } },
  'whose dates are ISO 8601': { modes: { dateForm: 'iso' } },
  "that spells consent as the article's": { modes: { consentSpelling: 'article' } },
  "that spells consent as the hooks'": { modes: { consentSpelling: 'hooks' } },
  'that answers an insert with 201 and an id': {
    modes: { createStatus: '201', createAnswer: 'id', updateAnswer: 'id' },
  },
  'that answers writes with nothing': { modes: { createAnswer: 'no-data', updateAnswer: 'no-data' } },
  'that refuses with status 200': { modes: { successFalse: true }, writes: 'rejected' },
  'that breaks the connection once': {
    modes: { unreachable: 1 },
    writes: 'unreachable (may have happened)',
  },
  'that breaks every connection': {
    modes: { unreachable: true },
    reads: 'unreachable',
    writes: 'unreachable (may have happened)',
  },
  'that breaks off in the middle': {
    modes: { cut: true },
    reads: 'unreachable',
    writes: 'unreachable (may have happened)',
  },
  'that never ends': {
    modes: { endless: true },
    reads: 'too-large',
    writes: 'too-large (may have happened)',
    config: { maxAnswerBytes: 150_000 },
  },
  'that is slow': { modes: { slowMs: 30 } },
  'that is too slow': {
    modes: { slowMs: 5_000 },
    reads: 'timeout',
    writes: 'timeout (may have happened)',
    config: { deadlineMs: 80 },
  },
  'that writes and hangs up': {
    modes: { writeThenDrop: true },
    writes: 'unreachable (may have happened)',
  },
  'that writes and says 500': {
    modes: { writeThenServerError: true },
    writes: 'server-error (may have happened)',
  },
  'that is broken': {
    modes: { serverError: true, errorBodies: 'html' },
    reads: 'server-error',
    writes: 'server-error (may have happened)',
  },
  'that shows its login page': {
    modes: { loginPage: true },
    reads: 'not-json',
    writes: 'not-json (may have happened)',
  },
  'that redirects': {
    modes: { redirected: true },
    reads: 'redirected',
    writes: 'redirected (may have happened)',
  },
  'that prints PHP notices': { modes: { phpNotices: true } },
  'that labels JSON as HTML': { modes: { labelledHtml: true, phpNotices: true } },
  'that answers with other shapes': {
    modes: { wrongShape: true },
    reads: 'wrong-shape',
    writes: 'wrong-shape (may have happened)',
  },
  'that answers with other types inside': {
    modes: { wrongFields: true },
    reads: 'wrong-shape',
    writes: 'wrong-shape (may have happened)',
    // Nobody there looks the same whatever the types.
    only: { miss: 'right' },
  },
};

describe.concurrent('an Envoke', () => {
  it.for(Object.entries(MOODS))(
    '%s gives every call its right answer or its reason',
    async ([, mood], { expect, onTestFinished }) => {
      const outcomes: Partial<Record<Operation, string>> = {};
      const bench = await startBench(mood.config, onTestFinished);
      for (const operation of OPERATIONS) {
        bench.envoke.modes.reset();
        bench.envoke.modes.set(mood.modes);
        // A token of its own: Envoke's wish for a pause is kept for the token it was said to.
        outcomes[operation] = await judge({ ...bench, token: bench.envoke.issueAccessToken() }, operation);
      }
      expect(outcomes).toEqual(expectedOf(mood));
    },
  );
});

function expectedOf({ only, all, reads, writes }: Mood): Partial<Record<Operation, string>> {
  const expected = (operation: Operation) =>
    only?.[operation] ?? all ?? (WRITES.has(operation) ? writes : reads) ?? 'right';
  return Object.fromEntries(OPERATIONS.map((operation) => [operation, expected(operation)]));
}
