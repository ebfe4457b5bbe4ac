/** What programs write into messages, lists and forms, and what people wrote there. */
import { describe, expect, it } from 'vitest';
import { captureText, lines } from './capture-text.ts';

const addresses = (...text: string[]): unknown[] => captureText(lines(...text)).map(({ email }) => email);

describe('the source of a message', () => {
  it('offers nobody of what servers wrote into its header', () => {
    const found = addresses(
      'Return-Path: <bounces+29-elm=elm.example.ca@sendmail.example.com>',
      'Received: by 2002:a05 with SMTP id qvb;',
      '        Tue, 18 Mar 2025 07:03:33 -0700',
      'Authentication-Results: mx.example.com;',
      '       dkim=pass header.i=@elmfolk.example.org;',
      '       spf=pass smtp.mailfrom="bounces+29@sendmail.example.com"',
      'From: "Elm Folk (via ClubMail)" <no-reply@clubmail.example.net>',
      'Reply-To: Ann Roe <ann.roe@elmfolk.example.org>',
      'To: "Hale, Bo" <bhale@mail.example.com>',
      'List-Unsubscribe: <mailto:unsubscribe@sendmail.example.com>',
    );
    expect(found).toEqual(['ann.roe@elmfolk.example.org', 'bhale@mail.example.com']);
  });

  it('is none in a mail that somebody wrote', () => {
    expect(addresses('From: Ann Roe <no-reply-roe@elm.example.org>', 'Bo, see below.')).toHaveLength(1);
  });
});

describe('a mailbox of a program', () => {
  it.each([
    ['To unsubscribe from this group, send an email to elm-board+unsubscribe@groups.example.com.'],
    ['From: elm-board-bounces@lists.elm.example.org'],
  ])('is nobody: %s', (line) => {
    expect(addresses('Ann Roe', 'ann.roe@elm.example.org', '', line)).toEqual(['ann.roe@elm.example.org']);
  });
});

describe('a list', () => {
  it('has two people in a row, each beside an address', () => {
    const rows = [
      'Organisme\tMembre\tCourriel\tSubstitut\tCourriel',
      'Ville de l’Orme\tAnn Roe\taroe@orme.example.ca\tLuc Hale\tlhale@orme.example.ca',
      'Club du Frêne\tJosiane Dubé\tjdube@frene.example.ca\tà venir\t',
    ];
    expect(captureText(lines(...rows))).toMatchObject([
      { first_name: 'Ann', company: 'Ville de l’Orme' },
      { first_name: 'Luc', last_name: 'Hale', company: 'Ville de l’Orme' },
      { first_name: 'Josiane', company: 'Club du Frêne' },
    ]);
  });

  it('ends where a sentence speaks of somebody else', () => {
    const rows = [
      'Name\tOrganization\tEmail',
      'Ann Roe\tElm Club\taroe@elm.example.ca',
      'Bo Hale\tAsh Council\tbo@ash.example.org',
      'Recording Secretary: Lorna Park (lpark@elm.example.ca)',
    ];
    expect(captureText(lines(...rows))[2]).toMatchObject({ first_name: 'Lorna', last_name: 'Park' });
  });
});

describe('a form', () => {
  it('has the name and the address of whom the program says', () => {
    const text = lines(
      'Below is the result of your form. It was submitted by',
      'Ann Roe (aroe@mail.example.com) on Tuesday, February 17, 2026 at 09:41:22',
      '-------------------------------',
      'title: Ms.',
      'telephone: 519-555-0153',
      'street: 41 Queen St. S.',
      'city: St. Marys',
      'province: Ontario',
    );
    const [ann] = captureText(text);
    expect(ann).toMatchObject({
      first_name: 'Ann',
      last_name: 'Roe',
      address_1: '41 Queen St. S.',
      city: 'St. Marys',
    });
    expect(ann).not.toHaveProperty('title');
  });

  it('keeps the lines to write on out of its answers', () => {
    const text = lines(
      `COMPANY NAME: Elm Nursery Inc. ${'_'.repeat(46)}`,
      `CONTACT PERSON: Ann Roe ${'_'.repeat(46)}`,
      `ADDRESS: 5540 Concession 7 ${'_'.repeat(46)}`,
      `CITY: Uxbridge ${'_'.repeat(15)} COUNTRY: Canada ${'_'.repeat(9)}`,
      `E-MAIL: ann@elmnursery.example.ca ${'_'.repeat(22)}`,
    );
    expect(captureText(text)).toMatchObject([
      {
        first_name: 'Ann',
        last_name: 'Roe',
        company: 'Elm Nursery Inc.',
        address_1: '5540 Concession 7',
        city: 'Uxbridge',
      },
    ]);
  });

  it.each([
    ['somebody who works for nobody', 'Occupation and employer: Marine surveyor, self-employed'],
    ['the one who paid', 'Company: Ann Roe ann@mail.example.com'],
  ])('gives no employer in %s', (_, line) => {
    const text = lines('Name: Ann Roe', 'Email: ann@mail.example.com', line, 'City: Elm');
    expect(captureText(text)[0]).not.toHaveProperty('company');
  });

  it('names the town that somebody works for as the employer', () => {
    const text = lines(
      'Nom de votre municipalité : Ville de Lac-Orme',
      'Nom complet : Line Roe',
      'Fonction : Greffière',
      'Courriel : lroe@lacorme.example.ca',
    );
    expect(captureText(text)).toMatchObject([{ company: 'Ville de Lac-Orme', title: 'Greffière' }]);
  });
});
