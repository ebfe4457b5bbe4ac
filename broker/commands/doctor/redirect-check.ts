/**
 * Checks the redirect URIs: the extension's, to which the broker sends its answers, and the broker's own, to which
 * Envoke sends its answers. Pure.
 */
import { EXTENSION_REDIRECT_URIS } from '../../../shared/client.ts';
import { isLoopbackUrl } from '../../config/urls.ts';
import type { Config } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warning, fail } = findingsOf('redirect-uris');

/** `identity.getRedirectURL()` of each browser family. */
const CHROMIUM = /^https:\/\/[a-p]{32}\.chromiumapp\.org\//;
const FIREFOX = /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\//;

export function checkRedirectUris(config: Config): Finding[] {
  const uris = config.extensionRedirectUris;
  const missing = EXTENSION_REDIRECT_URIS.filter((uri) => !uris.includes(uri));
  return [
    ok(`register this one at Envoke, and no other: ${config.envoke.redirectUri}`),
    ...(missing.length < EXTENSION_REDIRECT_URIS.length
      ? []
      : [
          fail(
            'no build of this project can sign in: EXTENSION_REDIRECT_URIS names none of them.',
            `Leave EXTENSION_REDIRECT_URIS out, or let it hold ${EXTENSION_REDIRECT_URIS.join(' ')}; a build under another id has its own address besides.`,
          ),
        ]),
    ...uris.map((uri) => judge(uri, config.publicUrl)),
    ...missing.map((uri) =>
      warning(
        `the ${kindOf(uri)} build of this project (${uri}) cannot sign in.`,
        'Add it to EXTENSION_REDIRECT_URIS, unless you publish builds under other ids.',
      ),
    ),
  ];
}

function judge(uri: string, publicUrl: string): Finding {
  const kind = kindOf(uri);
  if (kind !== undefined) return ok(`${uri} is a ${kind} build.`);
  if (isLoopbackUrl(new URL(uri)) && isLoopbackUrl(new URL(publicUrl)))
    return ok(`${uri} is on this machine.`);
  return warning(
    `${uri} is no browser extension's redirect URI.`,
    'Remove it from EXTENSION_REDIRECT_URIS, unless you know whose it is.',
  );
}

function kindOf(uri: string): string | undefined {
  if (CHROMIUM.test(uri)) return 'Chrome or Edge';
  return FIREFOX.test(uri) ? 'Firefox' : undefined;
}
