/** The people on the page the popup was opened on, and what Envoke knows of them. Only addresses are looked up. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import { isBeside } from '../../../lib/page/beside.ts';
import type { Obstacle, PageAddresses } from '../../../lib/page/page-source.ts';
import { loadSettings } from '../../../lib/settings/settings-store.ts';
import type { FormSeed } from '../form/add-form.ts';
import { toShownError } from './shown-error.ts';

export interface PagePerson {
  email: string;
  /** What the page says about them. */
  fields: FormSeed['fields'];
  /** The person is in a part of the page that is collapsed. */
  isFolded: boolean;
  /** Null when Envoke has nobody with this e-mail. */
  contact: Contact | null;
}

export type PagePeople =
  | { status: 'off' | 'reading' }
  | { status: 'unreadable'; obstacle: Obstacle }
  /** The people are found, and Envoke is being asked about them. */
  | { status: 'asking'; count: number }
  | { status: 'failed'; count: number; error: ShownError }
  | { status: 'ready'; url: string; title: string; people: readonly PagePerson[]; complete: boolean };

type Found = Pick<PageAddresses, 'url' | 'title' | 'complete'> & {
  people: readonly Omit<PagePerson, 'contact'>[];
};

/** The code that reads a page is loaded only now, after the popup is drawn. */
async function findPeople(): Promise<Found | Obstacle> {
  const [{ readPageAddresses }, { capturedPeople }] = await Promise.all([
    import('../../../lib/page/page-addresses.ts'),
    import('../form/captured-forms.ts'),
  ]);
  const page = await readPageAddresses();
  return typeof page === 'string' ? page : (page.obstacle ?? { ...page, ...capturedPeople(page) });
}

/** A side panel stays while pages come and go in its tab: how many have come. */
function usePagesSeen(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!isBeside()) return;
    const following = import('../../../lib/page/follow-tab.ts').then(({ followTab }) =>
      followTab(() => setCount((before) => before + 1)),
    );
    return () => void following.then((stop) => stop());
  }, []);
  return count;
}

/**
 * Each page is read once. The look-up in Envoke is repeated when `arrived`, the number of writes that arrived, grows.
 */
export function usePagePeople(client: BrokerClient, isOn: boolean, arrived: number): PagePeople {
  const [page, setPage] = useState<PagePeople>({ status: isOn ? 'reading' : 'off' });
  const pagesSeen = usePagesSeen();
  const read = useRef<Found | Obstacle | null>(null);
  useEffect(() => {
    if (pagesSeen === 0) return;
    read.current = null;
    setPage((shown) => (shown.status === 'off' ? shown : { status: 'reading' }));
  }, [pagesSeen]);
  useEffect(() => {
    if (!isOn) return setPage({ status: 'off' });
    const stop = new AbortController();
    const run = async () => {
      const found = read.current ?? (await findPeople());
      if (stop.signal.aborted) return;
      read.current = found;
      if (typeof found === 'string') return setPage({ status: 'unreadable', obstacle: found });
      // An administrator's policy set since the last time may forbid it.
      if (!(await loadSettings()).values.pageLookup) return setPage({ status: 'off' });
      const { people, url, title, complete } = found;
      setPage((shown) => (shown.status === 'ready' ? shown : { status: 'asking', count: people.length }));
      const emails = people.map(({ email }) => email);
      const known = emails.length === 0 ? [] : await client.lookUp(emails, { signal: stop.signal });
      const answered = people.map((person, at) => ({ ...person, contact: known[at]?.contact ?? null }));
      setPage({ status: 'ready', people: answered, url, title, complete });
    };
    run().catch((failure: unknown) => {
      if (stop.signal.aborted) return;
      const error = toShownError(failure);
      const count = typeof read.current === 'object' ? (read.current?.people.length ?? 0) : 0;
      setPage((shown) => (shown.status === 'ready' ? shown : { status: 'failed', count, error }));
    });
    return () => stop.abort();
  }, [client, isOn, arrived, pagesSeen]);
  return page;
}
