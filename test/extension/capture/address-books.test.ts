/** Entries of an address book in LDIF. Cards are tested beside their reader. */
import { describe, expect, it } from 'vitest';
import { captureText } from './capture-text.ts';

const ANN = `dn: cn=Ann Roe,mail=ann@elm.example.ca
objectclass: top
objectclass: person
givenName: Ann
sn: Roe
cn: Ann Roe
mail: ann@elm.example.ca
telephoneNumber: 306-555-0184
mobile: 306-555-0185
street: 19 Avenue C North
l: Elm Flats
st: SK
postalCode: S7L 1B8
title: Curator
o: Elm Arts`;

describe('an address book in LDIF', () => {
  it('is not what a text is that speaks of one', () => {
    expect(captureText('dn: the name of an entry\nWrite to ann@elm.example.ca')).toEqual([
      expect.objectContaining({ email: 'ann@elm.example.ca' }),
    ]);
  });

  it('leaves a value out that cannot be decoded', () => {
    const [contact] = captureText(ANN.replace('title: Curator', 'title:: %%%'));
    expect(contact).toMatchObject({ last_name: 'Roe' });
    expect(contact).not.toHaveProperty('title');
  });

  it('gives each entry with the names of its attributes', () => {
    const other =
      'dn: cn=Zoé\nobjectclass: person\nsn:: TMOpdmVzcXVl\ngivenName: Zoé\nmail: zoe@elm.exa\n mple.ca';
    expect(captureText(`${ANN}\n\n${other}`)).toMatchObject([
      {
        first_name: 'Ann',
        last_name: 'Roe',
        email: 'ann@elm.example.ca',
        phone: '+13065550184',
        address_1: '19 Avenue C North',
        city: 'Elm Flats',
        province: 'SK',
        postal_code: 'S7L 1B8',
        title: 'Curator',
        company: 'Elm Arts',
      },
      { first_name: 'Zoé', last_name: 'Lévesque', email: 'zoe@elm.example.ca' },
    ]);
  });
});

describe('a card', () => {
  it('has both names where a comma parts them', () => {
    const card = 'BEGIN:VCARD\nVERSION:2.1\nN:Roe-Moore, Garnet\nEMAIL:garnet@elm.example.org\nEND:VCARD';
    expect(captureText(card)).toMatchObject([{ first_name: 'Garnet', last_name: 'Roe-Moore' }]);
  });
});
