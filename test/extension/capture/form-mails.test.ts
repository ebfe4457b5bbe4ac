/** Mails about a form that somebody sent: what is theirs, and what the program and its owner say around it. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText, lines } from './capture-text.ts';

const ANN = ['Prénom : Ann', 'Nom : Roe', 'Courriel : ann.roe@mail.example.com'];
const emails = (...text: string[]) => captureText(lines(...text)).map(({ email }) => email);

describe('nobody is offered who did not fill the form in', () => {
  it.each([
    ['the mailbox in the consent', [...ANN, 'Infolettre : ☑ Oui, retrait à vieprivee@parc.example.org']],
    ['whom the form was assigned to', ['New submission', ...ANN, 'Assigned to: grants@parc.example.org']],
    [
      'the mailbox of an event',
      ['Votre inscription a été reçue.', 'Courriel : assises@parc.example.org', '', ...ANN],
    ],
    [
      'who is asked about the notice',
      [...ANN, 'You are receiving this because you confirmed it with team@forms.example.com.'],
    ],
    [
      'whom a city passes it on to',
      ['REQUÊTE CITOYENNE', ...ANN, 'Transmis à : Travaux publics (travauxpublics@parc.example.org)'],
    ],
  ])('%s', (_, text) => {
    expect(emails(...text)).toEqual(['ann.roe@mail.example.com']);
  });

  it('somebody who is named by a label that is not known', () => {
    const found = captureText(
      lines(
        'A new member has registered.',
        ...ANN,
        'Referred by: Prof. Bo Hale',
        '',
        'Elm Society',
        'membership@elm.example.org',
      ),
    );
    expect(found).toMatchObject([{ first_name: 'Ann' }]);
    expect(found).toHaveLength(1);
  });

  it('and nobody lives at the address of the program', () => {
    const text = lines(
      'You have a new order!',
      'Ann Roe (ann.roe@mail.example.com)',
      'First Name: Ann',
      'Last Name: Roe',
      'Email: ann.roe@mail.example.com',
      '',
      'This email was sent to events@elm.example.org',
      'Tickets Inc. | 535 Mission Street | Fredericton, NB E3B 1A1',
    );
    const [ann, ...others] = captureText(text);
    expect(others).toEqual([]);
    expect(ann).not.toHaveProperty('city');
  });
});

describe('what somebody filled in', () => {
  it('is read below questions, with the address that the program recorded', () => {
    const text = lines(
      'Journée carrières. Questions : carrieres@ecole.example.ca',
      'Votre adresse e-mail (fatou.roe@mail.example.com) a été enregistrée lorsque vous avez envoyé ce formulaire.',
      'Nom *',
      'Roe',
      'Prénom *',
      'Fatou',
      'École *',
      'École secondaire du Vallon',
      'Fonction *',
      'Directrice adjointe',
    );
    expect(captureText(text)).toEqual([
      expect.objectContaining({
        email: 'fatou.roe@mail.example.com',
        first_name: 'Fatou',
        last_name: 'Roe',
        company: 'École secondaire du Vallon',
        title: 'Directrice adjointe',
      }),
    ]);
  });

  it('is read below questions that greet, or hold two sentences', () => {
    const text = lines(
      'Votre formulaire Devenir mentor·e a une réponse.',
      'Bonjour ! Comment vous appelez-vous ?',
      'Clémence Roe',
      'Enchantés, Clémence. À quelle adresse pouvons-nous vous écrire ?',
      'c.roe@mail.example.com',
      'Dans quelle ville habitez-vous ?',
      'Montréal',
      'You are a...',
      'Chair',
    );
    expect(captureText(text)).toEqual([
      expect.objectContaining({ first_name: 'Clémence', last_name: 'Roe', city: 'Montréal', title: 'Chair' }),
    ]);
  });

  it('is read behind labels in brackets with bars', () => {
    const text = lines(
      '[Name | First] | Ann',
      '[Name | Last] | Roe',
      '[Email | Primary] | ann.roe@mail.example.com',
      '[Address | Work | Line 1] | 12 Elm Street',
      '[Address | Work | City] | Moncton',
    );
    expect(captureText(text)).toEqual([
      expect.objectContaining({
        first_name: 'Ann',
        last_name: 'Roe',
        address_1: '12 Elm Street',
        city: 'Moncton',
      }),
    ]);
  });

  it('is read where label and value touch', () => {
    const field = (label: string, value: string) => `<div><label>${label}</label>${value}</div>`;
    const html =
      field('Prénom', 'Ann') +
      field('Nom', 'Roe') +
      field('Affiliation', 'Université de l’Orme') +
      field('Courriel', '<a href="mailto:ann.roe@mail.example.com">ann.roe@mail.example.com</a>');
    expect(captureHtml(html)).toEqual([
      expect.objectContaining({ first_name: 'Ann', last_name: 'Roe', company: 'Université de l’Orme' }),
    ]);
  });

  it('is read from the signature of a ticket, and its group is no employer', () => {
    const text = lines(
      'Demandeur : Ann Roe <ann.roe@mail.example.com>',
      'Groupe : Commandites',
      'Priorité : Moyenne',
      '',
      'Merci.',
      'Ann Roe',
      'Responsable des communications',
      'Coopérative Lac-Vert',
      'T. 819 555-0107',
    );
    expect(captureText(text)).toEqual([
      expect.objectContaining({
        title: 'Responsable des communications',
        company: 'Coopérative Lac-Vert',
        phone: '+18195550107',
      }),
    ]);
  });

  it('is read below questions that say "tu", and labels in two languages', () => {
    const text = lines(
      'Quel est ton prénom?',
      'Oumou',
      'Enchanté, Oumou! Et ton nom de famille?',
      'Roe',
      'À quelle adresse courriel peut-on t’écrire?',
      'oumou.roe@mail.example.com',
      'Address / Adresse',
      'PO Box 318',
      'City/Town / Ville',
      'Dieppe-Sud',
    );
    expect(captureText(text)).toEqual([
      expect.objectContaining({
        first_name: 'Oumou',
        last_name: 'Roe',
        address_1: 'PO Box 318',
        city: 'Dieppe-Sud',
      }),
    ]);
    const [ann] = captureText(
      lines(...ANN, 'Code postal / Ville : G1V 0C7 Québec', 'Province [Q07] : Québec [QC]'),
    );
    expect(ann).toMatchObject({ city: 'Québec', postal_code: 'G1V 0C7', province: 'QC' });
  });

  it('has the province of its postal code', () => {
    expect(captureText(lines(...ANN, 'Code postal : J0X 2T0'))[0]).toMatchObject({ province: 'QC' });
    expect(captureText(lines(...ANN, 'Code postal : K1A 0A6'))[0]).not.toHaveProperty('province');
    expect(captureText(lines(...ANN, 'Code postal : X0A 0H0'))[0]).not.toHaveProperty('province');
  });
});
