/** Changing the fields and the consent of a contact. */
import { describe, expect, it } from 'vitest';
import { type Bench, peopleWith, problemOf, putPerson, slugOf, startBench } from './support.ts';

const EMAIL = 'ann@roe.example';

async function benchWithAnn(consent: Parameters<typeof putPerson>[2] = {}) {
  const bench = await startBench();
  const ann = putPerson(bench, { email: EMAIL, first_name: 'Ann', last_name: 'Roe', city: 'Hull' }, consent);
  return { bench, id: String(ann.id), ann };
}
const annNow = (bench: Bench) => peopleWith(bench, EMAIL)[0];
const patches = ({ envoke }: Bench) =>
  envoke.requests.list('PATCH').map(({ body }) => JSON.parse(body) as unknown);

describe('changing a contact', () => {
  it('is answered 404 when there is no such contact', async () => {
    const { bench } = await benchWithAnn();
    expect(await slugOf(bench.contacts.update(bench.caller(), '999999', { city: 'Gatineau' }))).toBe(
      'contact-not-found',
    );
  });

  it('is refused when somebody changed the same field meanwhile, and returns the present value', async () => {
    const { bench, id } = await benchWithAnn();
    const problem = await problemOf(
      bench.contacts.update(bench.caller(), id, { city: 'Gatineau', seen: { city: 'Ottawa' } }),
    );
    expect(problem.slug).toBe('contact-changed');
    expect(problem.details.contact).toMatchObject({ id, city: 'Hull' });
    expect(patches(bench)).toEqual([]);
  });

  it.each([
    ['consent_status', 'Revoked'],
    ['consent_description', 'another'],
    ['custom_fields.department', 'Greffe'],
  ])('also compares the seen value of %s', async (name, seen) => {
    const { bench, id } = await benchWithAnn();
    const changes = { city: 'Gatineau', seen: { [name]: seen } };
    expect(await slugOf(bench.contacts.update(bench.caller(), id, changes))).toBe('contact-changed');
  });

  it.each([
    ['was withdrawn since', { status: 'Revoked', description: 'She phoned' }],
    ['was given anew since', { status: 'Express', description: 'Asked again at the door' }],
  ] as const)('does not take away a consent that %s, nor its reason', async (_, consent) => {
    const bench = await startBench();
    const id = String(putPerson(bench, { email: EMAIL }, consent).id);
    const undoing = {
      consent_status: 'Revoked',
      consent_description: 'Added by mistake',
      seen: { consent_status: 'Express', consent_description: 'Paper form' },
    } as const;
    expect(await slugOf(bench.contacts.update(bench.caller(), id, undoing))).toBe('contact-changed');
    expect(patches(bench)).toEqual([]);
  });

  it('takes a consent away that Envoke has as it was sent, white space and kind of Implied aside', async () => {
    const bench = await startBench();
    const sent = { status: 'Implied - Inquiry', description: 'Paper  form' } as const;
    const id = String(putPerson(bench, { email: EMAIL }, sent).id);
    const undoing = {
      consent_status: 'Revoked',
      consent_description: 'Added by mistake',
      seen: { consent_status: 'Implied - Inquiry', consent_description: ' Paper form ' },
    } as const;
    const { consent } = await bench.contacts.update(bench.caller(), id, undoing);
    expect(consent).toMatchObject({ status: 'Revoked', description: 'Added by mistake' });
  });

  it('refuses an unknown field among the seen values', async () => {
    const { bench, id } = await benchWithAnn();
    const changes = { city: 'Gatineau', seen: { external_id: '' } };
    expect(await slugOf(bench.contacts.update(bench.caller(), id, changes))).toBe('invalid-request');
  });

  it('to the e-mail of another contact is refused, and names that contact', async () => {
    const { bench, id } = await benchWithAnn();
    const bob = putPerson(bench, { email: 'bob@roe.example' });
    const problem = await problemOf(bench.contacts.update(bench.caller(), id, { email: 'bob@roe.example' }));
    expect(problem.slug).toBe('contact-exists');
    expect(problem.details.contact?.id).toBe(String(bob.id));
  });

  it("passes on Envoke's own words when it refuses", async () => {
    const { bench, id } = await benchWithAnn();
    const problem = await problemOf(bench.contacts.update(bench.caller(), id, { language: 'english' }));
    expect(problem.slug).toBe('contact-rejected');
    expect(problem.details.envokeErrors?.join()).toContain('language');
  });

  it('sends only what differs', async () => {
    const { bench, id } = await benchWithAnn();
    const changes = {
      first_name: 'Ann',
      city: 'Gatineau',
      custom_fields: { department: 'Greffe', profile_page: '' },
    };
    const contact = await bench.contacts.update(bench.caller(), id, changes);
    expect(patches(bench)).toEqual([{ city: 'Gatineau', custom_fields: { department: 'Greffe' } }]);
    expect(contact).toMatchObject({
      first_name: 'Ann',
      city: 'Gatineau',
      custom_fields: { department: 'Greffe' },
    });
  });

  it('sends nothing when there is nothing to change', async () => {
    const { bench, id } = await benchWithAnn();
    const contact = await bench.contacts.update(bench.caller(), id, {
      city: 'Hull',
      seen: { city: 'Ottawa' },
    });
    expect(contact.city).toBe('Hull');
    expect(patches(bench)).toEqual([]);
  });

  it('clears a field with empty text', async () => {
    const { bench, id } = await benchWithAnn();
    expect((await bench.contacts.update(bench.caller(), id, { city: '' })).city).toBe('');
    expect(annNow(bench)?.text.city).toBe('');
  });

  it.each(['contact', 'id', 'no-data'] as const)(
    'returns the contact when Envoke answers with %s',
    async (updateAnswer) => {
      const { bench, id } = await benchWithAnn();
      bench.envoke.modes.set({ updateAnswer });
      expect(await bench.contacts.update(bench.caller(), id, { city: 'Gatineau' })).toMatchObject({
        id,
        city: 'Gatineau',
      });
    },
  );

  it("trusts the write's answer when reads lag behind", async () => {
    const { bench, id } = await benchWithAnn();
    await bench.contacts.update(bench.caller(), id, { phone: '613-555-0100' });
    bench.envoke.modes.set({ updateAnswer: 'id', staleReads: true });
    // A stale read is one write behind: Envoke shows the contact without the phone, and with the old city.
    const contact = await bench.contacts.update(bench.caller(), id, { city: 'Gatineau' });
    expect(contact).toMatchObject({ id, city: 'Gatineau' });
  });

  it('reads the contact when the answer was lost, and says that it is done', async () => {
    const { bench, id } = await benchWithAnn();
    bench.envoke.modes.set({ writeThenServerError: 1 });
    expect(await bench.contacts.update(bench.caller(), id, { city: 'Gatineau' })).toMatchObject({
      city: 'Gatineau',
    });
  });

  it('says that it is uncertain when the answer was lost and nothing has changed', async () => {
    const { bench, id } = await benchWithAnn();
    bench.envoke.modes.set({ only: 'PATCH', serverError: 1 });
    expect(
      await slugOf(bench.contacts.update(bench.caller('key-0123456789abcdef'), id, { city: 'Gatineau' })),
    ).toBe('write-uncertain');
    const again = await bench.contacts.update(bench.caller('key-0123456789abcdef'), id, { city: 'Gatineau' });
    expect(again.city).toBe('Gatineau');
  });
});

