/** A finding of the doctor: the step that it checked, the result, and what to do. */

export type Level = 'ok' | 'warning' | 'fail';

export interface Finding {
  /** The step: `settings`, `keys`, `clock`, `store`, `redirect-uris`, `envoke`, `credentials`, `public-url`. */
  step: string;
  level: Level;
  /** One sentence; contains no secret. */
  message: string;
  /** What to do; absent when there is nothing to do. */
  fix?: string;
}

/** Creates findings of one step. */
export function findingsOf(step: string) {
  return {
    ok: (message: string): Finding => ({ step, level: 'ok', message }),
    warning: (message: string, fix: string): Finding => ({ step, level: 'warning', message, fix }),
    fail: (message: string, fix: string): Finding => ({ step, level: 'fail', message, fix }),
  };
}
