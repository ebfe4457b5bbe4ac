/** The audit trail: what is written when, how it is read, and its CSV. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../broker/contacts/activity/activity-entry.ts';
import { sweepContacts } from '../../../broker/contacts/retention.ts';
import { type Bench, DRAFT, problemOf, putPerson, startBench } from './support.ts';

const entriesOf = async ({ contacts, access }: Bench) =>
  (await contacts.activity(access.accountId, {})).entries;
const csvOf = async (lines: AsyncIterable<string>) => (await Array.fromAsync(lines)).join('');

describe('the audit trail', () => {
  it('says who added whom, when, with what consent, on what basis, from which page', async () => {
    const bench = await startBench();
    const { id } = await bench.contacts.create(bench.caller(), DRAFT);
    expect(await entriesOf(bench)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{28}$/),
        at: Math.floor(bench.now() / 1_000),
        session_id: 'session-1',
        request_id: 'request-1',
        action: 'create',
        contact_id: id,
        outcome: 'done',
        consent_from: '',
        consent_to: 'Express',
        basis: 'asked',
        page_url: 'https://town.example.ca/council',
        confirmed: false,
        happened_on: '',
        conditions: '',
        person: '',
        description_digest: createHash('sha256')
          .update(DRAFT.consent_description ?? '')
          .digest('hex'),
        answer: 'Express',
      },
    ]);
  });

  it('says who recorded a consent, of which day, and what was confirmed', async () => {
    const bench = await startBench();
    const proof = {
      basis: 'card',
      consent_status: 'Implied - No Expiry',
      happened_on: '2026-01-10',
    } as const;
    const draft = { ...DRAFT, ...proof, person: 'Ann Roe', conditions: ['about-role' as const] };
    await bench.contacts.create(bench.caller(), draft);
    expect(await entriesOf(bench)).toMatchObject([
      { person: 'Ann Roe', happened_on: '2026-01-10', conditions: 'about-role', basis: 'card' },
    ]);
  });

  it.each([
    ['/happened_on', { happened_on: '2026-01-18' }],
    ['/happened_on', { happened_on: '1926-01-10' }],
    ['/happened_on', { basis: 'member', consent_status: 'Implied - No Expiry', happened_on: '0026-01-10' }],
    ['/happened_on', { basis: 'client', consent_status: 'Implied - Transaction', happened_on: '2023-12-31' }],
    ['/conditions', { basis: 'published', consent_status: 'Implied - No Expiry', happened_on: '2026-01-10' }],
  ] as const)('refuses a consent that is not valid: %s of %j', async (pointer, proof) => {
    const bench = await startBench();
    const problem = await problemOf(bench.contacts.create(bench.caller(), { ...DRAFT, ...proof }));
    expect(problem.details.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('counts the end from the day it happened, where Envoke counts from the day of the write', async () => {
    const bench = await startBench();
    const proof = {
      basis: 'client',
      consent_status: 'Implied - Transaction',
      happened_on: '2024-08-31',
    } as const;
    const made = await bench.contacts.create(bench.caller(), { ...DRAFT, ...proof });
    expect([made.consent.ends_on, made.consent.mailable]).toEqual(['2026-08-31', 'yes']);
    const [result] = (await bench.contacts.lookUp(bench.access, [DRAFT.email])).results;
    expect(result?.contact?.consent).toMatchObject({ effective_date: '2024-08-31', ends_on: '2026-08-31' });
    bench.wait(230 * 86_400_000);
    expect((await bench.contacts.get(bench.access, made.id)).consent.mailable).toBe('no');
  });

  it.each([
    ['member', 'Implied - Transaction', '2024-08-31', '2026-08-31'],
    ['client', 'Implied - Inquiry', '2025-10-15', '2026-04-15'],
    ['client', 'Implied - No Expiry', '2024-08-31', '2026-08-31'],
  ] as const)(
    'ends the consent of a ground that was given another status at the earlier of both ends: %s as %s',
    async (basis, consent_status, happened_on, endsOn) => {
      const bench = await startBench();
      const draft = { ...DRAFT, basis, consent_status, happened_on };
      const made = await bench.contacts.create(bench.caller(), draft);
      expect(made.consent.ends_on).toBe(endsOn);
    },
  );

  it('gives the earlier end also where Envoke has one word for all implied consent', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ consentSpelling: 'hooks' });
    const proof = {
      basis: 'inquired',
      consent_status: 'Implied - Inquiry',
      happened_on: '2025-10-15',
    } as const;
    const made = await bench.contacts.create(bench.caller(), { ...DRAFT, ...proof });
    expect(made.consent).toMatchObject({ status: 'Implied', ends_on: '2026-04-15' });
  });

  it('takes a consent that is over by our own clock for expired, in the guard and in what it shows', async () => {
    const bench = await startBench();
    const proof = {
      basis: 'client',
      consent_status: 'Implied - Transaction',
      happened_on: '2024-02-01',
    } as const;
    const { id } = await bench.contacts.create(bench.caller(), { ...DRAFT, ...proof });
    bench.wait(30 * 86_400_000);
    const express = { consent_status: 'Express', consent_description: 'By phone' } as const;
    const problem = await problemOf(bench.contacts.update(bench.caller(), id, express));
    expect(problem.slug).toBe('consent-confirmation-needed');
    const again = await problemOf(bench.contacts.create(bench.caller(), DRAFT));
    for (const { details } of [problem, again])
      expect(details.contact?.consent).toMatchObject({ ends_on: '2026-02-01', mailable: 'no' });
  });

  it('has the digest of the description as Envoke was sent it', async () => {
    const bench = await startBench();
    const spaced = { ...DRAFT, consent_description: '  Asked at the counter\n' };
    const { id, consent } = await bench.contacts.create(bench.caller(), spaced);
    await bench.contacts.unsubscribe(bench.caller(), id, { reason: ' By phone ', person: 'Ann Roe' });
    const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
    expect((await entriesOf(bench)).map((entry) => entry.description_digest)).toEqual(
      expect.arrayContaining([digestOf(consent.description), digestOf('By phone')]),
    );
  });

  it('says what was refused, what was there already, and what failed', async () => {
    const bench = await startBench();
    const { id } = putPerson(bench, { email: 'ann@roe.example' }, { status: 'Revoked' });
    await problemOf(bench.contacts.create(bench.caller(), { ...DRAFT, email: 'ann@roe.example' }));
    bench.wait(1);
    const changes = { consent_status: 'Express', consent_description: 'By phone' } as const;
    await problemOf(bench.contacts.update(bench.caller(), String(id), changes));
    bench.wait(1);
    bench.envoke.modes.set({ forbidden: true });
    await bench.contacts.create(bench.caller(), DRAFT).catch(() => undefined);
    expect(await entriesOf(bench)).toMatchObject([
      { action: 'create', outcome: 'failed', contact_id: '' },
      {
        action: 'update',
        outcome: 'refused',
        contact_id: String(id),
        consent_from: 'Revoked',
        consent_to: 'Express',
      },
      { action: 'create', outcome: 'already-there', contact_id: String(id), consent_from: 'Revoked' },
    ]);
  });

  it('writes its line before Envoke is asked to write', async () => {
    const bench = await startBench();
    const seen: unknown[] = [];
    const watching = {
      ...bench.client,
      createContact: async (...args: Parameters<typeof bench.client.createContact>) => {
        seen.push(...(await entriesOf(bench)));
        return bench.client.createContact(...args);
      },
    };
    await bench.anotherBroker({ client: watching }).create(bench.caller(), DRAFT);
    expect(seen).toMatchObject([{ action: 'create', outcome: 'uncertain', consent_to: 'Express' }]);
  });

  it('is read a page at a time, newest first, of one contact or of all, and never of another account', async () => {
    const bench = await startBench();
    const { id } = putPerson(bench, { email: 'ann@roe.example' });
    for (const city of ['Hull', 'Aylmer', 'Chelsea']) {
      await bench.contacts.update(bench.caller(), String(id), { city });
      bench.wait(5);
    }
    await bench.contacts.create(bench.caller(), DRAFT);
    const { accountId } = bench.access;
    const first = await bench.contacts.activity(accountId, { contact_id: String(id), limit: 2 });
    const rest = await bench.contacts.activity(accountId, {
      contact_id: String(id),
      limit: 2,
      before: first.next_before ?? '',
    });
    expect([first.entries.length, rest.entries.length, rest.next_before]).toEqual([2, 1, null]);
    const ids = [...first.entries, ...rest.entries].map((entry) => entry.id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(await entriesOf(bench)).toHaveLength(4);
    expect((await bench.contacts.activity('2077', {})).entries).toEqual([]);
  });
});

describe('the audit trail as CSV', () => {
  it('begins with a byte order mark and its columns, and ends every line as RFC 4180 has it', async () => {
    const bench = await startBench();
    const { id } = await bench.contacts.create(bench.caller(), {
      ...DRAFT,
      page_url: 'https://x.example/a,b"c',
    });
    const text = await csvOf(bench.contacts.exportActivity(bench.access, { form: 'csv' }));
    expect(text.startsWith('\uFEFFat,action,outcome,contact_id,')).toBe(true);
    expect(text.split('\r\n')[1]).toMatch(
      new RegExp(
        `^2026-01-15T17:00:00.000Z,create,done,${id},,Express,asked,"https://x.example/a,b%22c",false,`,
      ),
    );
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has every line, however many, and those of one contact', async () => {
    const bench = await startBench();
    const insert = `INSERT INTO activity (id, account_id, at, session_id, action, contact_id, outcome, consent_from,
      consent_to, basis, page_url, confirmed, request_id) VALUES (?, ?, 0, '', 'create', ?, 'done', '', '', '', '', 0, '')`;
    await bench.database.transaction(async (runner) => {
      for (let index = 0; index < 1_203; index += 1) {
        await runner.run(insert, [
          String(index).padStart(8, '0'),
          bench.access.accountId,
          index < 3 ? '7' : '8',
        ]);
      }
    });
    const all = await csvOf(bench.contacts.exportActivity(bench.access, { form: 'csv' }));
    const one = await csvOf(bench.contacts.exportActivity(bench.access, { form: 'csv', contact_id: '7' }));
    expect([all, one].map((text) => text.trim().split('\r\n').length)).toEqual([1_204, 4]);
  });

  it.each([
    ['en', 'When (UTC),Action'],
    ['fr', 'Quand (UTC),Action'],
  ] as const)('has its headings in the language of the reader: %s', async (language, headings) => {
    const bench = await startBench();
    const text = await csvOf(bench.contacts.exportActivity(bench.access, { form: 'csv', language }));
    expect(text.startsWith(`\uFEFF${headings}`)).toBe(true);
  });
});

describe('the audit trail as a file', () => {
  it('names the contacts as Envoke has them now, and nobody whom it no longer has', async () => {
    const bench = await startBench();
    const made = await bench.contacts.create(bench.caller(), DRAFT);
    bench.wait(1);
    const gone = await bench.contacts.create(bench.caller(), { ...DRAFT, email: 'gone@example.ca' });
    bench.account.people.remove(Number(gone.id));
    bench.wait(1);
    await bench.contacts.update(bench.caller(), made.id, { last_name: 'Côté' });
    const text = await csvOf(bench.contacts.exportActivity(bench.access, { form: 'json' }));
    expect(JSON.parse(text)).toMatchObject([
      { action: 'update', name: 'Zoé Côté', email: DRAFT.email, at: '2026-01-15T17:00:00.000Z' },
      { action: 'create', contact_id: gone.id, name: '', email: '' },
      { action: 'create', contact_id: made.id, name: 'Zoé Côté', consent_to: 'Express' },
    ]);
    const stored = JSON.stringify(await bench.database.all('SELECT * FROM activity'));
    expect(stored).not.toContain('Côté');
  });

  it('is whole where Envoke gives no names, and says so', async () => {
    const bench = await startBench();
    await bench.contacts.create(bench.caller(), DRAFT);
    bench.envoke.modes.set({ forbidden: true });
    const text = await csvOf(bench.contacts.exportActivity(bench.access, { form: 'json' }));
    expect(JSON.parse(text)).toMatchObject([
      { action: 'create', outcome: 'done', name: 'Not known: Envoke did not say', email: '' },
    ]);
  });

  it('is an empty list where nothing was written', async () => {
    const bench = await startBench();
    const text = await csvOf(bench.contacts.exportActivity(bench.access, { form: 'json' }));
    expect(JSON.parse(text)).toEqual([]);
  });
});

describe('the retention of the audit trail', () => {
  const DAY_MS = 86_400_000;
  const left = async (bench: Bench) =>
    (await entriesOf(bench)).map(({ basis, consent_to }) => [basis, consent_to]);
  const consents = [
    ['asked', 'Express', '2026-01-10'],
    ['other', 'Express', undefined],
    ['client', 'Implied - Transaction', '2026-01-10'],
    ['found', 'Not Provided', undefined],
  ] as const;
  const writeAll = async (bench: Bench) => {
    for (const [basis, consent_status, happened_on] of consents) {
      const draft = { ...DRAFT, email: `${basis}@example.ca`, basis, consent_status };
      await bench.contacts.create(
        bench.caller(),
        happened_on === undefined ? draft : { ...draft, happened_on },
      );
      bench.wait(1);
    }
  };

  it('keeps lines for three years, and those of Express consent without end', async () => {
    const bench = await startBench();
    await writeAll(bench);
    bench.wait(1_094 * DAY_MS);
    await bench.contacts.sweep();
    expect(await left(bench)).toHaveLength(4);
    bench.wait(2 * DAY_MS);
    await bench.contacts.sweep();
    expect(await left(bench)).toEqual([
      ['other', 'Express'],
      ['asked', 'Express'],
    ]);
  });

  it('keeps each ground for the days it was given, and a day that a clock runs from as long as the clock', async () => {
    const bench = await startBench();
    await writeAll(bench);
    const byGround = new Map([['asked', 90] as const]);
    bench.wait(100 * DAY_MS);
    await sweepContacts(bench.database, bench.now(), { others: 30, byGround });
    expect(await left(bench)).toEqual([['client', 'Implied - Transaction']]);
    bench.wait(640 * DAY_MS);
    await sweepContacts(bench.database, bench.now(), { others: 30, byGround });
    expect(await left(bench)).toEqual([]);
  });
});

describe('the page of a write', () => {
  it.each([
    ['https://user:pass@town.example.ca/a?token=1#x', 'https://town.example.ca/a'],
    ['javascript:alert(1)', ''],
    ['file:///home/ann/list.txt', ''],
    ['no url', ''],
    [undefined, ''],
  ])('%s is kept as %j', (url, page) => {
    expect(pageOf(url)).toBe(page);
  });
});