describe('changing consent', () => {
  it.each([
    ['Revoked', 'Express', 'consent-confirmation-needed'],
    ['Expired', 'Implied - Inquiry', 'consent-confirmation-needed'],
    ['Express', 'Implied - No Expiry', 'consent-confirmation-needed'],
    ['Revoked', 'Not Provided', 'consent-not-allowed'],
    ['Envoke Spam Reported', 'Express', 'consent-not-allowed'],
    ['External Spam Reported', 'Revoked', 'consent-not-allowed'],
  ] as const)(
    'from %s to %s is answered %s, with the contact as it is',
    async (status, consent_status, slug) => {
      const { bench, id, ann } = await benchWithAnn({ status });
      const changes = { consent_status, consent_description: 'Asked by phone' };
      const problem = await problemOf(bench.contacts.update(bench.caller(), id, changes));
      expect(problem.slug).toBe(slug);
      expect(problem.details.contact?.consent.status).toBe(status);
      expect(annNow(bench)).toEqual(ann);
    },
  );

  it("is judged by Envoke's present status, even when the first read is stale", async () => {
    const { bench, id, ann } = await benchWithAnn();
    bench.account.people.replace({ ...ann, consent: { ...ann.consent, status: 'Revoked' } });
    bench.envoke.modes.set({ staleReads: 1 });
    const changes = { consent_status: 'Express', consent_description: 'Asked by phone' } as const;
    expect(await slugOf(bench.contacts.update(bench.caller(), id, changes))).toBe(
      'consent-confirmation-needed',
    );
    expect(annNow(bench)?.consent.status).toBe('Revoked');
  });

  it('needs a description, even when confirmed', async () => {
    const { bench, id } = await benchWithAnn({ status: 'Revoked' });
    const changes = { consent_status: 'Express', consent_confirmed: true } as const;
    expect(await slugOf(bench.contacts.update(bench.caller(), id, changes))).toBe('invalid-request');
  });

  it('never removes the description of an existing consent', async () => {
    const { bench, id } = await benchWithAnn();
    expect(await slugOf(bench.contacts.update(bench.caller(), id, { consent_description: ' ' }))).toBe(
      'invalid-request',
    );
  });

  it('is done when confirmed and described, and the audit has both statuses', async () => {
    const { bench, id } = await benchWithAnn({ status: 'Revoked' });
    const changes = {
      consent_status: 'Express',
      consent_description: 'Signed up again',
      consent_confirmed: true,
    } as const;
    const contact = await bench.contacts.update(bench.caller(), id, changes);
    expect(contact.consent).toMatchObject({
      status: 'Express',
      description: 'Signed up again',
      mailable: 'yes',
    });
    const { entries } = await bench.contacts.activity(bench.access.accountId, {});
    expect(entries).toMatchObject([
      { action: 'update', consent_from: 'Revoked', consent_to: 'Express', confirmed: true, outcome: 'done' },
    ]);
  });

  it('sends a standard description where the person need not give one', async () => {
    const { bench, id } = await benchWithAnn({ status: 'Not Provided', description: '' });
    await bench.contacts.update(bench.caller(), id, { consent_status: 'Revoked' });
    expect(annNow(bench)?.consent.description).not.toBe('');
  });

  it('renews a consent whose status stays and whose description is new', async () => {
    const { bench, id } = await benchWithAnn({ status: 'Implied - Inquiry', expiry: '2026-02-01 00:00:00' });
    const changes = { consent_status: 'Implied - Inquiry', consent_description: 'Asked again' } as const;
    const contact = await bench.contacts.update(bench.caller(), id, changes);
    expect(contact.consent.ends_on).toBe('2026-07-15');
  });

  it('is refused by an Envoke that refuses it', async () => {
    const { bench, id } = await benchWithAnn({ status: 'Not Provided' });
    bench.envoke.modes.set({ consentChangeRefused: true });
    const changes = { consent_status: 'Express', consent_description: 'Asked by phone' } as const;
    expect(await slugOf(bench.contacts.update(bench.caller(), id, changes))).toBe('contact-rejected');
  });
});
