/** The progress of a sign-in, in memory storage: a dead popup or worker ends in "try again", not "signing in…". */

export type SignInFailure =
  /** The person closed the window. */
  | 'cancelled'
  /** The person closed the tab. */
  | 'tab-closed'
  /** The window closed so quickly that the browser may have done it; after a second time, a tab opens. */
  | 'closed-at-once'
  /** The tab does not share its cookies with the extension. */
  | 'other-cookies'
  /** Nobody authorized or declined in time. */
  | 'expired'
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
      /** A worker that dies ends a sign-in, except one `in-tab`: the next worker goes on with it. */
      step: 'preparing' | 'authorizing' | 'in-tab' | 'finishing';
      startedAtMs: number;
      reconnects: string | null;
    }
  | {
      status: 'failed';
      failure: SignInFailure;
      /** Epoch milliseconds: it may be seen much later. */
      atMs: number;
      requestId: string | null;
      reconnects: string | null;
    }
  | { status: 'done'; accountId: string };

export const IDLE: SignInProgress = { status: 'idle' };
