/**
 * Checks 14 to 26: how Envoke answers writes to one contact that belongs to the operator. The contact ends as Revoked.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseConsentStatus } from '../../../shared/consent.ts';
import { isRecord, readId } from '../../envoke/shape.ts';
import type { Findings } from './findings.ts';
import { contactsOf, isTaken, type Probe, type Seen } from './probe.ts';
import type { Contact } from './read-checks.ts';

const DESCRIPTION = 'Trial of an integration, on the address of who runs it';
/** Envoke's dates have a precision of one second. */
const SECOND_MS = 1_100;

export interface WriteTrial {
  probe: Probe;
  findings: Findings;
  /** An address that belongs to the operator; no contact of the account has it. */
  email: string;
}

/** @returns false when a contact already has the address, so that nothing was written */
export async function checkWrites(trial: WriteTrial): Promise<boolean> {
  if ((await read(trial)) !== undefined) return false;
  const id = await checkInsert(trial);
  if (id === undefined) return true;
  const write = (body: object) =>
    trial.probe.ask({ endpoint: 'contacts', rest: `/${id}`, method: 'PATCH', body });
  try {
    await checkUpdate(trial, id, write);
    await checkConsent(trial, write);
    await checkValues(trial, write);
    await checkInterests(trial, write);
  } finally {
    await write({ consent_status: 'Revoked', consent_description: DESCRIPTION });
    const left = await read(trial);
    trial.findings.found('leftRevoked', isStatus(left?.consent_status, 'Revoked') ? 'yes' : 'no');
  }
  return true;
}

type Write = (body: object) => Promise<Seen>;

/** The contact as Envoke returns it now. */
async function read({ probe, email }: WriteTrial): Promise<Contact | undefined> {
  const rest = `?${encodeURIComponent('filter[email]')}=${encodeURIComponent(email)}&limit=100`;
  const found = contactsOf(await probe.ask({ endpoint: 'contacts', rest })) ?? [];
  return found.find((contact) => String(contact.email).toLowerCase() === email.toLowerCase());
}

async function checkInsert(trial: WriteTrial): Promise<string | undefined> {
  const { probe, findings, email } = trial;
  const insert = (body: object) =>
    probe.ask({ endpoint: 'contacts', method: 'POST', body: { email, ...body } });
  const undescribed = await insert({ consent_status: 'Express' });
  findings.found('expressUndescribed', isTaken(undescribed) ? 'done' : 'refused');
  const full = { consent_status: 'Express', consent_description: DESCRIPTION };
  const added = isTaken(undescribed) ? undescribed : await insert(full);
  const answer = writtenForm(added);
  findings.found(
    'insertAnswer',
    answer,
    answer === 'contact' || answer === 'other' || answer === 'refused' ? {} : { createAnswer: answer },
  );
  if (!isTaken(added)) return undefined;
  const status = added.status === 200 ? '200' : added.status === 201 ? '201' : 'other';
  findings.found('insertStatus', status, status === '201' ? { createStatus: status } : {});
  const success = isRecord(added.json) ? typeof added.json.success : 'undefined';
  const form =
    success === 'boolean' || success === 'number' ? success : success === 'string' ? 'text' : 'other';
  findings.found('successForm', form, form === 'number' || form === 'text' ? { successForm: form } : {});
  const isDouble = isTaken(await insert(full));
  findings.found('insertAgain', isDouble ? 'done' : 'refused', isDouble ? { duplicateEmails: true } : {});
  const data = isRecord(added.json) && isRecord(added.json.result_data) ? added.json.result_data : added.json;
  return (isRecord(data) ? readId(data.id) : undefined) ?? readId((await readLater(trial))?.id);
}

async function readLater(trial: WriteTrial): Promise<Contact | undefined> {
  const first = await read(trial);
  if (first !== undefined) return first;
  await sleep(SECOND_MS);
  return read(trial);
}

function writtenForm(answer: Seen): 'contact' | 'id' | 'no-data' | 'bare' | 'other' | 'refused' {
  if (!isTaken(answer)) return 'refused';
  const { json } = answer;
  if (!isRecord(json)) return 'other';
  if (json.success === undefined) return 'email' in json ? 'bare' : 'other';
  const data = json.result_data;
  if (!isRecord(data) || Object.keys(data).length === 0) return 'no-data';
  return 'email' in data ? 'contact' : data.id === undefined ? 'other' : 'id';
}

async function checkUpdate(trial: WriteTrial, id: string, write: Write): Promise<void> {
  const { probe, findings } = trial;
  const answer = writtenForm(await write({ city: 'Gatineau' }));
  const isUsual = answer === 'contact' || answer === 'other' || answer === 'refused';
  findings.found('updateAnswer', answer, isUsual ? {} : { updateAnswer: answer });
  const byBody = await probe.ask({ endpoint: 'contacts', method: 'PATCH', body: { id, city: 'Hull' } });
  findings.found('updateByBody', isTaken(byBody) ? 'done' : 'refused');

  await write({ last_name: 'Trial' });
  const shows = async () => (await read(trial))?.last_name === 'Trial';
  for (const [word, waitMs] of [
    ['at once', 0],
    ['after 1 s', 1_000],
    ['after 5 s', 4_000],
  ] as const) {
    await sleep(waitMs);
    if (!(await shows())) continue;
    findings.found('readAfterWrite', word, waitMs === 0 ? {} : { staleReads: true });
    return;
  }
  findings.found('readAfterWrite', 'later', { staleReads: true });
}

