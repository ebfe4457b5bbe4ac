/**
 * The broker does not answer requests from web pages. The extension needs no CORS while it has its host permission. A
 * person can remove that permission, so the known extension origins get CORS, without credentials. `Origin` never
 * proves who calls.
 */
import cors from '@fastify/cors';
import fp from 'fastify-plugin';
import { ProblemError } from '../errors.ts';
import { atOnce } from './at-once.ts';

/** Firefox generates a new origin for each installation. */
const MOZ_EXTENSION = /^moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CHROMIUM_REDIRECT = /^https:\/\/([a-p]{32})\.chromiumapp\.org\//;
/** Chromium's own maximum. */
const PREFLIGHT_MAX_AGE_SECONDS = 7_200;

export default fp(
  async (app) => {
    const known = new Set(app.config.extensionRedirectUris.flatMap(extensionOrigins));
    const isExtension = (origin: string | undefined) =>
      origin !== undefined && (known.has(origin) || MOZ_EXTENSION.test(origin));

    await app.register(cors, {
      origin: (origin: string | undefined, allow) =>
        allow(null, isExtension(origin) ? (origin ?? false) : false),
      methods: ['GET', 'POST', 'PATCH', 'DELETE'],
      allowedHeaders: ['authorization', 'content-type', 'dpop', 'idempotency-key'],
      exposedHeaders: ['dpop-nonce', 'retry-after', 'www-authenticate', 'x-request-id'],
      credentials: false,
      maxAge: PREFLIGHT_MAX_AGE_SECONDS,
    });
    app.addHook(
      'onRequest',
      atOnce((request) => {
        const { 'sec-fetch-site': site, origin } = request.headers;
        if (site !== 'cross-site' && site !== 'same-site') return;
        if (!request.routeOptions.url?.startsWith('/v1/')) return;
        if (!isExtension(origin)) throw new ProblemError('cross-site', 'sec-fetch-site');
      }),
    );
  },
  { name: 'cross-site', dependencies: ['services'] },
);

/** `chrome-extension://` origin of a Chromium redirect URI; Chrome and Edge alike. */
function extensionOrigins(redirectUri: string): string[] {
  const id = CHROMIUM_REDIRECT.exec(redirectUri)?.[1];
  return id === undefined ? [] : [`chrome-extension://${id}`];
}
