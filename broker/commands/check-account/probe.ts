/**
 * Sends the requests of `check-account` one by one, slowly, and keeps every part of an answer that a check may need.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import type { EnvokeConfig } from '../../envoke/envoke-config.ts';
import { isRecord } from '../../envoke/shape.ts';
import { isRefusal } from '../../envoke/status.ts';

/** How often a request is tried again when Envoke refused it only because of the pace. */
const TRIES_MAX = 3;
const WAIT_MS = 1_200;
const WAIT_MAX_MS = 60_000;

/** Endpoints, by the name that a report gives them. */
export const ENDPOINTS = {
  settings: '/v1/settings',
  contacts: '/v1/contacts',
  interestsV1: '/v1/interests',
  interestsV2: '/v2/interests',
  tagsV2: '/v2/tags',
  subscriptionsV2: '/v2/subscriptions',
  customFieldsV1: '/v1/customfields',
  customFieldsV2: '/v2/customfields',
  autorespondersV1: '/v1/autoresponders',
} as const;
export type Endpoint = keyof typeof ENDPOINTS;

/** Fields that Envoke documents for reading a contact. */
export const CONTACT_KEYS: readonly string[] = [
  ...['id', 'remote_id', 'external_id', 'date_created', ...CONTACT_FIELDS, 'feedback'],
  ...['consent_status', 'consent_description', 'consent_effective_date', 'consent_expiry'],
  ...['custom_fields', 'interests', 'autoresponders'],
];

export interface Seen {
  endpoint: Endpoint;
  method: 'GET' | 'POST' | 'PATCH';
  status: number;
  mediaType: string;
  headers: Headers;
  /** The parsed JSON; undefined when the answer contains none. */
  json: unknown;
  /** Whether other text came before the JSON. */
  hadNotices: boolean;
}

interface ProbeRequest {
  endpoint: Endpoint;
  /** Appended to the endpoint's path: an id or a query. */
  rest?: string;
  method?: Seen['method'];
  body?: unknown;
  /** A token to send instead of the valid one; `''` sends none. */
  token?: string;
  /** Sends without a pause and does not retry. */
  hurried?: boolean;
}

/** Envoke gave no answer; the message gives the cause in a word. */
export class EnvokeNotReached extends Error {
  override readonly name = 'EnvokeNotReached';
}

export interface Probe {
  ask(request: ProbeRequest): Promise<Seen>;
  /** All answers so far. */
  readonly seen: readonly Seen[];
}

/** @throws EnvokeNotReached */
export function createProbe(config: EnvokeConfig, accessToken: string): Probe {
  const seen: Seen[] = [];
  const pauseMs = 1_000 / config.requestsPerSecond;

  const send = async (request: ProbeRequest): Promise<Seen> => {
    const { endpoint, rest = '', method = 'GET', body, token = accessToken } = request;
    const { response, text } = await fetchText(`${config.apiUrl}${ENDPOINTS[endpoint]}${rest}`, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(config.deadlineMs),
    });
    const { status, headers } = response;
    const mediaType = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const answer = { endpoint, method, status, mediaType, headers, ...parsed(text) };
    seen.push(answer);
    return answer;
  };

  return {
    seen,
    async ask(request) {
      for (let tries = 1; ; tries += 1) {
        if (request.hurried !== true) await sleep(pauseMs);
        const answer = await send(request);
        const isGood = request.token === undefined && request.hurried !== true;
        const mayPass = answer.status === 429 || (answer.status === 401 && isGood);
        if (!mayPass || tries >= TRIES_MAX || !isGood) return answer;
        const asked = Number(answer.headers.get('retry-after'));
        await sleep(Math.min(asked > 0 ? asked * 1_000 : WAIT_MS, WAIT_MAX_MS));
      }
    },
  };
}

async function fetchText(url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, init);
    return { response, text: (await response.text()).replace(/^\uFEFF/, '').trim() };
  } catch (error) {
    throw new EnvokeNotReached(error instanceof Error ? error.name : 'unknown');
  }
}

function parsed(text: string): { json: unknown; hadNotices: boolean } {
  const start = text.search(/[[{]/);
  for (const from of start > 0 ? [0, start] : [0]) {
    try {
      return { json: JSON.parse(text.slice(from)), hadNotices: from > 0 };
    } catch {
      // Try again from the next start.
    }
  }
  return { json: undefined, hadNotices: false };
}

/** Whether Envoke carried out the request. */
export function isTaken({ status, json }: Seen): boolean {
  return status >= 200 && status < 300 && json !== undefined && !isRefusal(json);
}

/** The contacts of a list; undefined when the answer is not a list of contacts. */
export function contactsOf(answer: Seen): Record<string, unknown>[] | undefined {
  const { json } = answer;
  return isTaken(answer) && Array.isArray(json) ? json.filter(isRecord) : undefined;
}
