/** The people and lists that an account begins with. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../accounts/account.ts';
import { CONTACT_TEXT_FIELDS, CONTACT_TEXT_MAX_CHARS } from '../accounts/contact.ts';
import { createEnvoke, type Envoke } from '../envoke.ts';
import { START_MS } from './support.ts';

let envoke: Envoke;
let main: Account;
beforeAll(async () => {
  envoke = await createEnvoke({ now: () => START_MS });
  const [first] = envoke.accounts;
  if (first === undefined) throw new Error('there is no account');
  main = first;
});
afterAll(() => envoke.close());

describe('the seeded accounts', () => {
  it('have 300, 24 and 60 contacts, the second one with the first one’s login', () => {
    expect(envoke.accounts.map(({ people }) => people.list().length)).toEqual([300, 24, 60]);
    expect(envoke.accounts[1]?.logins).toEqual(main.logins);
  });

  it('are the same for the same seed and time, and others for another', async () => {
    const [twin, other] = await Promise.all([
      createEnvoke({ now: () => START_MS }),
      createEnvoke({ now: () => START_MS, seed: 2 }),
    ]);
    expect(twin.accounts[0]?.people.list()).toEqual(main.people.list());
    expect(other.accounts[0]?.people.list()).not.toEqual(main.people.list());
    await Promise.all([twin.close(), other.close()]);
  });

  it('show every state of consent', () => {
    const states = new Set(main.people.list().map(({ consent }) => consent.status));
    expect([...states].toSorted()).toEqual([
      'Envoke Spam Reported',
      'Expired',
      'Express',
      'External Spam Reported',
      'Implied - Inquiry',
      'Implied - No Expiry',
      'Implied - Transaction',
      'Not Provided',
      'Revoked',
    ]);
  });

  it('have people of both languages, custom fields, tags and automated messages', () => {
    const people = main.people.list();
    const share = (matches: (person: (typeof people)[number]) => boolean) => people.filter(matches).length;
    expect(share(({ text }) => text.language === 'fr')).toBeGreaterThan(80);
    expect(share(({ text }) => text.language === 'en')).toBeGreaterThan(80);
    expect(share(({ customFields }) => Object.keys(customFields).length > 0)).toBeGreaterThan(50);
    expect(share(({ interestIds }) => interestIds.length > 1)).toBeGreaterThan(50);
    expect(share(({ autoresponderIds }) => autoresponderIds.length > 0)).toBeGreaterThan(10);
    expect(share(({ text }) => text.first_name === '')).toBeGreaterThan(0);
  });

  it('hold to Envoke’s lengths, with one e-mail each under a domain that cannot exist', () => {
    const people = main.people.list();
    for (const { text } of people) {
      for (const name of CONTACT_TEXT_FIELDS)
        expect(text[name].length).toBeLessThanOrEqual(CONTACT_TEXT_MAX_CHARS[name]);
      expect(text.email).toMatch(/^[a-z0-9.-]+@[a-z-]+\.example\.(ca|org)$/);
      expect(text.phone).toMatch(/^$|555-01\d\d$/);
    }
    expect(new Set(people.map(({ text }) => text.email)).size).toBe(300);
  });

  it('never date a contact in the future, and newer contacts have higher ids', () => {
    const dates = main.people.list().map(({ dateCreated }) => dateCreated);
    expect(dates).toEqual(dates.toSorted());
    expect(dates.filter((date) => date > '2026-01-15 12:00:00')).toEqual([]);
  });
});
