/** Tags, subscriptions and the other lists that the forms offer; the form works without them too. */
import { useEffect, useState } from 'preact/hooks';
import type { Lists } from '../../../../shared/schemas/contact.ts';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import { type KnownLists, knownListsItem } from '../../../lib/memory/lists-item.ts';
import { usePopup } from '../context/popup-context.ts';

const NONE: Lists = { interests: [], custom_fields: [], consent_statuses: [] };
/** After this time the lists are fetched again, so that a tag created in Envoke appears. */
const FRESH_MS = 600_000;
/** A call takes less, unless something is wrong. */
const SAVING_WAIT_MS = 3_000;

/** Not fetched every time, since each fetch takes two calls that a search may be waiting for. */
export function useLists(): Lists {
  const { account, client } = usePopup();
  const [lists, setLists] = useState(NONE);
  useEffect(() => {
    const load = async () => {
      const known = await knownLists(account.id);
      if (known !== undefined) setLists(known.lists);
      if (!isFresh(known)) setLists(await fetchOnce(account.id, client));
    };
    load().catch(() => undefined);
  }, [client, account.id]);
  return lists;
}

/** The lists as a form needs them that is saved before they came: it does not wait for long. */
export function listsForSaving(accountId: string, client: Pick<BrokerClient, 'lists'>): Promise<Lists> {
  const tooLate = new Promise<Lists>((resolve) => setTimeout(() => resolve(NONE), SAVING_WAIT_MS));
  return Promise.race([fetchOnce(accountId, client).catch(() => NONE), tooLate]);
}

/** A second form, opened while the first still waits for the lists, waits for the same answer. */
function fetchOnce(accountId: string, client: Pick<BrokerClient, 'lists'>): Promise<Lists> {
  return navigator.locks.request(`lists:${accountId}`, async () => {
    const known = await knownLists(accountId);
    if (isFresh(known)) return known.lists;
    const lists = await client.lists();
    await knownListsItem.update((all) => ({ ...all, [accountId]: { lists, atMs: Date.now() } }));
    return lists;
  });
}

async function knownLists(accountId: string): Promise<KnownLists | undefined> {
  return (await knownListsItem.get())[accountId];
}

function isFresh(known: KnownLists | undefined): known is KnownLists {
  return known !== undefined && Date.now() - known.atMs < FRESH_MS;
}
