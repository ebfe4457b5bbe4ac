/** The day of a consent in the write itself, for an Envoke that takes it, passes it over or refuses it. */
import { describe, expect, it } from 'vitest';
import { type Bench, DRAFT, peopleWith, problemOf, putPerson, startBench } from './support.ts';

const GIVEN = {
  basis: 'client',
  consent_status: 'Implied - Transaction',
  consent_description: 'Bought a table at the fair',
  happened_on: '2024-08-31',
} as const;
const CLIENT = { ...DRAFT, ...GIVEN };

const startSending = () => startBench({ sendsEffectiveDate: true });
const begunIn = (bench: Bench) => peopleWith(bench, DRAFT.email)[0]?.consent.effectiveDate;
const bodiesOf = ({ envoke }: Bench) =>
  envoke.requests
    .list()
    .filter(({ method }) => method !== 'GET')
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('the day of a consent in a write', () => {
  it('is left out where the operator has not said that Envoke takes it', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ effectiveDate: 'refused' });
    await bench.contacts.create(bench.caller(), CLIENT);
    expect(bodiesOf(bench).map((body) => 'consent_effective_date' in body)).toEqual([false]);
  });

  it.each([
    ['a consent of today', { ...CLIENT, happened_on: '2026-01-15' }],
    ['no consent', { ...DRAFT, consent_status: 'Not Provided', basis: 'found', happened_on: '2025-12-01' }],
    ['a consent without a day', DRAFT],
  ] as const)('is left out with %s', async (_what, draft) => {
    const bench = await startSending();
    bench.envoke.modes.set({ effectiveDate: 'refused' });
    await bench.contacts.create(bench.caller(), draft);
    expect(bodiesOf(bench).map((body) => 'consent_effective_date' in body)).toEqual([false]);
  });

  it('is where Envoke counts from, if it takes it', async () => {
    const bench = await startSending();
    bench.envoke.modes.set({ effectiveDate: 'taken' });
    const { consent } = await bench.contacts.create(bench.caller(), CLIENT);
    expect(begunIn(bench)).toMatch(/^2024-08-31/);
    expect(consent).toMatchObject({ effective_date: begunIn(bench), ends_on: '2026-08-31' });
  });

  it('comes with an update that gives consent, and with no other', async () => {
    const bench = await startSending();
    bench.envoke.modes.set({ effectiveDate: 'taken' });
    const { id } = putPerson(bench, { email: DRAFT.email }, { status: 'Not Provided' });
    const { consent } = await bench.contacts.update(bench.caller(), String(id), GIVEN);
    expect(consent.ends_on).toBe('2026-08-31');
    await bench.contacts.update(bench.caller(), String(id), { title: 'Clerk' });
    await bench.contacts.unsubscribe(bench.caller(), String(id), { reason: 'By phone' });
    expect(bodiesOf(bench).map((body) => body.consent_effective_date)).toEqual([
      '2024-08-31 12:00:00',
      undefined,
      undefined,
    ]);
    expect(begunIn(bench)).toMatch(/^2026-01-15/);
  });

  it.each(['ignored', 'refused'] as const)(
    'does not keep a person out of an Envoke where it is %s: the earlier end is shown and counts',
    async (effectiveDate) => {
      const bench = await startSending();
      bench.envoke.modes.set({ effectiveDate });
      const made = await bench.contacts.create(bench.caller(), CLIENT);
      expect(begunIn(bench)).toMatch(/^2026-01-15/);
      expect(made.consent.ends_on).toBe('2026-08-31');
      expect((await bench.contacts.get(bench.access, made.id)).consent.ends_on).toBe('2026-08-31');
      const changed = await bench.contacts.update(bench.caller(), made.id, {
        ...GIVEN,
        consent_description: 'Bought two tables',
      });
      expect(changed.consent).toMatchObject({ description: 'Bought two tables', ends_on: '2026-08-31' });
      expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
    },
  );

  it('does not hide why else Envoke refuses a person', async () => {
    const bench = await startSending();
    bench.envoke.modes.set({ effectiveDate: 'refused' });
    const long = { ...CLIENT, first_name: 'Maximilienne-Alexandrine' };
    const problem = await problemOf(bench.contacts.create(bench.caller(), long));
    expect(problem.slug).toBe('contact-rejected');
    expect(problem.details.envokeErrors?.join()).toContain('first_name');
    expect(problem.details.envokeErrors?.join()).not.toContain('consent_effective_date');
  });
});
