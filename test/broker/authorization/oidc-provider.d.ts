/** The part of `oidc-provider` that the test uses; the package has no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface Account {
    accountId: string;
    claims: () => Promise<{ sub: string }>;
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: readonly Record<string, string | readonly string[]>[];
        scopes: readonly string[];
        pkce: { required: () => boolean };
        features: { devInteractions: { enabled: boolean } };
        cookies: { keys: readonly string[] };
        findAccount: (context: unknown, accountId: string) => Account;
      },
    );
    callback(): RequestListener;
  }
}
