/** The account that an access token belongs to: `GET /v1/settings`. */
import type { CallApi } from './api-call.ts';
import { EnvokeError } from './envoke-error.ts';
import { isRecord, readId, readText } from './shape.ts';

export interface EnvokeAccount {
  id: string;
  name: string;
}

export async function readAccount(call: CallApi, accessToken: string): Promise<EnvokeAccount> {
  const json = await call(accessToken, { method: 'GET', path: '/v1/settings', endpoint: 'GET /v1/settings' });
  const id = isRecord(json) ? readId(json.id) : undefined;
  if (!isRecord(json) || id === undefined) throw new EnvokeError('wrong-shape', { code: 'settings' });
  return { id, name: readText(json.name) };
}
