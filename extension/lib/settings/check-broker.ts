/** Checks whether a broker is at an address, by its metadata. @see RFC 8414 section 3.3 */
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { isObject } from '../storage/guards.ts';
import { parseBrokerUrl } from './broker-url.ts';

export type BrokerCheck = 'ok' | 'not-an-address' | 'unreachable' | 'not-a-broker';

const CHECK_TIMEOUT_MS = 8_000;

export async function checkBroker(address: string, fetch: typeof globalThis.fetch): Promise<BrokerCheck> {
  const brokerUrl = parseBrokerUrl(address);
  if (brokerUrl === null) return 'not-an-address';
  try {
    const response = await fetch(brokerUrl + OAUTH_PATHS.metadata, {
      signal: AbortSignal.timeout(CHECK_TIMEOUT_MS),
      cache: 'no-store',
      redirect: 'error',
      credentials: 'omit',
    });
    const metadata: unknown = await response.json().catch(() => null);
    return response.ok && isObject(metadata) && metadata.issuer === brokerUrl ? 'ok' : 'not-a-broker';
  } catch {
    return 'unreachable';
  }
}
