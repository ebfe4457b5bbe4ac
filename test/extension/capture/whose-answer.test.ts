/** Whose answer about e-mail it is, and to what: nobody gets the yes of another, and no no is lost among several people. */
import { describe, expect, it } from 'vitest';
import {
  findRegistrationList,
  readRegistrationList,
} from '../../../extension/lib/capture/registration-list.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { capture, lines } from './capture-text.ts';

const consents = (...text: string[]): (FormAnswer | undefined)[] =>
  capture({ text: lines(...text) }).map(({ consent }) => consent);
const PERSON = ['First name: Ann', 'Last name: Roe', 'Email: ann.roe@elm.example.ca'];
const inForm = (...answers: string[]): FormAnswer | undefined => consents(...PERSON, ...answers)[0];
const inList = (label: string, ...values: string[]): (FormAnswer | undefined)[] =>
  consents(
    `First name,Last name,Email,${label}`,
    ...values.map((value, at) => `Ann,Roe,ann${at}@elm.example.ca,${value}`),
  );

describe('the day beside how somebody agreed', () => {
  it.each([
    ['Consent type,Consent date', 'Implied'],
    ['Type de consentement,Date de consentement', 'Tacite'],
  ])('makes no yes of what is not an express one: %s', (labels, implied) => {
    const [ann, bo] = inList(labels, `${implied},2024-05-06`, 'Express,2024-05-06');
    expect(ann).toMatchObject({ optIn: false, unclear: implied });
    expect(bo).toMatchObject({ optIn: true, day: '2024-05-06' });
  });

  it.each(['Consent requested on', 'Consentement demandé le', 'Date de la demande de consentement'])(
    'is no answer where it is the day of the question: %s',
    (label) => {
      expect(inList(label, '2026-09-01', '2026-09-02')).toEqual([undefined, undefined]);
      expect(inForm(`${label}: 2026-09-01`)).toBeUndefined();
    },
  );

  it.each([
    ['Yes (2024-03-02)', '2024-03-02'],
    ['Oui, depuis le 3 mars 2021', '2021-03-03'],
  ])('is that in the answer itself: %s', (said, day) => {
    expect(inForm(`Newsletter: ${said}`, 'Submitted on: 2026-01-05')).toMatchObject({ optIn: true, day });
  });
});

