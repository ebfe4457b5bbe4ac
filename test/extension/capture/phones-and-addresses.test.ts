/** Telephone numbers, postal addresses, provinces and websites as people write them. */
import { describe, expect, it } from 'vitest';
import { bestPhone, findPhones, normalisePhone } from '../../../extension/lib/capture/details/phones.ts';
import { findAddress } from '../../../extension/lib/capture/details/postal-addresses.ts';
import { provinceCode } from '../../../extension/lib/capture/details/provinces.ts';
import { bestSite, findSites } from '../../../extension/lib/capture/organisations/websites.ts';
import { captureHtml, captureText, lines } from './capture-text.ts';

const best = (line: string): string | undefined => bestPhone(findPhones(line));

describe('telephone numbers', () => {
  it.each([
    ['a fax number', 'Fax: 418 555-0154'],
    ['a fax number in French', 'Télécopieur : 418 555-0154'],
    ['a postal code and a year', 'K1A 0B1, 2025'],
    ['a charity number', '11922 5555 RR0001'],
    ['a number without area code', '555-0101'],
  ])('does not take %s', (_, line) => {
    expect(best(line)).toBeUndefined();
  });

  it.each([
    ['T: 306-555-0118 ext. 204 | C: 306-555-0164 | F: 306-555-0119', '+13065550118 x204'],
    ['C 902.555.0131 O 902.555.0120 x18 F 902.555.0122', '+19025550120 x18'],
    ['Sans frais : 1 866 555-0136 Téléphone : 819 555-0136, poste 4002', '+18195550136 x4002'],
    ['Cell. : 438 555-0177', '+14385550177'],
    ['Tél./téléc. : 450 555-0188', '+14505550188'],
    ['Tel. & Fax: 450 555-0188', '+14505550188'],
    ['204-555-0129 (home) | Hall rentals: 204-555-0130', '+12045550129'],
    ['Hall rentals: 204-555-0130', '+12045550130'],
    ['1-877-555-0100', '+18775550100'],
    ['709•555•0121', '+17095550121'],
    ['450.555.0162 #227', '+14505550162 x227'],
    ['506-555-0178 (cell) 506-555-0179', '+15065550179'],
    ['Téléphone : 450 555-0187 – poste 22', '+14505550187 x22'],
    ['Téléphone : 418 555-0156, poste 403 081', '+14185550156 x403081'],
    ['Tél. 418 555-0157 poste 403 418 555-0156', '+14185550157 x403'],
    ['o: 705-555-0114 ex 3   c: 705-555-0115', '+17055550114 x3'],
    ['Phone: 403‐555‐0191', '+14035550191'],
    ['Tél./Tel.: 819-555-0159 (p./ext. 33)', '+18195550159 x33'],
    ['506 555-0117, poste / ext. 402', '+15065550117 x402'],
    ['613-555-0158 Office/Bureau x123', '+16135550158 x123'],
    ['613-555-0158 (bureau), poste 12', '+16135550158 x12'],
    ['613-555-0158 Office 204', '+16135550158'],
    ['+33 1 55 50 01 23', '+33155500123'],
  ])('reads "%s"', (line, phone) => {
    expect(best(line)).toBe(phone);
  });

  it('reads tel: values', () => {
    expect(normalisePhone('tel:+1-418-555-0126;ext=12')).toBe('+14185550126 x12');
  });
});

