/** Checks 4 to 11: how Envoke answers read requests. */
import { isRecord } from '../../envoke/shape.ts';
import { isRefusal } from '../../envoke/status.ts';
import type { CHECK_TABLE } from './check-table.ts';
import type { Findings, ModeSettings } from './findings.ts';
import { CONTACT_KEYS, contactsOf, type Endpoint, isTaken, type Probe, type Seen } from './probe.ts';

const NOBODY_ID = '4294967294';

export type Contact = Record<string, unknown>;

export async function checkSettings(probe: Probe, { found }: Findings, token: string): Promise<void> {
  const shape = settingsShape(await probe.ask({ endpoint: 'settings' }));
  found(
    'settings',
    shape,
    shape === 'full' || shape === 'other' || shape === 'refused' ? {} : { settingsShape: shape },
  );

  const damaged = await probe.ask({ endpoint: 'settings', token: damagedOf(token) });
  const form = refusalForm(damaged);
  const decided: ModeSettings =
    form === '401' || form === 'other' || form === 'taken' ? {} : { endedTokenAnswer: form };
  found('damagedToken', form, decided);
  found('noToken', refusalForm(await probe.ask({ endpoint: 'settings', token: '' })));
  if (form !== '401') return;
  const challenge = damaged.headers.has('www-authenticate') ? 'present' : 'absent';
  found('challenge', challenge, challenge === 'present' ? { wwwAuthenticate: true } : {});
}

function settingsShape(answer: Seen): (typeof CHECK_TABLE.settings.words)[number] {
  if (!isTaken(answer) || !isRecord(answer.json)) return isTaken(answer) ? 'other' : 'refused';
  const { json } = answer;
  if (isRecord(json.result_data)) return 'wrapped';
  if (typeof json.id === 'number' && !Number.isSafeInteger(json.id)) return 'huge-id';
  if (json.id !== undefined) return 'full';
  if (json.account_id !== undefined) return 'account_id';
  return typeof json.name === 'string' ? 'name' : 'other';
}

function refusalForm(answer: Seen): (typeof CHECK_TABLE.damagedToken.words)[number] {
  const { status, json, mediaType } = answer;
  if (status === 302) return '302';
  if (status === 200 && json === undefined && mediaType === 'text/html') return 'html';
  if (status === 200) return isRefusal(json) ? '200' : 'taken';
  return (['401', '400', '403', '500'] as const).find((one) => one === String(status)) ?? 'other';
}

/** Another token of the same form. */
function damagedOf(token: string): string {
  return token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
}

/** The newest contacts, for the checks that need an existing contact. */
export async function checkContacts(probe: Probe, { found }: Findings): Promise<Contact[]> {
  const one = contactsOf(await probe.ask({ endpoint: 'contacts', rest: '?limit=1' }))?.[0];
  const sample =
    contactsOf(await probe.ask({ endpoint: 'contacts', rest: '?sort%5Bid%5D=DESC&limit=100' })) ?? [];
  if (one === undefined) return sample;
  const keys = Object.keys(one);
  const [missing, surplus] = [
    CONTACT_KEYS.some((key) => !keys.includes(key)),
    keys.some((key) => !CONTACT_KEYS.includes(key)),
  ];
  found('contactKeys', missing ? (surplus ? 'others' : 'fewer') : surplus ? 'more' : 'all');
  const idForm = typeof one.id === 'string' ? 'text' : typeof one.id === 'number' ? 'number' : 'other';
  found('idForm', idForm, idForm === 'number' ? { idForm } : {});
  const everybody = [one, ...sample];
  const empty = everybody.map(({ custom_fields }) => custom_fields).find((map) => isEmpty(map));
  const emptyMaps = empty === undefined ? 'none seen' : Array.isArray(empty) ? 'list' : 'object';
  found('emptyMaps', emptyMaps, emptyMaps === 'object' ? { emptyMaps } : {});
  const dateForm = dateFormOf(String(one.date_created));
  found('dateForm', dateForm, dateForm === 'iso' ? { dateForm } : {});
  const spelling = spellingOf(everybody.map(({ consent_status }) => String(consent_status)));
  found(
    'consentSpelling',
    spelling,
    spelling === 'article' || spelling === 'hooks' ? { consentSpelling: spelling } : {},
  );
  return sample;
}

const isEmpty = (map: unknown) => typeof map === 'object' && map !== null && Object.keys(map).length === 0;

function dateFormOf(text: string): 'local' | 'iso' | 'other' {
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return 'local';
  return /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? 'iso' : 'other';
}

