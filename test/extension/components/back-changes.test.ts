/** The changes that undo others: the fields as they were seen, and never a consent that lasts longer than before. */
import { describe, expect, it } from 'vitest';
import { backOf } from '../../../extension/entrypoints/popup/form/back-changes.ts';
import { person } from './people.ts';

const consent = (
  status: string,
  effective_date = '2026-05-02 10:00:00',
  description = 'Asked at the fair.',
) => ({
  status,
  description,
  effective_date,
  ends_on: null,
  mailable: 'yes' as const,
});
const reset = { consent_status: 'Not Provided', consent_description: 'Another person.' } as const;

describe('putting a contact back', () => {
  it('changes only what was changed, and only while nobody else has changed it since', () => {
    const before = person({ company: 'Old', title: 'Chair' });
    expect(backOf(before, { company: 'New', seen: { company: 'Old' } })).toEqual({
      company: 'Old',
      seen: { company: 'New' },
    });
  });

  it('is nothing where nothing can be put back', () => {
    expect(backOf(person({}), { page_url: 'https://lake.example.ca' })).toBeUndefined();
  });

  it('gives Express back with the proof it had', () => {
    expect(backOf(person({ consent: consent('Express') }), reset)).toMatchObject({
      consent_status: 'Express',
      consent_description: 'Asked at the fair.',
      consent_confirmed: true,
    });
  });

  it.each([
    ['from its own day', null, '2026-05-02'],
    ['from its own day, which its end confirms', '2026-11-02', '2026-05-02'],
    ['to the end that it had, where that was earlier', '2026-09-15', '2026-03-15'],
    ['no longer than from its own day, where Envoke had given it a later end', '2027-01-02', '2026-05-02'],
  ])('lets an implied consent run on %s, on a ground that nobody states', (_, ends_on, day) => {
    const before = { ...consent('Implied - Inquiry'), ends_on };
    expect(backOf(person({ consent: before }), reset)).toMatchObject({
      consent_status: 'Implied - Inquiry',
      basis: 'other',
      happened_on: day,
    });
  });

  it.each([
    ['whose day is not known', consent('Implied - Inquiry', '')],
    ['that nobody can write', consent('Implied')],
    ['without a proof', consent('Express', '2026-05-02', '')],
  ])('leaves a consent %s as it was changed', (_, one) => {
    expect(backOf(person({ consent: one }), { ...reset, first_name: 'Ann' })).not.toHaveProperty(
      'consent_status',
    );
  });

  it('makes somebody who was brought back Revoked again', () => {
    const back = backOf(person({ consent: consent('Revoked', '', '') }), {
      consent_status: 'Express',
      consent_description: 'Asked again.',
    });
    expect(back).toMatchObject({ consent_status: 'Revoked' });
  });
});
