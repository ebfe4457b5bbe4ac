/** Identical reads in progress at the same moment share one request to Envoke. */
import { hash } from 'node:crypto';
import type { CallApi } from './api-call.ts';
import { EnvokeError } from './envoke-error.ts';
import { ORDINARY } from './rate-limiter.ts';

/**
 * A read that began before a write ended is never shared with a read that begins after it: each client must see its own
 * write.
 */
export function coalesceReads(call: CallApi): CallApi {
  const underWay = new Map<string, Entry>();
  let writes = 0;

  return (accessToken, request) => {
    if (request.method !== 'GET') {
      return call(accessToken, request).finally(() => {
        writes += 1;
      });
    }
    const { urgency, signal } = request.turn ?? ORDINARY;
    const key = hash('sha256', `${writes} ${urgency} ${request.path} ${accessToken}`, 'base64');
    let read = underWay.get(key)?.read;
    if (read === undefined) {
      const ask = (stop: AbortSignal) => call(accessToken, { ...request, turn: { urgency, signal: stop } });
      const entry: Entry = { read: undefined };
      read = shareRead(ask, () => {
        underWay.delete(key);
        entry.read = undefined;
      });
      entry.read = read;
      underWay.set(key, entry);
    }
    return read.join(signal);
  };
}

/**
 * Emptied when the read has ended. A map that changes all the time leaves old tables behind, which would keep the answers
 * alive until the next full garbage collection: a fifth of a busy broker's processor time.
 */
interface Entry {
  read: SharedRead | undefined;
}

interface SharedRead {
  join(signal: AbortSignal | undefined): Promise<unknown>;
}

/** The request is cancelled when no caller waits for it any more. */
function shareRead(ask: (stop: AbortSignal) => Promise<unknown>, onEnd: () => void): SharedRead {
  const stop = new AbortController();
  let readers = 0;
  const answer = ask(stop.signal).finally(onEnd);
  return {
    join(signal) {
      readers += 1;
      if (signal === undefined) return answer;
      return new Promise((resolve, reject) => {
        const leave = () => {
          readers -= 1;
          reject(new EnvokeError('given-up'));
          if (readers > 0) return;
          onEnd();
          stop.abort();
        };
        answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
        if (signal.aborted) leave();
        else signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
