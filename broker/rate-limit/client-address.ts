/** The address of the caller: parses all forms of forwarding headers into one form. Pure. */
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/**
 * The address in one element of `X-Forwarded-For` or `Forwarded`: with or without a port, in brackets, in quotes, with
 * a zone. Azure Application Gateway writes `203.0.113.8:40001`, others `[2001:db8::1]:443`.
 * @returns undefined for an element that is not an address: `unknown`, `_hidden` (RFC 7239 section 6), a host name
 */
export function parseAddress(written: string | undefined): string | undefined {
  if (written === undefined || isIPv4(written)) return written;
  const plain = written.trim().replace(/^"(.*)"$/, '$1');
  const bare =
    /^\[([^\]]+)\](?::\d{1,5})?$/.exec(plain)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(plain)?.[1] ?? plain;
  const [address = ''] = bare.split('%');
  return isIP(address) === 0 ? undefined : address;
}

/** Whether an address, in any form, belongs to a trusted proxy. @param networks in CIDR form */
export function createProxyTrust(networks: readonly string[]): (written: string) => boolean {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    trusted.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return (written) => {
    const address = parseAddress(written);
    if (address === undefined) return false;
    const plain = unmapped(address);
    return trusted.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}

/**
 * The address that counts as one caller: the farthest one that a chain of trusted proxies reports. If that is not an
 * address, the address of the proxy that reported it.
 * @param chain from the socket's own address outwards, the trusted part and one more; the socket's address is undefined
 *   when the caller has disconnected
 */
export function clientSubject(chain: readonly (string | undefined)[]): string {
  const known = chain.map(parseAddress).filter((address) => address !== undefined);
  return limitedAddress(known.at(-1) ?? '');
}

/**
 * IPv4 unchanged, also when mapped into IPv6; IPv6 by its /64, since a client with one address there has all of them.
 */
export function limitedAddress(address: string): string {
  if (isIPv4(address)) return address;
  const plain = unmapped(address.split('%')[0] ?? '');
  if (!isIPv6(plain)) return plain;
  const network = groupsOf(plain).slice(0, 4);
  return `${network.map((group) => group.toString(16)).join(':')}::/64`;
}

/** `::ffff:203.0.113.8` is an IPv4 address. */
function unmapped(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return address;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/** The eight numbers of an IPv6 address, in any form. */
function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) => Number.parseInt(group, 16));
}
