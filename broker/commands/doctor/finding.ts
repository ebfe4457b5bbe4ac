/** What the doctor finds: one step of the chain, how it is, and what to do about it. */

export type Level = 'ok' | 'warning' | 'fail';

export interface Finding {
  /** Link of the chain: `settings`, `keys`, `clock`, `store`, `redirect-uris`, `envoke`, `credentials`, `public-url`. */
  step: string;
  level: Level;
  /** One sentence; holds no secret. */
  message: string;
  /** What to do; only where something is to be done. */
  fix?: string;
}

/** Makes findings of one step. */
export function findingsOf(step: string) {
  return {
    ok: (message: string): Finding => ({ step, level: 'ok', message }),
    warning: (message: string, fix: string): Finding => ({ step, level: 'warning', message, fix }),
    fail: (message: string, fix: string): Finding => ({ step, level: 'fail', message, fix }),
  };
}
