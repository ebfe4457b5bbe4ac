/** Idempotency keys under repeats, dying brokers and lost answers. */
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../broker/database/database.ts';
import { type Bench, DEADLINE_MS, DRAFT, peopleWith, problemOf, slugOf, startBench } from './support.ts';

const KEY = 'key-0123456789abcdef';
const LEASE_MS = 10 * DEADLINE_MS;

/** A broker that dies at the moment its write should be settled. */
function dyingBroker({ anotherBroker, database }: Bench) {
  let transactions = 0;
  const dying: Database = {
    ...wrapped(database),
    transaction(work) {
      transactions += 1;
      if (transactions > 1) throw new Error('the broker died');
      return database.transaction(work);
    },
  };
  return anotherBroker({ database: dying });
}

/** Spreading a class instance would lose its methods. */
const wrapped = (database: Database): Database => ({
  kind: database.kind,
  all: (sql, params) => database.all(sql, params),
  run: (sql, params) => database.run(sql, params),
  transaction: (work) => database.transaction(work),
  clock: () => database.clock(),
  migrate: () => database.migrate(),
  close: () => database.close(),
});

describe('a key that was used before', () => {
  it('is refused for another request', async () => {
    const { contacts, caller } = await startBench();
    await contacts.create(caller(KEY), DRAFT);
    expect(await slugOf(contacts.create(caller(KEY), { ...DRAFT, last_name: 'Roy' }))).toBe(
      'idempotency-key-reused',
    );
    expect(await slugOf(contacts.unsubscribe(caller(KEY), '7', { reason: 'asked' }))).toBe(
      'idempotency-key-reused',
    );
  });

  it('is refused for another request even when the first was refused by Envoke', async () => {
    const { contacts, caller } = await startBench();
    await problemOf(contacts.create(caller(KEY), { ...DRAFT, interests: ['No such tag'] }));
    expect(await slugOf(contacts.create(caller(KEY), DRAFT))).toBe('idempotency-key-reused');
  });

  it('is separate for each account', async () => {
    const bench = await startBench();
    await bench.contacts.create(bench.caller(KEY), DRAFT);
    const [, other] = bench.envoke.accounts;
    const caller = {
      ...bench.caller(KEY),
      accountId: other?.id ?? '',
      envokeToken: bench.envoke.issueAccessToken(other?.id),
    };
    await bench.contacts.create(caller, { ...DRAFT, last_name: 'Roy' });
    expect(other?.people.list().filter(({ text }) => text.email === DRAFT.email)).toHaveLength(1);
  });

  it('gets the first answer again, whatever the order of the fields, and writes nothing', async () => {
    const bench = await startBench();
    const first = await bench.contacts.create(bench.caller(KEY), DRAFT);
    const reversed = Object.fromEntries(Object.entries(DRAFT).toReversed()) as typeof DRAFT;
    expect(await bench.anotherBroker().create(bench.caller(KEY), reversed)).toEqual(first);
    expect(bench.envoke.requests.count('POST')).toBe(1);
  });

  it('gets the answer that the person was there, even after they were removed and would be added now', async () => {
    const bench = await startBench();
    const first = await bench.contacts.create(bench.caller(), DRAFT);
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('contact-exists');
    const again = await problemOf(bench.contacts.create(bench.caller(KEY), DRAFT));
    expect(again.slug).toBe('contact-exists');
    expect(again.details.contact?.id).toBe(first.id);
    bench.account.people.remove(Number(first.id));
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('contact-not-found');
    expect(peopleWith(bench, DRAFT.email)).toEqual([]);
  });

  it('may be tried again when nothing happened the first time', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ forbidden: 1 });
    await expect(bench.contacts.create(bench.caller(KEY), DRAFT)).rejects.toMatchObject({
      reason: 'forbidden',
    });
    await bench.contacts.create(bench.caller(KEY), DRAFT);
    expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
  });

  it('is answered 409 while its write is under way', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ slowMs: 100 });
    const first = bench.contacts.create(bench.caller(KEY), DRAFT);
    await expect.poll(() => bench.envoke.requests.count()).toBe(1);
    const problem = await problemOf(bench.anotherBroker().create(bench.caller(KEY), DRAFT));
    expect(problem.slug).toBe('write-in-progress');
    expect(problem.details.retryAfterSeconds).toBe(1);
    await first;
  });
});