describe('postal addresses', () => {
  it('have their street above a column beside it, and before a building', () => {
    expect(
      findAddress(['Tel (807) 555-0190 | 955 Balmoral Rd.', '| Thunder Bay, ON P7B 5E1'])?.address,
    ).toMatchObject({
      address_1: '955 Balmoral Rd.',
      city: 'Thunder Bay',
    });
    expect(findAddress(['90 Badger Lane, Elm Hall', 'Elm, ON K7L 3N6'])?.address.address_1).toBe(
      '90 Badger Lane, Elm Hall',
    );
  });

  it('are read between bars', () => {
    const { address } = findAddress(['200 Queen St | Elm | ON']) ?? {};
    expect(address).toMatchObject({ address_1: '200 Queen St', city: 'Elm', province: 'ON' });
  });

  it('are read behind an extension that stands first', () => {
    const lines =
      'Mo Roe | conseiller syndical\nposte 414  bureau 450 555-0170  cell 438 555-0171\nroe@elm.example.org';
    expect(captureText(lines)).toMatchObject([{ phone: '+14505550170 x414' }]);
  });

  it('leave a town that somebody works for to the employer', () => {
    expect(captureText('Ann Roe\nCouncillor\nTown of Elm, PEI\nann@townofelm.example.ca')).toMatchObject([
      { title: 'Councillor', company: 'Town of Elm', province: 'PE' },
    ]);
    expect(findAddress(['12 Main Street', 'Town of Elm, PEI'])?.address.city).toBe('Town of Elm');
  });

  it.each([
    [
      ['1200 – 2010 Eleventh Avenue, Regina, SK  S4P 0J3'],
      '1200 – 2010 Eleventh Avenue',
      'Regina',
      'SK',
      'S4P 0J3',
    ],
    [
      ['1805, rue Sainte-Famille, bureau 310', 'Montréal (Québec)  H2X 1Y4'],
      '1805, rue Sainte-Famille, bureau 310',
      'Montréal',
      'QC',
      'H2X 1Y4',
    ],
    [
      ['Suite 900, 18 King Street East', 'Toronto ON M5C1C4'],
      'Suite 900, 18 King Street East',
      'Toronto',
      'ON',
      'M5C 1C4',
    ],
    [
      ['PO Box 318, Stn Main', 'Brandon, Manitoba r7a-5z2'],
      'PO Box 318, Stn Main',
      'Brandon',
      'MB',
      'R7A 5Z2',
    ],
    [['88, 4e Avenue Nord, Amos (Québec) J9T 1A1'], '88, 4e Avenue Nord', 'Amos', 'QC', 'J9T 1A1'],
    [['77 - 4th Street SE, High River, Alta. T1V 1M6'], '77 - 4th Street SE', 'High River', 'AB', 'T1V 1M6'],
  ])('reads %j', (lines, address_1, city, province, postal_code) => {
    expect(findAddress(lines)?.address).toMatchObject({
      address_1,
      city,
      province,
      postal_code,
      country: 'CA',
    });
  });

  it('leaves the building or the organisation before the street out', () => {
    const line = 'Northlight Theatre · 77 Carlaw Mews, Unit 3B, Toronto, ON M4M 2R6';
    expect(findAddress([line])?.address).toMatchObject({
      address_1: '77 Carlaw Mews, Unit 3B',
      city: 'Toronto',
    });
    expect(findAddress([line])?.used.get(0)).toContain('Northlight Theatre');
  });

  it('reads a French address when the country is named, and no five digits otherwise', () => {
    const lines = ['12 rue des Carmes', '29200 Brest, France'];
    expect(findAddress(lines)?.address).toEqual({
      address_1: '12 rue des Carmes',
      city: 'Brest',
      postal_code: '29200',
      country: 'FR',
    });
    expect(findAddress(['Ticket 29200 Brest'])).toBeNull();
  });

  it('reads a place without street', () => {
    expect(findAddress(['Kitchener, Ontario, Canada · Contact info'])?.address).toEqual({
      city: 'Kitchener',
      province: 'ON',
      country: 'CA',
    });
  });

  it('finds none in a dateline or a sentence', () => {
    expect(findAddress(['FREDERICTON, NB – Relief Partners today launched a fund.'])).toBeNull();
    expect(findAddress(['We met 12 people in Ontario.'])).toBeNull();
  });

  it.each([
    ['(Québec)'.slice(1, -1), 'QC'],
    ['Ont.', 'ON'],
    ['N.-B.', 'NB'],
    ['P.E.I.', 'PE'],
    ['colombie-britannique', 'BC'],
  ])('knows the province "%s"', (text, code) => {
    expect(provinceCode(text)).toBe(code);
  });
});

