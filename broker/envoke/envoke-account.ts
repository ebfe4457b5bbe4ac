/** The account that an access token belongs to: `GET /v1/settings`. */
import type { CallApi } from './api-call.ts';
import { EnvokeError } from './envoke-error.ts';
import { isRecord, readText } from './shape.ts';

/** What an account's id looks like is not documented, other than a contact's; it goes into claims and rows. */
const ACCOUNT_ID = /^[\x21-\x7e]{1,64}$/;

export interface EnvokeAccount {
  id: string;
  name: string;
}

export function askSettings(call: CallApi, accessToken: string): Promise<unknown> {
  return call(accessToken, { method: 'GET', path: '/v1/settings', endpoint: 'GET /v1/settings' });
}

export async function readAccount(call: CallApi, accessToken: string): Promise<EnvokeAccount> {
  const json = await askSettings(call, accessToken);
  if (!isRecord(json)) throw new EnvokeError('wrong-shape', { code: 'settings' });
  const id = readText(json.id).trim();
  if (!ACCOUNT_ID.test(id)) throw new EnvokeError('wrong-shape', { code: 'settings' });
  return { id, name: readText(json.name) };
}
