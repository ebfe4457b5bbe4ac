/** Maps the error codes of PostgreSQL and of the network to reasons of {@link StoreUnavailableError}. */
import { StoreUnavailableError } from './database.ts';

/** SQLSTATE codes and classes. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REASONS: readonly [RegExp, StoreUnavailableError['reason']][] = [
  [/^(08|57P0|53300|28|3D)/, 'unreachable'],
  [/^E[A-Z]+$/, 'unreachable'],
  // TLS: the certificate is missing or not trusted.
  [/^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CERT_|ERR_TLS|ERR_SSL|ERR_OSSL)/, 'unreachable'],
  [/^(53100|53200)/, 'full'],
  [/^(25006|42501)/, 'read-only'],
  [/^(40P01|40001|55P03|57014)/, 'locked'],
  [/^(XX001|XX002|58)/, 'corrupt'],
  [/^(42P01|42703|3F000)/, 'incomplete'],
];
/** `pg` gives no codes to the errors that it detects itself. */
const CONNECTION_MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool after|does not support SSL|^SASL/;

export function storeErrorOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailableError) return error;
  const code = codeOf(error);
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1];
  if (reason !== undefined) return new StoreUnavailableError(reason, error);
  if (CONNECTION_MESSAGES.test(error.message)) return new StoreUnavailableError('unreachable', error);
  return error;
}

/** Whether the statement failed because its connection failed, not because of its content. */
export function isConnectionLost(error: unknown): boolean {
  const judged = storeErrorOf(error);
  return judged instanceof StoreUnavailableError && judged.reason === 'unreachable';
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
