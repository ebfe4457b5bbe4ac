/** The search against an Envoke that supports all, some or few of the filters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseText } from '../../../shared/search-text.ts';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { type Bench, putPerson, slugOf, startBench } from './support.ts';

const emails = async ({ contacts, access }: Bench, search: string) =>
  (await contacts.search(access, { search, limit: 100 })).contacts.map(({ email }) => email).sort();

async function benchWithPeople(modes: Partial<ModeValues> = {}): Promise<Bench> {
  const bench = await startBench();
  bench.envoke.modes.set(modes);
  const [helene, coop] = [
    { first_name: 'Hélène', last_name: 'Saint-Cœur' },
    { company: 'Coopérative Zéphyr' },
  ];
  putPerson(bench, { email: 'h.stcoeur@zephyr.example', ...helene, ...coop });
  putPerson(bench, {
    email: 'xavier@quill.example',
    first_name: 'Xavier',
    last_name: 'O’Quill',
    company: 'A+B (Nord)',
  });
  putPerson(bench, {
    email: 'accueil@lodz.example',
    first_name: 'Māra',
    last_name: 'van der Łęcki',
    company: 'Ville de Sainte-Zoé',
  });
  return bench;
}

describe('the search box', () => {
  it.each([
    ['part of a first name, without its accents', 'hele', 'h.stcoeur@zephyr.example'],
    ['a first name in capitals', 'HÉLÈNE', 'h.stcoeur@zephyr.example'],
    ['a last name with a space for its hyphen and oe for œ', 'saint coeur', 'h.stcoeur@zephyr.example'],
    ['part of a company, without its accents', 'cooperative zeph', 'h.stcoeur@zephyr.example'],
    ['part of an e-mail', 'stcoeur@zeph', 'h.stcoeur@zephyr.example'],
    ['first and last name', 'helene saint-cœur', 'h.stcoeur@zephyr.example'],
    ['last name first, with a comma', 'Saint-Cœur, Hélène', 'h.stcoeur@zephyr.example'],
    ['a name and a company', 'hélène zéphyr', 'h.stcoeur@zephyr.example'],
    ['an e-mail in other case', 'Xavier@Quill.Example', 'xavier@quill.example'],
    ['an address as mail programs write it', '"Xavier" <xavier@quill.example>', 'xavier@quill.example'],
    ['a link to an e-mail', 'mailto:xavier@quill.example', 'xavier@quill.example'],
    ['a company in French quotes', '« Coopérative Zéphyr »', 'h.stcoeur@zephyr.example'],
    ['an initial with its point', 'X. O’Quill', 'xavier@quill.example'],
    ['a plain apostrophe', "o'quill", 'xavier@quill.example'],
    ['letters that are no French ones, as they are', 'Łęcki', 'accueil@lodz.example'],
    ['the same without their accents', 'mara lecki', 'accueil@lodz.example'],
    ['signs that mean something in patterns', 'a+b (nord)', 'xavier@quill.example'],
  ])('finds by %s', async (_how, typed, email) => {
    const bench = await benchWithPeople();
    expect(await emails(bench, typed)).toEqual([email]);
  });

  it('finds the same where Envoke distinguishes upper and lower case', async () => {
    const bench = await benchWithPeople({ regexCaseSensitive: true });
    expect(await emails(bench, 'HELENE coopérative')).toEqual(['h.stcoeur@zephyr.example']);
  });

  it('finds an exact e-mail with one request', async () => {
    const bench = await benchWithPeople();
    await emails(bench, 'xavier@quill.example');
    expect(bench.envoke.requests.count()).toBe(1);
  });

  it.each(['$ne', '.*', 'x][$ne', 'a&filter[$or][0][email][$ne]=x', '[$regex]', '%00', '\\', 'zzzz$', '$or'])(
    'searches %s as text and finds nobody',
    async (typed) => {
      const bench = await benchWithPeople();
      expect(await emails(bench, typed)).toEqual([]);
    },
  );

  it('finds exactly the people who have every word', {
    timeout: 60_000,
  }, async () => {
    const bench = await benchWithPeople();
    const people = bench.account.people.list();
    const piece = fc
      .tuple(
        fc.constantFrom(...people),
        fc.constantFrom('first_name', 'last_name', 'email'),
        fc.nat(5),
        fc.nat(8),
      )
      .map(([{ text }, field, from, length]) => text[field as 'email'].slice(from, from + length));
    const typed = fc.oneof(
      fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(' ')),
      fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (search) => {
        const words = search
          .split(/[\s",;<>()]+/)
          .map((word) => looseText(word.replace(/^[-.:]+|[-.:]+$/g, '')).trim())
          .filter((word) => word !== '');
        const has = (fields: readonly string[]) =>
          words.every((word) => fields.some((field) => looseText(field).includes(word)));
        const found = await emails(bench, search);
        const expected = people
          .filter(({ text }) => has([text.first_name, text.last_name, text.company, text.email]))
          .map(({ text }) => text.email)
          .sort();
        if (words.length > 0 && expected.length <= 100) expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the request line within 8 KiB, however long the text is', async () => {
    const bench = await benchWithPeople();
    await emails(bench, 'éàùêîôçœ '.repeat(22).trim());
    await emails(bench, `hélène ${'ée '.repeat(60)}`);
    await emails(bench, 'é'.repeat(200));
    bench.envoke.modes.set({ regexRefused: true });
    await emails(bench, `${'d’ê-t '.repeat(8)}${'é'.repeat(100)}`);
    const longest = Math.max(...bench.envoke.requests.list().map(({ query }) => query.length));
    expect(longest).toBeLessThan(8_000);
  });
});

describe('an empty box', () => {
  it('gives the newest first, a page at a time to the end, without a total', async () => {
    const bench = await startBench();
    const ids: string[] = [];
    let skip: number | null = 0;
    while (skip !== null) {
      const page = await bench.contacts.search(bench.access, { search: '  ', limit: 40, skip });
      expect(page.search).toBe('full');
      ids.push(...page.contacts.map(({ id }) => id));
      skip = page.next_skip;
    }
    expect(ids).toEqual(
      bench.account.people
        .list()
        .map(({ id }) => String(id))
        .toReversed(),
    );
  });

  it('knows the end when the last page is full', async () => {
    const bench = await startBench();
    const page = await bench.contacts.search(bench.access, { limit: 30, skip: 270 });
    expect(page).toMatchObject({ next_skip: null });
    expect(page.contacts).toHaveLength(30);
  });
});

describe('an account whose Envoke refuses some filters', () => {
  it.each([
    ['takes no $or', { orRefused: true }, 'helene'],
    ['cannot search companies', { unprovenFiltersRefused: true }, 'helene coeur'],
    ['takes no $regex', { regexRefused: true }, 'hélène'],
    ['takes neither', { regexRefused: true, orRefused: true }, 'Saint-Cœur'],
    [
      'takes nothing but equality of proven fields',
      { regexRefused: true, orRefused: true, unprovenFiltersRefused: true },
      'hélène saint-cœur',
    ],
  ] as const)(
    'that %s still finds people, and says that the search is narrower',
    async (_what, modes, typed) => {
      const bench = await benchWithPeople(modes);
      const page = await bench.contacts.search(bench.access, { search: typed });
      expect(page.contacts.map(({ email }) => email)).toEqual(['h.stcoeur@zephyr.example']);
      expect(page.search).toBe('narrowed');
    },
  );

  it('still finds an exact e-mail when it refuses all else', async () => {
    const bench = await benchWithPeople({ regexRefused: true, orRefused: true });
    expect(await bench.contacts.search(bench.access, { search: 'xavier@quill.example' })).toMatchObject({
      contacts: [{ email: 'xavier@quill.example' }],
      search: 'full',
    });
  });

  it.each([
    ['a company with small words', 'ville de sainte-zoé'],
    ['a company without its accents', 'VILLE DE SAINTE-ZOE'],
    ['a last name of several words', 'van der łęcki'],
    ['a first and such a last name', 'māra van der łęcki'],
  ])('and takes no $regex still finds by %s', async (_how, typed) => {
    const bench = await benchWithPeople({ regexRefused: true });
    expect(await emails(bench, typed)).toEqual(['accueil@lodz.example']);
  });

  it.each(['Helene', 'helene saint-cœur', 'hélène'])(
    'and takes no $regex finds French names by %s',
    async (typed) => {
      const bench = await benchWithPeople({ regexRefused: true });
      expect(await emails(bench, typed)).toEqual(['h.stcoeur@zephyr.example']);
    },
  );

  it.each(["O'Quill", 'o’quill'])(
    'and takes no $regex finds by %s whichever apostrophe is stored',
    async (typed) => {
      const bench = await benchWithPeople({ regexRefused: true });
      expect(await emails(bench, typed)).toEqual(['xavier@quill.example']);
    },
  );

  it('keeps its search level after one odd text was refused', async () => {
    const bench = await benchWithPeople();
    bench.envoke.modes.set({ regexRefused: true });
    await emails(bench, '😀 %%');
    bench.envoke.modes.reset();
    expect(await bench.contacts.search(bench.access, { search: 'helen' })).toMatchObject({ search: 'full' });
  });

  it('keeps its search level after a single refusal', async () => {
    const bench = await benchWithPeople({ regexRefused: 1 });
    expect(await bench.contacts.search(bench.access, { search: 'helen' })).toMatchObject({
      contacts: [{ email: 'h.stcoeur@zephyr.example' }],
      search: 'full',
    });
    expect(await bench.contacts.search(bench.access, { search: 'helen' })).toMatchObject({ search: 'full' });
  });

  it('is detected once, shared by every broker, and tried again the next day', async () => {
    const bench = await benchWithPeople({ regexRefused: true });
    const requests = async (contacts: Bench['contacts']) => {
      bench.envoke.requests.clear();
      await contacts.search(bench.access, { search: 'hélène' });
      return bench.envoke.requests.count();
    };
    const first = await requests(bench.contacts);
    const second = await requests(bench.contacts);
    expect(second).toBeLessThan(first);
    expect(await requests(bench.anotherBroker())).toBe(second);

    bench.envoke.modes.reset();
    bench.wait(86_400_001);
    expect(await bench.contacts.search(bench.access, { search: 'helen' })).toMatchObject({ search: 'full' });
  });

  it('pages through what it finds without losing or repeating anybody', async () => {
    const bench = await benchWithPeople({ orRefused: true });
    for (let index = 0; index < 250; index += 1) {
      putPerson(bench, {
        email: `member${index}@guild.example`,
        first_name: 'Quentin',
        last_name: `Roe${index}`,
      });
    }
    const found: string[] = [];
    let skip: number | null = 0;
    while (skip !== null) {
      const page = await bench.contacts.search(bench.access, { search: 'quentin', limit: 60, skip });
      found.push(...page.contacts.map(({ email }) => email));
      skip = page.next_skip;
    }
    expect(found).toEqual(Array.from({ length: 250 }, (_, index) => `member${249 - index}@guild.example`));
  });
});

describe('one contact', () => {
  it('is answered 404 when Envoke has nobody with the id', async () => {
    const { contacts, access } = await startBench();
    expect(await slugOf(contacts.get(access, '999999'))).toBe('contact-not-found');
  });

  it('has its fields, its consent and what that means today', async () => {
    const bench = await startBench();
    const { id } = putPerson(
      bench,
      { email: 'a@b.example', city: 'Hull' },
      { status: 'Implied - Inquiry', expiry: '2026-05-01 10:00:00' },
    );
    expect(await bench.contacts.get(bench.access, String(id))).toMatchObject({
      id: String(id),
      email: 'a@b.example',
      city: 'Hull',
      consent: { status: 'Implied - Inquiry', ends_on: '2026-05-01', mailable: 'yes' },
    });
  });
});
