/** Words that stand near an address and are about somebody or something else, and those that are its owner's. */
import { describe, expect, it } from 'vitest';
import { captureText, lines } from './capture-text.ts';

describe('what stands near an address', () => {
  it('gives no name of an assistant to whom the address spells', () => {
    const text = lines(
      'Roe, Bronwyn',
      'Manager, Grants | Gestionnaire, Subventions',
      'Work Phone / Téléphone : 902-555-0190',
      'Email / Courriel : bronwyn.roe@lakes.example.ca',
      'Executive Assistant / Adjointe de direction : Hale, Zita',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Bronwyn', last_name: 'Roe' }]);
    expect(captureText(text)[0]?.title).toMatch(/^Manager, Grants/);
  });

  it('gives no place of an event as an address', () => {
    const text = lines(
      'Date : le vendredi 16 mai',
      'Heure : 10 h',
      'Lieu : Terminal du Quai',
      '88, promenade du Quai',
      'Dartmouth (Nouvelle-Écosse)',
      '-30-',
      'Renseignements :',
      'Line Roe',
      'Attachée de presse',
      'line.roe@lacs.example.ca',
    );
    const [line] = captureText(text);
    expect(line).toMatchObject({ first_name: 'Line', title: 'Attachée de presse' });
    expect(line).not.toHaveProperty('address_1');
    expect(line).not.toHaveProperty('city');
  });

  it.each([
    ['a button', ['Ann Roe', 'View Organizer Website', 'ann.roe@elm.example.org']],
    [
      'a region',
      [
        'Secrétaire : Bo Hale / 05 - Estrie / bo.hale@elm.example.org',
        'Ann Roe / 14 - Lanaudière / ann.roe@elm.example.org',
      ],
    ],
  ])('gives no title in %s', (_, text) => {
    expect(captureText(lines(...text)).at(-1)).not.toHaveProperty('title');
  });

  it.each([
    [
      'the next person',
      ['Ann Roe, Head of Programs, ann.roe@elm.example.org', 'Bo Hale, Head of Opening/Closing Panels'],
    ],
    ['a field of study', ['Ann Roe', 'PhD Student', 'Population genetics', 'ann.roe@northernu.example.ca']],
  ])('gives no employer in %s', (_, text) => {
    expect(captureText(lines(...text))[0]).not.toHaveProperty('company');
  });

  it('gives no name from the line above to the mailbox of a site', () => {
    const text = lines(
      'Communications: Chair Ann Roe and member Emily Hale',
      'New website contact: web@elm.example.org',
    );
    expect(captureText(text)[0]).not.toHaveProperty('first_name');
  });
});

describe('the owner of an address', () => {
  it('stands behind it in brackets, whoever wrote the message', () => {
    const text = lines('[09:36] Maxence Roe', 'comptabilite@orme.example.ca (Normande Hale)');
    expect(captureText(text)).toMatchObject([{ first_name: 'Normande', last_name: 'Hale' }]);
  });

  it('works for whom a message says', () => {
    const text = lines(
      'Pavlo Hale 10:44 AM',
      'yep — Renée at Plate & Pantry, renee@plateandpantry.example.com',
    );
    expect(captureText(text)).toMatchObject([{ company: 'Plate & Pantry' }]);
  });

  it('is named family name first in a row that has lost its columns', () => {
    const text = lines(
      'Cleary-Roe, Jaclyn Ocean Science, Pacific Region jaclyn.cleary-roe@ocean.example.ca',
      'Hale, Matthias Ocean Science, Pacific Region matthias.hale@ocean.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Jaclyn', last_name: 'Cleary-Roe' },
      { first_name: 'Matthias', last_name: 'Hale' },
    ]);
  });

  it('prepared the minutes', () => {
    const text = 'Minutes prepared by VP Ray Roe, rayroe@elm.example.org';
    expect(captureText(text)).toMatchObject([{ first_name: 'Ray', last_name: 'Roe', title: 'VP' }]);
  });
});

describe('somebody who has an address', () => {
  it('is not the name of a mailbox that everybody shares', () => {
    const text = lines(
      'Président : Éric Roe, eric.roe@mail.example.com',
      'Communications : Éric Roe',
      'Écrivez-nous à info@orme.example.org.',
    );
    expect(captureText(text)[1]).not.toHaveProperty('first_name');
  });

  it('is told from a firm that is called like a person, at the head of a list', () => {
    const entry = (name: string, firm: string, local: string, number: string) => [
      name,
      'Administratrice',
      '',
      firm,
      '10, rue des Ormes',
      'Orme (QC) G9N 2H6',
      `819 555-01${number}`,
      local,
      '',
    ];
    const text = lines(
      'Liste des membres 2026',
      '',
      ...entry('Marie Lamont', 'Lambert Roy S.E.N.C.R.L.', 'mlamont@lambertroy.example.ca', '21'),
      ...entry('Line Hale', 'PMC Assurances', 'lhale@pmc.example.ca', '22'),
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Marie', last_name: 'Lamont', company: 'Lambert Roy S.E.N.C.R.L.' },
      { first_name: 'Line', last_name: 'Hale', company: 'PMC Assurances' },
    ]);
  });

  it('does not work for the district that elects them', () => {
    const text = lines(
      'Conseillère – District 1 (Anse Ouest)',
      'Ann Roe',
      'T 514 555-0100 # 3301',
      'aroe@anse.example.ca',
    );
    expect(captureText(text)[0]).not.toHaveProperty('company', 'Anse Ouest');
  });

  it('is introduced with whom they work for', () => {
    const text = 'Je te mets en contact avec Denis Roe de Radio-Orme : droe@radio.example.com.';
    expect(captureText(text)).toMatchObject([{ first_name: 'Denis', last_name: 'Roe' }]);
  });
});

describe('a signature', () => {
  it('keeps its name beside pronouns of any language', () => {
    const text = lines(
      'Waylon Roe (he/him/wiin)',
      'Lands Clerk',
      'Gull First Nation',
      'E: membership@gull.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Waylon', last_name: 'Roe', title: 'Lands Clerk' },
    ]);
  });

  it('keeps its title beside the end of a term', () => {
    const text = lines(
      'President (term ends 2026)',
      'Ann Roe',
      'president@elm.example.org',
      '',
      'Past President',
      'Vacant',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', title: expect.stringMatching(/^President/) },
    ]);
  });

  it('belongs to the sender above it, as GroupWise writes who that is', () => {
    const text = lines(
      '>>> "Roe, Brenda" <broe@elm.example.ca> 10/21/2024 8:03 AM >>>',
      'The lease is approved.',
      '',
      'Brenda Roe',
      'Asst. CAO',
      'Ph (204) 555-0151',
      '',
      '>>> Bo Hale <bo@ash.example.org> 10/18/2024 4:41 PM >>>',
      'Hi Brenda, any news?',
    );
    const [brenda, bo] = captureText(text);
    expect(brenda).toMatchObject({ first_name: 'Brenda', phone: '+12045550151' });
    expect(bo).not.toHaveProperty('phone');
  });
});
