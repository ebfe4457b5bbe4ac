/** The headers of every answer, as recorded from the real GET /v1/contacts (envoke-api section 2). No CORS header among them. */

export const RECORDED_HEADERS: Readonly<Record<string, string>> = {
  server: 'nginx',
  vary: 'Accept-Encoding',
  expires: 'Thu, 19 Nov 1981 08:52:00 GMT',
  'cache-control': 'no-store, no-cache, must-revalidate',
  pragma: 'no-cache',
  'x-server': 'z1a',
  'x-frame-options': 'SAMEORIGIN',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
