/** Which answers of lists and forms are a yes to e-mail: a refusal, a withdrawal or a yes to something else never is. */
import { describe, expect, it } from 'vitest';
import type { CapturedConsent } from '../../../extension/lib/capture/captured-contact.ts';
import { capture, lines } from './capture-text.ts';

/** What a list with these columns says of its one person. */
function consentIn(columns: Readonly<Record<string, string>>): CapturedConsent | undefined {
  const all = { 'First name': 'Ann', 'Last name': 'Roe', Email: 'ann.roe@elm.example.ca', ...columns };
  return capture({ text: lines(Object.keys(all).join('\t'), Object.values(all).join('\t')) })[0]?.consent;
}

describe('a refusal in words', () => {
  it.each([
    'Je souhaite ne plus recevoir l’infolettre',
    'Je ne souhaite pas recevoir de courriels',
    'Je veux me désabonner',
    'Retirez-moi de la liste',
    'N’envoyez plus rien',
    'I would like to be removed',
    'I want to unsubscribe',
    'Please stop the emails',
    'Please remove me from the list',
    'No longer wish to receive it',
    'No, thanks',
    'Désabonnée',
    'Unsubscribed',
    'Refusé',
  ])('is no yes: %s', (said) => {
    expect(consentIn({ Infolettre: said })?.optIn).not.toBe(true);
  });

  it.each([
    'Oui, mais retirez-moi de la liste',
    'Yes, but not every week',
    'Oui, sauf les invitations',
    'I agree unless it is about donations',
    'Yes, please do not share my address',
  ])('makes a yes unclear, whose words are kept: %s', (said) => {
    expect(consentIn({ Newsletter: said })).toEqual({ optIn: false, unclear: said, question: 'Newsletter' });
  });

  it.each([
    'Yes, I agree to receive emails. I can unsubscribe at any time.',
    'Oui, je souhaite recevoir l’infolettre',
    'J’accepte de recevoir vos courriels. Je peux retirer mon consentement en tout temps.',
    'I would like to receive the newsletter',
    'Yes, please',
    'Oui',
    '☑',
  ])('is not seen in a plain yes: %s', (said) => {
    expect(consentIn({ Newsletter: said })?.optIn).toBe(true);
  });
});

describe('a column of refusals', () => {
  it.each([
    ['Date du retrait du consentement', '2026-03-02'],
    ['Consentement retiré', 'Oui'],
    ['Consent withdrawn', 'x'],
    ['Consent withdrawn on', '2026-03-02'],
    ['Pas d’infolettre', 'Oui'],
    ['Retrait du consentement', 'Oui'],
    ['Refus de l’infolettre', 'Oui'],
    ['Refuse infolettre', '1'],
    ['Consentement révoqué le', '2026-03-02'],
    ['Ne veut pas d’infolettre', 'x'],
    ['Newsletter cancelled on', '2026-03-02'],
    ['UNSUB_TIME', '2026-01-05 10:00:00'],
    ['UNSUB_REASON', 'N0: no longer interested'],
    ['Unsubscribed', 'Yes'],
    ['Ne pas contacter', 'Oui'],
    ['Désabonné le', '5 mars 2026'],
  ])('makes nobody agree: %s, %s', (label, value) => {
    expect(consentIn({ [label]: value })).toEqual({ optIn: false, question: label });
  });

  it.each([
    ['Unsubscribed', 'No'],
    ['UNSUB_TIME', ''],
    ['Ne pas contacter', 'Non'],
    ['Date du retrait du consentement', 'N/A'],
  ])('says nothing where it is empty or no: %s, %s', (label, value) => {
    expect(consentIn({ [label]: value })).toBeUndefined();
  });

  it('is stronger than any yes and any day in the same row', () => {
    expect(consentIn({ Infolettre: 'Oui', 'Ne pas contacter': 'Oui' })?.optIn).toBe(false);
    expect(consentIn({ Infolettre: 'Oui', 'Newsletter (EN)': 'Non' })?.optIn).toBe(false);
    expect(consentIn({ OPTIN_TIME: '2024-02-01 09:00:00', UNSUB_TIME: '2025-02-01 09:00:00' })?.optIn).toBe(
      false,
    );
  });

  it('is heard in a column about anything else, but not in one about text messages', () => {
    expect(consentIn({ Newsletter: 'Yes', 'Email status': 'Unsubscribed' })?.optIn).toBe(false);
    expect(consentIn({ Statut: 'Désabonné(e)' })).toEqual({ optIn: false, question: 'Statut' });
    expect(consentIn({ Newsletter: 'Yes', 'SMS status': 'Unsubscribed' })?.optIn).toBe(true);
  });

  it('leaves a day of agreement a yes for whoever did not leave', () => {
    expect(consentIn({ OPTIN_TIME: '2024-02-01 09:00:00', UNSUB_TIME: '' })).toMatchObject({
      optIn: true,
      day: '2024-02-01',
    });
  });
});

describe('a yes to something else', () => {
  it.each([
    'Photo consent',
    'Consentement à la prise de photos',
    'Consentement médical',
    'Parental consent',
    'SMS opt-in',
    'Consent to text messages',
    'Abonnement au gym',
    'I agree to the terms and conditions',
    'J’accepte la politique de confidentialité',
    'Consent to background check',
  ])('is no consent to e-mail: %s', (label) => {
    expect(consentIn({ [label]: 'Yes' })).toBeUndefined();
  });

  it('is none in the words of the answer either', () => {
    expect(consentIn({ Consent: 'I agree to the privacy policy.' })).toBeUndefined();
  });

  it('does not hide a question about e-mail that names it too', () => {
    expect(consentIn({ 'I agree to the privacy policy and to receive the newsletter': 'Yes' })?.optIn).toBe(
      true,
    );
  });
});

describe('somebody who stands in a list twice', () => {
  it.each([
    ['Oui', 'Non'],
    ['Non', 'Oui'],
  ])('has refused where one of the answers is no: %s, %s', (one, other) => {
    const text = lines(
      'Name\tEmail\tInfolettre',
      `Ann Roe\tann.roe@elm.example.ca\t${one}`,
      'Bo Hale\tbo.hale@elm.example.ca\tOui',
      `Ann Roe\tANN.ROE@elm.example.ca\t${other}`,
    );
    expect(capture({ text }).map(({ consent }) => consent?.optIn)).toEqual([false, true]);
  });
});