describe('a no of one of several people', () => {
  it.each([
    ['Participant 1: Marc Roe', 'Newsletter: No'],
    ['Attendee 1: Marc Roe', 'Would you like to receive our newsletter?: No'],
  ])('is theirs, and not the next one’s: %s', (name, answer) => {
    const found = consents(
      name,
      'Email: marc@elm.example.ca',
      answer,
      name.replace('1: Marc', '2: Jo'),
      'Email: jo@elm.example.ca',
      answer.replace('No', 'Yes'),
    );
    expect(found[0]).toMatchObject({ optIn: false });
    expect(found[1]?.optIn).not.toBe(false);
  });

  it.each([
    ['Marc Roe <marc@elm.example.ca> Infolettre : Non'],
    ['marc@elm.example.ca - Désabonné'],
    ['Marc Roe, marc@elm.example.ca (does not want to receive emails)'],
  ])('stands behind their address: %s', (line) => {
    const found = consents(line, 'Jo Hale <jo@elm.example.ca>');
    expect(found[0]).toMatchObject({ optIn: false });
    expect(found[1]).toBeUndefined();
  });

  it('is not what a program asks below a message', () => {
    expect(consents('Marc Roe, marc@elm.example.ca, unsubscribe here', 'jo@elm.example.ca')).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('counts for both addresses in their cell', () => {
    const found = consents(
      'First name,Last name,Email,Newsletter',
      'Ann,Roe,ann@elm.example.ca; a.roe@elm.example.org,No',
      'Bo,Hale,bo@elm.example.ca; b.hale@elm.example.org,Yes',
    );
    expect(found.map((one) => one?.optIn)).toEqual([false, false, true, undefined]);
  });
});

describe('one answer of a row or form with two people', () => {
  it('is a clear yes of neither, and a no of both', () => {
    const header = 'Participant,Participant email,Parent,Parent email,Newsletter';
    const found = consents(
      header,
      'Ana Roe,ana@elm.example.ca,Luc Roe,luc@elm.example.ca,Yes',
      'Bo Hale,bo@elm.example.ca,Lise Hale,lise@elm.example.ca,No',
    );
    expect(found.slice(0, 2)).toMatchObject([{ unclear: 'Yes' }, { unclear: 'Yes' }]);
    expect(found.slice(2)).toMatchObject([{ optIn: false }, { optIn: false }]);
    expect(found[2]).not.toHaveProperty('unclear');
  });

  it('is none in the review of a list, where only one of them is added', () => {
    const list = findRegistrationList(
      lines(
        'Participant,Participant email,Parent,Parent email,Newsletter',
        'Ana Roe,ana@elm.example.ca,Luc Roe,luc@elm.example.ca,Yes',
        'Bo Hale,bo@elm.example.ca,,,Yes',
      ),
    );
    const people = list && readRegistrationList(list).people;
    expect(people?.map(({ contact }) => contact.consent?.unclear)).toEqual(['Yes', undefined]);
  });

  it('does not give the yes of a donor to whom a card is sent', () => {
    const found = consents(
      'Nom du donateur : Luc Roy',
      'Courriel du donateur : luc@elm.example.ca',
      'Envoyer la carte à : Hélène Noël',
      'Courriel : helene@elm.example.ca',
      'Infolettre : Oui',
    );
    expect(found.map((one) => one?.optIn)).toEqual([false, false]);
  });
});

describe('a status in a form', () => {
  it.each(['Status: Unsubscribed', 'Email status: Unsubscribed', 'Statut : Désabonné le 2026-09-01'])(
    'says that somebody left, wherever it stands: %s',
    (status) => {
      expect(inForm('Newsletter: Yes', status)).toMatchObject({ optIn: false });
      expect(inForm(status, 'Newsletter: Yes')).toMatchObject({ optIn: false });
      expect(inForm(status)).toMatchObject({ optIn: false });
    },
  );
});

describe('a question that may be about e-mail', () => {
  it.each([
    'May we contact you?',
    'Souhaitez-vous recevoir nos communications ?',
    'Can we stay in touch?',
    'Bulletin',
    'Communications',
    'Accepts Marketing',
  ])('counts where the answer is no, and is not clear where it is yes: %s', (label) => {
    const mark = label.endsWith('?') ? '' : ':';
    expect(inForm(`${label}${mark} No`)).toMatchObject({ optIn: false });
    expect(inForm(`${label}${mark} No`)).not.toHaveProperty('unclear');
    expect(inForm(`${label}${mark} Yes`)).toMatchObject({ optIn: false, unclear: 'Yes' });
    // A plain question beside it is answered.
    expect(inForm('Newsletter: Yes', `${label}${mark} Yes`)).toMatchObject({ optIn: true });
  });

  it.each([
    'Accepts SMS Marketing: No',
    'Is the contact deceased?: No',
    'May we call you?: No',
    'Communications: Bo Hale',
  ])('is none about something else: %s', (answer) => {
    expect(inForm(answer)).toBeUndefined();
  });

  it.each(['Bulletin électronique', 'e-bulletin', 'Courriel autorisé', 'Accepte les courriels'])(
    'is one where it names e-mail: %s',
    (label) => {
      expect(inForm(`${label}: Oui`)).toMatchObject({ optIn: true });
      expect(inForm(`${label}: Non`)).toMatchObject({ optIn: false });
    },
  );

  it.each([
    'NO BULK EMAIL: 1',
    "Pas d'envoi en nombre: Oui",
    'Email delivery disabled: yes',
    'Liste noire: Oui',
  ])('may ask for a refusal: %s', (answer) => {
    expect(inForm(answer)).toMatchObject({ optIn: false });
  });
});

describe('a second address of one person', () => {
  const SECOND = 'a.roe@home.example.ca';

  it.each([
    'Autre courriel',
    'Email 2',
    'Confirm email',
    'Secondary email',
    'Courriel (maison)',
    'Personal email',
    'Email',
    'Courriel de facturation',
  ])('has their no too, and not their yes: %s', (label) => {
    const form = (answer: string): (FormAnswer | undefined)[] =>
      consents('Nom : Ann Roe', 'Email: ann.roe@elm.example.ca', `${label}: ${SECOND}`, answer);
    expect(form('Infolettre : Non')).toMatchObject([{ optIn: false }, { optIn: false }]);
    expect(form('Infolettre : Oui')).toMatchObject([{ optIn: true }, undefined]);
  });

  it.each([
    ['Email 1: ann.roe@elm.example.ca', `Email 2: ${SECOND}`],
    ['ann.roe@elm.example.ca', SECOND],
    [`ann.roe@elm.example.ca | ${SECOND}`],
  ])('has the no that stands below both: %s', (...addresses) => {
    const found = consents('Ann Roe', ...addresses, 'Infolettre : Non');
    expect(found).toMatchObject([{ optIn: false }, { optIn: false }]);
  });

  it('starts no form of somebody else, which would have the no alone', () => {
    const found = consents(
      'Name: Ann Roe',
      'Work email: ann.roe@elm.example.ca',
      `Home email: ${SECOND}`,
      'Newsletter: No',
      'Name: Bo Hale',
      'Work email: bo@elm.example.ca',
      'Newsletter: Yes',
    );
    expect(found.map((one) => one?.optIn)).toEqual([false, true, false]);
  });
});

describe('a no below an address in a text', () => {
  it.each(['Infolettre : Non', 'Ne souhaite pas recevoir de courriels', 'Does not want our newsletter'])(
    'is that of whoever stands there, also of the last one: %s',
    (no) => {
      const found = consents('Ann Roe', 'ann@elm.example.ca', 'Bo Hale', 'bo@elm.example.ca', no);
      expect(found).toMatchObject([undefined, { optIn: false }]);
    },
  );

  it.each(['Do not email resumes', 'We do not send newsletters', 'Want to opt out?'])(
    'is not what a page says to its readers: %s',
    (said) => {
      expect(consents('Ann Roe', 'ann@elm.example.ca', 'Bo Hale', 'bo@elm.example.ca', said)).toEqual([
        undefined,
        undefined,
      ]);
    },
  );
});

describe('two people at one address', () => {
  const form = (name: string, answer: string): string[] => [
    `Name: ${name}`,
    'Email: roe@elm.example.ca',
    `Newsletter: ${answer}`,
    '',
  ];
  const inForms = (one: string, other: string): FormAnswer | undefined =>
    consents(...form('Ann Roe', one), ...form('Luc Roe', other))[0];
  const inRows = (...rows: string[]): FormAnswer | undefined => consents('Name,Email,Newsletter', ...rows)[0];

  it.each([
    ['Yes', 'No'],
    ['No', 'Yes'],
    ['No', ''],
    ['', 'No'],
  ])('have refused where either has: %s, %s', (one, other) => {
    expect(inForms(one, other)).toEqual({ optIn: false, question: 'Newsletter' });
    expect(inRows(`Ann Roe,roe@elm.example.ca,${one}`, `Luc Roe,roe@elm.example.ca,${other}`)).toEqual({
      optIn: false,
      question: 'Newsletter',
    });
  });

  it.each([
    ['Yes', '', '✓ Ann Roe'],
    ['', 'Yes', '✓ Luc Roe'],
  ])('have not clearly agreed where only one has: %s, %s', (one, other, unclear) => {
    const said = { optIn: false, unclear, question: 'Newsletter' };
    expect(inForms(one, other)).toEqual(said);
    expect(inRows(`Ann Roe,roe@elm.example.ca,${one}`, `Luc Roe,roe@elm.example.ca,${other}`)).toEqual(said);
  });

  it('have agreed where both have', () => {
    expect(inForms('Yes', 'Yes')).toMatchObject({ optIn: true });
  });

  it.each(['Roe, Ann', 'A. Roe', 'Ann Marie Roe', ''])('may be one, written in two ways: %s', (name) => {
    expect(inRows('Ann Roe,roe@elm.example.ca,Yes', `"${name}",roe@elm.example.ca,`)).toMatchObject({
      optIn: true,
    });
  });

  it('are not told by a name that stands around the address in a text', () => {
    expect(consents('Luc Noël <roe@elm.example.ca>', '', ...form('Ann Roe', 'Yes'))[0]).toMatchObject({
      optIn: true,
    });
  });
});

describe('a message of somebody who wants to leave', () => {
  it.each([
    'Please remove me from your mailing list.',
    'I would like to unsubscribe, thank you',
    'Bonjour, veuillez me retirer de votre liste d’envoi. Merci',
    'Désabonnez-moi SVP',
    'Subject: Unsubscribe',
    'Do not email · Do not phone',
  ])('is their no: %s', (said) => {
    expect(consents('From: Ann Roe <ann@elm.example.ca>', said, 'Ann Roe')).toMatchObject([{ optIn: false }]);
  });

  it.each(['Unsubscribe', 'Me désabonner', 'Want to unsubscribe?'])(
    'is not what a program writes below its messages: %s',
    (said) => {
      expect(consents('From: Ann Roe <ann@elm.example.ca>', 'Our program', 'Ann Roe', said)).toEqual([
        undefined,
      ]);
    },
  );
});
