/** Who is who in letters, replies and notices in which several people are named. */
import { describe, expect, it } from 'vitest';
import { captureText as read } from './capture-text.ts';

describe('a letter', () => {
  it('has what stands below its salutation for the one who signs it', () => {
    const people = read(
      'Madame Sarah Roe\nDirectrice des programmes\nFondation de l’Orme\nsroe@fondorme.example.org\n\nObjet : délai\n\nMadame,\n\nJe suis au 418 555-0156.\n\nÉtienne Ott\nPrésident\nComité du bassin\neott@bassin.example.org',
    );
    expect(people[0]).toMatchObject({ last_name: 'Roe', title: 'Directrice des programmes' });
    expect(people[0]).not.toHaveProperty('phone');
    expect(people[1]).toMatchObject({ last_name: 'Ott', phone: '+14185550156' });
  });

  it('names the employer in its head, above the salutation', () => {
    const people = read(
      'Faculty of Nursing, Elm Valley University\n\nTo whom it may concern,\n\nI recommend her.\n\nSincerely,\nSheila Roe, RN\nInstructor\nsroe@evu.example.ca',
    );
    expect(people).toMatchObject([{ last_name: 'Roe', company: 'Elm Valley University' }]);
  });
});

describe('an automatic reply', () => {
  it('keeps the signature of the one who is away from the one to write to', () => {
    const people = read(
      'I am away until August 18. For bursaries, contact Melody Roe (mroe@elmcollege.example.ca, 709-555-0131).\n\nTrevor Ott\nRegistrar',
    );
    expect(people).toMatchObject([{ first_name: 'Melody', phone: '+17095550131' }]);
    expect(people[0]).not.toHaveProperty('title');
    expect(people[0]).not.toHaveProperty('company');
  });
});

describe('several people in one sentence', () => {
  it('have what stands behind their brackets', () => {
    const people = read(
      'Pour information : Jean Roe (514 555-0163, jroe@orchestre.example.org), responsable des communications, ou Wanda Ott (wott@orchestre.example.org).',
    );
    expect(people).toMatchObject([
      { last_name: 'Roe', title: 'responsable des communications', phone: '+15145550163' },
      { last_name: 'Ott' },
    ]);
  });

  it('may be named by what they made', () => {
    const people = read(
      'Words by Tallulah Roe  •  Photos by Ivo Ott\nTips? tallulah@elmloop.example.com / ivo@elmloop.example.com',
    );
    expect(people).toMatchObject([
      { first_name: 'Tallulah', last_name: 'Roe' },
      { first_name: 'Ivo', last_name: 'Ott' },
    ]);
  });

  it('may join as something', () => {
    const people = read(
      'Please welcome Ann Roe, our Curator (aroe@elm.example.ca), and Terrell Ott, who joins us as Learning Officer (tott@elm.example.ca).',
    );
    expect(people[1]).toMatchObject({ last_name: 'Ott', title: 'Learning Officer' });
  });

  it('may have an employer and no title', () => {
    const people = read(
      'Guest editors: Prof. Hyun Roe, Elm University (h.roe@elmu.example.ca) & Prof. Céline Ott, Université du Lac (celine.ott@ulac.example.ca)',
    );
    expect(people.map(({ company }) => company)).toEqual(['Elm University', 'Université du Lac']);
  });
});

describe('two offices', () => {
  const OFFICES = (second: string) =>
    `Hon. Aurèle Fontaine\nMLA for Elm East\n\nLegislative Office\n204-555-0166\nfontaine.office@assembly.example.ca\n\nConstituency Office\n204-555-0167\n${second}`;

  it('are one person’s where both addresses spell the family name', () => {
    expect(read(OFFICES('fontaine.constituency@assembly.example.ca'))).toMatchObject([
      { first_name: 'Aurèle', last_name: 'Fontaine' },
      { first_name: 'Aurèle', last_name: 'Fontaine', title: 'MLA for Elm East', phone: '+12045550167' },
    ]);
  });

  it('are not where the other address is anybody’s', () => {
    expect(read(OFFICES('office.east@assembly.example.ca'))[1]).not.toHaveProperty('last_name');
  });
});

describe('a list without telephone numbers but the last', () => {
  it('has that number for the last address, under which it stands', () => {
    const people = read(
      'Rhys Roe\nDirector\nrhys.roe@elm.example.ca\nCommunications Branch\nelm.media@elm.example.ca\n437-555-0171',
    );
    expect(people.map(({ phone }) => phone)).toEqual([undefined, '+14375550171']);
  });
});

describe('words around a name', () => {
  it.each([
    [
      'Contact Rhonda Roe, Manager of By-law Enforcement\nPhone: 902-555-0187\nbylaw@elmcounty.example.ca',
      'Rhonda',
      'Roe',
    ],
    ['Cole Roe\nBroker\nContact Cole cole@elmrealty.example.com', 'Cole', 'Roe'],
    [
      'Bonjour, c’est Lamine Roe de Logis Jeunes. Écrivez-moi à lamine.roe@logisjeunes.example.ca.',
      'Lamine',
      'Roe',
    ],
  ])('do not hide it: %s', (text, first_name, last_name) => {
    expect(read(text)).toMatchObject([{ first_name, last_name }]);
  });

  it('are no title where they only ask to write', () => {
    expect(read('Contact Sunita Roe <sroe@elm.example.org>')[0]).not.toHaveProperty('title');
  });

  it('say what sort of number follows', () => {
    const text = 'Simone Roe, Communications Officer, UPSW, (cell) 902.555.0189, sroe@upsw.example.org';
    expect(read(text)).toMatchObject([
      { title: 'Communications Officer', company: 'UPSW', phone: '+19025550189' },
    ]);
  });
});

describe('what stands beside a person', () => {
  it('is no title with pronouns, and no sentence', () => {
    expect(read('Lucía Roe\nArtistic Producer (she/they)\nlucia@elmtheatre.example.org')[0]?.title).toBe(
      'Artistic Producer',
    );
    const quoted =
      'On 2025-02-19, Martha Roe\n<mroe@elmfund.example.org> wrote:\n> The photographer is not free.';
    expect(read(quoted)[0]).not.toHaveProperty('title');
  });

  it('says whom to call', () => {
    const text =
      'Drivers should call volunteer coordinator Rupert Roe, or write to volunteer@elmfair.example.org.';
    expect(read(text)).toMatchObject([{ last_name: 'Roe', title: 'volunteer coordinator' }]);
  });

  it('is no given name over a mailbox', () => {
    expect(
      read('• Judit Roe / jroe@choral.example.org\n• Altos: altos@choral.example.org')[1],
    ).not.toHaveProperty('first_name');
  });

  it('is the owner of an office only where the address spells her', () => {
    const office = (address: string) =>
      read(`Office of Mireille Roe, MPP, Nickel Rapids\n1165 Main St W\n${address}`)[0];
    expect(office('mroe.co@legislature.example.ca')).toMatchObject({
      first_name: 'Mireille',
      last_name: 'Roe',
    });
    expect(office('nickel.co@legislature.example.ca')).not.toHaveProperty('last_name');
  });
});
