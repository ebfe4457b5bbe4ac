/** Tags, subscriptions and the other lists that the forms offer; the form works without them too. */
import { useEffect, useState } from 'preact/hooks';
import type { Lists } from '../../../../shared/schemas/contact.ts';
import { knownListsItem } from '../../../lib/memory/lists-item.ts';
import { usePopup } from '../context/popup-context.ts';

const NONE: Lists = { interests: [], custom_fields: [], consent_statuses: [] };
/** After this time the lists are fetched again, so that a tag created in Envoke appears. */
const FRESH_MS = 600_000;

/** Not fetched every time, since each fetch takes two calls that a search may be waiting for. */
export function useLists(): Lists {
  const { account, client } = usePopup();
  const [lists, setLists] = useState(NONE);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const known = (await knownListsItem.get())[account.id];
      if (known !== undefined) setLists(known.lists);
      if (stop.signal.aborted || (known !== undefined && Date.now() - known.atMs < FRESH_MS)) return;
      const fresh = await client.lists({ signal: stop.signal });
      setLists(fresh);
      await knownListsItem.update((all) => ({ ...all, [account.id]: { lists: fresh, atMs: Date.now() } }));
    };
    load().catch(() => undefined);
    return () => stop.abort();
  }, [client, account.id]);
  return lists;
}
