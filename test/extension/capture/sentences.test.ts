/** What a sentence says about the person whose address stands in it. */
import { describe, expect, it } from 'vitest';
import { captureText as read } from './capture-text.ts';

describe('a sentence about somebody', () => {
  it.each([
    ['Hi, this is Ann from Elm Trust. My email is ann@elmtrust.example.ca', 'Ann'],
    ['This is Ann with Elm Trust: ann@elmtrust.example.ca', 'Ann'],
  ])('names the employer without its first words: %s', (text, first_name) => {
    expect(read(text)).toMatchObject([{ first_name, company: 'Elm Trust' }]);
  });

  it('names whom the address spells, whatever the last word means', () => {
    expect(read('rosa.devos@elm.example.ca (Rosa de Vos)')).toMatchObject([
      { first_name: 'Rosa', last_name: 'de Vos' },
    ]);
  });

  it('is a given name before the address that starts like it', () => {
    expect(read('Mélissa – mel.roe@elm.example.ca')).toMatchObject([{ first_name: 'Mélissa' }]);
  });

  it('has the given name of whom to call', () => {
    const text = 'For tickets, call Deb at 306-555-0177 or email deb@prairiearts.example.ca.';
    expect(read(text)).toMatchObject([{ first_name: 'Deb', phone: '+13065550177' }]);
  });

  it('goes on in the next one', () => {
    const people = read(
      'Anne-Marie Roe is the publisher of the Elm Tribune. She can be reached at publisher@elmtribune.example.ca.',
    );
    expect(people).toMatchObject([{ first_name: 'Anne-Marie', last_name: 'Roe', title: 'publisher' }]);
  });

  it('keeps a name from the title behind it', () => {
    const text =
      'Contact: Bogdan Roe, Race Director <bogdan@elm.example.ca>; Volunteers: crew@elm.example.ca';
    expect(read(text)[0]).toMatchObject({ first_name: 'Bogdan', last_name: 'Roe', title: 'Race Director' });
  });

  it('says what somebody is with "a" and where', () => {
    const text = 'Priya Roe is a copy editor at The Elm Courier. Send tips to priya@elmcourier.example.ca.';
    expect(read(text)).toMatchObject([
      { first_name: 'Priya', last_name: 'Roe', title: 'copy editor', company: 'The Elm Courier' },
    ]);
  });

  it('goes on where a line ends with "Dr."', () => {
    const text =
      'About the study, contact the Principal Investigator, Dr.\nZeynep Roe-Wells (z.roe@elmu.example.ca; 306-555-0124).';
    expect(read(text)).toMatchObject([
      { first_name: 'Zeynep', last_name: 'Roe-Wells', title: 'Principal Investigator' },
    ]);
  });
});
