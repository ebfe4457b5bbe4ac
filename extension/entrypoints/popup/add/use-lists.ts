/** Tags, subscriptions and what else the forms offer; a form without them is still a form. */
import { useEffect, useState } from 'preact/hooks';
import type { Lists } from '../../../../shared/schemas/contact.ts';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';

const NONE: Lists = { interests: [], custom_fields: [], consent_statuses: [] };

export function useLists(client: Pick<BrokerClient, 'lists'>): Lists {
  const [lists, setLists] = useState(NONE);
  useEffect(() => {
    const stop = new AbortController();
    client
      .lists({ signal: stop.signal })
      .then(setLists)
      .catch(() => setLists(NONE));
    return () => stop.abort();
  }, [client]);
  return lists;
}
