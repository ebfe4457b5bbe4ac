/**
 * Checks the path from a browser to the broker, with the same requests as the extension. While the broker is stopped,
 * the doctor runs a broker in its place, so that it also sees the headers that the proxy adds.
 */
import { randomUUID } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { HEALTH_PATHS, OAUTH_PATHS } from '../../../shared/paths.ts';
import { isLoopbackUrl } from '../../config/urls.ts';
import type { Config } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';
import { ask } from './http-answer.ts';
import { judgeProxy } from './proxy-judge.ts';
import { walkSignIn } from './public-url-walk.ts';
import { type StandIn, standIn } from './stand-in-broker.ts';

const { ok, warning, fail } = findingsOf('public-url');
const TIMEOUT_MS = 10_000;
const WAY_FIX =
  'Check the name in DNS, the certificate, and that the proxy passes everything on to the broker.';

export async function checkPublicUrl(config: Config, now: () => number): Promise<Finding[]> {
  let listener: StandIn | undefined;
  try {
    listener = await standIn(config, now);
  } catch (error) {
    return [cannotListen(config, error)];
  }
  try {
    return listener === undefined
      ? await checkRunning(config, now)
      : await checkStopped(config, listener, now);
  } catch (error) {
    return [unreachable(config.publicUrl, error)];
  } finally {
    await listener?.close();
  }
}

function cannotListen({ host, port }: Config, error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
  return fail(
    `the broker cannot listen on ${host}:${port}: ${code}.`,
    'Let HOST be an address of this machine, and PORT a number that this user may take.',
  );
}

async function checkRunning(config: Config, now: () => number): Promise<Finding[]> {
  const { publicUrl, host, port } = config;
  const here = await issuerAt(`http://${hostToAsk(host)}:${port}`).catch(() => undefined);
  if (here === undefined)
    return [
      fail(
        `${host}:${port} is taken by another program, so the broker cannot start there.`,
        'Stop what listens there, or set another PORT, and let the proxy pass requests on to that one.',
      ),
    ];
  if (here !== publicUrl)
    return [
      fail(
        `a broker runs on ${host}:${port}, but as ${here}, and not as ${publicUrl}.`,
        'Restart it with these settings, or ask the doctor with those that it runs with.',
      ),
    ];
  const there = await issuerAt(publicUrl);
  if (there !== publicUrl)
    return [fail(`${publicUrl} does not answer as the broker that runs here.`, WAY_FIX)];
  return [
    ok(
      `a broker answers there as ${publicUrl}. Stop it and ask again to have the proxy's headers looked at.`,
    ),
    ...(await walkSignIn(config, now)),
  ];
}

async function checkStopped(config: Config, listener: StandIn, now: () => number): Promise<Finding[]> {
  const path = `${HEALTH_PATHS.live}?doctor=${randomUUID()}`;
  const { status, localPort } = await firstRequest(config.publicUrl + path);
  const seen = listener.requestTo(path);
  if (seen === undefined)
    return [
      fail(`${config.publicUrl} answers with ${status}, but the request did not arrive here.`, WAY_FIX),
    ];
  const isDirect = localPort !== undefined && localPort === seen.remotePort;
  return [
    ok(`requests to ${config.publicUrl} arrive here.`),
    ...(await walkSignIn(config, now)),
    ...judgeProxy(config, { ...seen, isDirect }),
  ];
}

/** An https URL always means that there is a proxy, since the broker speaks plain HTTP. */
async function firstRequest(url: string): Promise<{ status: number; localPort: number | undefined }> {
  if (!url.startsWith('http:')) return { status: (await ask(url, TIMEOUT_MS)).status, localPort: undefined };
  return new Promise((resolve, reject) => {
    const sent = plainRequest(url, { agent: false, timeout: TIMEOUT_MS }, (response) => {
      const { localPort } = response.socket;
      response.resume();
      response.once('close', () => resolve({ status: response.statusCode ?? 0, localPort }));
    });
    sent.once('timeout', () => sent.destroy(new Error('timeout')));
    sent.once('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code ?? error.message)));
    sent.end();
  });
}

/** The issuer that the broker at this address reports; undefined when no broker answers. */
async function issuerAt(origin: string): Promise<string | undefined> {
  const { status, body } = await ask(origin + OAUTH_PATHS.metadata, TIMEOUT_MS);
  if (status !== 200) return undefined;
  try {
    const metadata: unknown = JSON.parse(body);
    const issuer =
      typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'issuer') : undefined;
    return typeof issuer === 'string' ? issuer : undefined;
  } catch {
    return undefined;
  }
}

/** The address to call when the broker listens on all addresses. */
function hostToAsk(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function unreachable(publicUrl: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : 'unknown';
  const message = `${publicUrl} cannot be reached from this machine: ${reason}.`;
  // On some networks a machine cannot reach its own public address.
  return isLoopbackUrl(new URL(publicUrl)) ? fail(message, WAY_FIX) : warning(message, WAY_FIX);
}
