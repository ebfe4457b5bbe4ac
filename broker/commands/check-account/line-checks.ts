/** Checks 12 and 13: how fast Envoke accepts requests, and what all of its answers have in common. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Findings } from './findings.ts';
import { isTaken, type Probe, type Seen } from './probe.ts';

const AT_ONCE = 20;
const PER_SECOND = 5;
const SECONDS = 4;
const QUIET_MS = 1_500;

export async function checkPace(probe: Probe, { found }: Findings): Promise<void> {
  const hurry = () => probe.ask({ endpoint: 'settings', hurried: true });
  // Wait until Envoke's rate limit no longer counts the earlier requests.
  await sleep(QUIET_MS);
  const burst = await Promise.all(Array.from({ length: AT_ONCE }, hurry));
  const steady: Seen[] = [];
  for (let second = 0; second < SECONDS; second += 1) {
    await sleep(1_000);
    steady.push(...(await Promise.all(Array.from({ length: PER_SECOND }, hurry))));
  }
  const refused = [...burst, ...steady].filter((answer) => !isTaken(answer));
  if (refused.length === 0) return found('pace', 'taken');
  const word = (['429', '401'] as const).find((one) => refused.some(({ status }) => String(status) === one));
  if (word === undefined) return found('pace', 'other');
  found('pace', word, { requestsPerSecond: burst.filter(isTaken).length, tooFast: word });
}

export function checkHeaders({ seen }: Probe, { found }: Findings): void {
  const isJson = ({ json }: Seen) => json !== undefined;
  const types = new Set(seen.filter(isJson).map(({ mediaType }) => mediaType));
  const isHtml = types.has('text/html');
  const isPlain = types.size === 1 && types.has('application/json');
  found(
    'mediaType',
    isHtml ? 'text/html' : isPlain ? 'application/json' : 'other',
    isHtml ? { labelledHtml: true } : {},
  );
  const hasNotices = seen.some(({ hadNotices }) => hadNotices);
  found('notices', hasNotices ? 'some' : 'none', hasNotices ? { phpNotices: true } : {});
  const names = seen.flatMap(({ headers }) => [...headers.keys()]);
  found('rateHeaders', names.some((name) => /rate-?limit|retry-after/.test(name)) ? 'present' : 'absent');
  found(
    'requestIds',
    names.some((name) => /request-id|correlation-id|trace-id/.test(name)) ? 'present' : 'absent',
  );
}
