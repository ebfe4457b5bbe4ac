/** A browser on this machine that the extension can run in. */
export interface Browser {
  kind: 'chromium' | 'firefox';
  /** Absolute path of the executable. */
  path: string;
}
