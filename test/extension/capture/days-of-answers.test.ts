/** The day on which somebody agreed: that of the answer or of the form, and of nothing else. */
import { describe, expect, it } from 'vitest';
import type { CapturedConsent } from '../../../extension/lib/capture/captured-contact.ts';
import { capture, lines } from './capture-text.ts';

const consents = (...text: string[]): (CapturedConsent | undefined)[] =>
  capture({ text: lines(...text) }).map(({ consent }) => consent);
const ANN = ['Name: Ann Roe', 'Email: ann.roe@elm.example.ca', 'Newsletter: Yes'];
const inForm = (day: string): CapturedConsent | undefined => consents(...ANN, day)[0];
const inList = (label: string, value: string): CapturedConsent | undefined =>
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
