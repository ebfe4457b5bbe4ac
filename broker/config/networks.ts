/** The networks of trusted reverse proxies: explicit CIDR only. */
import { isIP } from 'node:net';

/**
 * IPv4-mapped IPv6 networks are refused: a mask applied to the wrong address family once made every address trusted
 * (CVE-2026-92395). Names such as "loopback" and networks that contain every address are refused too.
 */
export function parseNetworks(value: string, faults: string[]): string[] {
  const networks = value.split(/[\s,]+/).filter((network) => network !== '');
  networks.forEach((network, index) => {
    const fault = networkFault(network);
    if (fault !== undefined) faults.push(`TRUST_PROXY entry ${index + 1} ${fault}`);
  });
  return networks;
}

function networkFault(network: string): string | undefined {
  const [address = '', prefix, ...rest] = network.split('/');
  const family = isIP(address);
  if (family === 0 || prefix === undefined || rest.length > 0) {
    return 'must be a network in CIDR form, such as 10.0.0.0/8';
  }
  if (family === 6 && new URL(`http://[${address}]`).hostname.startsWith('[::ffff:')) {
    return 'must not be an IPv4-mapped IPv6 network; write the IPv4 network';
  }
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0;
  if (bits < 1 || bits > (family === 4 ? 32 : 128)) return 'has a prefix length that cannot be used';
  return undefined;
}
