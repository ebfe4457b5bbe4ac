/** All the headers that Envoke receives; the broker passes on no header of the caller's request. */
export const OUTBOUND_HEADERS: Readonly<Record<string, string>> = {
  accept: 'application/json',
  // The limit counts received bytes. Without an encoding, that is also the size in memory.
  'accept-encoding': 'identity',
  'user-agent': 'contacts-for-envoke',
};
