/** What capture reads from forms whose labels stand over their values, without a colon: what stands below tells a label too. */
import { describe, expect, it } from 'vitest';
import { captureText, lines } from './capture-text.ts';

describe('words over a value', () => {
  it('are no label where the next line speaks of somebody else', () => {
    const [ann] = captureText(
      lines('Name', 'Ann Roe', 'Elm Award', 'Bo Hale', 'Email', 'ann.roe@elm.example.org'),
    );
    expect(ann).toMatchObject({ first_name: 'Ann', last_name: 'Roe' });
    expect(ann).not.toHaveProperty('company', 'Elm Award');
  });

  it('ask for a parent, over a name, an address and a number', () => {
    const text = lines(
      "Nom de l'enfant",
      'Loïc Roe',
      'Nom du parent ou tuteur',
      'Line Hale',
      'Courriel du parent',
      'line.hale@mail.example.ca',
      'Cellulaire',
      '418 555-0143',
      'Adresse',
      '86, rue de la Grève',
      'Ville',
      'Rimouski',
      'Code postal',
      'G5L 3B2',
    );
    expect(captureText(text)).toMatchObject([
      {
        first_name: 'Line',
        last_name: 'Hale',
        phone: '+14185550143',
        address_1: '86, rue de la Grève',
        city: 'Rimouski',
      },
    ]);
  });

  it('are about somebody of whom the next label speaks too', () => {
    const text = lines(
      'Host organization',
      'Elm Fiddlers',
      'Event contact',
      'Ann Roe',
      'Position',
      'Event Chair',
      'Email',
      'ann.roe@elmfiddlers.example.org',
      'Mailing address',
      'PO Box 214',
      'Sussex, New Brunswick E4E 5L4',
      'On-site contact (day of event)',
      'Bo Hale',
      'On-site contact email',
      'bo.hale@elmfiddlers.example.org',
      'On-site contact cell',
      '(506) 555-0109',
    );
    expect(captureText(text)).toMatchObject([
      {
        first_name: 'Ann',
        last_name: 'Roe',
        title: 'Event Chair',
        company: 'Elm Fiddlers',
        address_1: 'PO Box 214',
      },
      { first_name: 'Bo', last_name: 'Hale', phone: '+15065550109' },
    ]);
    expect(captureText(text)[1]).not.toHaveProperty('title');
  });
});

describe('a label that does not say what it asks for', () => {
  it('gives no title of a fund', () => {
    const text = lines(
      'Name: Ann Roe',
      'Email: ann@mail.example.ca',
      'Fund/Designation: Area of Greatest Need',
      'City: Elm',
    );
    expect(captureText(text)[0]).not.toHaveProperty('title');
  });

  it('asks for a place where one stands beside it, also at the end', () => {
    const text = lines('Name: Ann Roe', 'Email: ann@mail.example.ca', 'Location: Corner Brook, NL');
    expect(captureText(text)).toMatchObject([{ city: 'Corner Brook', province: 'NL' }]);
  });

  it('asks for the organisation beside the name of a person', () => {
    const text = lines(
      'Nom du magasin : Épicerie de l’Orme',
      'Nom de la personne-ressource du magasin : Line Roe',
      'Courriel : line@orme.example.com',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Line', company: 'Épicerie de l’Orme' }]);
  });

  it('is read by the half that is known', () => {
    const text = lines(
      'Nom complet : Line Roe',
      'Courriel : line@mail.example.ca',
      'Entreprise/Projet : Friperie du Sud',
    );
    expect(captureText(text)).toMatchObject([{ company: 'Friperie du Sud' }]);
  });
});
