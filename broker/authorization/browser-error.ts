/** What went wrong in the sign-in window, where there is nowhere safe to send the browser back to. */

export type WindowReason =
  /** Not one of our requests, or expired. */
  | 'unknown-request'
  /** The cookie is missing or belongs to another sign-in: not begun in this browser. */
  | 'other-browser'
  /** Envoke's answer cannot be matched to a sign-in. */
  | 'unknown-answer';

export class BrowserError extends Error {
  override readonly name = 'BrowserError';
  readonly reason: WindowReason;
  /** Languages that the extension asked for; empty when not known. */
  readonly uiLocales: string;

  constructor(reason: WindowReason, uiLocales = '') {
    super(reason);
    this.reason = reason;
    this.uiLocales = uiLocales;
  }
}
