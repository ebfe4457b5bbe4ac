/** Tags and subscriptions, unsubscribing, the lists of the forms. */
import { describe, expect, it } from 'vitest';
import { type Bench, peopleWith, problemOf, putPerson, slugOf, startBench } from './support.ts';

const EMAIL = 'ann@roe.example';

async function benchWithAnn(consent: Parameters<typeof putPerson>[2] = {}) {
  const bench = await startBench();
  return { bench, id: String(putPerson(bench, { email: EMAIL }, consent).id) };
}
const patches = ({ envoke }: Bench) =>
  envoke.requests.list('PATCH').map(({ body }) => JSON.parse(body) as unknown);

describe('tags and subscriptions of a contact', () => {
  it('cannot be set and unset at once', async () => {
    const { bench, id } = await benchWithAnn();
    const changes = { set: ['Volunteer'], unset: ['Volunteer'] };
    expect(await slugOf(bench.contacts.changeInterests(bench.caller(), id, changes))).toBe('invalid-request');
    const byBoth = { set: ['Annual conference'], unset: ['101'] };
    expect(await slugOf(bench.contacts.changeInterests(bench.caller(), id, byBoth))).toBe('invalid-request');
    expect(patches(bench)).toEqual([]);
  });

  it("that do not exist are refused in Envoke's own words", async () => {
    const { bench, id } = await benchWithAnn();
    const problem = await problemOf(
      bench.contacts.changeInterests(bench.caller(), id, { set: ['Nonsense'] }),
    );
    expect(problem.slug).toBe('contact-rejected');
    expect(problem.details.envokeErrors?.join()).toContain('Nonsense');
  });

  it('are set and unset by name or id, and only those that differ are sent', async () => {
    const { bench, id } = await benchWithAnn();
    await bench.contacts.changeInterests(bench.caller(), id, { set: ['Volunteer', 'Media'] });
    const contact = await bench.contacts.changeInterests(bench.caller(), id, {
      set: ['volunteer', '101'],
      unset: ['Media', 'Open house'],
    });
    expect([...contact.interests].sort()).toEqual(['Annual conference', 'Volunteer']);
    expect(patches(bench).at(-1)).toEqual({ interests: { 101: 'Set', Media: 'Unset' } });
  });

  it('are not written when nothing would change', async () => {
    const { bench, id } = await benchWithAnn();
    await bench.contacts.changeInterests(bench.caller(), id, { unset: ['Media'] });
    expect(patches(bench)).toEqual([]);
  });

  it('show which rival an exclusive folder dropped', async () => {
    const { bench, id } = await benchWithAnn();
    await bench.contacts.changeInterests(bench.caller(), id, { set: ['Level: regular'] });
    const contact = await bench.contacts.changeInterests(bench.caller(), id, { set: ['Level: student'] });
    expect(contact.interests).toEqual(['Level: student']);
  });

  it('are shown as written, by their names, where Envoke answers with an id and reads lag behind', async () => {
    const { bench, id } = await benchWithAnn();
    await bench.contacts.changeInterests(bench.caller(), id, { set: ['Volunteer'] });
    putPerson(bench, { email: 'bob@roe.example' });
    bench.envoke.modes.set({ updateAnswer: 'id', staleReads: true });
    const contact = await bench.contacts.changeInterests(bench.caller(), id, {
      set: ['101'],
      unset: ['volunteer'],
    });
    expect(contact.interests).toEqual(['Annual conference']);
  });

  it('are shown as Envoke has them when it ignores an unknown name', async () => {
    const { bench, id } = await benchWithAnn();
    bench.envoke.modes.set({ unknownItems: 'ignored' });
    const contact = await bench.contacts.changeInterests(bench.caller(), id, {
      set: ['Volunteer', 'Nonsense'],
    });
    expect(contact.interests).toEqual(['Volunteer']);
    const again = await bench.contacts.changeInterests(bench.caller(), id, { set: ['Nonsense'] });
    expect(again.interests).toEqual(['Volunteer']);
  });

  it('are read again when the answer was lost', async () => {
    const { bench, id } = await benchWithAnn();
    bench.envoke.modes.set({ writeThenDrop: 1 });
    const contact = await bench.contacts.changeInterests(bench.caller(), id, { set: ['Volunteer'] });
    expect(contact.interests).toEqual(['Volunteer']);
  });
});

describe('unsubscribing', () => {
  it.each(['Express', 'Implied - Inquiry', 'Expired', 'Not Provided'] as const)(
    'from %s revokes consent, with the reason',
    async (status) => {
      const { bench, id } = await benchWithAnn({ status });
      const contact = await bench.contacts.unsubscribe(bench.caller(), id, { reason: 'Asked by e-mail' });
      expect(contact.consent).toMatchObject({
        status: 'Revoked',
        description: 'Asked by e-mail',
        mailable: 'no',
      });
      expect(peopleWith(bench, EMAIL)[0]?.consent.status).toBe('Revoked');
      expect((await bench.contacts.activity(bench.access.accountId, {})).entries).toMatchObject([
        {
          action: 'unsubscribe',
          consent_from: status,
          consent_to: 'Revoked',
          outcome: 'done',
          contact_id: id,
        },
      ]);
    },
  );

  it('revokes a consent that was given a moment ago, though the first look shows it as revoked', async () => {
    const { bench, id } = await benchWithAnn({ status: 'Revoked' });
    const again = {
      consent_status: 'Express',
      consent_description: 'Signed up again',
      consent_confirmed: true,
    } as const;
    await bench.contacts.update(bench.caller(), id, again);
    bench.envoke.modes.set({ staleReads: 1 });
    const contact = await bench.contacts.unsubscribe(bench.caller(), id, { reason: 'Asked by e-mail' });
    expect(contact.consent).toMatchObject({ status: 'Revoked', description: 'Asked by e-mail' });
    expect(peopleWith(bench, EMAIL)[0]?.consent.status).toBe('Revoked');
  });

  it.each(['Revoked', 'External Spam Reported', 'Envoke Spam Reported'] as const)(
    'keeps %s as it is, with its reason',
    async (status) => {
      const { bench, id } = await benchWithAnn({ status, description: 'Link in a message' });
      const contact = await bench.contacts.unsubscribe(bench.caller(), id, { reason: 'Asked by e-mail' });
      expect(contact.consent).toMatchObject({ status, description: 'Link in a message', mailable: 'no' });
      expect(patches(bench)).toEqual([]);
    },
  );
});

describe('the lists of the forms', () => {
  it('have tags and subscriptions with their kind, custom fields, and the statuses a person may choose', async () => {
    const { bench } = await benchWithAnn();
    const lists = await bench.contacts.lists(bench.access);
    expect(lists.interests.find(({ name }) => name === 'Volunteer')?.kind).toBe('tag');
    expect(lists.interests.find(({ name }) => name === 'Job postings')?.kind).toBe('subscription');
    expect(lists.custom_fields).toContain('department');
    expect(lists.consent_statuses).not.toContain('Expired');
  });

  it('have no kinds where v2 is closed', async () => {
    const { bench } = await benchWithAnn();
    bench.envoke.modes.set({ v2Unauthorized: true });
    const { interests } = await bench.contacts.lists(bench.access);
    expect(interests).toHaveLength(12);
    expect(new Set(interests.map(({ kind }) => kind))).toEqual(new Set(['unknown']));
  });
});
