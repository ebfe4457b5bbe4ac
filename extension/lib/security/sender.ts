/** Who may send messages to the background: this extension's own pages, and nobody else. Pure. */

/** What a browser tells of the sender of a message; every part may be missing. */
export interface MessageSender {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
}

export interface Self {
  id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  origin: string;
}

/**
 * A content script also has this extension's id, but the URL of its web page, so the URL decides. A sender in a tab is
 * not refused: the settings page runs in one.
 */
export function isInternalSender(sender: MessageSender | undefined, self: Self): boolean {
  if (sender === undefined || sender.id !== self.id) return false;
  if (sender.url === undefined || originOf(sender.url) !== self.origin) return false;
  if (sender.origin !== undefined && sender.origin !== self.origin) return false;
  return sender.frameId === undefined || sender.frameId === 0;
}

/** Spelled out, since `URL.origin` is opaque for extension schemes outside of a browser. */
function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, username, password } = new URL(url);
  return username === '' && password === '' ? `${protocol}//${host}` : null;
}
