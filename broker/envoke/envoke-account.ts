/**
 * The account that an access token belongs to: `GET /v1/settings`. There is little evidence that settings contain an
 * `id`. Without one, the broker derives an id from other settings.
 */
import { hash } from 'node:crypto';
import type { CallApi } from './api-call.ts';
import { EnvokeError } from './envoke-error.ts';
import { isRecord, readText } from './shape.ts';

/** Envoke does not document the form of an account's id, unlike a contact's. The id goes into claims and rows. */
const ACCOUNT_ID = /^[\x21-\x7e]{1,64}$/;
/**
 * Marks an id that the broker derived. Two accounts share it when all the settings that it is derived from are equal.
 */
const OWN_ID_PREFIX = 'own-';
const OWN_ID_CHARS = 32;
/** Settings that identify an account and do not change. */
const NAMING = ['name', 'account_name', 'company', 'email', 'domain', 'subdomain', 'website', 'external_id'];

export interface EnvokeAccount {
  /** Envoke's id, or one that the broker derived: see {@link isOwnAccountId}. */
  id: string;
  name: string;
}

/** Whether the broker derived this id because Envoke gave none. */
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

/**
 * Undefined when there is none. A number that JSON cannot represent exactly is not accepted: rounded, it would be
 * another account's id.
 */
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
