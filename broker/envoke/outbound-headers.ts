/** The whole of what Envoke is told in headers; nothing of the caller's request is passed on. */
export const OUTBOUND_HEADERS: Readonly<Record<string, string>> = {
  accept: 'application/json',
  // The cap counts bytes as they come; asking for no encoding keeps that the size in memory as well.
  'accept-encoding': 'identity',
  'user-agent': 'contacts-for-envoke',
};
