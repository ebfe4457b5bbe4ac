/** What brokers under test are set up with: an Envoke that knows them, their settings, and keys that they share. */
import { newSigningKey, newVaultKey } from '../../broker/keys/key-file.ts';
import { createEnvoke, type Envoke } from '../envoke/envoke.ts';

/** A stand-in whose one client is the broker with this public URL. */
export function envokeFor(brokerUrl: string): Promise<Envoke> {
  return createEnvoke({
    clients: [
      {
        clientId: 'a-client-of-envoke',
        clientSecret: 'canary-client-secret-4dbb0c2f',
        redirectUri: `${brokerUrl}/oauth/callback`,
      },
    ],
  });
}

export function settingsFor(
  url: string,
  port: number,
  envoke: Envoke,
  dataDir: string,
): Record<string, string> {
  const [client] = envoke.clients;
  return {
    PUBLIC_URL: url,
    PORT: String(port),
    ENVOKE_BASE_URL: envoke.url,
    ENVOKE_CLIENT_ID: client?.clientId ?? '',
    ENVOKE_CLIENT_SECRET: client?.clientSecret ?? '',
    ENVOKE_REQUESTS_PER_SECOND: '100',
    ENVOKE_BURST: '1000',
    DATA_DIR: dataDir,
    // Logs at the most detailed level, since the tests check the log.
    LOG_LEVEL: 'debug',
  };
}

/** The fewest settings that a broker starts with, for tests without an Envoke. */
export function fewestSettings(dataDir: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    ENVOKE_CLIENT_ID: 'a',
    ENVOKE_CLIENT_SECRET: 'b',
    PORT: '0',
  };
}

/** Settings with new keys, for several brokers on one store. */
export function sharedKeys(): Record<string, string> {
  const vault = newVaultKey();
  return {
    SESSION_SIGNING_KEYS: JSON.stringify({ keys: [newSigningKey()] }),
    VAULT_KEYS: JSON.stringify({ [vault.kid]: vault.key }),
  };
}
