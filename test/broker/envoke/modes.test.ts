/** The whole client, once in every mode of Envoke. */
import { describe, expect, it } from 'vitest';
import type { EnvokeConfig } from '../../../broker/envoke/envoke-config.ts';
import { MODE_TABLE, type ModeValues } from '../../envoke/modes/mode-table.ts';
import { judge, OPERATIONS, type Operation, WRITES } from './operations.ts';
import { startBench } from './support.ts';

interface ModeCase {
  modes: Partial<ModeValues>;
  /** The expected result of each operation; `right` by default. */
  all?: string;
  reads?: string;
  writes?: string;
  only?: Partial<Record<Operation, string>>;
  config?: Partial<EnvokeConfig>;
}

const MODE_SETS: Record<string, ModeCase> = {
  'that is well': { modes: {} },
  'that answers 401 twice to good tokens': { modes: { transient401: 2 } },
  'whose 401 has an HTML body': { modes: { transient401: true, errorBodies: 'html' }, all: 'unauthorized' },
  'whose 401 has no body': { modes: { transient401: true, errorBodies: 'empty' }, all: 'unauthorized' },
  'whose owner withdrew the token': { modes: { tokenWithdrawn: true }, all: 'unauthorized' },
  'whose token is over a year old': { modes: { tokenExpired: true }, all: 'unauthorized' },
  'that takes no tokens on v2': { modes: { v2Unauthorized: true } },
  'that forbids even the settings': {
    modes: { forbidden: true },
    all: 'unauthorized',
    only: { account: 'forbidden' },
  },
  'that forbids contacts': {
    modes: { forbidden: true, only: '/v1/contacts' },
    only: Object.fromEntries(
      ['list', 'find', 'get', 'miss', 'create', 'update'].map((name) => [name, 'forbidden']),
    ),
  },
  'whose ended tokens are refused with 400': {
    modes: { tokenWithdrawn: true, endedTokenAnswer: '400' },
    all: 'unauthorized',
    only: { account: 'rejected' },
  },
  'whose ended tokens are refused with 500': {
    modes: { tokenExpired: true, endedTokenAnswer: '500' },
    reads: 'unauthorized',
    writes: 'unauthorized (may have happened)',
    only: { account: 'server-error' },
  },
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
  'that answers writes with the bare contact': {
    modes: { createAnswer: 'bare', updateAnswer: 'bare' },
  },
  'that says success in numbers': { modes: { successForm: 'number' } },
  'that says success in words': { modes: { successForm: 'text' } },
  'whose account has its id elsewhere': { modes: { settingsShape: 'account_id' } },
  'whose settings are wrapped': { modes: { settingsShape: 'wrapped' } },
  'whose account has no id': { modes: { settingsShape: 'name' }, only: { account: 'wrong' } },
  'whose account id is past all numbers': {
    modes: { settingsShape: 'huge-id' },
    only: { account: 'wrong-shape' },
  },
  'whose settings fail once': { modes: { settingsFailsOnce: 1 }, only: { account: 'server-error' } },
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
    reads: 'unauthorized',
    writes: 'unauthorized (may have happened)',
    only: { account: 'not-json' },
  },
  'that redirects': {
    modes: { redirected: true, redirectTo: 'http://127.0.0.1:9/' },
    reads: 'unauthorized',
    writes: 'unauthorized (may have happened)',
    only: { account: 'redirected' },
  },
  'that is slow to answer': { modes: { slowAnswerMs: 30 } },
  'that counts the requests of a second': { modes: { requestsPerSecond: 1, tooFast: '429' } },
  'whose 401 says what it wants': {
    modes: { tokenExpired: true, wwwAuthenticate: true },
    all: 'unauthorized',
  },
  'that takes short paths only': {
    modes: { urlMaxChars: 30 },
    only: { list: 'rejected', find: 'rejected' },
  },
  'that takes no operators': {
    modes: { regexRefused: true, orRefused: true, inRefused: true, unprovenFiltersRefused: true },
  },
  'that passes filters over': {
    modes: { filterIgnored: 'all' },
    only: { find: 'wrong' },
  },
  'that passes operators over': { modes: { filterIgnored: 'operators' } },
  'whose operators heed one value': { modes: { operatorsHeed: 'last' } },
  'whose operators find nobody': { modes: { operatorsFind: 'nobody' } },
  'that minds upper and lower case': {
    modes: { emailCaseSensitive: true, regexCaseSensitive: true },
    // In this mode an address in capitals is a different address.
    only: { find: 'wrong' },
  },
  'that finds by interests': { modes: { interestFilterTaken: true } },
  'whose lists have no order of their own': { modes: { unsortedOrder: 'shuffled' } },
  // The newest contact is not there yet.
  'whose reads lag behind': { modes: { staleReads: true }, only: { list: 'wrong' } },
  'that gives one contact as a list': { modes: { getById: 'list', getByIdMiss: 'list', missingItem: '404' } },
  'that refuses mistakes with status 200': { modes: { refusalStatus: '200', duplicateError: 'other' } },
  'that takes the day of a consent': {
    modes: { effectiveDate: 'taken' },
    config: { sendsEffectiveDate: true },
  },
  'that refuses the day of a consent': {
    modes: { effectiveDate: 'refused' },
    config: { sendsEffectiveDate: true },
  },
  'that is strict with writes': {
    modes: {
      descriptionAlways: true,
      unsetRefused: true,
      consentChangeRefused: true,
      languagesLimited: true,
    },
  },
  'that is easy with writes': {
    modes: {
      descriptionOptional: true,
      unknownItems: 'ignored',
      clearingIgnored: true,
      overlongTruncated: true,
      duplicateEmails: true,
    },
  },
  'that prints PHP notices': { modes: { phpNotices: true } },
  'that labels JSON as HTML': { modes: { labelledHtml: true, phpNotices: true } },
  'that answers with other shapes': {
    modes: { wrongShape: true },
    reads: 'wrong-shape',
    writes: 'wrong-shape (may have happened)',
  },
  'that answers with other types inside': {
    // `success` as text among them, which is taken.
    modes: { wrongFields: true },
    reads: 'wrong-shape',
    // The answer for no contact is the same, whatever the types.
    only: { miss: 'right' },
  },
};

