/** The people on the page the popup was opened on, and what Envoke knows of them. Only addresses are looked up. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import type { PageAddresses } from '../../../lib/page/page-source.ts';
import { loadSettings } from '../../../lib/settings/settings-store.ts';
import { toShownError } from './shown-error.ts';

interface PagePerson {
  email: string;
  /** Null when Envoke has nobody with this e-mail. */
  contact: Contact | null;
}

export type PagePeople =
  | { status: 'off' | 'reading' }
  | { status: 'failed'; error: ShownError }
  | { status: 'ready'; url: string; title: string; people: readonly PagePerson[]; complete: boolean };

/** The page is read once; whom Envoke knows is asked anew when `arrived`, the number of writes that came through, grows. */
export function usePagePeople(client: BrokerClient, isOn: boolean, arrived: number): PagePeople {
  const [page, setPage] = useState<PagePeople>({ status: isOn ? 'reading' : 'off' });
  const read = useRef<PageAddresses | null>(null);
  useEffect(() => {
    if (!isOn) return setPage({ status: 'off' });
    const stop = new AbortController();
    const run = async () => {
      const { readPageAddresses } = await import('../../../lib/page/page-addresses.ts');
      read.current ??= await readPageAddresses();
      if (read.current === null) return setPage({ status: 'off' });
      const { addresses, ...found } = read.current;
      // A policy that came since the last time may forbid it.
      if (!(await loadSettings()).values.pageLookup) return setPage({ status: 'off' });
      const people = addresses.length === 0 ? [] : await client.lookUp(addresses, { signal: stop.signal });
      setPage({ status: 'ready', people, ...found });
    };
    run().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      setPage((shown) =>
        shown.status === 'ready' ? shown : { status: 'failed', error: toShownError(error) },
      );
    });
    return () => stop.abort();
  }, [client, isOn, arrived]);
  return page;
}
