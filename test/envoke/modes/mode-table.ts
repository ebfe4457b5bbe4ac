/**
 * The modes for every unknown behaviour of the real Envoke: one named mode for each, with the section of envoke-api.md
 * that leaves it open, and the stand-in's default. The README's table is checked against this.
 */

import { amount, choice, type ModeDefinition, text, times } from './mode-definition.ts';

const AUTHORIZATION_MODES = {
  stateDropped: times('7 state', 'the redirect carries no `state`'),
  stateMaxChars: amount('9 N1', 'a longer `state` is cut to so many characters; 0 for no limit', 0),
  stateRefused: times('9 N1', 'authorize refuses a request with `state`'),
  unknownParametersRefused: times(
    '7 extra params',
    'authorize and the postback endpoint refuse parameters beyond the documented ones and `state`',
  ),
  declineStays: times('7 denied redirect', 'declining ends on a page of Envoke; nobody is sent back'),
  codeSeconds: amount('7 code life', 'how long a code lives, in seconds', 60),
  tokenAnswer: choice('7 token response', 'what the token answer holds', [
    'full',
    'access_token',
    'text',
    'nested',
  ]),
  tokenOrder: choice('9 N2', 'whether the postback endpoint minds the order of its parameters', [
    'any',
    'strict',
  ]),
  tokenErrors: choice('7 token errors', 'how a refused token request is answered', [
    'oauth',
    'html',
    'envelope',
    'empty',
  ]),
  newGrantEndsOld: times(
    '7 simultaneous tokens',
    "a new grant withdraws the login's earlier tokens for that account",
  ),
} as const;

const ACCESS_MODES = {
  transient401: times('6 quirk 2', 'a good token is answered 401, then works again'),
  tokenWithdrawn: times('1 revocation', 'every token is answered as withdrawn by its owner'),
  tokenExpired: times('1 lifetime', 'every token is answered as older than a year'),
  endedTokenAnswer: choice('9 N5', 'how a token that is not good is answered', [
    '401',
    '400',
    '403',
    '200',
    '302',
    'html',
    '500',
  ]),
  settingsShape: choice('9 N4', 'what `/v1/settings` holds', [
    'full',
    'account_id',
    'wrapped',
    'name',
    'huge-id',
  ]),
  settingsFailsOnce: times('7 failures', '`/v1/settings` is answered with 500'),
  v2Unauthorized: times('7 Bearer on /v2', '401 for Bearer on every `/v2` path'),
  wwwAuthenticate: times('7 error bodies', 'a 401 has a `WWW-Authenticate` header'),
  forbidden: times('3.1 API user rights', '403: this API user may not'),
  rateLimited: times('5 request rate', '429'),
  retryAfter: choice('5 request rate', 'what a 429 says about waiting', ['none', 'seconds', 'date']),
  retryAfterSeconds: amount('5 request rate', 'how long a 429 asks to wait, in seconds', 1),
  requestsPerSecond: amount(
    '6 quirk 2',
    'more than so many requests a second with one token are answered by `tooFast`; 0 for no limit',
    0,
  ),
  tooFast: choice('6 quirk 2', 'how a request that came too fast is answered', ['401', '429']),
} as const;

const READ_MODES = {
  regexRefused: times('7 search', '`$regex` is a validation error'),
  regexCaseSensitive: times('7 search', '`$regex` minds upper and lower case'),
  orRefused: times('7 search', '`$or` is a validation error'),
  inRefused: times('3.2 last points', '`$in` is a validation error'),
  filterIgnored: choice('3.2 last points', 'which filters are passed over, so that everybody comes', [
    'none',
    'in',
    'operators',
    'all',
  ]),
  operatorsFind: choice('3.2 last points', 'whom `$in`, `$or` and `$regex` find where they are taken', [
    'matches',
    'nobody',
  ]),
  operatorsHeed: choice('6 quirk 15', 'which values of a list `$in` and `$or` heed', [
    'all',
    'first',
    'last',
  ]),
  emailCaseSensitive: times('7 email normalisation', 'e-mails that differ in case are different ones'),
  interestFilterTaken: times(
    '7 filter by interests',
    '`filter[interests]` finds who has a tag or subscription',
  ),
  unsortedOrder: choice('7 sort stability', 'order of contacts when no sort is asked for', [
    'ascending',
    'descending',
    'shuffled',
  ]),
  urlMaxChars: amount('7 max URL', 'longer paths with their query are answered 414; 0 for no limit', 0),
  unprovenFiltersRefused: times(
    '3.2 last points',
    'company, city, province, country and consent_status cannot be filtered',
  ),
  staleReads: times('6 quirk 16', 'a contact read answers what was there before the last write'),
  getById: choice('7 get by id', 'shape of `GET /v1/contacts/{id}`', ['object', 'list']),
  getByIdMiss: choice('7 get by id', 'answer for an unknown id', ['null', 'list', '404']),
  consentSpelling: choice('4.2', 'how statuses are spelled when read', ['vendor', 'article', 'hooks']),
  dateForm: choice('7 date formats', 'form of dates when read', ['local', 'iso']),
  idForm: choice('6 quirk 4', 'ids as text or as numbers', ['text', 'number']),
  emptyMaps: choice('6 quirk 3', 'an empty map as `[]` or as `{}`', ['list', 'object']),
} as const;

