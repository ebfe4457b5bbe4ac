/**
 * The way from a browser to the broker. While the broker is stopped, the doctor stands in its place for one request to
 * the public URL, so that it sees what the proxy adds; while it runs, only its metadata can be asked for.
 */
import { randomUUID } from 'node:crypto';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { isLoopbackUrl } from '../../config/urls.ts';
import type { Config } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';
import { ask } from './http-answer.ts';
import { judgeProxy } from './proxy-judge.ts';
import { type Listener, listenInPlace } from './stand-in-listener.ts';

const { ok, warning, fail } = findingsOf('public-url');
const TIMEOUT_MS = 10_000;
const WAY_FIX =
  'Check the name in DNS, the certificate, and that the proxy passes everything on to the broker.';

export async function checkPublicUrl(config: Config): Promise<Finding[]> {
  let listener: Listener | undefined;
  try {
    listener = await listenInPlace(config.host, config.port);
  } catch (error) {
    return [cannotListen(config, error)];
  }
  if (listener === undefined) return [await checkRunning(config.publicUrl)];
  try {
    return await checkStopped(config, listener);
  } finally {
    await listener.close();
  }
}

function cannotListen({ host, port }: Config, error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
  return fail(
    `the broker cannot listen on ${host}:${port}: ${code}.`,
    'Let HOST be an address of this machine, and PORT a number that this user may take.',
  );
}

async function checkRunning(publicUrl: string): Promise<Finding> {
  try {
    const { status, body } = await ask(publicUrl + OAUTH_PATHS.metadata, TIMEOUT_MS);
    if (status === 200 && issuerOf(body) === publicUrl)
      return ok(
        `a broker answers there as ${publicUrl}. Stop it and ask again to have the proxy's headers looked at.`,
      );
    return fail(`${publicUrl} answers with ${status}, and not as this broker.`, WAY_FIX);
  } catch (error) {
    return unreachable(publicUrl, error);
  }
}

async function checkStopped(config: Config, listener: Listener): Promise<Finding[]> {
  const path = `/doctor-${randomUUID()}`;
  try {
    const { status } = await ask(config.publicUrl + path, TIMEOUT_MS);
    const seen = listener.requestTo(path);
    if (seen === undefined)
      return [
        fail(`${config.publicUrl} answers with ${status}, but the request did not arrive here.`, WAY_FIX),
      ];
    return [ok(`requests to ${config.publicUrl} arrive here.`), ...judgeProxy(config, seen)];
  } catch (error) {
    return [unreachable(config.publicUrl, error)];
  }
}

function unreachable(publicUrl: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : 'unknown';
  const message = `${publicUrl} cannot be reached from this machine: ${reason}.`;
  // Some networks do not let a machine reach its own public address.
  return isLoopbackUrl(new URL(publicUrl)) ? fail(message, WAY_FIX) : warning(message, WAY_FIX);
}

function issuerOf(body: string): unknown {
  try {
    const metadata: unknown = JSON.parse(body);
    return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'issuer') : undefined;
  } catch {
    return undefined;
  }
}
