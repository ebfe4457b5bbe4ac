/** The one broker that a build talks to, by BROKER_URL. Pure. */
import { parseBrokerUrl } from '../../extension/lib/settings/broker-url.ts';

/**
 * Its origin; undefined for the general build, to which a person or an administrator names one.
 * @throws Error in one sentence, which names the setting
 */
export function builtInBroker({ BROKER_URL }: Readonly<Record<string, unknown>>): string | undefined {
  if (BROKER_URL === undefined || BROKER_URL === '') return undefined;
  const origin = typeof BROKER_URL === 'string' ? parseBrokerUrl(BROKER_URL) : null;
  if (origin === null)
    throw new Error(
      'Set BROKER_URL to the https address of your broker (http only on this machine), without a path, as in BROKER_URL=https://broker.example.ca npm run build; or leave it out for the general build.',
    );
  return origin;
}