async function checkConsent(trial: WriteTrial, write: Write): Promise<void> {
  const { found } = trial.findings;
  const dateOf = async () => String((await read(trial))?.consent_effective_date);
  const before = await dateOf();
  await sleep(SECOND_MS);
  const again = await write({ consent_status: 'Express', consent_description: `${DESCRIPTION}, once more` });
  const after = await dateOf();
  found('sameStatus', !isTaken(again) ? 'refused' : after === before ? 'stays' : 'moves');
  const past = await write({
    consent_status: 'Express',
    consent_description: DESCRIPTION,
    consent_effective_date: '2020-01-02 03:04:05',
  });
  if (!isTaken(past)) found('pastDate', 'refused', { effectiveDate: 'refused' });
  else if ((await dateOf()).startsWith('2020-01-02')) found('pastDate', 'taken', { effectiveDate: 'taken' });
  else found('pastDate', 'passed over');

  const change = async (status: string, body: object) => {
    if (!isTaken(await write({ consent_status: status, ...body }))) return 'refused';
    return isStatus((await read(trial))?.consent_status, status) ? 'done' : 'passed over';
  };
  const described = { consent_description: DESCRIPTION };
  const implied = await change('Implied - Inquiry', described);
  found('toImplied', implied, implied === 'refused' ? { consentChangeRefused: true } : {});
  found('toRevoked', await change('Revoked', described));
  found('revokedToExpress', await change('Express', described));
  const undescribed = await change('Not Provided', {});
  const isRule = undescribed === 'refused' && implied !== 'refused';
  found('undescribed', undescribed, isRule ? { descriptionAlways: true } : {});
}

/** Compares statuses in every spelling; webhooks use one word for all kinds of implied consent. */
function isStatus(read: unknown, written: string): boolean {
  const isAnyImplied = read === 'Implied' && written.startsWith('Implied');
  return isAnyImplied || parseConsentStatus(String(read)) === parseConsentStatus(written);
}

async function checkValues(trial: WriteTrial, write: Write): Promise<void> {
  const { found } = trial.findings;
  const nameOf = async (length: number) => {
    const name = 'n'.repeat(length);
    if (!isTaken(await write({ first_name: name }))) return 'refused';
    return (await read(trial))?.first_name === name ? 'taken' : 'cut';
  };
  for (const [check, length] of [
    ['name21', 21],
    ['name61', 61],
  ] as const) {
    const word = await nameOf(length);
    found(check, word, word === 'cut' ? { overlongTruncated: true } : {});
  }
  const set = async (field: string, value: string) => {
    if (!isTaken(await write({ [field]: value }))) return 'refused';
    return (await read(trial))?.[field] === value ? 'done' : 'passed over';
  };
  await write({ city: 'Gatineau' });
  const cleared = await set('city', '');
  found('clearing', cleared, cleared === 'passed over' ? { clearingIgnored: true } : {});
  const unknown = isTaken(await write({ custom_fields: { no_such_field_of_anybody: 'x' } }));
  found('fieldUnknown', unknown ? 'passed over' : 'refused', unknown ? { unknownItems: 'ignored' } : {});
  const language = await set('language', 'de');
  found('language', language, language === 'refused' ? { languagesLimited: true } : {});
  found('country', await set('country', 'Canada'));
}

async function checkInterests(trial: WriteTrial, write: Write): Promise<void> {
  const { found } = trial.findings;
  const { json } = await trial.probe.ask({ endpoint: 'interestsV1' });
  const names = Object.entries(isRecord(json) ? json : {});
  const [id, name] = names.find(([, one]) => typeof one === 'string') ?? [];
  if (id !== undefined && typeof name === 'string') {
    const put = async (key: string, state: 'Set' | 'Unset') => {
      if (!isTaken(await write({ interests: { [key]: state } }))) return 'refused';
      const now = (await read(trial))?.interests;
      const isOn = Array.isArray(now) && now.includes(name);
      return isOn === (state === 'Set') ? 'done' : 'passed over';
    };
    found('interestByName', await put(name, 'Set'));
    await put(name, 'Unset');
    found('interestById', await put(id, 'Set'));
    await put(id, 'Unset');
    const unset = await put(name, 'Unset');
    found('interestUnset', unset, unset === 'refused' ? { unsetRefused: true } : {});
  }
  const unknown = isTaken(await write({ interests: { 'no such tag of anybody': 'Set' } }));
  found('interestUnknown', unknown ? 'passed over' : 'refused', unknown ? { unknownItems: 'ignored' } : {});
}
