/** Capture on any page: it ends, it stays in bounds, and its fields are clean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CONTACTS } from '../../../extension/lib/capture/lines/line.ts';
import { capture, captureText, plain } from './capture-text.ts';

/** Control, direction and zero-width characters, which no field may hold. */
const HOSTILE = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uE000-\uE00F]/u;
const ADDRESS =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?=.{1,253}$)[\p{L}\p{N}\p{M}-]{1,63}(?:\.[\p{L}\p{N}\p{M}-]{1,63})+$/u;
const MAX_FIELD_CHARACTERS = 700;

const fragment = fc.constantFrom(
  'Jane Roe',
  'ROE, Jane',
  'jane.roe@example.ca',
  '"Roe, Jane" <jane@example.ca>',
  'mailto:',
  '@',
  '@2x.png',
  ' (arobase) ',
  ' [at] ',
  ' dot ',
  'Director, City of Elm',
  '416-555-0101 ext. 2',
  '12 Main St, Elm ON K1A 0A1',
  'BEGIN:VCARD\nFN:Jane Roe\nEMAIL:jane@example.ca\nEND:VCARD',
  '<div class="h-card">',
  '<script type="application/ld+json">{"@type":"Person","email":"a@b.example"}</script>',
  '<td>',
  '\t',
  '\n',
  '\n\n',
  '\u202E',
  '\u200B',
  '\u0000',
  '&#64;',
  '=HYPERLINK("x")',
  ', ',
  ' | ',
  ': ',
);
const noise = fc.oneof(
  fragment,
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const page = fc.array(noise, { maxLength: 40 }).map((parts) => parts.join(''));
const source = fc.record({
  text: page,
  html: fc.option(page),
  title: page,
  url: fc.oneof(fc.webUrl(), page),
  linkUrl: fc.option(page.map((text) => `mailto:${text}`)),
});

/** Many runs within a test's time; the seed of a failure is printed with it. */
const RUNS = { numRuns: 200 };

// On a busy machine two hundred pages take longer than a single test may.
describe('whatever a page says, capture', { timeout: 60_000 }, () => {
  it('ends without an error, in bounds, each address once', () => {
    fc.assert(
      fc.property(source, (given) => {
        const contacts = capture(given).map(plain);
        const emails = contacts.flatMap(({ email }) => email ?? []);
        expect(contacts.length).toBeLessThanOrEqual(MAX_CONTACTS);
        expect(new Set(emails).size).toBe(emails.length);
        for (const value of contacts.flatMap((contact) => Object.values(contact)))
          expect(value.length).toBeLessThanOrEqual(MAX_FIELD_CHARACTERS);
      }),
      RUNS,
    );
  });

  it('gives no control, direction or zero-width character in any field', () => {
    fc.assert(
      fc.property(source, (given) => {
        for (const value of capture(given)
          .map(plain)
          .flatMap(Object.values<string>)) {
          expect(value).not.toMatch(HOSTILE);
          expect(value).toBe(value.trim());
        }
      }),
      RUNS,
    );
  });

  it('gives only addresses that mail can be sent to', () => {
    fc.assert(
      fc.property(source, (given) => {
        for (const { email } of capture(given).map(plain)) if (email) expect(email).toMatch(ADDRESS);
      }),
      RUNS,
    );
  });

  it('gives the same again for the same page', () => {
    fc.assert(
      fc.property(source, (given) => {
        expect(capture(given)).toEqual(capture(given));
      }),
      { numRuns: 100 },
    );
  });

  it('finds every bare address of a list, in whatever order they stand', () => {
    // With eight digits and more it may be the number of a message.
    const local = fc
      .stringMatching(/^[a-z][a-z0-9]{2,12}(?:[._-][a-z0-9]{2,8})?$/)
      .filter((name) => name.replace(/\D/g, '').length < 8);
    const email = local.map((name) => `${name}@mail.example.ca`);
    fc.assert(
      fc.property(fc.uniqueArray(email, { minLength: 1, maxLength: 30 }), (emails) => {
        const found = (list: readonly string[]) =>
          captureText(list.join('; ')).map((contact) => contact.email);
        expect(found(emails)).toEqual(emails);
        expect(found(emails.toReversed())).toEqual(emails.toReversed());
      }),
      { numRuns: 100 },
    );
  });

  it('finds a person in front of an address whoever else is on the list', () => {
    const people = fc.shuffledSubarray(
      [
        ['André', 'Houle', 'ahoule'],
        ['Ethan', 'Orr', 'eorr'],
        ['Oumar', 'Diop', 'odiop'],
        ['Orlando', 'Byrne', 'obyrne'],
        ['Andrea', 'Etienne', 'aetienne'],
      ] as const,
      { minLength: 2 },
    );
    fc.assert(
      fc.property(people, (list) => {
        const text = list.map(([first, last, local]) => `${first} ${last} <${local}@example.ca>`).join(', ');
        expect(captureText(text).map(({ first_name, last_name }) => [first_name, last_name])).toEqual(
          list.map(([first, last]) => [first, last]),
        );
      }),
    );
  });
});
