/** A person who withdrew consent never gets a second record that may be emailed, whichever way it is tried. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithdrawn } from '../../../shared/consent.ts';
import { readEmail } from '../../../shared/email-address.ts';
import { emailKey, isSameEmail } from '../../../shared/email-key.ts';
import type { ContactChanges } from '../../../shared/schemas/contact.ts';
import { EMAIL_WAYS, ONE_EMAIL } from '../../email-ways.ts';
import { allowsSending } from '../../envoke/accounts/consent.ts';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { type Bench, DRAFT, problemOf, putPerson, slugOf, startBench } from './support.ts';

const mailed = ({ account }: Bench, email: string) =>
  account.people
    .list()
    .filter(({ text, consent }) => emailKey(text.email) === emailKey(email) && allowsSending(consent.status));
const update = (bench: Bench, id: number, changes: ContactChanges) =>
  bench.contacts.update(bench.caller(), String(id), changes);

const HARD_MODES: readonly Partial<ModeValues>[] = [
  {},
  { emailCaseSensitive: true },
  { duplicateEmails: true },
  { emailCaseSensitive: true, regexRefused: true },
  { emailCaseSensitive: true, regexRefused: true, inRefused: true, duplicateEmails: true },
  { emailCaseSensitive: true, regexRefused: true, inRefused: true, orRefused: true },
  { filterIgnored: 'operators', emailCaseSensitive: true },
  { operatorsFind: 'nobody', duplicateEmails: true },
];

describe.each(HARD_MODES)('in an Envoke with %j', (modes) => {
  it.each([
    ['lo\u200bcal@lake.example.ca', 'local@lake.example.ca'],
    ['local@la\u00adke.example.ca', 'local@lake.example.ca'],
    ['\ufefflocal@lake.example.ca', 'Local@lake.example.ca'],
    ['local@lake.example.ca\u200e', 'local@lake.example.ca'],
    ['Jane.Doe@lake.example.ca', 'jane.doe@lake.example.ca'],
    ['JANE.DOE@lake.example.ca', 'jane.doe@lake.example.ca'],
    ['jane.doe@lake.example.ca', 'Jane.Doe@lake.example.ca'],
    ['jane.doe@LAKE.EXAMPLE.CA', 'jane.doe@lake.example.ca'],
    ['o\u2019brien@lake.example.ca', "o'brien@lake.example.ca"],
    ['o\u02bcbrien@lake.example.ca', "O'Brien@lake.example.ca"],
    ['anne\u2011marie@lake.example.ca', 'anne-marie@lake.example.ca'],
    ['anne\u2013marie@lake.example.ca', 'Anne-Marie@lake.example.ca'],
    ['o\ufb03ce@lake.example.ca', 'office@lake.example.ca'],
    ['\uff4aane@lake.example.ca', 'jane@lake.example.ca'],
    ['jane\uff20lake.example.ca', 'jane@lake.example.ca'],
    ['jane@lake\u3002example.ca', 'jane@lake.example.ca'],
    ['jane\u2024roe@lake.example.ca', 'jane.roe@lake.example.ca'],
    ['\u212aate@lake.example.ca', 'kate@lake.example.ca'],
    ['jane@zoe\u0301.example.ca', 'jane@zo\u00e9.example.ca'],
    ['\u202ejane@lake.example.ca', 'jane@lake.example.ca'],
    ['ja\u2060ne\u200b@lake.example.ca\u00a0', 'jane@lake.example.ca'],
    ['j\u3164ane@lake.example.ca', 'jane@lake.example.ca'],
    ['jane@lake.example.ca\ufe0f', 'jane@lake.example.ca'],
  ])('%j, who has unsubscribed, is found when %s is added', async (held, added) => {
    const bench = await startBench();
    putPerson(bench, { email: held }, { status: 'Revoked' });
    bench.envoke.modes.set(modes);
    const add = () => slugOf(bench.contacts.create(bench.caller(), { ...DRAFT, email: added }));
    expect(await add()).toBe('contact-exists');
    const [result] = (await bench.contacts.lookUp(bench.access, [added])).results;
    expect(result?.contact?.consent.status).toBe('Revoked');
    await bench.contacts.lookUp(bench.access, [added, 'somebody.else@lake.example.ca']);
    expect(await add()).toBe('contact-exists');
  });
});

it.each(EMAIL_WAYS)('one address is one contact when it is written %s', async (_what, given) => {
  const bench = await startBench();
  await bench.contacts.create(bench.caller(), { ...DRAFT, email: ONE_EMAIL });
  const reading = readEmail(given);
  const email = reading.ok ? reading.email : '';
  expect(await slugOf(bench.contacts.create(bench.caller(), { ...DRAFT, email }))).toBe('contact-exists');
});

describe('a new address', () => {
  it('keeps the old address of an unsubscribed person closed, also after a restart', async () => {
    const bench = await startBench();
    const { id } = putPerson(bench, { email: 'old@lake.example.ca' }, { status: 'Revoked' });
    await update(bench, id, { email: 'new@lake.example.ca' });
    const problem = await problemOf(
      bench.contacts.create(bench.caller(), { ...DRAFT, email: 'Old@lake.example.ca' }),
    );
    expect([problem.slug, problem.details.contact?.id]).toEqual(['consent-not-allowed', String(id)]);
    expect(mailed(bench, 'old@lake.example.ca')).toEqual([]);
  });

  it('keeps the old address closed also after the person at the new one has given consent', async () => {
    const bench = await startBench();
    const { id } = putPerson(bench, { email: 'old@lake.example.ca' }, { status: 'Revoked' });
    await update(bench, id, { email: 'new@lake.example.ca' });
    await update(bench, id, {
      consent_status: 'Express',
      consent_description: 'Asked at the counter',
      consent_confirmed: true,
    });
    const draft = { ...DRAFT, email: 'old@lake.example.ca' };
    expect(await slugOf(bench.contacts.create(bench.caller(), draft))).toBe('consent-not-allowed');
  });

  it('keeps consent only when the caller confirms that it is the same person', async () => {
    const bench = await startBench();
    const { id } = putPerson(bench, { email: 'ann@lake.example.ca' }, { status: 'Express' });
    const email = 'bob@lake.example.ca';
    expect(await slugOf(update(bench, id, { email }))).toBe('consent-confirmation-needed');
    const anew = await update(bench, id, {
      email,
      consent_status: 'Not Provided',
      consent_description: 'Another person',
    });
    expect([anew.email, anew.consent.status]).toEqual([email, 'Not Provided']);
    const again = putPerson(bench, { email: 'cat@lake.example.ca' }, { status: 'Express' });
    const same = await update(bench, again.id, { email: 'cat.roe@lake.example.ca', consent_confirmed: true });
    expect(same.consent.status).toBe('Express');
  });

  it('is refused when another contact has it', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ duplicateEmails: true });
    putPerson(bench, { email: 'Ann@lake.example.ca' }, { status: 'Revoked' });
    const { id } = putPerson(bench, { email: 'bob@lake.example.ca' }, { status: 'Express' });
    const change = update(bench, id, { email: 'ann@lake.example.ca', consent_confirmed: true });
    expect(await slugOf(change)).toBe('contact-exists');
  });

  it('is the same address when only unseen characters are removed', async () => {
    const bench = await startBench();
    const { id } = putPerson(bench, { email: 'lo\u200bcal@lake.example.ca' }, { status: 'Express' });
    const mended = await update(bench, id, { email: 'local@lake.example.ca' });
    expect([mended.email, mended.consent.status]).toEqual(['local@lake.example.ca', 'Express']);
  });

  it('and an add of it at the same moment leave one contact', async () => {
    for (let round = 0; round < 15; round += 1) {
      const bench = await startBench();
      bench.envoke.modes.set({ duplicateEmails: true });
      const email = `race${round}@lake.example.ca`;
      const { id } = putPerson(bench, { email: 'ann@lake.example.ca' }, { status: 'Not Provided' });
      await Promise.allSettled([
        update(bench, id, { email }),
        bench.contacts.create(bench.caller(), { ...DRAFT, email }),
      ]);
      expect(bench.account.people.list().filter(({ text }) => text.email === email)).toHaveLength(1);
    }
  });
});

it.each(['\u200b', '\u00ad \u2060', '\ufeff\n'])(
  'a description that nobody can see (%j) proves nothing',
  async (unseen) => {
    const bench = await startBench();
    const draft = { ...DRAFT, consent_description: unseen };
    expect(await slugOf(bench.contacts.create(bench.caller(), draft))).toBe('invalid-request');
    const { id } = putPerson(
      bench,
      { email: 'rev@lake.example.ca' },
      { status: 'Revoked', description: 'By phone' },
    );
    const change = {
      consent_status: 'Express',
      consent_description: unseen,
      consent_confirmed: true,
    } as const;
    expect(await slugOf(update(bench, id, change))).toBe('invalid-request');
    expect(await slugOf(update(bench, id, { consent_description: unseen }))).toBe('invalid-request');
  },
);

it('an address that Envoke has forgotten returns only with express consent', async () => {
  const bench = await startBench();
  const { id } = putPerson(bench, { email: 'gone@lake.example.ca' }, { status: 'Express' });
  await bench.contacts.unsubscribe(bench.caller(), String(id), { reason: 'By phone' });
  bench.account.people.remove(id);
  const draft = { ...DRAFT, email: 'gone@lake.example.ca' };
  const later = bench.anotherBroker();
  expect(await slugOf(bench.contacts.create(bench.caller(), draft))).toBe('consent-not-allowed');
  const kept = await bench.contacts.create(bench.caller(), { ...draft, consent_status: 'Not Provided' });
  const express = {
    consent_status: 'Express',
    consent_description: 'Asked to come back at the counter',
  } as const;
  expect(await slugOf(bench.contacts.update(bench.caller(), kept.id, express))).toBe(
    'consent-confirmation-needed',
  );
  const back = await bench.contacts.update(bench.caller(), kept.id, { ...express, consent_confirmed: true });
  expect(back.consent.status).toBe('Express');
  expect(later).toBeDefined();
});

it('an address that was only seen in a search, and has another now, is not added as one to be mailed', async () => {
  const bench = await startBench();
  const { id } = putPerson(
    bench,
    { email: 'seen@lake.example.ca', last_name: 'Quillbrook' },
    { status: 'Envoke Spam Reported' },
  );
  await bench.contacts.search(bench.access, { search: 'quillbrook' });
  bench.account.people.remove(id);
  const draft = { ...DRAFT, email: 'Seen@lake.example.ca' };
  expect(await slugOf(bench.contacts.create(bench.caller(), draft))).toBe('consent-not-allowed');
});

describe('over random sequences', () => {
  const PEOPLE = ['ann.roe', 'bob', 'cat'].map((name) => `${name}@lake.example.ca`);
  /** As Envoke may hold them: neither the parser nor the broker has seen these. */
  const ODD_WAYS = PEOPLE.flatMap((email) => [
    email.replace('@', '\u200b@'),
    `\ufeff${email.toUpperCase()}`,
    email.replace('a', '\uff41'),
    `${email}\u00a0`,
  ]);
  const spelled = fc
    .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...EMAIL_WAYS.map(([, given]) => given)), fc.boolean())
    .map(([email, way, capitals]) => {
      const written = way.replaceAll(ONE_EMAIL, capitals ? email.toUpperCase() : email);
      const reading = readEmail(written);
      return reading.ok ? reading.email : email;
    });
  const step = fc.oneof(
    fc.record({
      act: fc.constant('add' as const),
      email: spelled,
      status: fc.constantFrom('Express', 'Not Provided', 'Implied - Inquiry'),
    }),
    fc.record({ act: fc.constant('unsubscribe' as const), at: fc.nat(9) }),
    fc.record({ act: fc.constant('rename' as const), at: fc.nat(9), email: spelled, sure: fc.boolean() }),
    fc.record({ act: fc.constant('consent' as const), at: fc.nat(9) }),
    fc.record({ act: fc.constant('complain' as const), at: fc.nat(9) }),
    fc.record({ act: fc.constant('record' as const), held: fc.constantFrom(...ODD_WAYS) }),
    fc.record({
      act: fc.constant('import' as const),
      emails: fc.array(spelled, { minLength: 2, maxLength: 3 }),
    }),
  );
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

  /** Looks up all of them in one call, then adds each with a status that allows emailing. */
  const importAll = async (bench: Bench, emails: readonly string[]) => {
    await bench.contacts.lookUp(bench.access, emails);
    for (const email of emails)
      await bench.contacts.create(bench.caller(), { ...DRAFT, email }).catch(() => undefined);
  };

  const take = (bench: Bench, one: Step): Promise<unknown> | undefined => {
    const consent_description = `Asked ${randomUUID()}`;
    if (one.act === 'import') return importAll(bench, one.emails);
    if (one.act === 'record') {
      // Somebody unsubscribes in Envoke itself, at an address that Envoke holds with odd characters.
      const isThere = bench.account.people.list().some(({ text }) => isSameEmail(text.email, one.held));
      if (!isThere) putPerson(bench, { email: one.held }, { status: 'Revoked' });
      return undefined;
    }
    if (one.act === 'add') {
      const consent_status = one.status as 'Express';
      const draft = { ...DRAFT, email: one.email, consent_status, consent_description };
      return bench.contacts.create(bench.caller(), draft);
    }
    const list = bench.account.people.list();
    const person = list[one.at % Math.max(1, list.length)];
    if (person === undefined) return undefined;
    switch (one.act) {
      case 'unsubscribe':
        return bench.contacts.unsubscribe(bench.caller(), String(person.id), { reason: 'By phone' });
      case 'complain': {
        // Records it in Envoke directly, without the broker.
        const consent = { ...person.consent, status: 'External Spam Reported' } as const;
        bench.account.people.replace({ ...person, consent });
        return undefined;
      }
      case 'rename':
        return update(bench, person.id, { email: one.email, consent_confirmed: one.sure });
      case 'consent':
        return update(bench, person.id, { consent_status: 'Express', consent_description });
    }
  };

  it('no withdrawn address ever becomes mailable again without a confirmation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 14 }),
        fc.constantFrom(...HARD_MODES),
        async (steps, modes) => {
          const bench = await startBench();
          // One person stays, who has none of these addresses, as the model of others.
          for (const { id } of bench.account.people.list().slice(1)) bench.account.people.remove(id);
          bench.envoke.modes.set(modes);
          const withdrawn = new Set<string>();
          for (const one of steps) {
            await take(bench, one)?.catch(() => undefined);
            for (const { text, consent } of bench.account.people.list())
              if (isWithdrawn(consent.status)) withdrawn.add(emailKey(text.email));
            for (const email of withdrawn) expect(mailed(bench, email)).toEqual([]);
          }
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});
