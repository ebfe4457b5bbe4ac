/** Every path of the wire between extension and broker. OAuth endpoints are also found by metadata (RFC 8414). */

export const OAUTH_PATHS = {
  metadata: '/.well-known/oauth-authorization-server',
  jwks: '/.well-known/jwks.json',
  pushedAuthorizationRequest: '/oauth/par',
  authorize: '/oauth/authorize',
  callback: '/oauth/callback',
  /** The broker's own page, where a sign-in in a tab ends; it is that sign-in's redirect URI. */
  finished: '/oauth/finished',
  token: '/oauth/token',
  revoke: '/oauth/revoke',
} as const;

/** `:id` marks a path parameter. */
export const API_PATHS = {
  account: '/v1/account',
  contacts: '/v1/contacts',
  contact: '/v1/contacts/:id',
  contactLookup: '/v1/contacts/lookup',
  contactsById: '/v1/contacts/by-id',
  consentEnds: '/v1/contacts/consent-ends',
  contactVoid: '/v1/contacts/void',
  contactInterests: '/v1/contacts/:id/interests',
  contactUnsubscribe: '/v1/contacts/:id/unsubscribe',
  lists: '/v1/lists',
  sessions: '/v1/sessions',
  session: '/v1/sessions/:id',
  activity: '/v1/activity',
  activityCsv: '/v1/activity.csv',
  activityJson: '/v1/activity.json',
} as const;

export const HEALTH_PATHS = { live: '/livez', ready: '/readyz', openapi: '/openapi.json' } as const;
