/** Checks whether the headers of the proxy agree with TRUST_PROXY. Pure. */
import { BlockList, isIP } from 'node:net';
import { isLoopbackUrl } from '../../config/urls.ts';
import type { Config } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { SeenRequest } from './stand-in-broker.ts';

const { ok, warning, fail } = findingsOf('proxy');

export interface ProxySigns extends SeenRequest {
  /** Whether the client connected directly, without a proxy; undefined when unknown. */
  isDirect?: boolean;
}

export function judgeProxy(config: Pick<Config, 'trustProxy' | 'publicUrl'>, seen: ProxySigns): Finding[] {
  const forwarded = seen.headers['x-forwarded-for'] !== undefined;
  const address = seen.remoteAddress.replace(/^::ffff:/, '');
  const trusted = isTrusted(config.trustProxy, address);
  if (forwarded && !trusted)
    return [
      fail(
        `a proxy at ${address} forwards requests, but TRUST_PROXY does not hold it: all people count as one address, and share one limit.`,
        `Set TRUST_PROXY=${address}/${isIP(address) === 6 ? 128 : 32}`,
      ),
    ];
  if (!forwarded && trusted)
    return [
      fail(
        `the proxy at ${address} does not send X-Forwarded-For: all people count as one address, and share one limit.`,
        'Let the proxy set X-Forwarded-For to the address of the browser; see docs/deployment.md.',
      ),
    ];
  if (!forwarded && seen.isDirect === false) {
    // On one machine all addresses are the same, so they tell nothing.
    const judged = isLoopbackUrl(new URL(config.publicUrl)) ? warning : fail;
    return [
      judged(
        `something at ${address} passes requests on without X-Forwarded-For: all people count as one address, and share one limit.`,
        `Let it set X-Forwarded-For to the address of the browser, and set TRUST_PROXY=${address}/${isIP(address) === 6 ? 128 : 32}`,
      ),
    ];
  }
  if (config.trustProxy.length > 0 && !trusted)
    return [
      warning(
        `requests come from ${address}, which TRUST_PROXY does not hold.`,
        'Empty TRUST_PROXY when there is no proxy, so that nobody can pass for one.',
      ),
    ];
  return [
    ok(
      forwarded
        ? `the proxy at ${address} is trusted and forwards addresses.`
        : `none shows itself: requests come from ${address}.`,
    ),
  ];
}

function isTrusted(networks: readonly string[], address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    list.addSubnet(base, Number(bits), isIP(base) === 6 ? 'ipv6' : 'ipv4');
  }
  return list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