describe('a broker that died in the middle of a write', () => {
  it('keeps the key claimed while that broker might still be working', async () => {
    const bench = await startBench();
    await expect(dyingBroker(bench).create(bench.caller(KEY), DRAFT)).rejects.toThrow('died');
    bench.wait(LEASE_MS - 1);
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('write-in-progress');
  });

  it('added the person once: the repeat finds them and says that it is done', async () => {
    const bench = await startBench();
    await expect(dyingBroker(bench).create(bench.caller(KEY), DRAFT)).rejects.toThrow('died');
    bench.wait(LEASE_MS + 1);
    const contact = await bench.contacts.create(bench.caller(KEY), DRAFT);
    expect(peopleWith(bench, DRAFT.email).map(({ id }) => String(id))).toEqual([contact.id]);
    const { entries } = await bench.contacts.activity(bench.access.accountId, {});
    expect(entries).toMatchObject([{ action: 'create', outcome: 'done', contact_id: contact.id }]);
  });

  it('did not add a person with another consent: the repeat says that they exist', async () => {
    const bench = await startBench({ deadlineMs: 1_000 });
    bench.envoke.modes.set({ only: 'POST', slowMs: 5_000 });
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('write-uncertain');
    bench.envoke.modes.reset();
    const other = { ...DRAFT, consent_status: 'Not Provided', consent_description: 'By hand' } as const;
    await bench.contacts.create(bench.caller(), other).catch(() => undefined);
    const outcome = await bench.contacts.create(bench.caller(KEY), DRAFT).catch((error: unknown) => error);
    expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
    expect(outcome).toMatchObject({ slug: 'contact-exists' });
  });

  it('does not block other writes to the same person for longer', async () => {
    const bench = await startBench();
    await expect(dyingBroker(bench).create(bench.caller(KEY), DRAFT)).rejects.toThrow('died');
    expect(await slugOf(bench.contacts.create(bench.caller(), DRAFT))).toBe('write-in-progress');
    bench.wait(LEASE_MS + 1);
    expect(await slugOf(bench.contacts.create(bench.caller(), DRAFT))).toBe('contact-exists');
  });
});

describe('a write whose answer was lost', () => {
  it('is uncertain while Envoke cannot be asked, and is resolved by the repeat', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ only: 'POST', writeThenDrop: true });
    const blind = { ...bench.client, listContacts: bench.client.listContacts };
    let reads = 0;
    blind.listContacts = (token, listing) => {
      reads += 1;
      return bench.client.listContacts(reads > 1 ? 'a token that nobody gave' : token, listing);
    };
    expect(await slugOf(bench.anotherBroker({ client: blind }).create(bench.caller(KEY), DRAFT))).toBe(
      'write-uncertain',
    );
    expect((await bench.contacts.activity(bench.access.accountId, {})).entries).toMatchObject([
      { outcome: 'uncertain' },
    ]);

    await bench.contacts.create(bench.caller(KEY), DRAFT);
    expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
    expect((await bench.contacts.activity(bench.access.accountId, {})).entries).toMatchObject([
      { outcome: 'done' },
    ]);
  });

  it('stays uncertain in the audit while a repeat could not find out', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ only: 'POST', serverError: 1 });
    expect(await slugOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toBe('write-uncertain');
    bench.envoke.modes.set({ only: '', forbidden: true });
    await expect(bench.contacts.create(bench.caller(KEY), DRAFT)).rejects.toMatchObject({
      reason: 'forbidden',
    });
    expect((await bench.contacts.activity(bench.access.accountId, {})).entries).toMatchObject([
      { outcome: 'uncertain' },
    ]);
  });
});

describe('what is kept of a write', () => {
  it('holds no data of the contact and not the key', async () => {
    const bench = await startBench();
    await bench.contacts.create(bench.caller(KEY), DRAFT);
    const kept = JSON.stringify([
      await bench.database.all('SELECT * FROM write_claims'),
      await bench.database.all('SELECT * FROM activity'),
    ]);
    for (const secret of [
      KEY,
      DRAFT.email,
      'Tremblay',
      'Zoé',
      'counter',
      bench.access.envokeToken,
      'session=secret',
    ]) {
      expect(kept).not.toContain(secret);
    }
  });

  it('is deleted after a month, the audit trail after its configured time', async () => {
    const bench = await startBench();
    const draft = { ...DRAFT, basis: 'found', consent_status: 'Not Provided' } as const;
    await bench.contacts.create(bench.caller(KEY), draft);
    expect(await bench.contacts.sweep()).toBe(0);
    bench.wait(31 * 86_400_000);
    expect(await bench.contacts.sweep()).toBe(1);
    expect((await bench.contacts.activity(bench.access.accountId, {})).entries).toHaveLength(1);
    bench.wait(1_096 * 86_400_000);
    expect(await bench.contacts.sweep()).toBe(1);
    expect((await bench.contacts.activity(bench.access.accountId, {})).entries).toHaveLength(0);
  });
});
