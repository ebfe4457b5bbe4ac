/** Ends a session at the broker, as far as it can be reached. @see RFC 7009 */
import { EXTENSION_CLIENT_ID } from '../../../shared/client.ts';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import type { DpopFetch } from '../broker-client/dpop-fetch.ts';
import type { UsableSession } from '../session/usable-session.ts';

/** How long a person waits for signing out when the broker does not answer. */
const REVOKE_TIMEOUT_MS = 4_000;

/** Whether the broker said that the session is gone; never throws, since signing out here does not depend on it. */
export async function revokeSession(dpopFetch: DpopFetch, session: UsableSession): Promise<boolean> {
  const parameters = new URLSearchParams({ token: session.sessionToken, client_id: EXTENSION_CLIENT_ID });
  try {
    const response = await dpopFetch({
      method: 'POST',
      url: session.brokerUrl + OAUTH_PATHS.revoke,
      key: session.key,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: parameters.toString(),
      credentials: 'omit',
      signal: AbortSignal.timeout(REVOKE_TIMEOUT_MS),
    });
    return response.ok;
  } catch {
    return false;
  }
}
