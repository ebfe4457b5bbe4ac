/** A stand-in Envoke and a client without the rate limit. */
import { onTestFinished } from 'vitest';
import { createEnvokeClient, type EnvokeClient } from '../../../broker/envoke/envoke-client.ts';
import type { EnvokeConfig } from '../../../broker/envoke/envoke-config.ts';
import { EnvokeError } from '../../../broker/envoke/envoke-error.ts';
import { createEnvoke, type Envoke } from '../../envoke/envoke.ts';

export interface Bench {
  envoke: Envoke;
  client: EnvokeClient;
  token: string;
}

export function configOf(envoke: Envoke, changes: Partial<EnvokeConfig> = {}): EnvokeConfig {
  const [application] = envoke.clients;
  return {
    authorizeUrl: envoke.authorizeUrl,
    tokenUrl: envoke.tokenUrl,
    apiUrl: envoke.url,
    clientId: application?.clientId ?? '',
    clientSecret: application?.clientSecret ?? '',
    redirectUri: application?.redirectUri ?? '',
    deadlineMs: 5_000,
    maxAnswerBytes: 1_048_576,
    requestsPerSecond: 10_000,
    burst: 10_000,
    sendsEffectiveDate: false,
    ...changes,
  };
}

/** Both end with the test; concurrent tests give their own `onFinished`. */
export async function startBench(
  changes: Partial<EnvokeConfig> = {},
  onFinished: (end: () => Promise<void>) => void = onTestFinished,
): Promise<Bench> {
  const envoke = await createEnvoke();
  const client = createEnvokeClient(configOf(envoke, changes), { now: Date.now });
  onFinished(async () => {
    await client.close();
    await envoke.close();
  });
  return { envoke, client, token: envoke.issueAccessToken() };
}

/** The error that a call of the client ends with. */
export async function failureOf(work: Promise<unknown>): Promise<EnvokeError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof EnvokeError) return outcome;
  throw new Error('the call did not end with an EnvokeError', { cause: outcome });
}