describe('a street behind a pin', () => {
  it.each(['📍 61 Mill Street, Elmbend, ON L3B 3H9', '🏢61 Mill Street\nElmbend, ON  L3B 3H9'])(
    '%s',
    (text) => {
      expect(captureText(`Femke Roe\nfemke@elm.example.com\n${text}`)).toMatchObject([
        { address_1: '61 Mill Street', city: 'Elmbend', postal_code: 'L3B 3H9' },
      ]);
    },
  );
});

describe('web sites', () => {
  it('keeps the site of the address, never an article, a profile or a mail host', () => {
    const line =
      'https://elm.example.ca/news/1 https://www.linkedin.com/in/x www.elm.example.ca jane@elm.example.ca';
    expect(bestSite(findSites(line), [], 'jane@elm.example.ca')).toBe('www.elm.example.ca');
    expect(
      bestSite(findSites('read https://elm.example.ca/news/1'), [], 'jane@elm.example.ca'),
    ).toBeUndefined();
  });

  it('does not take a file or a version for a site', () => {
    expect(findSites('programme.pdf v2.1.0 image.png')).toEqual([]);
  });
});

describe('a place', () => {
  it.each([
    ['Ann Roe\nElm Heritage Trust, Nain, NL\nann.roe@eht.example.ca', { city: 'Nain', province: 'NL' }],
    ['Ann Roe\nBag Service #3, Inuvik NT\nann.roe@elm.example.ca', { city: 'Inuvik', province: 'NT' }],
    [
      'Ann Roe\nStn 2 - 7780 Hwy 17 E\nAlder Bay, On. P0R 1B0\nann.roe@elm.example.ca',
      { city: 'Alder Bay', province: 'ON' },
    ],
    ['Ann Roe\nBox 12, Iqaluit, Nvt. X0A 0H0\nann.roe@elm.example.ca', { city: 'Iqaluit', province: 'NU' }],
    [
      'Ann Roe\nBoîte postale 77\nOrme NB E4S 3B2\nann.roe@elm.example.ca',
      { address_1: 'Boîte postale 77', city: 'Orme' },
    ],
    ['Ann Roe\nc/o 55 Ladder Lane\nElm, NB E4L 1K2\nann.roe@elm.example.ca', { address_1: '55 Ladder Lane' }],
    [
      'Bureau du Nord | 1020, boul. Laure, bur. 204, Orme G4R 1Y9\nann.roe@elm.example.ca',
      { address_1: '1020, boul. Laure, bur. 204' },
    ],
  ])('is read with its province or its box: %s', (text, place) => {
    expect(captureText(text)[0]).toMatchObject(place);
  });

  it.each([
    ['44 Elm St, Kingston, ON, Canada, Ontario', { city: 'Kingston', province: 'ON' }],
    ['44 Elm St, Kingston, Canada, Ontario', { city: 'Kingston', province: 'ON' }],
    ['12 rue des Ormes, Québec, QC, Canada, Quebec', { city: 'Québec', province: 'QC' }],
  ])('is whole where the province stands behind the country: %s', (line, place) => {
    expect(captureText(`Ann Roe\n${line}\nann.roe@elm.example.ca`)).toMatchObject([
      { ...place, country: 'CA', address_1: line.split(',')[0] },
    ]);
  });

  it('is no name of somebody in its office', () => {
    const [office] = captureText(
      'Calgary\n815 Centre Row SW\nCalgary AB T2P 3E5\ncalgary@elmcoop.example.org',
    );
    expect(office).toMatchObject({ city: 'Calgary' });
    expect(office).not.toHaveProperty('first_name');
  });

  it('has no unit that is a place of an organisation', () => {
    const [unit] = captureText(
      'Unité Sainte-Odile\n12, rue du Quai\nOrme NB E4S 2C4\nste.odile@unites.example.org',
    );
    expect(unit).toMatchObject({ address_1: '12, rue du Quai' });
  });

  it('is no name of two words either', () => {
    const [office] = captureText(
      'Quince Forks\n102 Barlow Ave, Quince Forks, BC V2J 0C1\nservice.quinceforks@okservice.example.ca',
    );
    expect(office).toMatchObject({ city: 'Quince Forks' });
    expect(office).not.toHaveProperty('last_name');
  });

  it('is no troop with a number', () => {
    const [leader] = captureText('1st Hay Landing\nCommissioner: Rowena Roe, gc1st@scouts.example.org');
    expect(leader).not.toHaveProperty('address_1');
  });
});

