/** When the broker is asked while somebody types, and what is answered without asking. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createTypedSearch,
  type TypedSearch,
} from '../../../extension/entrypoints/popup/find/typed-search.ts';
import { createTypingPace } from '../../../extension/entrypoints/popup/find/typing-pace.ts';
import type { Contact, ContactsPage, ContactsQuery } from '../../../shared/schemas/contact.ts';
import { person } from './people.ts';

const ENVOKE_MS = 150;
const OTHERS = Array.from({ length: 100 }, (_, id) =>
  person({ id: String(id), first_name: `Gene ${id}`, last_name: 'Other', email: `p${id}@town.example.ca` }),
);
const GENEVIEVE = person({
  id: '900',
  first_name: 'Geneviève',
  last_name: 'Côté',
  email: 'gcote@town.example.ca',
});

describe('typing a name', () => {
  let asked: { search: string | undefined; limit: number | undefined; signal: AbortSignal | undefined }[];
  let answer: (search: string) => Partial<ContactsPage>;
  let shown: { search: string; ids: string[] } | undefined;
  let typed: TypedSearch;

  const pageOf = (contacts: Contact[], next_skip: number | null = null): Partial<ContactsPage> => ({
    contacts,
    next_skip,
  });
  const client = {
    searchContacts: ({ search, limit }: ContactsQuery, { signal }: { signal?: AbortSignal } = {}) => {
      asked.push({ search, limit, signal });
      const page: ContactsPage = {
        contacts: [],
        next_skip: null,
        search: 'full',
        ...answer(search ?? ''),
      };
      return new Promise<ContactsPage>((resolve, reject) => {
        setTimeout(() => resolve(page), ENVOKE_MS);
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    },
  };

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    shown = undefined;
    answer = () => pageOf([GENEVIEVE]);
    typed = createTypedSearch({
      client,
      pace: createTypingPace(() => Date.now()),
      now: () => Date.now(),
      onWaiting: () => {
        shown = undefined;
      },
      onPage: (search, { contacts }) => {
        shown = { search, ids: contacts.map(({ id }) => id) };
      },
      onNewest: () => undefined,
      onFailure: () => undefined,
    });
    return () => {
      typed.stop();
      vi.useRealTimers();
    };
  });

  async function type(text: string, gapMs: number): Promise<void> {
    for (let length = 1; length <= text.length; length += 1) {
      typed.type(text.slice(0, length).trim());
      if (length < text.length) await vi.advanceTimersByTimeAsync(gapMs);
    }
  }

  it.each([100, 150, 250])('at %i ms a letter asks once where the answer held everybody', async (gapMs) => {
    await type('genevieve cote', gapMs);
    expect(shown).toEqual({ search: 'genevieve cote', ids: ['900'] });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.limit).toBe(100);
  });

  it.each([100, 150, 250])('at %i ms a letter asks three times at most in a large account', async (gapMs) => {
    answer = (search) => (search.length < 12 ? pageOf(OTHERS, 100) : pageOf([GENEVIEVE]));
    await type('genevieve cote', gapMs);
    const lastLetterAt = Date.now();
    await vi.waitFor(() => expect(shown?.ids).toEqual(['900']), { interval: 10 });
    expect(Date.now() - lastLetterAt).toBeLessThanOrEqual(500);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('finds nobody without asking when a complete answer has nobody left', async () => {
    await type('gen', 100);
    await vi.advanceTimersByTimeAsync(1_000);
    typed.type('gen smith');
    expect(shown).toEqual({ search: 'gen smith', ids: [] });
    expect(asked).toHaveLength(1);
  });

  it('asks again when an answer was incomplete, or the search was narrowed', async () => {
    for (const page of [pageOf([GENEVIEVE], 100), { ...pageOf([GENEVIEVE]), search: 'narrowed' as const }]) {
      answer = () => page;
      typed.type('');
      await vi.advanceTimersByTimeAsync(70_000);
      typed.type('gen');
      await vi.advanceTimersByTimeAsync(1_000);
      const before = asked.length;
      typed.type('genev');
      await vi.advanceTimersByTimeAsync(1_000);
      expect(asked).toHaveLength(before + 1);
    }
  });

  it('asks again after a minute', async () => {
    typed.type('gen');
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(61_000);
    typed.type('genev');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.map(({ search }) => search)).toEqual(['gen', 'genev']);
  });

  it('cancels a question when the next one is about somebody else', async () => {
    typed.type('genevieve');
    await vi.advanceTimersByTimeAsync(20);
    typed.type('tremblay');
    expect(asked[0]?.signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.at(-1)?.search).toBe('tremblay');
  });

  it('asks nothing after the popup closed', async () => {
    typed.type('ge');
    typed.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([]);
  });

  it('asks less than once a second when many people are searched in a row', async () => {
    answer = (search) => (search.length < 14 ? pageOf(OTHERS, 100) : pageOf([GENEVIEVE]));
    const startedAt = Date.now();
    for (let search = 0; search < 10; search += 1) {
      await type(`person${search} number`, 150);
      await vi.advanceTimersByTimeAsync(3_000);
      typed.type('');
    }
    const burst = 10;
    expect(asked.length).toBeLessThanOrEqual(burst + (Date.now() - startedAt) / 1_000);
  });
});
