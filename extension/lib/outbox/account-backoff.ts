/**
 * How long the whole outbox of an account waits, because of the network, the broker or Envoke. In memory only: after a
 * restart it tries again.
 */
import { isBoolean, isNumber, isObject, isShaped } from '../storage/guards.ts';
import { defineItem } from '../storage/item.ts';
import { backoffMs } from './backoff.ts';

interface Hold {
  untilMs: number;
  /** Failures in a row. */
  failures: number;
  /** Whether the broker or Envoke set the time: then no change on this side shortens it. */
  isAsked: boolean;
}

const isHold = isShaped<Hold>({ untilMs: isNumber, failures: isNumber, isAsked: isBoolean });

/** By account id. */
const holdsItem = defineItem<Readonly<Record<string, Hold>>>({
  area: 'session',
  key: 'outboxHolds',
  version: 1,
  fallback: {},
  parse: (stored) =>
    isObject(stored)
      ? Object.fromEntries(
          Object.entries(stored).filter((entry): entry is [string, Hold] => isHold(entry[1])),
        )
      : undefined,
});

/** Epoch milliseconds; 0 when there is no hold. */
export async function heldUntilMs(accountId: string): Promise<number> {
  return (await holdsItem.get())[accountId]?.untilMs ?? 0;
}

export async function hold(
  accountId: string,
  nowMs: number,
  retryAfterSeconds: number | null,
): Promise<void> {
  await holdsItem.update((holds) => {
    const failures = (holds[accountId]?.failures ?? 0) + 1;
    const untilMs = nowMs + backoffMs(failures, retryAfterSeconds);
    return { ...holds, [accountId]: { untilMs, failures, isAsked: retryAfterSeconds !== null } };
  });
}

/** After a success: the next failure is a first one again. */
export async function release(accountId: string): Promise<void> {
  if ((await holdsItem.get())[accountId] === undefined) return;
  await holdsItem.update(({ [accountId]: _released, ...rest }) => rest);
}

/**
 * Something changed on this side (network, popup, sign-in): ends the holds that neither the broker nor Envoke asked
 * for.
 */
export async function endOwnHolds(): Promise<void> {
  await holdsItem.update((holds) =>
    Object.fromEntries(Object.entries(holds).filter(([, { isAsked }]) => isAsked)),
  );
}
