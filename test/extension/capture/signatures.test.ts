/** What capture reads from the signatures of mails, in the many ways that people write them. */
import { describe, expect, it } from 'vitest';
import { capture, plain } from './capture-text.ts';

const read = (...lines: string[]) =>
  capture({ text: lines.join('\n'), html: null, url: 'https://mail.example.net/', title: 'Inbox' }).map(
    plain,
  );

describe('a signature', () => {
  it.each([
    ['“Be the change.” – M. Gandhi'],
    ['“Be the change.”\n– M. Gandhi'],
    ['« Petit à petit. » — Un inconnu'],
  ])('takes nothing from the motto below it: %s', (motto) => {
    expect(read('Kwame Okafor', 'Bookkeeper', 'info@elmtrust.example.ca', '', motto)).toEqual([
      expect.objectContaining({ first_name: 'Kwame', last_name: 'Okafor', title: 'Bookkeeper' }),
    ]);
    expect(read('Ann Roe', 'ann.roe@shaw.ca', '', motto)[0]).not.toHaveProperty('company');
  });

  it('keeps an employer whose name stands in quotes', () => {
    expect(read('Ann Roe', '« Théâtre du Vieux-Pont »', 'ann.roe@videotron.ca')[0]?.company).toContain(
      'Théâtre du Vieux-Pont',
    );
  });

  it('has no employer in a line of degrees, nor in the name of a mail program', () => {
    const [ann] = read('Ann Roe', 'CPA, CMA', 'Bookkeeper', 'aroe@gmail.com', '', 'Get Outlook for iOS');
    expect(ann).not.toHaveProperty('company');
    expect(ann).toMatchObject({ last_name: 'Roe', title: 'Bookkeeper' });
  });

  it('has no number behind the picture of a fax machine', () => {
    expect(read('Ann Roe', '✉ ann.roe@elm.example.ca – 📠 (418) 555-0128')[0]).not.toHaveProperty('phone');
    expect(read('Ann Roe', '📠 418-555-0128 ☎ 418-555-0129 ann.roe@elm.example.ca')[0]?.phone).toBe(
      '+14185550129',
    );
  });

  it.each([
    ['Geneviève DE LA DURANTAYE', 'Geneviève', 'de la Durantaye'],
    ['Yves LE BLANC', 'Yves', 'Le Blanc'],
    ['Ana DA SILVA', 'Ana', 'da Silva'],
    ['Tim (Buddy) Lindqvist', 'Tim', 'Lindqvist'],
    ['Maude (Mau) d’Amours', 'Maude', "d'Amours"],
    ['Thibault “Tib” de la Fontaine', 'Thibault', 'de la Fontaine'],
  ])('names the one who writes "%s"', (name, first, last) => {
    const mailbox = first.normalize('NFD').replace(/[^A-Za-z]/g, '');
    const [found] = read(name, 'Trésorière', `${mailbox}@elm.example.ca`.toLowerCase());
    expect({ ...found, last_name: found?.last_name?.replace('’', "'") }).toMatchObject({
      first_name: first,
      last_name: last,
    });
  });

  it.each([
    [['Heather Park', 'Registrar']],
    [['Registrar', 'Ms. Heather Park']],
    [['Heather Park, Registrar']],
    [['Heather Park', 'Registrar at Elm Trust']],
    [['Elm Trust', 'Heather Park, MBA', 'Registrar']],
  ])('says whose the mailbox of an office is, though the family name is a thing: %j', (lines) => {
    expect(read(...lines, 'info@elmtrust.example.ca')).toMatchObject([
      { first_name: 'Heather', last_name: 'Park', title: 'Registrar' },
    ]);
  });

  it.each([
    [['Professor Emerita', 'Ann Roe'], 'Ann'],
    [['Ann ROE, NorthStar Realty', 'Chair'], 'Ann'],
  ])('does not turn %j round', (lines, first) => {
    expect(read(...lines, 'info@northstarrealty.example.com')).toMatchObject([
      { first_name: first, last_name: 'Roe' },
    ]);
  });
});

describe('title and employer in a signature', () => {
  it.each([
    ['Program Lead – Youth', undefined, 'Ann Roe | Program Lead – Youth'],
    ['Program Lead – Youth', 'Elm Trust', 'Ann Roe • Program Lead – Youth • Elm Trust'],
    ['Program Lead – Youth', 'Elm Trust', 'Ann Roe\nProgram Lead – Youth - Elm Trust'],
    ['Chief Librarian / CEO', 'Elm Trust', 'Ann Roe | she/her • Chief Librarian / CEO\nElm Trust'],
    ['Chief Librarian / CEO', 'Elm Trust', 'Ann Roe\nElm Trust / Chief Librarian / CEO'],
    ['Chief Librarian / CEO', 'Elm Trust', 'Ann Roe\nChief Librarian / CEO • Elm Trust'],
    ['Head Coach', 'Elm Trust', 'Ann ROE · Head Coach · Elm Trust'],
    ['Vice-President, Operations', 'Elm Trust', 'Ann Roe · Vice-President, Operations · Elm Trust'],
    ['Director, Planning & Parks', 'Elm Trust', 'Elm Trust\nAnn Roe\nDirector, Planning & Parks'],
    ['Secrétaire-trésorière', 'Elm Trust', 'Ann Roe (elle) / Secrétaire-trésorière\nElm Trust'],
    ['Sales Rep', 'Elm Trust', 'Ann Roe\nSales Rep at Elm Trust'],
    ['Ph.D. Candidate', 'Elm Trust', 'Ann Roe\nPh.D. Candidate\nElm Trust'],
    ['Interim Registrar', 'Elm Trust', 'Interim Registrar\nAnn Roe\nOffice of the Registrar, Elm Trust'],
  ])('are "%s" and %s in %j', (title, company, text) => {
    const [ann] = read(text, 'ann.roe@gmail.com');
    expect({ title: ann?.title, company: ann?.company }).toEqual({ title, company });
  });

  it.each(['Fern & Feather', 'Kestrel & Pine', 'Croft & Sons'])(
    'are found without a title: %s',
    (company) => {
      expect(read('Ann Roe', company, 'ann.roe@gmail.com')).toMatchObject([{ last_name: 'Roe', company }]);
    },
  );

  it.each(['Planning & Development', 'Ann & Bo', 'News & Events'])('are not "%s"', (text) => {
    expect(read('Ann Roe', text, 'ann.roe@gmail.com')[0]).not.toHaveProperty('company');
  });
});

describe('what is told of somebody', () => {
  it('is no title, though a word of it is one', () => {
    const told = 'Marshall guides tours of the old harbour.';
    const [person] = read('Marshall Oakes', 'Workshops & Outreach', told, 'marshall.oakes@gmail.com');
    expect(person).toMatchObject({ last_name: 'Oakes' });
    expect(person?.title ?? '').not.toContain('guides');
  });

  it('is no title where it says what an office is for', () => {
    const rule = 'The treasurer shall keep the books of the Local.';
    const [person] = read('President', 'Ann Roe', 'chair@local12.example.org', rule);
    expect(person).toMatchObject({ last_name: 'Roe', title: 'President' });
  });
});
