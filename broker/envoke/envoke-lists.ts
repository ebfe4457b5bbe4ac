/** The lists of an account: tags and subscriptions ("interests"), and custom fields. */
import type { CallApi } from './api-call.ts';
import { EnvokeError, type EnvokeReason, isEnvokeError } from './envoke-error.ts';
import { isRecord, readId, readMap, readText } from './shape.ts';

/** v2 lists return at most 100 entries a page, like all of Envoke's lists. */
const PAGE = 100;
/** Pages read of one list: 2,000 tags and subscriptions. */
const PAGES_MAX = 20;

/** Reasons that say nothing about v2: v1 would fail too. */
const NOT_ABOUT_V2: ReadonlySet<EnvokeReason> = new Set([
  'unreachable',
  'timeout',
  'rate-limited',
  'queue-full',
  'given-up',
]);

export interface Interest {
  id: string;
  name: string;
  kind: 'tag' | 'subscription' | 'unknown';
  /** Only present when Envoke has the name in both languages. */
  display_names?: { en: string; fr: string };
}

/** `type` of v2: "interest" is documented for tags, "tag" is what its own filter calls them. */
const KINDS: ReadonlyMap<unknown, Interest['kind']> = new Map([
  ['interest', 'tag'],
  ['tag', 'tag'],
  ['subscription', 'subscription'],
]);

/**
 * v2 distinguishes tags from subscriptions. Envoke does not document whether v2 accepts OAuth tokens, so v1 is the
 * fallback.
 */
export async function listInterests(call: CallApi, accessToken: string): Promise<Interest[]> {
  const typed = await listTypedInterests(call, accessToken);
  if (Array.isArray(typed)) return typed;
  if (NOT_ABOUT_V2.has(typed.reason)) throw typed;
  const named = await listNamedInterests(call, accessToken);
  if (typed.reason !== 'unauthorized') return named;
  // v1 has shown that the token is valid, so the 401 was possibly one of Envoke's temporary ones.
  const again = await listTypedInterests(call, accessToken);
  return Array.isArray(again) ? again : named;
}

/** v1 does not distinguish the two kinds. */
async function listNamedInterests(call: CallApi, accessToken: string): Promise<Interest[]> {
  const endpoint = 'GET /v1/interests';
  const json = await call(accessToken, { method: 'GET', path: '/v1/interests', endpoint });
  const names = readMap(json);
  if (names === undefined || Object.values(names).some((name) => typeof name !== 'string')) {
    throw new EnvokeError('wrong-shape', { code: 'interests' });
  }
  return Object.entries(names).map(([id, name]) => ({ id, name: readText(name), kind: 'unknown' }));
}

/** The list, or the reason why v2 does not return it. */
async function listTypedInterests(call: CallApi, accessToken: string): Promise<Interest[] | EnvokeError> {
  try {
    return await readTypedInterests(call, accessToken);
  } catch (error) {
    if (!isEnvokeError(error)) throw error;
    return error;
  }
}

async function readTypedInterests(call: CallApi, accessToken: string): Promise<Interest[]> {
  const interests = new Map<string, Interest>();
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const path = `/v2/interests?limit=${PAGE}&skip=${page * PAGE}`;
    const json = await call(accessToken, { method: 'GET', path, endpoint: 'GET /v2/interests', once: true });
    if (!Array.isArray(json)) throw new EnvokeError('wrong-shape', { code: 'interests' });
    const before = interests.size;
    for (const interest of json.map(readInterest)) interests.set(interest.id, interest);
    // The older documentation of this list has no paging; a server that ignores paging returns the same page again.
    if (json.length !== PAGE || interests.size === before) break;
  }
  return [...interests.values()];
}

function readInterest(json: unknown): Interest {
  const item = isRecord(json) ? json : {};
  const id = readId(item.id);
  if (id === undefined) throw new EnvokeError('wrong-shape', { code: 'interest' });
  const interest: Interest = { id, name: readText(item.name), kind: KINDS.get(item.type) ?? 'unknown' };
  const display = isRecord(item.display_names) ? item.display_names : {};
  const [en, fr] = [readText(display.en), readText(display.fr)];
  return en === '' || fr === '' ? interest : { ...interest, display_names: { en, fr } };
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
