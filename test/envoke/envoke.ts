/**
 * A stand-in for Envoke, built from what is publicly known of it: a real HTTP server with the authorize pages, the postback
 * endpoint and the API. Strict where the real one is known to be, switchable (`modes`) where it is not known.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Account, createAccount } from './accounts/account.ts';
import { answerApi } from './api/api.ts';
import { type Clock, createClock } from './clock.ts';
import { answerControl } from './control.ts';
import type { Answer } from './http/answer.ts';
import { json } from './http/answer.ts';
import { type Incoming, readIncoming } from './http/incoming.ts';
import { createRequestLog, type RequestLog } from './http/request-log.ts';
import { bodyOf, send } from './http/sending.ts';
import { answerOnLine } from './modes/line.ts';
import { createModes, type Modes } from './modes/modes.ts';
import { createRateLimiter, type Pace } from './modes/pace.ts';
import { answerAuthorize } from './oauth/authorize.ts';
import type { Client } from './oauth/client.ts';
import { createGrants, type Grants } from './oauth/grants.ts';
import { createLoginSessions, type LoginSessions } from './oauth/login-sessions.ts';
import { answerTokenRequest, TOKEN_PATH } from './oauth/token.ts';
import { type EnvokeOptions, withDefaults } from './options.ts';
import { seedAccount } from './seeds/contacts.ts';
import { TRY_OUT_PATH, tryOutPage } from './try-out/page.ts';
import { knownPeople } from './try-out/people.ts';

const AUTHORIZE_PATH = '/ext/oauth/authorize';

export interface Envoke {
  /** Origin, without a trailing slash; the API's base too. */
  readonly url: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly clients: readonly Client[];
  /** The accounts with their contacts and lists; tests read and change them directly. */
  readonly accounts: readonly Account[];
  readonly modes: Modes;
  readonly requests: RequestLog;
  /** Codes and access tokens: lists all, issues one without the pages, withdraws them. */
  readonly grants: Grants;
  /** An access token for an account (the first one otherwise), as if someone had authorized. */
  issueAccessToken(accountId?: string): string;
  close(): Promise<void>;
}

interface World {
  readonly clients: readonly Client[];
  readonly accounts: readonly Account[];
  readonly modes: Modes;
  readonly pace: Pace;
  readonly requests: RequestLog;
  readonly grants: Grants;
  readonly logins: LoginSessions;
  readonly clock: Clock;
  readonly latencyMs: number;
}

/** Starts a stand-in; rejects when the port is taken. */
export async function createEnvoke(options: EnvokeOptions = {}): Promise<Envoke> {
  const settings = withDefaults(options);
  const world = createWorld(settings);
  const server = createServer((request, response) => {
    answer(request, response, world).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${settings.host}:${port}`;
  const { clients, accounts, modes, requests, grants } = world;
  return {
    url,
    authorizeUrl: `${url}${AUTHORIZE_PATH}`,
    tokenUrl: `${url}${TOKEN_PATH}`,
    clients,
    accounts,
    modes,
    requests,
    grants,
    issueAccessToken: (accountId = accounts[0]?.id ?? '') =>
      grants.issueAccessToken({ clientId: clients[0]?.clientId ?? '', accountId, loginEmail: '' }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function createWorld({ clients, accounts, seed, now, latencyMs }: ReturnType<typeof withDefaults>): World {
  const clock = createClock(now);
  const filled = accounts.map((options, index) => {
    const account = createAccount(options);
    seedAccount(account, seed + index, clock);
    return account;
  });
  return {
    clients,
    accounts: filled,
    modes: createModes(),
    pace: createRateLimiter(),
    requests: createRequestLog(),
    grants: createGrants(now),
    logins: createLoginSessions(),
    clock,
    latencyMs,
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const call = await readIncoming(request);
  if (call.path.startsWith('/control/')) return sendWhole(response, answerControl(call, world));
  if (call.path === TRY_OUT_PATH) return sendWhole(response, answerTryOut(world));
  world.requests.record(call, world.clock.now());
  if (call.path === AUTHORIZE_PATH) return sendWhole(response, answerAuthorize(call, world));
  return answerOnLine(call, response, () => answerMachine(call, world), world);
}

function answerMachine(call: Incoming, world: World): Answer {
  if (call.path === TOKEN_PATH) return answerTokenRequest(call, world);
  if (/^\/v[12]\//.test(call.path)) return answerApi(call, world);
  return json({ success: false, result_text: 'Not found', result_data: [] }, 404);
}

function answerTryOut({ accounts: [first], clock }: World): Answer {
  return tryOutPage(first === undefined ? [] : knownPeople(first, clock.local(clock.now())));
}

function sendWhole(response: ServerResponse, given: Answer): Promise<void> {
  return send(response, given, bodyOf(given), 'whole');
}
