/** Filled-in forms and exports: a label a line, cells between commas, with what is said about consent. */
import { describe, expect, it } from 'vitest';
import { readContacts } from '../../../extension/lib/capture/capture-contacts.ts';
import { dayOf } from '../../../extension/lib/capture/formats/written-days.ts';
import { captureHtml, captureText, plain } from './capture-text.ts';

const read = (text: string) =>
  readContacts({ text, html: null, url: '', title: 'export.csv', linkUrl: null });

const SELENA = {
  first_name: 'Selena',
  last_name: 'Roe-Abbott',
  email: 'selena@harbour.example.org',
  company: 'Harbour Choir Society',
  title: 'Volunteer',
  city: 'Gander',
  phone: '+17095550155',
};

describe('filled-in forms', () => {
  const english = [
    ['Your first name', 'Selena'],
    ['Last name (required)', 'Roe-Abbott'],
    ['Job title', 'Volunteer'],
    ['Company / Organization', 'Harbour Choir Society'],
    ['City', 'Gander'],
    ['Telephone number', '709-555-0155'],
    ['E-mail address', 'selena@harbour.example.org'],
  ] as const;
  const french = [
    ['Nom', 'Roe-Abbott'],
    ['Prénom', 'Selena'],
    ['Fonction', 'Volunteer'],
    ['Organisme', 'Harbour Choir Society'],
    ['Municipalité', 'Gander'],
    ['Numéro de téléphone', '709-555-0155'],
    ['Courriel', 'selena@harbour.example.org'],
  ] as const;
  const layouts: [string, (rows: readonly (readonly [string, string])[]) => Record<string, string>[]][] = [
    ['a label over its value', (rows) => captureText(rows.map((row) => row.join('\n')).join('\n'))],
    ['with blank lines', (rows) => captureText(rows.map((row) => row.join('\n\n')).join('\n\n'))],
    ['with stars', (rows) => captureText(rows.map((row) => row.join(' *\n')).join('\n'))],
    ['behind colons', (rows) => captureText(rows.map((row) => row.join(' : ')).join('\n'))],
    [
      'a definition list',
      (rows) => captureHtml(`<dl>${rows.map(([a, b]) => `<dt>${a}</dt><dd>${b}</dd>`).join('')}</dl>`),
    ],
    [
      'a table',
      (rows) =>
        captureHtml(
          `<table>${rows.map(([a, b]) => `<tr><th>${a}:</th><td>${b}</td></tr>`).join('')}</table>`,
        ),
    ],
    [
      'rows of labels and rows of values',
      (rows) =>
        captureHtml(
          `<table>${rows.map(([a, b]) => `<tr><td colspan="2"><b>${a}</b></td></tr><tr><td>&nbsp;</td><td>${b}</td></tr>`).join('')}</table>`,
        ),
    ],
  ];

  const marks: [string, (label: string, value: string) => string][] = [
    ['a dash', (label, value) => `${label} - ${value}`],
    ['a long dash', (label, value) => `${label} – ${value}`],
    ['a sign of equality', (label, value) => `${label} = ${value}`],
    ['an arrow', (label, value) => `${label} → ${value}`],
    ['a bar', (label, value) => `${label} | ${value}`],
    ['a row of dots', (label, value) => `${label} ${'.'.repeat(28 - label.length)}: ${value}`],
    ['blanks', (label, value) => label.padEnd(28) + value],
    ['brackets', (label, value) => `[${label}] ${value}`],
    ['stars', (label, value) => `**${label}:** ${value}`],
    ['dashes around the label', (label, value) => `--- ${label} ---\n\n${value}\n`],
    ['quotes', (label, value) => `  "${label}": "${value}",`],
    ['a bullet and a dash', (label, value) => `• ${label} - ${value}`],
    ['bars on all sides', (label, value) => `| ${label} | ${value} |`],
  ];
  it.each(marks)('are read with %s between label and value, in both languages', (_, line) => {
    const write = (rows: readonly (readonly [string, string])[]) =>
      rows.map(([label, value]) => line(label, value)).join('\n');
    expect(captureText(write(english))).toMatchObject([SELENA]);
    expect(captureText(write(french))).toMatchObject([SELENA]);
    const mail = 'From: Forms <no-reply@forms.example.net>\nSubject: New registration\n\n';
    const another = write(french)
      .replaceAll(/selena/gi, 'Brigitte')
      .replaceAll('Roe-Abbott', 'Lee');
    expect(captureText(`${mail}${write(english)}\n\n${another}`).slice(0, 2)).toMatchObject([
      SELENA,
      { first_name: 'Brigitte', last_name: 'Lee', city: 'Gander' },
    ]);
  });

  it('are read from elements that touch', () => {
    const rows = english.map(([a, b]) => `<li><span class="a">${a}</span> <span class="b">${b}</span></li>`);
    expect(captureHtml(`<ul>${rows.join('')}</ul>`)).toMatchObject([SELENA]);
  });

  it.each([';', ','])('are read on one line with "%s" between the fields', (mark) => {
    expect(captureText(english.map((row) => row.join(': ')).join(`${mark} `))).toMatchObject([SELENA]);
  });

  it.each(['**', '*', '__'])('are read with their labels between "%s", without a colon', (mark) => {
    const lines = english.map(([label, value]) => `${mark}${label}${mark} ${value}`);
    expect(captureText(lines.join('\n'))).toMatchObject([SELENA]);
  });

  it('are no lines with a dash where fewer than three begin with a label', () => {
    const text = 'Ann Roe\nOffice - Main Street\nEmail - ann@elm.example.ca';
    expect(captureText(text)).toEqual([
      expect.objectContaining({ first_name: 'Ann', email: 'ann@elm.example.ca' }),
    ]);
  });

  it.each(layouts)('are read as %s, in both languages', (_, capture) => {
    expect(capture(english)[0]).toMatchObject(SELENA);
    expect(capture(french)[0]).toMatchObject(SELENA);
  });

  it('leave a field empty whose label has no value', () => {
    const [contact] = captureText(
      'Company\nFirst name\nAnn\nLast name\nRoe\nPhone\nEmail\nann@elm.example.ca',
    );
    expect(contact).toEqual(expect.objectContaining({ first_name: 'Ann', last_name: 'Roe' }));
    expect(contact).not.toHaveProperty('company');
  });

  it.each([
    ['Where do you work?', 'What is your email?'],
    ['Pour qui travaillez-vous?', 'Quel est votre courriel?'],
  ])('are read where the labels are questions: %s', (work, email) => {
    expect(captureText(`${work}\nHarbour Choir\n\n${email}\nselena@harbour.example.org`)).toMatchObject([
      { company: 'Harbour Choir', email: 'selena@harbour.example.org' },
    ]);
  });

  it('are told apart when several stand below each other', () => {
    const text = 'Name\nAnn Roe\nEmail\nann@elm.example.ca\n\nName\nBo Lee\nEmail\nbo@oak.example.ca';
    expect(captureText(text)).toEqual([
      expect.objectContaining({ first_name: 'Ann', email: 'ann@elm.example.ca' }),
      expect.objectContaining({ first_name: 'Bo', email: 'bo@oak.example.ca' }),
    ]);
  });
});

