/** Why the broker did not start, in one or two lines that say what to do; contains no secret. Pure. */
import { ConfigError } from './config.ts';
import { StoreUnavailableError } from './database/database.ts';
import { NewerStoreError } from './database/migrations.ts';
import { storeAdvice } from './database/store-advice.ts';
import { KeyError } from './keys/key-error.ts';

/** By what the system calls the fault of an address or port. */
const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken. Stop what listens there, or set another port',
  EADDRNOTAVAIL: 'is no address of this machine. Set another one',
  ENOTFOUND: 'is a name that is not known. Set an address of this machine',
  EACCES: 'is reserved to the system. Set a port from 1024 on, and let the proxy listen on the other',
};

export function startProblem(error: unknown): string {
  if (error instanceof ConfigError || error instanceof KeyError || error instanceof NewerStoreError) {
    return `broker: ${error.message}`;
  }
  if (error instanceof StoreUnavailableError) return `broker: ${error.message}. ${storeAdvice(error)}`;
  return listenProblem(error) ?? `broker: ${stackOf(error)}`;
}

function listenProblem(error: unknown): string | undefined {
  if (!(error instanceof ListenError)) return undefined;
  const { cause, place, settings } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const fault = LISTEN_FAULTS[code] ?? `cannot be listened on (${code}). See`;
  return `broker: ${place} ${fault} (${settings}).`;
}

/** Errors of our own code and of JavaScript; none of them quotes a setting. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'unknown error';
}

/** The broker, or its metrics server, cannot listen on the configured address. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** `127.0.0.1:8787` */
  readonly place: string;
  /** The settings that define the address. */
  readonly settings: string;

  constructor(place: string, settings: string, cause: unknown) {
    super(`cannot listen on ${place}`, { cause });
    this.place = place;
    this.settings = settings;
  }
}
