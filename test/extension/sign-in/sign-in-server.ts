/** The broker's side of a sign-in, as far as the tests need it: PAR, token, account and revocation, with its checks. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { TAB_GRANT_TYPE } from '../../../shared/client.ts';
import { type StubBroker, type StubRequest, sendJson, sendProblem, startStubBroker } from '../stub-broker.ts';

export const REDIRECT_URI = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

export interface SignInServer {
  broker: StubBroker;
  /** Tokens that were given out and not revoked. */
  sessions: string[];
  accountId: string;
  /** The parameters of the token requests. */
  asked: Record<string, string>[];
  /** Answers that replace the usual ones, by path. */
  instead: Map<string, (response: ServerResponse) => unknown>;
  /** Where the window ends when the person authorizes. */
  authorize(url: string): string;
  /** The browser opens the start URL. */
  visit(url: string): void;
  /** Envoke answers a sign-in in a tab: with a code, or with an error. */
  answerTab(url: string, error?: string): void;
  close(): Promise<void>;
}

export async function startSignInServer(): Promise<SignInServer> {
  const pushed = new Map<string, URLSearchParams>();
  const thumbprints = new Map<string, string>();
  const opened = new Set<string>();
  const answers = new Map<string, string | undefined>();
  const requestUriOf = (url: string) => new URL(url).searchParams.get('request_uri') ?? '';
  const server: Omit<SignInServer, 'broker'> & { broker?: StubBroker } = {
    sessions: [],
    accountId: '7',
    asked: [],
    instead: new Map(),
    authorize: (url) => {
      const requestUri = new URL(url).searchParams.get('request_uri') ?? '';
      const answer = new URL(REDIRECT_URI);
      answer.searchParams.set('code', `code-of-${requestUri}`);
      answer.searchParams.set('state', pushed.get(requestUri)?.get('state') ?? '');
      answer.searchParams.set('iss', new URL(url).origin);
      return answer.href;
    },
    visit: (url) => void opened.add(requestUriOf(url)),
    answerTab: (url, error) => void answers.set(requestUriOf(url), error),
    close: async () => undefined,
  };
  const thumbprintOf = async ({ headers }: StubRequest) => {
    const { protectedHeader } = await jwtVerify(String(headers.dpop), EmbeddedJWK, { typ: 'dpop+jwt' });
    if (protectedHeader.jwk === undefined) throw new Error('no key in the proof');
    return calculateJwkThumbprint(protectedHeader.jwk);
  };
  const routes: Record<string, (request: StubRequest, response: ServerResponse) => Promise<unknown>> = {
    '/oauth/par': async (request, response) => {
      const requestUri = `urn:request:${pushed.size}`;
      pushed.set(requestUri, new URLSearchParams(request.body));
      thumbprints.set(requestUri, await thumbprintOf(request));
      sendJson(response, 201, { request_uri: requestUri, expires_in: 600 });
    },
    '/oauth/token': async (request, response) => {
      const asked = new URLSearchParams(request.body);
      server.asked.push(Object.fromEntries(asked));
      const isTab = asked.get('grant_type') === TAB_GRANT_TYPE;
      const challenge = createHash('sha256')
        .update(asked.get('code_verifier') ?? '')
        .digest('base64url');
      const ofVerifier = [...pushed].find(([, form]) => form.get('code_challenge') === challenge)?.[0];
      const requestUri = (isTab ? ofVerifier : asked.get('code')?.replace('code-of-', '')) ?? '';
      const isProven =
        pushed.get(requestUri)?.get('code_challenge') === challenge &&
        thumbprints.get(requestUri) === (await thumbprintOf(request)) &&
        asked.get('redirect_uri') === pushed.get(requestUri)?.get('redirect_uri');
      if (!isProven) return sendJson(response, 400, { error: 'invalid_grant' });
      const error = answers.get(requestUri);
      if (isTab && error !== undefined) return sendJson(response, 400, { error });
      if (isTab && !answers.delete(requestUri)) {
        const isOpened = opened.has(requestUri);
        return sendJson(response, 400, { error: 'authorization_pending', opened: isOpened });
      }
      const token = `session-${server.sessions.length + 1}-${requestUri}`;
      server.sessions.push(token);
      sendJson(response, 200, {
        access_token: token,
        token_type: 'DPoP',
        expires_in: 3600,
        scope: 'contacts',
      });
    },
    '/v1/account': async ({ headers }, response) => {
      const isKnown = server.sessions.includes(String(headers.authorization).replace('DPoP ', ''));
      if (!isKnown) return sendProblem(response, 'session-ended');
      sendJson(response, 200, {
        id: server.accountId,
        name: 'Try-out Association',
        connection_expires_at: 1_820_000_000,
        session: { id: 's', expires_at: 1_820_000_000, idle_expires_at: 1_800_000_000 },
      });
    },
    '/oauth/revoke': async ({ body }, response) => {
      const token = new URLSearchParams(body).get('token');
      server.sessions = server.sessions.filter((session) => session !== token);
      response.writeHead(200).end();
    },
  };
  const broker = await startStubBroker(async (request, response) => {
    const instead = server.instead.get(request.url);
    if (instead === undefined) await routes[request.url]?.(request, response);
    else instead(response);
  });
  return Object.assign(server, { broker, close: broker.close });
}
