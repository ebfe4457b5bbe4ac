/** What an account has to choose from: tags and subscriptions ("interests"), custom fields. */
import type { CallApi } from './api-call.ts';
import { EnvokeError, type EnvokeReason, isEnvokeError } from './envoke-error.ts';
import { isRecord, readId, readMap, readText } from './shape.ts';

/** v2 lists hold 100 at most a page, as all of Envoke's. */
const PAGE = 100;
/** Pages read of one list: 2,000 tags and subscriptions. */
const PAGES_MAX = 20;

/** Answers that say something about v2, and not about Envoke as a whole. */
const V2_REFUSALS: ReadonlySet<EnvokeReason> = new Set([
  'unauthorized',
  'forbidden',
  'not-found',
  'rejected',
  'wrong-shape',
]);

export interface Interest {
  id: string;
  name: string;
  kind: 'tag' | 'subscription' | 'unknown';
}

/** v2 says which is a tag and which a subscription; whether it takes OAuth tokens is not documented, so v1 is the fallback. */
export async function listInterests(call: CallApi, accessToken: string): Promise<Interest[]> {
  try {
    return await listTypedInterests(call, accessToken);
  } catch (error) {
    if (!isEnvokeError(error) || !V2_REFUSALS.has(error.reason)) throw error;
  }
  const endpoint = 'GET /v1/interests';
  const json = await call(accessToken, { method: 'GET', path: '/v1/interests', endpoint });
  const names = readMap(json);
  if (names === undefined || Object.values(names).some((name) => typeof name !== 'string')) {
    throw new EnvokeError('wrong-shape', { code: 'interests' });
  }
  return Object.entries(names).map(([id, name]) => ({ id, name: readText(name), kind: 'unknown' }));
}

async function listTypedInterests(call: CallApi, accessToken: string): Promise<Interest[]> {
  const interests: Interest[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const path = `/v2/interests?limit=${PAGE}&skip=${page * PAGE}`;
    const json = await call(accessToken, { method: 'GET', path, endpoint: 'GET /v2/interests', once: true });
    if (!Array.isArray(json)) throw new EnvokeError('wrong-shape', { code: 'interests' });
    interests.push(...json.map(readInterest));
    if (json.length !== PAGE) break;
  }
  return interests;
}

function readInterest(json: unknown): Interest {
  const item = isRecord(json) ? json : {};
  const id = readId(item.id);
  if (id === undefined) throw new EnvokeError('wrong-shape', { code: 'interest' });
  const kind = item.type === 'subscription' ? 'subscription' : item.type === 'interest' ? 'tag' : 'unknown';
  return { id, name: readText(item.name), kind };
}

/** Names of the account's custom fields: the values of a map or of a list. */
export async function listCustomFields(call: CallApi, accessToken: string): Promise<string[]> {
  const endpoint = 'GET /v1/customfields';
  const json = await call(accessToken, { method: 'GET', path: '/v1/customfields', endpoint });
  const names = Array.isArray(json) ? json : Object.values(readMap(json) ?? { wrong: undefined });
  if (names.some((name) => typeof name !== 'string')) {
    throw new EnvokeError('wrong-shape', { code: 'custom fields' });
  }
  return names.filter((name): name is string => typeof name === 'string' && name !== '');
}
