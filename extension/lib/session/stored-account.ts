/** An Envoke account in this browser and the state of its session. Pure. */

/** `ended`: the broker no longer takes the session. `connection-ended`: Envoke no longer takes the permission. */
export type SessionState = 'active' | 'ended' | 'connection-ended';

export interface StoredAccount {
  /** Envoke's account id. */
  id: string;
  name: string;
  /** Origin of the broker that issued the session; the token is sent nowhere else. */
  brokerUrl: string;
  /** Null once the session has ended. */
  sessionToken: string | null;
  /** Name of the DPoP key in IndexedDB. */
  keyId: string;
  state: SessionState;
  /** Epoch seconds. */
  sessionExpiresAt: number;
  /** Epoch seconds: the end of Envoke's one-year permission. */
  connectionExpiresAt: number;
  /**
   * Who answers for what is written in this session. The name from the session before is only offered, and counts once
   * confirmed.
   */
  recorder?: { name: string; isConfirmed: boolean };
}

export interface Accounts {
  /** Id of the account the popup shows; null when there is none. */
  currentId: string | null;
  accounts: readonly StoredAccount[];
}

/** What views may know of an account: everything but the token and the key. */
export type AccountSummary = Omit<StoredAccount, 'sessionToken' | 'keyId'>;

export const RECORDER_MAX_CHARS = 100;

/** Who the record names: as the settings have it, else as the person said in this session; `''` for nobody yet. */
export function recorderOf({ recorder }: Pick<StoredAccount, 'recorder'>, inSettings: string): string {
  return inSettings || (recorder?.isConfirmed ? recorder.name : '');
}

export function findAccount(accounts: Accounts, id: string | null): StoredAccount | undefined {
  return accounts.accounts.find((account) => account.id === id);
}
