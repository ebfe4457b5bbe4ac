/** What capture reads from the text of a printed form that has lost its rules and boxes: nothing parts labels from values. */
import { describe, expect, it } from 'vitest';
import { captureText, lines } from './capture-text.ts';

const EMAIL = 'ann.roe@elm.example.org';
const read = (...text: string[]) => captureText(lines(...text));

describe('labels and values with nothing between them', () => {
  it('takes no labels in a sentence, a heading or a directory for those of a form', () => {
    expect(read('Contact Person of the Month was Bo Hale', 'Ann Roe', `Email ${EMAIL}`)).toMatchObject([
      { email: EMAIL, first_name: 'Ann', last_name: 'Roe' },
    ]);
    const listed = read(
      'Ann Roe',
      'City Clerk',
      'Phone 902-555-0120',
      `Email ${EMAIL}`,
      'Bo Hale',
      'Town Planner',
      'Phone 902-555-0121',
      'Email bo.hale@elm.example.org',
    );
    expect(listed.map(({ title }) => title)).toEqual(['City Clerk', 'Town Planner']);
  });

  it('reads several in a line, to the end of the street that is called after one', () => {
    const [ann, ...others] = read(
      'Last Name Roe First Name Ann Initial M',
      'Mailing Address 5 Elm Street City Oakville Province ON Postal Code L6H 1A1',
      `Home Phone 905-555-0134 Alternate Number 905-555-0135 Email ${EMAIL}`,
    );
    expect(others).toEqual([]);
    expect(ann).toMatchObject({
      email: EMAIL,
      first_name: 'Ann',
      last_name: 'Roe',
      phone: '+19055550134',
      address_1: '5 Elm Street',
      city: 'Oakville',
      province: 'ON',
      postal_code: 'L6H 1A1',
    });
  });

  it('puts the number of a house before its street, and passes over what is left blank', () => {
    expect(
      read(
        'First Name Ann Last Name Roe',
        'Street Number 215 Street Name Withrow Avenue Suite/Unit Number',
        `Email ${EMAIL}`,
      ),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', address_1: '215 Withrow Avenue' }]);
  });

  it('reads them in French', () => {
    expect(
      read(
        'Nom de famille Roy Prénom Anne',
        'Fonction Directrice générale Organisme Maison Elm',
        'Téléphone 418 555-0134 Cellulaire 418 555-0135',
        `Courriel ${EMAIL}`,
      ),
    ).toMatchObject([
      {
        first_name: 'Anne',
        last_name: 'Roy',
        title: 'Directrice générale',
        company: 'Maison Elm',
        phone: '+14185550134',
      },
    ]);
  });

  it('reads one in a line, where a name is among them', () => {
    expect(
      read('Name of Contact Person Ann Roe', 'Title Mayor of Elm', 'Phone 902-555-0123', `Email ${EMAIL}`),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', title: 'Mayor of Elm', phone: '+19025550123' }]);
  });

  it('takes a hint under "Address" for no street', () => {
    expect(
      read(
        'Nom',
        'Anne Roy',
        'Adresse',
        'No/rue/appartement',
        '1450, rue des Pins, app. 4',
        'Ville/province/code postal',
        'Rimouski (Québec) G5L 3K8',
        'Courriel',
        EMAIL,
      ),
    ).toMatchObject([{ address_1: '1450, rue des Pins, app. 4', city: 'Rimouski', province: 'QC' }]);
  });

  it('reads the media somebody asks for, and takes the role of a program for no title', () => {
    const [ann] = read('Name: Ann Roe', `Email: ${EMAIL}`, 'Media: Radio Elm', 'Role: subscriber');
    expect(ann).toMatchObject({ first_name: 'Ann', company: 'Radio Elm' });
    expect(ann).not.toHaveProperty('title');
  });
});
