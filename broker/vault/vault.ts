/**
 * Stores the sessions: one row each, with its Envoke token sealed. Only the code of this folder reads or writes the
 * tokens.
 */
import type { SessionLimits } from '../config.ts';
import type { Database, SqlRunner } from '../database/database.ts';
import { activeKey, type KeySet, type VaultKey } from '../keys/key-set.ts';
import { openToken, sealToken } from './sealed-token.ts';
import { SESSION_COLUMNS, type SessionRow, sessionRowOf } from './session-row.ts';

export type NewSession = Omit<SessionRow, 'vaultKid' | 'lastUsedAt'>;
export interface OpenedSession extends SessionRow {
  envokeToken: string;
}

/** A session, and with it all sessions of the same owner in its account. */
type OwnSession = Pick<SessionRow, 'id' | 'accountId' | 'ownerHash'>;

export interface Vault {
  /** Seals and stores a session; `runner` belongs to the transaction of a caller who stores more at once. */
  add(session: NewSession, secret: Uint8Array, envokeToken: string, runner?: SqlRunner): Promise<void>;
  /**
   * The session, if it exists and is within its limits; `damaged` when it does not open with this secret. For the
   * secret of a valid session token, that means that the row was changed.
   */
  open(id: string, secret: Uint8Array): Promise<OpenedSession | 'damaged' | undefined>;
  /**
   * Marks a session as used now, at most once per {@link touchIntervalSeconds}; seals it again when its key is retired.
   */
  keep(session: OpenedSession, secret: Uint8Array): Promise<void>;
  /** Sessions of an account within their limits, the last used first. */
  list(accountId: string): Promise<SessionRow[]>;
  /** Sessions of all accounts within their limits. */
  count(): Promise<number>;
  /** Ends one session, or only if it belongs to this account when one is given. Returns whether it existed. */
  end(id: string, accountId?: string): Promise<boolean>;
  /** Ends the other sessions of the same owner. Returns their number. */
  endOthers(own: OwnSession): Promise<number>;
  /** Names the browser of a session of the same owner. Returns whether there is such a session. */
  rename(id: string, deviceName: string, own: OwnSession): Promise<boolean>;
  /** Ends all sessions of an account. Returns their number. */
  endAll(accountId: string): Promise<number>;
  /** Removes sessions past their limits. Returns their number. */
  sweep(): Promise<number>;
}

export interface VaultDeps {
  database: Database;
  keys: KeySet<VaultKey>;
  limits: SessionLimits;
  /** Milliseconds. */
  now: () => number;
  /** Clock for the removal of sessions; `now` by default. */
  sweepNow?: () => number;
  /**
   * Runs before a session counts as ended because its row is missing, and before a new one is stored. @throws
   * StoreUnavailableError when another store took the place of this one
   */
  checkStore?: (runner?: SqlRunner) => Promise<void>;
}

/** Often enough for a correct "last used", rarely enough that most requests do not write. */
const TOUCH_INTERVAL_MAX_SECONDS = 300;

/** Rows removed by one statement: on SQLite every request waits for it. */
const SWEPT_AT_ONCE = 500;

/** A session may end earlier than its idle limit by this much, never later. */
function touchIntervalSeconds(limits: SessionLimits): number {
  return Math.min(TOUCH_INTERVAL_MAX_SECONDS, Math.floor(limits.idleSeconds / 12));
}