const WRITE_MODES = {
  createStatus: choice('7 POST status', 'HTTP status of a contact insert', ['200', '201']),
  createAnswer: choice('7 POST status', 'result_data of a contact insert; `bare` has no envelope', [
    'contact',
    'id',
    'no-data',
    'bare',
  ]),
  successForm: choice('3.0', 'how `success` is spelled in JSON', ['boolean', 'number', 'text']),
  updateAnswer: choice('7 update result_data', 'result_data of a contact update; `bare` has no envelope', [
    'contact',
    'id',
    'no-data',
    'bare',
  ]),
  successFalse: times(
    '7 200 with success:false',
    'a write is refused with HTTP 200 and `success: false`; nothing is done',
  ),
  refusalStatus: choice('7 200 with success:false', 'HTTP status of a validation failure, of reads too', [
    '400',
    '200',
  ]),
  missingItem: choice('7 error bodies', 'HTTP status for a write to an unknown id', ['400', '404']),
  consentChangeRefused: times(
    '7 consent downgrade',
    'an update that changes consent_status is refused with 400',
  ),
  effectiveDate: choice('4.1', 'what a write with `consent_effective_date` does', [
    'ignored',
    'taken',
    'refused',
  ]),
  descriptionOptional: times(
    '4.3',
    'an update may allow sending without a consent_description (an insert may not)',
  ),
  descriptionAlways: times('7 consent_description', 'every consent_status needs a consent_description'),
  duplicateError: choice('7 duplicate error text', 'how a used e-mail is refused', ['sentence', 'other']),
  unknownItems: choice('7 unknown custom field', 'unknown custom fields and interests in a write', [
    'refused',
    'ignored',
  ]),
  unsetRefused: times('7 unset', 'unsetting what is not set is a validation error'),
  clearingIgnored: times('7 clearing', '`""` in an update leaves the value as it is'),
  languagesLimited: times('7 language values', 'languages other than en and fr are refused'),
  overlongTruncated: times('7 over-length', 'values that are too long are cut instead of refused'),
  duplicateEmails: times(
    '3.1 keyfield',
    "the account's e-mail duplicate check is off; `keyfield=remote_id` works",
  ),
} as const;

const LINE_MODES = {
  only: text(
    '7 failures',
    'limits all that happens on the line to requests whose `METHOD /path` contains this text',
  ),
  slowMs: amount('7 failures', 'milliseconds before anything is done', 0),
  slowAnswerMs: amount('7 failures', 'milliseconds between the work done and the answer', 0),
  unreachable: times('7 failures', 'the connection closes before anything is done or said'),
  cut: times('7 failures', 'the answer breaks off in the middle'),
  endless: times('7 failures', 'the answer never ends'),
  writeThenDrop: times('7 failures', 'a write is done, then the connection closes without an answer'),
  writeThenServerError: times('7 failures', 'a write is done, then answered with 500'),
  serverError: times('3.0', '500 before anything is done'),
  loginPage: times('7 failures', 'HTTP 200 with the HTML of the login page; nothing is done'),
  redirected: times('7 failures', '302 to `redirectTo`; nothing is done'),
  redirectTo: text('7 failures', "where a `redirected` answer points; empty: the stand-in's own `/login`"),
  errorBodies: choice('7 error bodies', 'body of 401, 403, 404, 429 and 500', ['envelope', 'html', 'empty']),
  phpNotices: times('6 quirk 8', 'PHP notices stand before the JSON'),
  labelledHtml: times('6 quirk 8', 'JSON is labelled `text/html`'),
  wrongShape: times(
    '7 failures',
    'the JSON is of another type than documented (list for object, text for list)',
  ),
  wrongFields: times('7 failures', 'the values inside the JSON are of other types than documented'),
} as const;

export const MODE_TABLE = {
  ...AUTHORIZATION_MODES,
  ...ACCESS_MODES,
  ...READ_MODES,
  ...WRITE_MODES,
  ...LINE_MODES,
} as const satisfies Record<string, ModeDefinition>;

export type ModeName = keyof typeof MODE_TABLE;

type ValueOf<Definition> = Definition extends { kind: 'choice'; choices: readonly (infer Choice)[] }
  ? Choice
  : Definition extends { kind: 'amount' }
    ? number
    : Definition extends { kind: 'text' }
      ? string
      : boolean | number;

export type ModeValues = { -readonly [Name in ModeName]: ValueOf<(typeof MODE_TABLE)[Name]> };

/** Modes that are on, off, or on for the next n times. */
export type TimesModeName = {
  [Name in ModeName]: (typeof MODE_TABLE)[Name] extends { kind: 'times' } ? Name : never;
}[ModeName];
