/** The day on which somebody agreed: that of the answer or of the form, and of nothing else. */
import { describe, expect, it } from 'vitest';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { capture, lines } from './capture-text.ts';

const consents = (...text: string[]): (FormAnswer | undefined)[] =>
  capture({ text: lines(...text) }).map(({ consent }) => consent);
const ANN = ['Name: Ann Roe', 'Email: ann.roe@elm.example.ca', 'Newsletter: Yes'];
const inForm = (day: string): FormAnswer | undefined => consents(...ANN, day)[0];
const inList = (label: string, value: string): FormAnswer | undefined =>
  consents(
    `Name,Email,Newsletter,${label}`,
    `Ann Roe,ann@elm.example.ca,Yes,${value}`,
    `Bo Hale,bo@elm.example.ca,Yes,${value}`,
  )[0];

describe('the day of a record', () => {
  it.each([
    'Created',
    'Created on',
    'Created at',
    'Date created',
    'Date de création',
    'Member since',
    'Membre depuis',
    'Registered on',
    'Last modified',
    'Dernière modification',
    'Subscription updated on',
    'Abonnement modifié le',
  ])('is not that of a yes beside it: %s', (label) => {
    expect(inForm(`${label}: 2019-03-02`)).toEqual({ optIn: true, question: 'Newsletter' });
    expect(inList(label, '2019-03-02')).toEqual({ optIn: true, question: 'Newsletter' });
  });

  it.each(['Date added to the mailing list', 'Newsletter record created on', 'Infolettre – date d’ajout'])(
    'is no yes by itself: %s',
    (label) => {
      expect(consents(`Name,Email,${label}`, 'Ann Roe,ann@elm.example.ca,2019-03-02')).toEqual([undefined]);
    },
  );
});

describe('the day of a form', () => {
  it.each([
    'Soumis le 3 mars 2026',
    'Formulaire soumis le mardi 3 mars 2026 à 14 h 04',
    'Submitted on March 3, 2026 at 2:04 pm',
    'Submitted on Tuesday, March 3, 2026',
    'This form was submitted on March 3, 2026.',
    'Ce formulaire a été envoyé le 2026-03-03',
    'Votre demande a été reçue le 3 mars 2026.',
    'Sent: March 3, 2026 2:04 PM',
  ])('is that of its yes, above or below: %s', (said) => {
    expect(inForm(said)).toMatchObject({ optIn: true, day: '2026-03-03' });
    expect(consents(said, ...ANN)[0]).toMatchObject({ optIn: true, day: '2026-03-03' });
  });

  it('is that of the form below it, where each has one', () => {
    const found = consents(
      'Submitted on March 3, 2026',
      ...ANN,
      '',
      'Submitted on April 5, 2026',
      ...ANN.map((line) => line.replace('Ann', 'Bo').replace('ann', 'bo')),
    );
    expect(found).toMatchObject([{ day: '2026-03-03' }, { day: '2026-04-05' }]);
  });

  it.each(['Received 5 stars in 2026', 'Completed the course of 2025', 'Sent by Bo Hale'])(
    'is not what other words say: %s',
    (said) => {
      expect(inForm(said)).not.toHaveProperty('day');
    },
  );
});

describe('a time of another zone', () => {
  it.each([
    ['2026-03-04T02:30:00Z', '2026-03-03'],
    ['2026-03-04 02:30:00 UTC', '2026-03-03'],
    ['2026-03-04T02:30:00.000+00:00', '2026-03-03'],
    ['Wed, 04 Mar 2026 02:30:00 +0000', '2026-03-03'],
    ['2026-01-01T01:00:00Z', '2025-12-31'],
    ['March 4, 2026 2:30 AM GMT', '2026-03-03'],
    ['2026/03/04 2:30:00 AM UTC+1', '2026-03-03'],
    // Past midnight in Halifax, and before it in Vancouver.
    ['2026-03-04T06:30:00Z', '2026-03-03'],
    ['2026-03-04T18:30:00Z', '2026-03-04'],
  ])('is that of its day in Canada, the earlier of two: %s', (written, day) => {
    expect(inForm(`Timestamp: ${written}`)).toMatchObject({ optIn: true, day });
  });

  it.each([
    '2026-03-04T00:30:00-05:00',
    'Wed Mar 04 2026 00:30:00 GMT-0800',
    '2026/03/04 12:30:00 AM UTC−5',
    '2026-03-04 00:30:00',
    '2026-03-04 09:00-11:30',
  ])('stays as written where it is one of Canada, or none: %s', (written) => {
    expect(inForm(`Timestamp: ${written}`)).toMatchObject({ day: '2026-03-04' });
  });

  it('may be named in the heading', () => {
    expect(inList('Submit Date (UTC)', '2026-03-04 02:30:00')).toMatchObject({ day: '2026-03-03' });
    expect(inList('Submit Date (UTC)', '2026-03-04')).toMatchObject({ day: '2026-03-04' });
  });
});