function spellingOf(statuses: readonly string[]): 'vendor' | 'article' | 'hooks' | 'none seen' {
  const has = (...spellings: string[]) => statuses.some((status) => spellings.includes(status));
  if (has('No Consent', 'Implied')) return 'hooks';
  if (has('Not provided', 'Implied: No Expiry')) return 'article';
  return has('Not Provided', 'Implied - No Expiry') ? 'vendor' : 'none seen';
}

export async function checkPaging(probe: Probe, { found }: Findings): Promise<void> {
  const list = async (query: string) =>
    contactsOf(await probe.ask({ endpoint: 'contacts', rest: `?${query}` }));
  const many = await list('limit=101');
  const isMany = many !== undefined && many.length >= 100;
  found(
    'limitMax',
    many === undefined
      ? 'refused'
      : !isMany
        ? 'too few there'
        : many.length > 100
          ? 'more than 100'
          : '100 at most',
  );
  const none = await list('limit=0');
  found('limitZero', none === undefined ? 'refused' : none.length === 0 ? 'nobody' : 'somebody');
  const up = await list('sort%5Bid%5D=ASC&limit=5');
  const down = await list('sort%5Bid%5D=DESC&limit=5');
  const [rising, falling] = [orderOf(up), orderOf(down)];
  if (up === undefined || down === undefined) found('sortDirections', 'refused');
  else if (up.length < 3) found('sortDirections', 'too few there');
  else found('sortDirections', rising === 'ascending' && falling === 'descending' ? 'sorted' : 'passed over');
  const [first, again] = [await list('limit=8'), await list('limit=8')];
  const order = orderOf(first);
  const isSame = JSON.stringify(idsOf(first)) === JSON.stringify(idsOf(again));
  if ((first ?? []).length < 3) return;
  const word = isSame ? order : 'shuffled';
  found('defaultOrder', word, word === 'ascending' ? {} : { unsortedOrder: word });
}

const idsOf = (contacts: readonly Contact[] | undefined) => (contacts ?? []).map(({ id }) => Number(id));

function orderOf(contacts: readonly Contact[] | undefined): 'ascending' | 'descending' | 'shuffled' {
  const ids = idsOf(contacts);
  const steps = ids.slice(1).map((id, index) => Math.sign(id - (ids[index] ?? 0)));
  if (steps.every((step) => step > 0)) return 'ascending';
  return steps.every((step) => step < 0) ? 'descending' : 'shuffled';
}

export async function checkById(
  probe: Probe,
  { found }: Findings,
  [somebody]: readonly Contact[],
): Promise<void> {
  if (somebody !== undefined) {
    const answer = await probe.ask({
      endpoint: 'contacts',
      rest: `/${encodeURIComponent(String(somebody.id))}`,
    });
    const isList = Array.isArray(answer.json);
    const word = !isTaken(answer) ? 'refused' : isList ? 'list' : isRecord(answer.json) ? 'object' : 'other';
    found('getById', word, word === 'list' ? { getById: word } : {});
  }
  const { status, json } = await probe.ask({ endpoint: 'contacts', rest: `/${NOBODY_ID}` });
  const isNone = status === 200 && Array.isArray(json) && json.length === 0;
  const miss = status === 404 ? '404' : isNone ? 'list' : status === 200 && json === null ? 'null' : 'other';
  found('getByIdMiss', miss, miss === '404' || miss === 'list' ? { getByIdMiss: miss } : {});
}

export async function checkLists(probe: Probe, findings: Findings): Promise<void> {
  const v1 = ['interestsV1', 'customFieldsV1', 'autorespondersV1'] as const;
  const v2 = ['interestsV2', 'tagsV2', 'subscriptionsV2', 'customFieldsV2'] as const;
  for (const name of v1) findings.found(name, await listWord(probe, findings, name));
  for (const name of v2) {
    const word = await listWord(probe, findings, name);
    const decided: ModeSettings = word === 'refused as ended' ? { v2Unauthorized: true } : {};
    findings.found(name, word, decided);
  }
}

async function listWord(probe: Probe, { wordOf }: Findings, endpoint: Endpoint) {
  const answer = await probe.ask({ endpoint });
  if (isTaken(answer)) return Array.isArray(answer.json) ? 'list' : isRecord(answer.json) ? 'map' : 'other';
  return refusalForm(answer) === wordOf('damagedToken') || answer.status === 401
    ? 'refused as ended'
    : 'refused';
}
