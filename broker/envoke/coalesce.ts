/** Identical reads that are under way at the same moment share one request to Envoke. */
import { createHash } from 'node:crypto';
import type { CallApi } from './api-call.ts';

/** A read that began before a write ended is never shared with one that begins after it: each must see its own write. */
export function coalesceReads(call: CallApi): CallApi {
  const underWay = new Map<string, Promise<unknown>>();
  let writes = 0;

  return (accessToken, request) => {
    if (request.method !== 'GET') {
      return call(accessToken, request).finally(() => {
        writes += 1;
      });
    }
    const key = createHash('sha256').update(`${writes} ${request.path} ${accessToken}`).digest('base64');
    const present = underWay.get(key);
    if (present !== undefined) return present;
    const answer = call(accessToken, request).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}
