/** Where somebody is to be found: what is a street or a city, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText, lines } from './capture-text.ts';

const first = (...all: string[]) => captureText(lines(...all))[0];

describe('a street', () => {
  it('is no room, which has a number and the letters of a building', () => {
    const person = first('Ann Roe', 'Graduate Chair', 'Office: 2427 SSC', 'aroe@elm.example.ca');
    expect(person).toMatchObject({ first_name: 'Ann', title: 'Graduate Chair' });
    expect(person).not.toHaveProperty('address_1');
  });

  it('may stand above the one whose house it is, over the city', () => {
    expect(
      first(
        'Me Nadia Roe, protectrice universitaire',
        'Pavillon Aubert, bureau 3320',
        '2325, rue du Rivage',
        'Université du Marais',
        'Québec (Québec) G1V 0A9',
        'nadia.roe@marais.example.ca',
      ),
    ).toMatchObject({ address_1: '2325, rue du Rivage', city: 'Québec', company: 'Université du Marais' });
  });
});

describe('an address', () => {
  it.each([
    ['Mailing: PO Box 114, Elmton BC V9M 8A1', { address_1: 'PO Box 114', city: 'Elmton', province: 'BC' }],
    [
      '1200, chemin du Lac • Saint-Orme (Québec) • J2S 7C2',
      { address_1: '1200, chemin du Lac', city: 'Saint-Orme', postal_code: 'J2S 7C2' },
    ],
    ['Baie-Orme, N.-B. / NB  E4P 2E3', { city: 'Baie-Orme', province: 'NB', postal_code: 'E4P 2E3' }],
  ])('is read from "%s"', (written, expected) => {
    expect(first('Ann Roe', 'Producer', 'aroe@elm.example.org', written)).toMatchObject(expected);
  });

  it('has its parts on lines of their own where the style of each says so', () => {
    const [person] = captureHtml(
      '<div><b>Ron Roe</b><br><span style="display:block">Conservator</span><span class="adr"><span style="display:block">22 River Street W</span><span>Moose Jaw</span>, <span>SK</span> <span>S6H 1S0</span></span><br><a href="mailto:ron@elmpaper.example.com">ron@elmpaper.example.com</a></div>',
    );
    expect(person).toMatchObject({
      title: 'Conservator',
      address_1: '22 River Street W',
      city: 'Moose Jaw',
      postal_code: 'S6H 1S0',
    });
  });
});

describe('a city', () => {
  it('is not the first of several provinces', () => {
    const person = first('Dax Ferris', 'Alberta, Manitoba', 'Phone: 403-555-0163', 'dax@elmland.example.org');
    expect(person).toMatchObject({ first_name: 'Dax', last_name: 'Ferris' });
    expect(person).not.toHaveProperty('city');
  });

  it('is not the office above a province', () => {
    const person = first(
      'Patrizia Roe',
      'Députée de Saint-Orme',
      'Bureau de circonscription de Saint-Orme',
      'Québec H1R 3Y6',
      'patrizia.roe@communes.example.ca',
    );
    expect(person).toMatchObject({ province: 'QC', postal_code: 'H1R 3Y6' });
    expect(person).not.toHaveProperty('city');
  });
});

describe('the lines of a card', () => {
  it('are no table, though some have as many pieces between wide blanks', () => {
    expect(
      first(
        'ELMVALE WOODLANDS LTD.',
        '',
        'Trevor Roe, RPF',
        'Woodlands Manager',
        '',
        'PO Box 1101, 500 Birch Ave.  Elmvale, BC  V8C 0A1',
        'Ph 250.555.0168    Toll Free 1.866.555.0169    Fax 250.555.0170',
        'troe@elmwoodlands.example.com    www.elmwoodlands.example.com',
      ),
    ).toMatchObject({
      title: 'Woodlands Manager',
      phone: '+12505550168',
      city: 'Elmvale',
      postal_code: 'V8C 0A1',
      website: 'www.elmwoodlands.example.com',
    });
  });

  it('may give the organisation on two and the name on the third, all in capitals', () => {
    expect(
      first(
        'ELMVALE FOLK',
        'MUSIC SOCIETY',
        'DESMOND OKORO-ROE',
        'Artistic Producer',
        '',
        'desmond@elmvalefolk.example.org',
      ),
    ).toMatchObject({
      first_name: 'Desmond',
      last_name: 'Okoro-Roe',
      company: 'Elmvale Folk Music Society',
    });
  });

  it('stands above its code, and no words of a map behind that', () => {
    const [person] = captureText(
      'Ann Roe\n910, avenue du Lac\nSaint-Orme, Québec\nJ7T 3A9 Voir sur la carte\nann@elm.example.ca',
    );
    expect(person).toMatchObject({ address_1: '910, avenue du Lac', city: 'Saint-Orme', province: 'QC' });
  });
});
