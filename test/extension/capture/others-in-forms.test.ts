/** What a form, an order or a case says of others than the one who sent it: a place, a delivery, somebody who is proposed. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText, lines } from './capture-text.ts';

describe('a form is not about', () => {
  it('the place where something happened, in front of whoever tells of it', () => {
    const text = lines(
      'Adresse : 45, rue de l’Aréna',
      'Code postal : J0R 2K1',
      'Nom : Roe',
      'Prénom : Ann',
      'Adresse : 1220, chemin du Lac',
      'Ville : Saint-Orme',
      'Code postal : J0R 2K0',
      'Courriel : ann.roe@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([{ address_1: '1220, chemin du Lac', postal_code: 'J0R 2K0' }]);
    const alone = text.replace('Adresse : 1220, chemin du Lac\n', '').replace('Code postal : J0R 2K0\n', '');
    expect(captureText(alone)).toMatchObject([{ address_1: '45, rue de l’Aréna', city: 'Saint-Orme' }]);
  });

  it('whoever gets the parcel, where the one who pays has an address', () => {
    const text = lines(
      'Shipping address:',
      'Bo Lac',
      '402 Kootenay Cres',
      'Nelson BC V1L 0A2',
      '',
      'Billing address:',
      'Ann Roe',
      '17 Cedar Lane',
      'Tofino BC V0R 2Z0',
      '+1 250-555-0104',
      '',
      'Customer: ann.roe@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', address_1: '17 Cedar Lane', city: 'Tofino' },
    ]);
    expect(captureText(text)[0]).not.toHaveProperty('company');
  });

  it('the case that it opens, or the goods above the one who buys them', () => {
    const request = lines(
      'Case Number: 1188',
      'Case Title: Guide to the photographs',
      'Customer: Ann Roe',
      'Customer Email: ann.roe@mail.example.com',
    );
    expect(captureText(request)[0]).not.toHaveProperty('title');
    const order = lines(
      'Produit\tQuantité\tPrix',
      'Guide de style, 3e éd.\t12\t216,00 $',
      'Affiche\t1\t5,00 $',
      'Ann Roe',
      'École du Lac',
      'ann.roe@ecoledulac.example.ca',
    );
    expect(captureText(order)).toMatchObject([{ first_name: 'Ann', company: 'École du Lac' }]);
    expect(captureText(order)[0]).not.toHaveProperty('title');
  });
});

describe('a form is about two', () => {
  const row = (label: string, value: string) => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`;
  const head = (words: string) => `<tr><td colspan="2"><h3>${words}</h3></td></tr>`;

  it('where each has a section below a heading of its own row', () => {
    const html = `<table>${head('Your information')}${row('Your name', 'Ann Roe')}${row('Your email', 'ann.roe@mail.example.com')}
      ${head('Nominee')}${row('First', 'Bo')}${row('Last', 'Lac')}${row('Position', 'Owner')}${row('Nominee email', 'bo@print.example.com')}</table>`;
    expect(captureHtml(html)).toMatchObject([
      { email: 'ann.roe@mail.example.com', first_name: 'Ann' },
      { email: 'bo@print.example.com', first_name: 'Bo', last_name: 'Lac', title: 'Owner' },
    ]);
    expect(captureHtml(html)[0]).not.toHaveProperty('title');
  });

  it('or more, where a table with their headings stands in an answer', () => {
    const cells = (tag: string, all: readonly string[]) =>
      `<tr>${all.map((words) => `<${tag}>${words}</${tag}>`).join('')}</tr>`;
    const people = [
      cells('th', ['First name', 'Last name', 'Grade', 'Email']),
      cells('td', ['Ezra', 'Roe', '11', 'ezra.r@school.example.ca']),
      cells('td', ['Kim', 'Park', '12', 'kim.p@school.example.ca']),
    ].join('');
    const html = `<table><tr><th>School</th></tr><tr><td>North High School</td></tr><tr><th>Advisor email</th></tr>
      <tr><td>p.lac@school.example.ca</td></tr><tr><th>Delegates</th></tr><tr><td><table>${people}</table></td></tr></table>`;
    const found = captureHtml(html);
    expect(found.find(({ email }) => email === 'ezra.r@school.example.ca')).toMatchObject({
      first_name: 'Ezra',
      last_name: 'Roe',
    });
    expect(found.find(({ email }) => email === 'p.lac@school.example.ca')).not.toHaveProperty('first_name');
  });
});

it('a town beside an employer is where somebody lives, whatever codes stand behind the questions', () => {
  const text = lines(
    'Prénom [Q01]\tAnn',
    'Nom de famille [Q02]\tRoe',
    'Organisme [Q03]\tCentre du Lac',
    'Poste occupé [Q04]\tCoordonnatrice',
    'Courriel [Q05]\tann.roe@lac.example.org',
    'Municipalité [Q07][SQ001]\tCaraquet-Ouest',
  );
  expect(captureText(text)).toMatchObject([{ company: 'Centre du Lac', city: 'Caraquet-Ouest' }]);
});
