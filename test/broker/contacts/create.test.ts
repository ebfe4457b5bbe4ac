/** Adding a person, with every answer that Envoke may give. */
import { describe, expect, it } from 'vitest';
import {
  consentStatusCases,
  DRAFT,
  peopleWith,
  problemOf,
  putPerson,
  slugOf,
  startBench,
} from './support.ts';

describe('adding a person', () => {
  it.each(['Express', 'Implied - Inquiry', 'Implied - Transaction', 'Implied - No Expiry'] as const)(
    'needs a description of where the consent %s came from, and asks Envoke nothing without it',
    async (consent_status) => {
      const { contacts, caller, envoke } = await startBench();
      const problem = await problemOf(
        contacts.create(caller(), { ...DRAFT, consent_status, consent_description: ' \n' }),
      );
      expect(problem.slug).toBe('invalid-request');
      expect(problem.details.errors?.map(({ pointer }) => pointer)).toEqual(['/consent_description']);
      expect(envoke.requests.count()).toBe(0);
    },
  );

  it('never changes who is there, and says who it is', async () => {
    const bench = await startBench();
    const person = putPerson(
      bench,
      { email: 'Zoe.Nouvelle@example.ca', last_name: 'Roy' },
      { status: 'Revoked' },
    );
    const problem = await problemOf(bench.contacts.create(bench.caller(), DRAFT));
    expect(problem.slug).toBe('contact-exists');
    expect(problem.details.contact).toMatchObject({
      id: String(person.id),
      last_name: 'Roy',
      consent: { status: 'Revoked', mailable: 'no' },
    });
    expect(peopleWith(bench, DRAFT.email)).toEqual([person]);
    expect(bench.envoke.requests.count('POST')).toBe(0);
  });

  it.each([
    ['fr', 'Consigné dans Contacts pour Envoke, sans description.'],
    ['en', 'Recorded in Contacts for Envoke without a description.'],
    [
      undefined,
      'Recorded in Contacts for Envoke without a description. / Consigné dans Contacts pour Envoke, sans description.',
    ],
  ])(
    'says in the language of the person (%s) that nobody described a withdrawal',
    async (language, words) => {
      const bench = await startBench();
      const { consent_description: _, ...draft } = { ...DRAFT, consent_status: 'Revoked' as const };
      const asked = language === undefined ? draft : { ...draft, language };
      const contact = await bench.contacts.create(bench.caller(), asked);
      expect(contact.consent.description).toBe(words);
    },
  );

  it("passes on Envoke's own words when it refuses", async () => {
    const { contacts, caller } = await startBench();
    const problem = await problemOf(contacts.create(caller(), { ...DRAFT, interests: ['No such tag'] }));
    expect(problem.slug).toBe('contact-rejected');
    expect(problem.details.envokeErrors?.join()).toContain('No such tag');
  });

  it('is refused when Envoke refuses with status 200', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ successFalse: true });
    expect(await slugOf(bench.contacts.create(bench.caller(), DRAFT))).toBe('contact-rejected');
    expect(peopleWith(bench, DRAFT.email)).toEqual([]);
  });

  it.each(consentStatusCases)(
    'with consent %s adds one person with that consent and its description',
    async (consent_status) => {
      const bench = await startBench();
      const contact = await bench.contacts.create(bench.caller(), { ...DRAFT, consent_status });
      const [person, ...others] = peopleWith(bench, DRAFT.email);
      expect(others).toEqual([]);
      expect(person?.consent).toMatchObject({
        status: consent_status,
        description: DRAFT.consent_description,
      });
      expect(contact).toMatchObject({
        id: String(person?.id),
        first_name: 'Zoé',
        consent: { status: consent_status },
      });
    },
  );

  it('sets tags, subscriptions and custom fields with it', async () => {
    const bench = await startBench();
    const draft = { ...DRAFT, interests: ['Volunteer', '101'], custom_fields: { department: 'Greffe' } };
    const contact = await bench.contacts.create(bench.caller(), draft);
    expect(contact.interests).toEqual(expect.arrayContaining(['Volunteer', 'Annual conference']));
    expect(contact.custom_fields).toEqual({ department: 'Greffe' });
  });

  it.each(['contact', 'id', 'no-data'] as const)(
    'returns the contact when Envoke answers with %s',
    async (createAnswer) => {
      const bench = await startBench();
      bench.envoke.modes.set({ createAnswer });
      const contact = await bench.contacts.create(bench.caller(), DRAFT);
      expect(contact).toMatchObject({
        id: String(peopleWith(bench, DRAFT.email)[0]?.id),
        first_name: 'Zoé',
        consent: { status: 'Express', mailable: 'yes' },
      });
    },
  );

  it("trusts the write's answer when reads lag behind", async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ createStatus: '201', createAnswer: 'id', staleReads: true });
    const contact = await bench.contacts.create(bench.caller(), DRAFT);
    expect(contact).toMatchObject({ id: String(peopleWith(bench, DRAFT.email)[0]?.id), email: DRAFT.email });
  });

  it('finds the person after an unanswered add, and says that it is done', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ writeThenDrop: 1 });
    const contact = await bench.contacts.create(bench.caller(), DRAFT);
    expect(peopleWith(bench, DRAFT.email).map(({ id }) => String(id))).toEqual([contact.id]);
  });

  it('adds one person when two people add the same one at once', async () => {
    const bench = await startBench();
    const [one, other] = [bench.anotherBroker(), bench.anotherBroker()];
    const outcomes = await Promise.allSettled([
      one.create(bench.caller(), DRAFT),
      other.create(bench.caller(), { ...DRAFT, email: 'ZOE.Nouvelle@example.ca' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
  });

  it('reports a person whom somebody added elsewhere a moment before', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ only: 'GET /v1/contacts', staleReads: 1 });
    putPerson(bench, { email: DRAFT.email }, { status: 'Not Provided' });
    const problem = await problemOf(bench.contacts.create(bench.caller(), DRAFT));
    expect(problem.slug).toBe('contact-exists');
    expect(problem.details.contact?.consent.status).toBe('Not Provided');
    expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
  });
});
