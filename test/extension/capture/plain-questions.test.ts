/** Which questions a yes answers with consent to e-mail: those that ask for nothing else. */
import { describe, expect, it } from 'vitest';
import { readContacts } from '../../../extension/lib/capture/capture-contacts.ts';
import { asksPlainly } from '../../../extension/lib/capture/lines/plain-questions.ts';
import { createParseHtml } from './parse-html.ts';

function answerTo(lines: string) {
  const text = `Nom : Ann Roe\nCourriel : ann.roe@lake.example.ca\n${lines}`;
  const source = { text, html: null, url: '', title: '', linkUrl: null };
  return readContacts(source).contacts[0]?.consent;
}

describe('a yes', () => {
  it.each([
    'Sans consentement',
    'Non abonné',
    'Infolettre non',
    'Consentement non obtenu',
    'Consent missing',
    'Consent required',
    'Not subscribed',
    'Former subscriber',
    'Consentement à renouveler',
    'Consentement tacite',
    'Implied consent',
    'Newsletter bounced',
    'Infolettre papier',
    'Comité infolettre',
    'Êtes-vous satisfait de notre infolettre ?',
    'Recevez-vous déjà notre infolettre ?',
    'Avez-vous entendu parler de l’activité par l’infolettre ?',
    'Acceptez-vous que votre photo paraisse dans l’infolettre ?',
    'Voulez-vous écrire un article pour notre infolettre ?',
    'Souhaitez-vous recevoir votre reçu d’impôt par courriel ?',
    'Would you like to receive your invoices by email?',
    'Did you hear about us through our newsletter?',
  ])('to “%s” is no consent, and is kept in its words', (question) => {
    expect(answerTo(`${question} : Oui`)).toMatchObject({ optIn: false, unclear: 'Oui' });
  });

  it.each([
    'Infolettre',
    'Newsletter opt-in',
    'email_opt_in',
    'OPTIN_STATUS',
    'Consentement obtenu',
    'J’accepte de recevoir l’infolettre de la Table de concertation de Baie-Verte',
    'Je m’abonne à l’infolettre culturelle',
    'Souhaitez-vous recevoir des nouvelles de nos activités par courriel ?',
    'Would you like to receive the Harbour Choir newsletter (3 issues a year)?',
    'I would like to receive emails about upcoming exhibitions',
    'Yes, I agree to receive the Society’s e-newsletter. I can unsubscribe at any time.',
    'CASL consent (you can unsubscribe at any time)',
  ])('to “%s” is consent', (question) => {
    expect(asksPlainly(question)).toBe(true);
    expect(answerTo(`${question} : Oui`)?.optIn).toBe(true);
  });

  it('to the newsletter stands beside a yes to something else', () => {
    const answers = 'Infolettre : Oui\nReçu par courriel : Oui';
    expect(answerTo(answers)).toMatchObject({ optIn: true, question: 'Infolettre' });
  });

  it.each(['Infolettre : Oui, jusqu’au 2 mai 2025', 'Infolettre : Oui (expiré)'])(
    'that has ended is no consent: %s',
    (line) => expect(answerTo(line)?.optIn).toBe(false),
  );
});

describe('a day', () => {
  it.each([
    'Date de la dernière infolettre',
    'Dernière infolettre ouverte le',
    'Last newsletter opened on',
    'Consentement à renouveler le',
  ])('of something else is no consent: %s', (label) => {
    expect(answerTo(`${label} : 2026-09-01`)).toBeUndefined();
  });

  it.each(['Consentement tacite depuis', 'Implied consent date'])(
    'of a consent that nobody gave is not clear: %s',
    (label) =>
      expect(answerTo(`${label} : 2024-09-01`)).toMatchObject({ optIn: false, unclear: '2024-09-01' }),
  );

  it.each(['Type : Tacite\nDate du consentement : 2024-05-06', 'Infolettre : Oui\nType : Implied'])(
    'or a yes counts for nothing beside a type that nobody agreed to: %s',
    (lines) => expect(answerTo(lines)?.optIn).toBe(false),
  );
});

describe('a no', () => {
  it.each([
    'Communications par courriel : Non',
    'Courriels promotionnels : Non',
    'Nouvelles : Non',
    'Pouvons-nous communiquer avec vous ? Non',
    'Voulez-vous être ajouté à notre liste ? Non',
    'Email communications: No',
    'Would you like to hear from us? No',
    'Keep me posted: No',
    'Sign up for emails: No',
    'Refuse la sollicitation : Oui',
    'Receiving emails disabled: yes',
    'Confidentialité : Ne pas envoyer de courriel',
    'Privacy: Do not email, Do not phone',
    'Marketing status: Non-Subscribed',
    'Statut : Rebond permanent',
    'Mode de communication : Aucun',
  ])('is heard, also beside a yes: %s', (line) => {
    expect(answerTo(line)?.optIn).toBe(false);
    expect(answerTo(`Infolettre : Oui\n${line}`)?.optIn).toBe(false);
  });

  it.each(['Lien de désabonnement : https://list.example.ca/u/1', 'Consentement : Non défini'])(
    'is not made of what says nothing: %s',
    (line) => {
      const answer = answerTo(line);
      expect(answer === undefined || answer.unclear !== undefined).toBe(true);
    },
  );
});

describe('a badge', () => {
  const card = (name: string, badge: string) =>
    `<div class="card"><h3>${name} Lac</h3><p>${name.toLowerCase()}.lac@lake.example.ca</p>${badge}</div>`;

  it.each(['Désabonné', 'Ne pas contacter', 'Unsubscribed', 'Do not email'])(
    'says of the person on whose card it stands that they refused: %s',
    (words) => {
      const html = [card('Eva', ''), card('Luc', `<span>${words}</span>`), card('Una', '')].join('');
      const source = { text: '', html, url: '', title: '', linkUrl: null };
      const { contacts } = readContacts(source, createParseHtml());
      expect(contacts.map(({ consent }) => consent?.optIn)).toEqual([undefined, false, undefined]);
    },
  );
});
