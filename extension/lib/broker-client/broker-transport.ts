/** Requests with a deadline, whose failures say what the person can do about them. */
import { BrokerError } from './broker-error.ts';

export interface TransportEffects {
  isOnline: () => boolean;
  /** Whether the browser lets the extension reach this origin as its own. */
  hasPermission: (brokerUrl: string) => Promise<boolean>;
}

export interface Deadline {
  timeoutMs: number;
  /** The caller's signal; when it aborts the call, its reason is thrown unchanged. */
  signal?: AbortSignal;
}

/**
 * Runs one request. Throws {@link BrokerError} `offline`, `permission-needed` or `broker-unreachable` when there was no
 * answer.
 */
export async function reachBroker<Value>(
  brokerUrl: string,
  { timeoutMs, signal }: Deadline,
  effects: TransportEffects,
  request: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    return await request(signal === undefined ? deadline : AbortSignal.any([signal, deadline]));
  } catch (cause) {
    if (!isTransportFailure(cause)) throw cause;
    if (signal?.aborted === true) throw signal.reason;
    if (!effects.isOnline()) throw new BrokerError('offline', { cause });
    if (!(await effects.hasPermission(brokerUrl))) throw new BrokerError('permission-needed', { cause });
    throw new BrokerError('broker-unreachable', { cause });
  }
}

/** The errors of `fetch` and of reading a body; every other error comes from the check of the answer. */
function isTransportFailure(cause: unknown): boolean {
  return cause instanceof TypeError || cause instanceof DOMException;
}
