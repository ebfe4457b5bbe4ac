/**
 * Checks an address and uses it when a broker answers there. The permission comes first, because browsers allow asking
 * only during a click.
 */
import { useState } from 'preact/hooks';
import type { BrokerResult, ProposedBroker } from '../../components/settings/broker-section.tsx';
import { asciiBrokerUrl, parseBrokerUrl } from '../../lib/settings/broker-url.ts';
import { checkBroker } from '../../lib/settings/check-broker.ts';
import { requestBrokerPermission } from '../../lib/settings/host-permission.ts';

export function useBrokerCheck(use: (brokerUrl: string) => Promise<void>) {
  const [result, setResult] = useState<BrokerResult | null>(null);
  const [proposed, setProposed] = useState<ProposedBroker | null>(null);
  const propose = (proposal: ProposedBroker) => {
    setProposed(proposal);
    setResult(null);
  };
  const check = (typed: string) => {
    const written = typed.trim();
    const brokerUrl = parseBrokerUrl(written);
    const ascii = asciiBrokerUrl(written);
    if (ascii !== null) return propose({ brokerUrl: ascii, written });
    if (brokerUrl === null) return setResult('not-an-address');
    setResult('checking');
    const proceed = async (granted: boolean) => {
      if (!granted) return setResult('denied');
      const answer = await checkBroker(brokerUrl, (input, init) => fetch(input, init));
      if (answer === 'ok') {
        await use(brokerUrl);
        setProposed(null);
      }
      setResult(answer);
    };
    requestBrokerPermission(brokerUrl)
      .then(proceed)
      .catch(() => setResult('denied'));
  };
  return { result, check, proposed, propose };
}