describe('exports', () => {
  it.each([',', ';', '\t'])('are read by their header between "%s", unknown columns left out', (mark) => {
    const header = ['Order #', 'DONOR FIRST NAME', 'donor_last_name', 'E-mail 1 - Value', 'T-shirt', 'Notes'];
    const rows = [
      ['901', 'Ann', 'Roe', 'ann@elm.example.ca', 'L', '"says ""hi, there""; twice"'],
      ['902', 'Bo', 'Lee', 'bo@oak.example.ca', 'M', '"two\nlines"'],
    ];
    expect(read([header, ...rows].map((row) => row.join(mark)).join('\n')).contacts.map(plain)).toMatchObject(
      [
        { first_name: 'Ann', last_name: 'Roe', email: 'ann@elm.example.ca' },
        { first_name: 'Bo', last_name: 'Lee', email: 'bo@oak.example.ca' },
      ],
    );
  });

  it('are read under the headings of a French address book, of a registry and of a survey', () => {
    const text = [
      'IP Address,Titre professionnel,Nom,Prénom,Dép/Région (bureau),Ville (bureau),Adresse de messagerie,Street (EN)',
      '10.0.0.1,Directrice,Roe,Ann,NB,Bathurst,ann@elm.example.ca,4 Elm Street',
    ].join('\n');
    expect(read(text).contacts.map(plain)).toMatchObject([
      {
        first_name: 'Ann',
        last_name: 'Roe',
        title: 'Directrice',
        city: 'Bathurst',
        province: 'NB',
        address_1: '4 Elm Street',
      },
    ]);
  });

  it('are read without a header, columns judged as a whole', () => {
    const text = 'Roe,Ann,aroe@elm.example.ca\nLee,Bo,bo.lee@elm.example.ca\nOlson,May,molson@elm.example.ca';
    expect(read(text).contacts.map(plain)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Lee' },
      { first_name: 'May', last_name: 'Olson' },
    ]);
  });
});

