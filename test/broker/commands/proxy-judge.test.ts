/** What `doctor` says about a reverse proxy, from the headers it sends and the value of TRUST_PROXY. */
import { describe, expect, it } from 'vitest';
import { judgeProxy } from '../../../broker/commands/doctor/proxy-judge.ts';

const judge = (trustProxy: string[], remoteAddress: string, forwardedFor?: string) =>
  judgeProxy(
    { trustProxy, publicUrl: 'https://broker.example.ca' },
    { remoteAddress, headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor } },
  )[0];

describe('the doctor on proxies', () => {
  it.each([
    ['a proxy that is not trusted', [], '10.0.0.7', '198.51.100.4', 'fail', 'Set TRUST_PROXY=10.0.0.7/32'],
    ['an IPv6 proxy that is not trusted', [], '2001:db8::7', '198.51.100.4', 'fail', '2001:db8::7/128'],
    [
      'a trusted proxy that forwards nobody',
      ['10.0.0.0/8'],
      '10.0.0.7',
      undefined,
      'fail',
      'X-Forwarded-For',
    ],
    [
      'trust in a proxy that is not there',
      ['10.0.0.0/8'],
      '127.0.0.1',
      undefined,
      'warning',
      'Empty TRUST_PROXY',
    ],
  ])('finds %s', (_what, networks, address, forwarded, level, fix) => {
    expect(judge(networks, address, forwarded)).toMatchObject({ level });
    expect(judge(networks, address, forwarded)?.fix).toContain(fix);
  });

  it.each([
    ['no proxy at all', [], '127.0.0.1', undefined],
    ['a trusted proxy', ['10.0.0.0/8'], '10.0.0.7', '198.51.100.4'],
    [
      'a trusted proxy seen through an IPv4-mapped address',
      ['10.0.0.0/8'],
      '::ffff:10.0.0.7',
      '198.51.100.4',
    ],
    ['a trusted IPv6 proxy', ['2001:db8::/32'], '2001:db8::7', '198.51.100.4'],
  ])('accepts %s', (_what, networks, address, forwarded) => {
    expect(judge(networks, address, forwarded)).toMatchObject({ level: 'ok' });
  });
});
