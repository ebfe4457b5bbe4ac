/** The progress of a sign-in, in memory storage: a dead popup or worker ends in "try again", not "signing in…". */

export type SignInFailure =
  /** The person closed the window. */
  | 'cancelled'
  /** The person, or Envoke, said no. */
  | 'declined'
  /** The worker that ran it is gone. */
  | 'interrupted'
  | 'offline'
  | 'broker-unreachable'
  /** The browser withholds access to the broker's origin; ask for it and try again. */
  | 'permission-needed'
  /** An answer was not meant for this sign-in (state or issuer differ). */
  | 'mismatch'
  | 'envoke-unreachable'
  /** Envoke refuses the broker's own credentials: the operator must act. */
  | 'broker-refused'
  | 'refused';

export type SignInProgress =
  | { status: 'idle' }
  | {
      status: 'running';
      step: 'preparing' | 'authorizing' | 'finishing';
      startedAtMs: number;
      reconnects: string | null;
    }
  | { status: 'failed'; failure: SignInFailure; requestId: string | null; reconnects: string | null }
  | { status: 'done'; accountId: string };

export const IDLE: SignInProgress = { status: 'idle' };