export function createVault({
  database,
  keys,
  limits,
  now,
  sweepNow = now,
  checkStore = async () => undefined,
}: VaultDeps): Vault {
  const seconds = () => Math.floor(now() / 1000);
  const LIVE = 'expires_at > ? AND last_used_at > ?';
  /** The opposite condition, written so that the indexes are used. */
  const ENDED = 'expires_at <= ? OR last_used_at <= ?';
  const liveParams = () => [seconds(), seconds() - limits.idleSeconds];

  return {
    async add(session, secret, envokeToken, runner = database) {
      await checkStore(runner);
      const context = { sessionId: session.id, accountId: session.accountId, vaultKid: keys.activeKid };
      await runner.run(
        `INSERT INTO sessions (${SESSION_COLUMNS}, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          session.id,
          session.accountId,
          session.accountName,
          session.browser,
          session.deviceName,
          session.ownerHash,
          keys.activeKid,
          session.signingKid,
          session.createdAt,
          session.createdAt,
          session.expiresAt,
          session.connectionExpiresAt,
          sealToken(envokeToken, activeKey(keys), secret, context),
        ],
      );
    },

    async open(id, secret) {
      const [row] = await database.all(
        `SELECT ${SESSION_COLUMNS}, sealed FROM sessions WHERE id = ? AND ${LIVE}`,
        [id, ...liveParams()],
      );
      if (row === undefined) {
        await checkStore();
        return undefined;
      }
      const session = sessionRowOf(row);
      // No key is removed while a session needs it (see `running-brokers.ts`).
      const key = keys.keys.get(session.vaultKid);
      if (key === undefined || !(row.sealed instanceof Uint8Array)) return 'damaged';
      const context = { sessionId: id, accountId: session.accountId, vaultKid: session.vaultKid };
      const envokeToken = openToken(row.sealed, key, secret, context);
      return envokeToken === undefined ? 'damaged' : { ...session, envokeToken };
    },

    async keep(session, secret) {
      const at = seconds();
      if (session.vaultKid !== keys.activeKid) {
        const context = { sessionId: session.id, accountId: session.accountId, vaultKid: keys.activeKid };
        await database.run(
          'UPDATE sessions SET sealed = ?, vault_kid = ?, last_used_at = ? WHERE id = ? AND vault_kid = ?',
          [
            sealToken(session.envokeToken, activeKey(keys), secret, context),
            keys.activeKid,
            at,
            session.id,
            session.vaultKid,
          ],
        );
      } else if (at - session.lastUsedAt >= touchIntervalSeconds(limits)) {
        await database.run('UPDATE sessions SET last_used_at = ? WHERE id = ? AND last_used_at < ?', [
          at,
          session.id,
          at,
        ]);
      }
    },

    async list(accountId) {
      const rows = await database.all(
        `SELECT ${SESSION_COLUMNS} FROM sessions WHERE account_id = ? AND ${LIVE} ORDER BY last_used_at DESC, id`,
        [accountId, ...liveParams()],
      );
      return rows.map(sessionRowOf);
    },

    async count() {
      // Counts all rows without reading them, minus the few that the next sweep removes.
      const [row] = await database.all(
        `SELECT (SELECT COUNT(*) FROM sessions) - (SELECT COUNT(*) FROM sessions WHERE ${ENDED}) AS sessions`,
        liveParams(),
      );
      return Number(row?.sessions);
    },

    async end(id, accountId) {
      const own = accountId === undefined ? '' : ' AND account_id = ?';
      const params = accountId === undefined ? [id] : [id, accountId];
      const isEnded = (await database.run(`DELETE FROM sessions WHERE id = ?${own}`, params)) > 0;
      if (!isEnded) await checkStore();
      return isEnded;
    },

    endOthers: ({ id, accountId, ownerHash }) =>
      database.run('DELETE FROM sessions WHERE account_id = ? AND owner_hash = ? AND id <> ?', [
        accountId,
        ownerHash,
        id,
      ]),

    async rename(id, deviceName, own) {
      const changed = await database.run(
        'UPDATE sessions SET device_name = ? WHERE id = ? AND account_id = ? AND (id = ? OR owner_hash = ?)',
        [deviceName, id, own.accountId, own.id, own.ownerHash],
      );
      return changed > 0;
    },

    endAll: (accountId) => database.run('DELETE FROM sessions WHERE account_id = ?', [accountId]),

    async sweep() {
      const at = Math.floor(sweepNow() / 1000);
      for (let removed = 0; ; ) {
        const batch = await database.run(
          `DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ${ENDED} LIMIT ?)`,
          [at, at - limits.idleSeconds, SWEPT_AT_ONCE],
        );
        removed += batch;
        if (batch < SWEPT_AT_ONCE) return removed;
      }
    },
  };
}
