/** The people on the page the popup was opened on, and what Envoke knows of them. Only addresses are looked up. */
import { useEffect, useState } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import { toShownError } from './shown-error.ts';

export interface PagePerson {
  email: string;
  /** Null when Envoke has nobody with this e-mail. */
  contact: Contact | null;
}

export type PagePeople =
  | { status: 'off' | 'reading' }
  | { status: 'failed'; error: ShownError }
  | { status: 'ready'; url: string; title: string; people: readonly PagePerson[]; complete: boolean };

export function usePagePeople(client: BrokerClient, isOn: boolean): PagePeople {
  const [page, setPage] = useState<PagePeople>({ status: isOn ? 'reading' : 'off' });
  useEffect(() => {
    if (!isOn) return setPage({ status: 'off' });
    const stop = new AbortController();
    const run = async () => {
      const { readPageAddresses } = await import('../../../lib/page/page-addresses.ts');
      const found = await readPageAddresses();
      if (found === null) return setPage({ status: 'off' });
      const people =
        found.addresses.length === 0 ? [] : await client.lookUp(found.addresses, { signal: stop.signal });
      setPage({ status: 'ready', url: found.url, title: found.title, people, complete: found.complete });
    };
    run().catch((error: unknown) => {
      if (!stop.signal.aborted) setPage({ status: 'failed', error: toShownError(error) });
    });
    return () => stop.abort();
  }, [client, isOn]);
  return page;
}
