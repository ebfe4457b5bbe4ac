/** Checks 1 to 3: authorize, through a browser and a callback on this machine, and what Envoke returns for the code. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Config } from '../../config.ts';
import type { EnvokeConfig } from '../../envoke/envoke-config.ts';
import { isRecord } from '../../envoke/shape.ts';
import type { Terminal } from '../command.ts';
import { ask as askOnce, type HttpAnswer } from '../doctor/http-answer.ts';
import type { Findings } from './findings.ts';
import { EnvokeNotReached } from './probe.ts';

const LONG = 592;
const SHORT = 32;
/** Time to log in, perhaps with a second factor, and to authorize. */
const SIGN_IN_MAX_MS = 600_000;

/** Orders of the parameters: as RESTer sends them, which Envoke's article recommends, and as Envoke's own code does. */
const ORDERS = {
  any: ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret'],
  strict: ['grant_type', 'code', 'client_id', 'client_secret', 'redirect_uri'],
} as const;

export interface SignedIn {
  accessToken: string;
  code: string;
}

/** @returns undefined when Envoke gave no token */
export async function checkSignIn(
  config: Config,
  terminal: Terminal,
  findings: Findings,
): Promise<SignedIn | undefined> {
  const { envoke } = config;
  const state = await checkAuthorize(envoke, findings);
  const callback = await visit(config, terminal, state);
  const code = callback.get('code');
  judgeState(findings, state, callback.get('state'));
  if (code === null) {
    terminal.complain('Envoke sent the browser back without a code.');
    return undefined;
  }
  for (const order of ['any', 'strict'] as const) {
    const answer = await exchange(envoke, code, ORDERS[order]);
    const accessToken = judgeToken(answer, findings);
    if (accessToken === undefined) continue;
    findings.found('tokenOrder', order, order === 'strict' ? { tokenOrder: order } : {});
    return { accessToken, code };
  }
  terminal.complain('Envoke gave no token for its code: run `npm run broker -- doctor`, then this again.');
  return undefined;
}

/** The longest state that Envoke's page accepts. */
async function checkAuthorize(config: EnvokeConfig, { found }: Findings): Promise<string | undefined> {
  const isTaken = async (state: string | undefined) =>
    (await ask(authorizeUrl(config, state), config.deadlineMs)).status < 400;
  const [long, short] = ['l'.repeat(LONG), 's'.repeat(SHORT)];
  const [takesLong, takesShort, takesNone] = [
    await isTaken(long),
    await isTaken(short),
    await isTaken(undefined),
  ];
  if (takesLong) found('stateAtAuthorize', 'taken');
  else if (takesShort) found('stateAtAuthorize', 'refused if long');
  else if (takesNone) found('stateAtAuthorize', 'refused', { stateRefused: true });
  return takesLong ? long : takesShort ? short : undefined;
}

/** @throws EnvokeNotReached */
async function ask(...request: Parameters<typeof askOnce>): Promise<HttpAnswer> {
  try {
    return await askOnce(...request);
  } catch (error) {
    throw new EnvokeNotReached(error instanceof Error ? error.message : 'unknown');
  }
}

function authorizeUrl(config: EnvokeConfig, state: string | undefined): string {
  const query = new URLSearchParams({ response_type: 'code', client_id: config.clientId, scope: 'all' });
  query.set('redirect_uri', config.redirectUri);
  if (state !== undefined) query.set('state', state);
  return `${config.authorizeUrl}?${query}`;
}

/** Listens at the broker's address for one answer of Envoke. */
async function visit(
  config: Config,
  terminal: Terminal,
  state: string | undefined,
): Promise<URLSearchParams> {
  const { pathname } = new URL(config.envoke.redirectUri);
  const answered = Promise.withResolvers<URLSearchParams>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', config.publicUrl);
    if (url.pathname !== pathname) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end('Done: you may close this window. C’est fait : vous pouvez fermer cette fenêtre.');
    answered.resolve(url.searchParams);
  });
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const timer = setTimeout(() => answered.reject(new EnvokeNotReached('nobody signed in')), SIGN_IN_MAX_MS);
  try {
    terminal.print('Open this in a browser, log in to Envoke and authorize:');
    terminal.print(authorizeUrl(config.envoke, state));
    return await answered.promise;
  } finally {
    clearTimeout(timer);
    server.close();
    server.closeAllConnections();
  }
}

function judgeState({ found }: Findings, sent: string | undefined, back: string | null): void {
  if (sent === undefined) return;
  if (back === null) found('stateBack', 'none', { stateDropped: true });
  else if (back === sent) found('stateBack', 'whole');
  else if (back !== '' && sent.startsWith(back)) found('stateBack', 'cut', { stateMaxChars: back.length });
  else found('stateBack', 'another');
}

function exchange(config: EnvokeConfig, code: string, order: readonly string[]): Promise<HttpAnswer> {
  const values: Readonly<Record<string, string>> = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: config.redirectUri,
    client_id: config.clientId,
    client_secret: config.clientSecret,
  };
  return ask(config.tokenUrl, config.deadlineMs, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(order.map((name) => [name, values[name] ?? ''])).toString(),
  });
}

function judgeToken({ status, body }: HttpAnswer, { found }: Findings): string | undefined {
  const json = parsed(body);
  const isNested = isRecord(json) && json.access_token === undefined && isRecord(json.result_data);
  const grant = isNested ? json.result_data : json;
  if (status >= 400 || !isRecord(grant) || typeof grant.access_token !== 'string') return undefined;
  const kind = typeof grant.expires_in;
  const isBare = grant.token_type === undefined && kind === 'undefined';
  const usual = kind === 'number' ? 'full' : kind === 'string' ? 'text' : 'other';
  const word = isNested ? 'nested' : isBare ? 'access_token' : usual;
  found('tokenKeys', word, word === 'full' || word === 'other' ? {} : { tokenAnswer: word });
  return grant.access_token;
}

/** Runs last: when a code is used twice, a server may end the token that it gave for it (RFC 6749 section 4.1.2). */
export async function checkCodeAgain(
  config: EnvokeConfig,
  { found }: Findings,
  { accessToken, code }: SignedIn,
): Promise<void> {
  const again = await exchange(config, code, ORDERS.strict);
  if (judgeToken(again, { found: () => {}, wordOf: () => '', modes: {} }) !== undefined)
    return found('codeAgain', 'taken');
  const settings = await ask(`${config.apiUrl}/v1/settings`, config.deadlineMs, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const isGood = settings.status === 200 && isRecord(parsed(settings.body));
  found('codeAgain', isGood ? 'refused' : 'ends the token');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
