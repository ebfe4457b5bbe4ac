/**
 * The account that an access token belongs to: `GET /v1/settings`. That it has an `id` is weakly evidenced, so one is made
 * of what there is where it has none.
 */
import { hash } from 'node:crypto';
import type { CallApi } from './api-call.ts';
import { EnvokeError } from './envoke-error.ts';
import { isRecord, readText } from './shape.ts';

/** What an account's id looks like is not documented, other than a contact's; it goes into claims and rows. */
const ACCOUNT_ID = /^[\x21-\x7e]{1,64}$/;
/** Marks an id that is not Envoke's; two accounts of which all that it is made of is the same would share it. */
const OWN_ID_PREFIX = 'own-';
const OWN_ID_CHARS = 32;
/** What names an account and stays the same. */
const NAMING = ['name', 'account_name', 'company', 'email', 'domain', 'subdomain', 'website', 'external_id'];

export interface EnvokeAccount {
  /** Envoke's, or one of our own: see {@link isOwnAccountId}. */
  id: string;
  name: string;
}

/** Whether the broker made this id because Envoke gave none. */
export function isOwnAccountId(id: string): boolean {
  return id.startsWith(OWN_ID_PREFIX);
}

export function askSettings(call: CallApi, accessToken: string): Promise<unknown> {
  return call(accessToken, { method: 'GET', path: '/v1/settings', endpoint: 'GET /v1/settings' });
}

export async function readAccount(call: CallApi, accessToken: string): Promise<EnvokeAccount> {
  return accountOf(await askSettings(call, accessToken));
}

/** @throws EnvokeError 'wrong-shape' */
function accountOf(json: unknown): EnvokeAccount {
  const settings = isRecord(json) && isRecord(json.result_data) ? json.result_data : json;
  if (!isRecord(settings)) throw new EnvokeError('wrong-shape', { code: 'settings' });
  const name = readText(settings.name) || readText(settings.account_name);
  return { id: idOf(settings.id) ?? idOf(settings.account_id) ?? ownId(settings), name };
}

/** Undefined when there is none. A number that JSON cannot hold exactly is no id: rounded, it would be another account's. */
function idOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const isExact = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
  const id = isExact || typeof value === 'string' ? String(value).trim() : '';
  if (ACCOUNT_ID.test(id) && !isOwnAccountId(id)) return id;
  throw new EnvokeError('wrong-shape', { code: 'settings' });
}

function ownId(settings: Record<string, unknown>): string {
  const facts = NAMING.map((key) => [key, readText(settings[key]).trim().toLowerCase()]);
  if (facts.every(([, value]) => value === '')) throw new EnvokeError('wrong-shape', { code: 'settings' });
  return OWN_ID_PREFIX + hash('sha256', JSON.stringify(facts), 'base64url').slice(0, OWN_ID_CHARS);
}
