// @vitest-environment happy-dom
/** Search while typing: what is shown, and when, in whatever order answers arrive. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NOTHING_SEEN } from '../../../extension/entrypoints/popup/find/merge-contacts.ts';
import {
  type ContactSearchControl,
  useContactSearch,
} from '../../../extension/entrypoints/popup/find/use-contact-search.ts';
import type { SeenContacts } from '../../../extension/lib/memory/list-items.ts';
import type { Contact, ContactsPage, ContactsQuery, LookupAnswer } from '../../../shared/schemas/contact.ts';
import { draw, mount } from './draw.tsx';
import { person, UNSUBSCRIBED } from './people.ts';

/** Does it, and lets everything that follows from it happen. */
const settle = (happen: () => void) =>
  act(async () => {
    happen();
    await vi.advanceTimersByTimeAsync(0);
  });

const people = (...names: string[]) =>
  names.map((name) => person({ id: name, first_name: name, email: `${name}@x.example` }));

interface Asked {
  query: ContactsQuery;
  signal: AbortSignal | undefined;
  answer: (contacts: Contact[], nextSkip?: number | null) => Promise<void>;
  fail: () => Promise<void>;
}

describe('finding contacts', () => {
  let asked: Asked[];
  let found: ContactSearchControl;
  const lookUp = vi.fn<(emails: readonly string[]) => Promise<LookupAnswer['results']>>(async () => []);
  const [onNewest, onRefreshed] = [vi.fn(), vi.fn()];
  const client = {
    lookUp,
    searchContacts: (query: ContactsQuery, options?: { signal?: AbortSignal }) =>
      new Promise<ContactsPage>((resolve, reject) => {
        const answer: Asked['answer'] = (contacts, nextSkip = null) =>
          settle(() => resolve({ contacts, next_skip: nextSkip, search: 'full' }));
        const fail = () => settle(() => reject(new Error('no answer')));
        asked.push({ query, signal: options?.signal, answer, fail });
      }),
  };
  const shown = () => found.contacts.map(({ id }) => id).join(' ');

  function Find({ query, seen, arrived = 0 }: { query: string; seen: SeenContacts; arrived?: number }) {
    found = useContactSearch(query, { client, seen, arrived, onNewest, onRefreshed });
    return null;
  }

  /** Draws the search and waits until the broker was asked. */
  async function search(query: string, seen = NOTHING_SEEN): Promise<Asked> {
    await draw(<Find query={query} seen={seen} />);
    return nextAsked();
  }

  async function nextAsked(): Promise<Asked> {
    const before = asked.length;
    await act(async () => void (await vi.runAllTimersAsync()));
    const last = asked.at(-1);
    if (last === undefined || asked.length === before) throw new Error('the broker was not asked');
    return last;
  }

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    vi.clearAllMocks();
    document.body.replaceChildren();
    return () => vi.useRealTimers();
  });

  it('never lets an older answer overwrite a newer one', async () => {
    const root = document.createElement('div');
    document.body.append(root);
    const type = (query: string) => mount(<Find query={query} seen={NOTHING_SEEN} />, root);
    await type('a');
    const older = await nextAsked();
    await type('an');
    const newer = await nextAsked();
    expect(older.signal?.aborted).toBe(true);
    await newer.answer(people('ana'));
    await older.answer(people('bob'));
    expect(shown()).toBe('ana');
  });

  it('shows nobody of the search before as soon as something else is typed, before the browser draws', async () => {
    const root = document.createElement('div');
    document.body.append(root);
    await mount(<Find query="" seen={NOTHING_SEEN} />, root);
    await (await nextAsked()).answer(people('ana'));
    expect(shown()).toBe('ana');
    // Like a browser, but without the effects that run after the next frame.
    render(<Find query="zz" seen={NOTHING_SEEN} />, root);
    await Promise.resolve();
    expect(shown()).toBe('');
  });

  it('shows what is remembered until the broker answers', async () => {
    const [ana, bob] = people('ana', 'bob');
    if (ana === undefined || bob === undefined) throw new Error('nobody');
    const first = await search('', { used: [], newest: [ana, bob] });
    expect(shown()).toBe('ana bob');
    await first.answer(people('cam', 'ana'));
    expect(shown()).toBe('cam ana');
    expect(onNewest).toHaveBeenCalledWith(people('cam', 'ana'));
  });

  it('keeps Envoke’s order over several pages, after those used before', async () => {
    lookUp.mockResolvedValueOnce(people('old').map((contact) => ({ email: contact.email, contact })));
    const first = await search('', { used: people('old'), newest: people('x', 'y') });
    await first.answer(people('a', 'b'), 2);
    await settle(() => found.loadMore());
    const second = asked.at(-1);
    expect(second?.query.skip).toBe(2);
    await second?.answer(people('b', 'c', 'old'), null);
    expect(shown()).toBe('old a b c');
    expect(found.nextSkip).toBeNull();
  });

  it('ends with a page that brings nobody new, even when another page is announced', async () => {
    const first = await search('a');
    await first.answer(people('a1', 'a2'), 25);
    await settle(() => found.loadMore());
    await asked.at(-1)?.answer(people('a1', 'a2'), 50);
    expect(found.nextSkip).toBeNull();
    await settle(() => found.loadMore());
    expect(asked).toHaveLength(2);
  });

  it('soon corrects a remembered contact who has unsubscribed since', async () => {
    const [before] = people('old');
    if (before === undefined) throw new Error('nobody');
    const results = [{ email: before.email, contact: { ...before, consent: UNSUBSCRIBED } }];
    lookUp.mockResolvedValueOnce(results);
    const first = await search('', { used: [before], newest: [] });
    await first.answer(people('a'));
    expect(lookUp.mock.calls[0]?.[0]).toEqual([before.email]);
    expect(found.contacts[0]?.consent).toEqual(UNSUBSCRIBED);
    expect(onRefreshed).toHaveBeenCalledWith(results);
  });

  it('asks again after a new write, and not after an old one', async () => {
    const root = document.createElement('div');
    document.body.append(root);
    const drawAfter = (arrived: number) =>
      mount(<Find query="" seen={NOTHING_SEEN} arrived={arrived} />, root);
    await drawAfter(1);
    await (await nextAsked()).answer(people('a'));
    expect(asked).toHaveLength(1);
    await drawAfter(2);
    await (await nextAsked()).answer(people('new', 'a'));
    expect(shown()).toBe('new a');
  });

  it('takes punctuation alone for no search, and claims no results', async () => {
    const first = await search('(');
    expect(first.query.search).toBe('');
    await first.answer(people('a'));
    expect(shown()).toBe('a');
  });

  it('asks nothing more when the newest page has all that was used', async () => {
    const first = await search('', { used: people('a'), newest: [] });
    await first.answer(people('a', 'b'));
    expect(lookUp).not.toHaveBeenCalled();
    expect(asked).toHaveLength(1);
  });

  it('keeps what it shows when the broker cannot be reached, and can be asked again', async () => {
    const first = await search('', { used: [], newest: people('a') });
    await first.fail();
    expect(found.status).toBe('failed');
    expect(shown()).toBe('a');
    await act(() => found.retry());
    await (await nextAsked()).answer(people('b'));
    expect(shown()).toBe('b');
    expect(found.error).toBeNull();
  });

  it('says that a page could not be read, and reads it when asked again', async () => {
    const first = await search('a');
    await first.answer(people('a1'), 1);
    await settle(() => found.loadMore());
    await asked.at(-1)?.fail();
    expect(found.error).not.toBeNull();
    expect(found.nextSkip).toBe(1);
    await settle(() => found.loadMore());
    await asked.at(-1)?.answer(people('a2'));
    expect(shown()).toBe('a1 a2');
    expect(found.error).toBeNull();
  });
});