/** Modes of the pages and the postback endpoint, tried where people sign in; and what narrows the others down. */
const OF_OTHER_TESTS = new Set([
  'stateDropped',
  'unknownParametersRefused',
  'declineStays',
  'codeSeconds',
  'stateMaxChars',
  'stateRefused',
  'tokenAnswer',
  'tokenOrder',
  'tokenErrors',
  'newGrantEndsOld',
  'only',
]);

it('covers every mode that the calls can meet', () => {
  const tried = new Set(Object.values(MODE_SETS).flatMap(({ modes }) => Object.keys(modes)));
  const modes = Object.keys(MODE_TABLE).filter((name) => !OF_OTHER_TESTS.has(name));
  expect(modes.filter((name) => !tried.has(name))).toEqual([]);
});

describe.concurrent('an Envoke', () => {
  it.for(Object.entries(MODE_SETS))(
    '%s gives every call its right answer or its reason',
    async ([, mode], { expect, onTestFinished }) => {
      const outcomes: Partial<Record<Operation, string>> = {};
      const bench = await startBench(mode.config, onTestFinished);
      for (const operation of OPERATIONS) {
        bench.envoke.modes.reset();
        bench.envoke.modes.set(mode.modes);
        // A separate token, since the pause that Envoke asks for is kept for each token.
        outcomes[operation] = await judge({ ...bench, token: bench.envoke.issueAccessToken() }, operation);
      }
      expect(outcomes).toEqual(expectedOf(mode));
    },
  );
});

function expectedOf({ only, all, reads, writes }: ModeCase): Partial<Record<Operation, string>> {
  const expected = (operation: Operation) =>
    only?.[operation] ?? all ?? (WRITES.has(operation) ? writes : reads) ?? 'right';
  return Object.fromEntries(OPERATIONS.map((operation) => [operation, expected(operation)]));
}
