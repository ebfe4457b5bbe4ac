/** The account's client for the popup, whose first paint comes from memory: its code is fetched with the first question. */
import type { BrokerClient } from './broker-client.ts';

type Call = (...given: unknown[]) => Promise<unknown>;

export function createLazyClient(accountId: string): BrokerClient {
  let loading: Promise<BrokerClient> | undefined;
  const load = async (): Promise<BrokerClient> => {
    const { createAccountClient } = await import('./account-client.ts');
    return createAccountClient(accountId);
  };
  const call =
    (name: keyof BrokerClient): Call =>
    async (...given) => {
      loading ??= load();
      return ((await loading)[name] as Call)(...given);
    };
  // Every member of a client is a call.
  return new Proxy({} as BrokerClient, { get: (_client, name) => call(name as keyof BrokerClient) });
}
