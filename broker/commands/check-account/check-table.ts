/**
 * The table of `check-account`. Each line gives the number of the check, its question, the modes of the stand-in that
 * it decides, and the possible answers (the first is what we assume). Every word of a report comes from this table.
 */

interface CheckLine {
  check: number;
  subject: string;
  /** Modes of the stand-in; empty where the stand-in has only one behaviour. */
  decides: readonly string[];
  words: readonly [string, string, ...string[]];
}

const TAKEN = ['taken', 'refused', 'passed over', 'finds nobody', 'not asked'] as const;
const DONE = ['done', 'refused', 'passed over', 'not asked'] as const;
const ENDED = ['401', '400', '403', '200', '302', 'html', '500', 'other', 'taken', 'not asked'] as const;
const MAP = ['map', 'list', 'refused as ended', 'refused', 'other', 'not asked'] as const;
const LIST = ['list', 'map', 'refused as ended', 'refused', 'other', 'not asked'] as const;

export const CHECK_TABLE = {
  stateAtAuthorize: line(
    1,
    'a state at authorize',
    ['stateRefused'],
    ['taken', 'refused if long', 'refused', 'not asked'],
  ),
  stateBack: line(
    1,
    'the state that comes back',
    ['stateMaxChars', 'stateDropped'],
    ['whole', 'cut', 'none', 'another', 'not asked'],
  ),
  tokenOrder: line(2, 'order of the token parameters', ['tokenOrder'], ['any', 'strict', 'not asked']),
  tokenKeys: line(
    2,
    'keys of the token answer',
    ['tokenAnswer'],
    ['full', 'access_token', 'text', 'nested', 'other', 'not asked'],
  ),
  codeAgain: line(3, 'the same code again', [], ['refused', 'taken', 'ends the token', 'not asked']),
  settings: line(
    4,
    'settings with a good token',
    ['settingsShape'],
    ['full', 'account_id', 'wrapped', 'name', 'huge-id', 'other', 'refused'],
  ),
  damagedToken: line(5, 'settings with a damaged token', ['endedTokenAnswer'], ENDED),
  noToken: line(5, 'settings without a token', ['endedTokenAnswer'], ENDED),
  contactKeys: line(6, 'keys of a contact', [], ['all', 'fewer', 'more', 'others', 'nobody there']),
  idForm: line(6, 'ids of contacts', ['idForm'], ['text', 'number', 'other', 'nobody there']),
  emptyMaps: line(6, 'empty maps', ['emptyMaps'], ['list', 'object', 'none seen', 'nobody there']),
  dateForm: line(6, 'dates', ['dateForm'], ['local', 'iso', 'other', 'nobody there']),
  consentSpelling: line(
    6,
    'spelling of consent',
    ['consentSpelling'],
    ['vendor', 'article', 'hooks', 'none seen', 'other', 'nobody there'],
  ),
  limitMax: line(7, 'limit of 101', [], ['100 at most', 'more than 100', 'refused', 'too few there']),
  limitZero: line(7, 'limit of 0', [], ['nobody', 'somebody', 'refused']),
  sortDirections: line(
    7,
    'sorting by id both ways',
    [],
    ['sorted', 'passed over', 'refused', 'too few there'],
  ),
  defaultOrder: line(
    7,
    'order without a sort',
    ['unsortedOrder'],
    ['ascending', 'descending', 'shuffled', 'too few there'],
  ),
  emailExact: line(8, 'filter by e-mail', ['filterIgnored'], TAKEN),
  emailCase: line(8, 'e-mail in another case', ['emailCaseSensitive'], ['the same', 'another', 'not asked']),
  filterIn: line(8, 'filter with $in', ['inRefused', 'filterIgnored', 'operatorsFind'], TAKEN),
  filterOr: line(8, 'filter with $or', ['orRefused', 'filterIgnored', 'operatorsFind'], TAKEN),
  filterRegex: line(8, 'filter with $regex', ['regexRefused', 'filterIgnored', 'operatorsFind'], TAKEN),
  regexCase: line(8, '$regex in another case', ['regexCaseSensitive'], ['the same', 'another', 'not asked']),
  filterId: line(8, 'filter by id', ['filterIgnored'], TAKEN),
  filterNonsense: line(
    8,
    'filter by a field that there is not',
    ['refusalStatus'],
    ['refused', 'refused with 200', 'passed over', 'finds nobody', 'not asked'],
  ),
  filterInterests: line(
    9,
    'filter by interests',
    ['interestFilterTaken'],
    ['refused', 'taken', 'passed over', 'finds nobody', 'not asked'],
  ),
  filterConsent: line(9, 'filter by consent', ['unprovenFiltersRefused'], TAKEN),
  getById: line(10, 'one contact by path', ['getById'], ['object', 'list', 'refused', 'other', 'not asked']),
  getByIdMiss: line(10, 'an unknown id by path', ['getByIdMiss'], ['null', 'list', '404', 'other']),
  interestsV1: line(11, 'interests on v1', [], MAP),
  interestsV2: line(11, 'interests on v2', ['v2Unauthorized'], LIST),
  tagsV2: line(11, 'tags on v2', ['v2Unauthorized'], LIST),
  subscriptionsV2: line(11, 'subscriptions on v2', ['v2Unauthorized'], LIST),
  customFieldsV1: line(11, 'custom fields on v1', [], MAP),
  customFieldsV2: line(11, 'custom fields on v2', ['v2Unauthorized'], LIST),
  autorespondersV1: line(11, 'autoresponders on v1', [], MAP),
  pace: line(
    12,
    '20 requests at once, then 5 a second',
    ['requestsPerSecond', 'tooFast'],
    ['taken', '429', '401', 'other', 'not asked'],
  ),
  mediaType: line(13, 'media type of JSON', ['labelledHtml'], ['application/json', 'text/html', 'other']),
  notices: line(13, 'text before the JSON', ['phpNotices'], ['none', 'some']),
  challenge: line(
    13,
    'WWW-Authenticate with a refused token',
    ['wwwAuthenticate'],
    ['absent', 'present', 'not asked'],
  ),
  rateHeaders: line(13, 'headers about a rate', [], ['absent', 'present']),
  requestIds: line(13, 'a header with a request id', [], ['absent', 'present']),
  expressUndescribed: line(
    14,
    'adding with Express without a description',
    [],
    ['refused', 'done', 'not asked'],
  ),
  insertAnswer: line(
    15,
    'answer to adding',
    ['createAnswer'],
    ['contact', 'id', 'no-data', 'bare', 'other', 'refused', 'not asked'],
  ),
  insertStatus: line(15, 'status of adding', ['createStatus'], ['200', '201', 'other', 'not asked']),
  successForm: line(
    15,
    'spelling of success',
    ['successForm'],
    ['boolean', 'number', 'text', 'other', 'not asked'],
  ),
  insertAgain: line(
    16,
    'adding the same e-mail again',
    ['duplicateEmails'],
    ['refused', 'done', 'not asked'],
  ),
  updateAnswer: line(
    17,
    'answer to an update by path',
    ['updateAnswer'],
    ['contact', 'id', 'no-data', 'bare', 'other', 'refused', 'not asked'],
  ),
  updateByBody: line(17, 'an update by body', [], DONE),
  readAfterWrite: line(
    18,
    'reading after a write',
    ['staleReads'],
    ['at once', 'after 1 s', 'after 5 s', 'later', 'not asked'],
  ),
  sameStatus: line(
    19,
    'effective date when the same status is described anew',
    [],
    ['moves', 'stays', 'refused', 'not asked'],
  ),
  pastDate: line(
    20,
    'an effective date in the past',
    ['effectiveDate'],
    ['passed over', 'refused', 'taken', 'not asked'],
  ),
  toImplied: line(21, 'Express to Implied', ['consentChangeRefused'], DONE),
  toRevoked: line(21, 'to Revoked', ['consentChangeRefused'], DONE),
  revokedToExpress: line(21, 'Revoked to Express', ['consentChangeRefused'], DONE),
  undescribed: line(21, 'Not Provided without a description', ['descriptionAlways'], DONE),
  name21: line(
    22,
    'a first name of 21 characters',
    ['overlongTruncated'],
    ['refused', 'cut', 'taken', 'not asked'],
  ),
  name61: line(
    22,
    'a first name of 61 characters',
    ['overlongTruncated'],
    ['refused', 'cut', 'taken', 'not asked'],
  ),
  interestByName: line(23, 'a tag by name', [], DONE),
  interestById: line(23, 'a tag by id', [], DONE),
  interestUnknown: line(23, 'an unknown tag', ['unknownItems'], ['refused', 'passed over', 'not asked']),
  interestUnset: line(23, 'taking off a tag that is not on', ['unsetRefused'], DONE),
  clearing: line(24, 'clearing a field', ['clearingIgnored'], DONE),
  fieldUnknown: line(
    24,
    'an unknown custom field',
    ['unknownItems'],
    ['refused', 'passed over', 'not asked'],
  ),
  language: line(25, 'the language de', ['languagesLimited'], DONE),
  country: line(25, 'a country in full', [], DONE),
  leftRevoked: line(26, 'left as Revoked', [], ['yes', 'no', 'not asked']),
} as const satisfies Record<string, CheckLine>;

export type CheckName = keyof typeof CHECK_TABLE;
export type Word<Name extends CheckName> = (typeof CHECK_TABLE)[Name]['words'][number];

function line<const Line extends [number, string, readonly string[], readonly [string, string, ...string[]]]>(
  ...[check, subject, decides, words]: Line
): { check: Line[0]; subject: Line[1]; decides: Line[2]; words: Line[3] } {
  return { check, subject, decides, words };
}
