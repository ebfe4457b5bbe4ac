/** Errors that the sign-in window shows as a page, because there is no safe URL to send the browser back to. */

export type WindowReason =
  /** The broker did not issue this request, or the request has expired. */
  | 'unknown-request'
  /** The cookie is missing or belongs to another sign-in: the sign-in did not begin in this browser. */
  | 'other-browser'
  /** Envoke's answer does not match any sign-in. */
  | 'unknown-answer';

export class BrowserError extends Error {
  override readonly name = 'BrowserError';
  readonly reason: WindowReason;
  /** Languages that the extension asked for; empty when unknown. */
  readonly uiLocales: string;

  constructor(reason: WindowReason, uiLocales = '') {
    super(reason);
    this.reason = reason;
    this.uiLocales = uiLocales;
  }
}
