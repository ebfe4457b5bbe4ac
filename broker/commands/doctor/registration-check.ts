/**
 * Checks whether Envoke knows the broker's redirect URI: opens Envoke's authorize URI with it, and with a URI that
 * nobody can have registered. If Envoke refuses both, it does not know ours. If its answers differ, it does.
 */
import type { EnvokeConfig } from '../../envoke/envoke-config.ts';
import { authorizationUrl } from '../../envoke/envoke-oauth.ts';
import { type Finding, findingsOf } from './finding.ts';
import { ask } from './http-answer.ts';

const { ok, fail } = findingsOf('redirect-uris');
const NOBODYS = 'https://doctor.invalid/oauth/callback';

export async function checkRegistration(config: EnvokeConfig): Promise<Finding[]> {
  try {
    const [ours, nobodys] = [await isOpened(config, config.redirectUri), await isOpened(config, NOBODYS)];
    if (ours === undefined || nobodys === undefined) return [];
    if (!ours)
      return [
        fail(
          `Envoke does not open its log-in for ${config.redirectUri}: it is not the registered one, or the client id is not known.`,
          'Register exactly this address at Envoke, or set PUBLIC_URL to the one that was registered.',
        ),
      ];
    return [
      ok(
        nobodys
          ? 'Envoke opens its log-in for any address; whether ours is registered shows when somebody signs in.'
          : `Envoke opens its log-in for ${config.redirectUri}, and for no other.`,
      ),
    ];
  } catch {
    // The check of Envoke itself reports that it cannot be reached.
    return [];
  }
}

/** Undefined when the answer does not show whether Envoke accepted the request. */
async function isOpened(config: EnvokeConfig, redirectUri: string): Promise<boolean | undefined> {
  const { status, headers } = await ask(
    authorizationUrl({ ...config, redirectUri }, 'doctor'),
    config.deadlineMs,
  );
  if (status >= 500 || status === 404 || status === 429) return undefined;
  if (status >= 400) return false;
  const location = headers.get('location') ?? '';
  return !(
    URL.canParse(location, config.authorizeUrl) &&
    new URL(location, config.authorizeUrl).searchParams.has('error')
  );
}