describe('consent in an export', () => {
  const consents = (header: string, ...rows: string[]) =>
    read(
      [`Name,Email,${header}`, ...rows.map((row, index) => `Ann Roe,a${index}@elm.example.ca,${row}`)].join(
        '\n',
      ),
    ).contacts.map((contact) => contact.consent);

  it('says nothing where the cell is empty', () => {
    expect(consents('Newsletter opt-in', '')).toEqual([undefined]);
  });

  it.each(['maybe', 'implied', 'pending'])('is not clear where the cell says "%s"', (cell) => {
    expect(consents('Newsletter opt-in', cell)).toEqual([
      { optIn: false, unclear: cell, question: 'Newsletter opt-in' },
    ]);
  });

  it.each(['Expiry of consent', 'Newsletter sent', 'Notes'])('is not read from "%s"', (header) => {
    expect(consents(header, '3')).toEqual([undefined]);
  });

  it('is yes, no, and the day beside a yes, with the question as written', () => {
    expect(consents('Infolettre,Date', 'Oui,2026-03-01', 'Non,2026-03-02', '✓,"1er avril 2026"')).toEqual([
      { optIn: true, day: '2026-03-01', question: 'Infolettre' },
      { optIn: false, question: 'Infolettre' },
      { optIn: true, day: '2026-04-01', question: 'Infolettre' },
    ]);
  });

  it.each(['03/04/2026', '2026-02-29', '3 avr. 26'])(
    'keeps the day of a yes as written where it cannot be told: %s',
    (written) => {
      const answer = { optIn: true, dayWritten: written, question: 'Infolettre' };
      expect(consents('Infolettre,Date', `Oui,${written}`)).toEqual([answer]);
      expect(consents('Infolettre', `Oui (${written})`)[0]).toMatchObject({ optIn: true });
      expect(consents('Infolettre', `Oui (${written})`)[0]?.dayWritten).toContain(written);
    },
  );

  it.each([
    ['13/05/2026', '2026-04-03'],
    ['05/13/2026', '2026-03-04'],
  ])('reads 03/04/2026 by another day of its column, %s', (other, day) => {
    expect(consents('Infolettre,Date', `Oui,${other}`, 'Oui,03/04/2026')[1]?.day).toBe(day);
  });

  it('guesses no order where the days of a column do not agree', () => {
    const rows = ['Oui,13/05/2026', 'Oui,05/13/2026', 'Oui,03/04/2026'];
    expect(consents('Infolettre,Date', ...rows)[2]).toMatchObject({ dayWritten: '03/04/2026' });
  });

  it('comes with a form too', () => {
    const form =
      'Name\nAnn Roe\nEmail\nann@elm.example.ca\nI would like to receive your newsletter\nYes\nSubmitted on\nMarch 4, 2026';
    expect(read(form).contacts[0]?.consent).toEqual({
      optIn: true,
      day: '2026-03-04',
      question: 'I would like to receive your newsletter',
    });
  });

  it.each([
    ['03/04/2026', undefined],
    ['2026-02-30', undefined],
    ['31 avril 2026', undefined],
    ['26-03-04', undefined],
    ['3 avr. 26', undefined],
    ['13/2026', undefined],
    ['1 er avril 2026', '2026-04-01'],
    ['depuis février 2026', '2026-02'],
    ['Feb. 2026', '2026-02'],
    ['2026-02', '2026-02'],
    ['02/2026', '2026-02'],
    ['25/03/2026 10:00', '2026-03-25'],
    ['Mar 5, 2026', '2026-03-05'],
    ['2026-03-05T10:00:00Z', '2026-03-05'],
  ])('is dated "%s" as %s', (written, day) => {
    expect(dayOf(written)).toBe(day);
  });
});
