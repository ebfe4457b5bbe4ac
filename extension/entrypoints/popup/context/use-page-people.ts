/** The people on the page the popup was opened on, and what Envoke knows of them. Only addresses are looked up. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { emailKey } from '../../../../shared/email-key.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import type { OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import { isBeside } from '../../../lib/page/beside.ts';
import type { Obstacle } from '../../../lib/page/page-source.ts';
import type { PeopleOfPage } from '../../../lib/page/people-of-source.ts';
import { loadSettings } from '../../../lib/settings/settings-store.ts';
import type { FormSeed } from '../form/add-form.ts';
import { toShownError } from './shown-error.ts';
import { countArrived } from './use-outbox.ts';

export type PagePerson = PeopleOfPage['people'][number] & {
  /** What the page says about them, as values of a form. */
  fields: FormSeed['fields'];
  /** As Envoke has it; null when it has nobody with this e-mail. */
  contact: Contact | null;
};

export type PagePeople =
  | { status: 'off' | 'reading' }
  | { status: 'unreadable'; obstacle: Obstacle }
  /** The people are found, and Envoke is being asked about them. */
  | { status: 'asking'; count: number }
  | { status: 'failed'; count: number; error: ShownError }
  /** `asOfMs`: when Envoke was asked about them. */
  | (Omit<PeopleOfPage, 'people'> & { status: 'ready'; people: readonly PagePerson[]; asOfMs: number });

type Found = Omit<PeopleOfPage, 'people'> & { people: readonly Omit<PagePerson, 'contact'>[] };

const NOBODY: Found['people'] = [];

/** The code that reads a page is loaded only now, after the popup is drawn. */
async function findPeople(): Promise<Found | Obstacle> {
  const [{ readPageAddresses }, { capturedPeople }] = await Promise.all([
    import('../../../lib/page/page-addresses.ts'),
    import('../form/captured-forms.ts'),
  ]);
  const page = await readPageAddresses();
  return typeof page === 'string' ? page : (page.obstacle ?? capturedPeople(page));
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
 * Each page is read once. Its people are looked up in Envoke, and again when a write about one of them has arrived.
 */
export function usePagePeople(client: BrokerClient, isOn: boolean, outbox: OutboxSnapshot): PagePeople {
  const [page, setPage] = useState<PagePeople>({ status: isOn ? 'reading' : 'off' });
  const [found, setFound] = useState<Found | Obstacle | null>(null);
  const pagesSeen = usePagesSeen();
  const people = found === null || typeof found === 'string' ? NOBODY : found.people;
  const keys = useMemo(() => new Set(people.map(({ email }) => emailKey(email))), [people]);
  const arrived = countArrived(outbox, keys);
  const fail = (failure: unknown) => {
    const error = toShownError(failure);
    setPage((shown) =>
      shown.status === 'ready' ? shown : { status: 'failed', count: people.length, error },
    );
  };
  useEffect(() => {
    if (!isOn) return setPage({ status: 'off' });
    setFound(null);
    setPage((shown) => (shown.status === 'reading' ? shown : { status: 'reading' }));
    let isLeft = false;
    findPeople().then(
      (next) => isLeft || setFound(next),
      (failure: unknown) => isLeft || fail(failure),
    );
    return () => {
      isLeft = true;
    };
  }, [isOn, pagesSeen]);
  useEffect(() => {
    if (!isOn || found === null) return;
    if (typeof found === 'string') return setPage({ status: 'unreadable', obstacle: found });
    const stop = new AbortController();
    const lookUp = async () => {
      const { values } = await loadSettings();
      if (stop.signal.aborted) return;
      // An administrator's policy set since the last time may forbid it.
      if (!values.pageLookup) return setPage({ status: 'off' });
      setPage((shown) => (shown.status === 'ready' ? shown : { status: 'asking', count: people.length }));
      const emails = people.map(({ email }) => email);
      const asOfMs = Date.now();
      const known = emails.length === 0 ? [] : await client.lookUp(emails, { signal: stop.signal });
      const answered = people.map((person, at) => ({ ...person, contact: known[at]?.contact ?? null }));
      setPage({ ...found, status: 'ready', people: answered, asOfMs });
    };
    lookUp().catch((failure: unknown) => stop.signal.aborted || fail(failure));
    return () => stop.abort();
  }, [client, isOn, found, arrived]);
  return page;
}