describe('an address as it is written', () => {
  it.each([
    [
      'with the unit in front',
      'Head Office: 210, 5120 – 47 Street NE, Calgary, AB T3J 4K3',
      '210, 5120 – 47 Street NE',
    ],
    ['behind the name of a building', 'Main Branch - 73 Elm St S\nCalgary, AB T3J 4K3', '73 Elm St S'],
    [
      'before the land that it is on',
      '12 Elm St. | Traditional Territory, Calgary, AB T3J 4K3',
      '12 Elm St.',
    ],
    [
      'in the first of two columns',
      '12 Elm Court                Fax: 780-555-0171\nCalgary, AB T3J 4K3         Web: www.elm.example.ca',
      '12 Elm Court',
    ],
    ['in two languages', '12 Elm St. | 12, rue Elm\nCalgary AB  T3J 4K3', '12 Elm St.'],
    [
      'with the country before the code',
      '2860 Foothill Lane N.W.,\nCalgary, Alberta,\nCanada. T3J 4K3.',
      '2860 Foothill Lane N.W.',
    ],
  ])('%s', (_how, lines, address_1) => {
    const [person] = captureText(`Ann Roe\n${lines}\nann.roe@elm.example.ca`);
    expect(person).toMatchObject({ address_1, city: 'Calgary', province: 'AB', postal_code: 'T3J 4K3' });
  });

  it('keeps a site below an address beside the mailbox that comes next', () => {
    const text =
      'Ann Roe\nClerk\nann.roe@elm.example.ca\nwww.elm.example.ca\nPour faire un don : dons@elm.example.ca';
    expect(captureText(text)[0]?.website).toBe('www.elm.example.ca');
  });
});

describe('an icon before a number', () => {
  it('says which one is a fax', () => {
    const html = `<p><strong>Ann Roe</strong><br>Clerk<br><i class="fas fa-fax"></i> : 450 555-0130<br>
      <i class="fas fa-phone"></i> : 450 555-0190<br><a href="mailto:ann@elm.example.ca">ann@elm.example.ca</a></p>`;
    expect(captureHtml(html)[0]?.phone).toBe('+14505550190');
  });
});

describe('a letter', () => {
  it('has no telephone where it may be faxed', () => {
    const text = 'Letters can be faxed to 902-555-0142 or emailed to Ann Roe ann.roe@elm.example.ca.';
    expect(captureText(text)[0]).not.toHaveProperty('phone');
  });
});

describe('a town behind its postal code', () => {
  it.each([
    [
      'on the line of the street',
      ["155 Ridge Road     A1C 5R3 St. John's", 'Newfoundland and Labrador Canada'],
    ],
    ['below the street', ['155 Ridge Road', "A1C 5R3 St. John's", 'Newfoundland and Labrador']],
  ])('is read %s', (_, address) => {
    const text = lines('Ann Roe', ...address, 'ann.roe@elm.example.ca');
    expect(captureText(text)).toMatchObject([
      { address_1: '155 Ridge Road', city: "St. John's", province: 'NL', postal_code: 'A1C 5R3' },
    ]);
  });

  it('is read below it', () => {
    const text = lines(
      'Ann Roe',
      '4410 Quadra Street',
      'V8X 1M5',
      'Victoria',
      'Canada',
      'ann.roe@elm.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', address_1: '4410 Quadra Street', city: 'Victoria', postal_code: 'V8X 1M5' },
    ]);
  });
});
