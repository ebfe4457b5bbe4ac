/** Which broker a package for the stores talks to. Pure. */
import { parseBrokerUrl } from '../../extension/lib/settings/broker-url.ts';

/** @throws Error in one sentence: a package without a broker of its own would point at the developer's machine */
export function packageBrokerUrl(given: string | undefined): string {
  if (given === undefined || !given.startsWith('https://') || parseBrokerUrl(given) !== given)
    throw new Error(
      'Set BROKER_URL to the https address of your broker, without a path or a slash at the end, as in BROKER_URL=https://broker.example.ca npm run package',
    );
  return given;
}
