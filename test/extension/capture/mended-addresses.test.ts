/** Addresses that a line end, a bracket or a slash has broken: each is captured whole and separate, or not at all. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText } from './capture-text.ts';

const emails = (text: string): string[] => captureText(text).map((contact) => contact.email ?? '');

describe('addresses that are broken or written together', () => {
  it.each([
    ['no such ending', 'ann@elm.zzqq', []],
    ['a number of a message', 'In article <1718.4471@mx.elm.example.com>, someone writes:', []],
    ['a long number of a message', '<17a4c9d81bb20f4e66aa@mail.elm.example.ca>', []],
    ['an address with a web site below it', 'ann@elm.example.ca\nwww.elm.example.ca', ['ann@elm.example.ca']],
    ['a sentence about a site', 'Ann Rowan writes at elm.example.ca every week', []],
  ])('does not make one of %s', (_, text, expected) => {
    expect(emails(text)).toEqual(expected);
  });

  it.each([
    ['a hyphen at the end of a line', 'St-Cyr, Jo jast-\ncyr@elm.example.org', ['jast-cyr@elm.example.org']],
    [
      'a line end in a word, where a name tells',
      'Odile Tremblett otrem\nblett@elm.example.ca',
      ['otremblett@elm.example.ca'],
    ],
    ['a line end behind the sign', 'ann.roe@\nelm.example.ca', ['ann.roe@elm.example.ca']],
    [
      'a line end behind the sign, in a sentence',
      'Write to ann.roe@\nelm.example.ca before the meeting.',
      ['ann.roe@elm.example.ca'],
    ],
    ['a sign in a circle', 'ann.roe ⓐ elm.example.ca', ['ann.roe@elm.example.ca']],
    ['a line end in the domain', 'ann.roe@elm.exam\nple.ca', ['ann.roe@elm.example.ca']],
    [
      'a line end, with the rest below in its column',
      'Roe, Ann      Director      ann.roe@elm.\n                            example.ca\nHale, Bo      Clerk',
      ['ann.roe@elm.example.ca'],
    ],
    ['a group in braces', '{jane,joe}@elm.example.ca', ['jane@elm.example.ca', 'joe@elm.example.ca']],
    [
      'a slash between',
      'a.one@elm.example.ca/b.two@elm.example.ca',
      ['a.one@elm.example.ca', 'b.two@elm.example.ca'],
    ],
    ['a typographic apostrophe', 'pat.o’brien@elm.example.ca', ["pat.o'brien@elm.example.ca"]],
    [
      'a typographic apostrophe behind one letter, where no sentence runs',
      'Jo D’Orme d’orme.jo@elm.example.ca\nCourriel : l’heureux@elm.example.ca\nÀ d’arc@elm.example.ca',
      ["d'orme.jo@elm.example.ca", "l'heureux@elm.example.ca", "d'arc@elm.example.ca"],
    ],
    [
      'an article in a sentence',
      'selon l’avis d’ann@elm.example.ca, par le courriel d’info@elm.example.ca',
      ['ann@elm.example.ca', 'info@elm.example.ca'],
    ],
    ['blanks around every sign', 'marlow . finch @ elm . example . ca', ['marlow.finch@elm.example.ca']],
    [
      '"at" behind the name that it spells',
      'Ann T. Rowan atrowan at elm.example.ca\nMon Mar 3',
      ['atrowan@elm.example.ca'],
    ],
    ['"at" alone on its line', 'Jo Lee\njlee at elm.example.ca', ['jlee@elm.example.ca']],
    ['both forms of one domain', 'info@forêt.example and info@xn--fort-ipa.example', ['info@forêt.example']],
  ])('are mended: %s', (_, text, expected) => {
    expect(emails(text)).toEqual(expected);
  });
});

describe('encoded words of a mail header', () => {
  it.each(['=?no-such-set?Q?Ren=E9e?= <r@elm.example.ca>', '=?utf-8?B?w?= <r@elm.example.ca>'])(
    'that cannot be read name nobody: %s',
    (text) => {
      expect(captureText(text)[0]).not.toHaveProperty('last_name');
    },
  );

  it.each([
    ['=?iso-8859-1?B?SOls6G5lIEP0dOk=?= <hcote@elm.example.ca>', 'Hélène', 'Côté'],
    ['=?windows-1252?Q?H=E9l=E8ne_C=F4t=E9?= <hcote@elm.example.ca>', 'Hélène', 'Côté'],
    ['=?UTF-8?Q?H=C3=A9l=C3=A8ne?= =?UTF-8?Q?_C=C3=B4t=C3=A9?= <hcote@elm.example.ca>', 'Hélène', 'Côté'],
  ])('are read in their character set: %s', (text, first_name, last_name) => {
    expect(captureText(text)).toMatchObject([{ first_name, last_name }]);
  });
});

describe('addresses in words', () => {
  it.each([
    'ann.roe ARROBAS elm POINT example POINT ca',
    'ann.roe at-sign elm dot example dot ca',
    'ann.roe [at-sign] elm.example.ca',
  ])('are read: %s', (text) => {
    expect(captureText(text)).toMatchObject([{ email: 'ann.roe@elm.example.ca' }]);
  });
});

describe('a card from Outlook', () => {
  it('is read in its own character set', () => {
    const card = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'FN:Ann Roe',
      'TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:Charg=E9e de projet',
      'EMAIL;PREF;INTERNET:ann@elm.example.ca',
      'END:VCARD',
    ];
    expect(captureText(card.join('\n'))).toMatchObject([{ title: 'Chargée de projet' }]);
  });
});

describe('people on one line', () => {
  it('keep to themselves between bullets, and so does the title of the first', () => {
    const text =
      'Présidence : Hugues Roy (president@elm.example.ca) • Trésorerie : Mylène Ho (819 555-0132) • Sentiers : Francis Roe (sentiers@elm.example.ca)';
    expect(captureText(text)).toEqual([
      expect.objectContaining({ first_name: 'Hugues', title: 'Présidence' }),
      expect.not.objectContaining({ first_name: 'Mylène' }),
    ]);
  });

  it('keep their names before their titles, behind the semicolon too', () => {
    const text =
      'Ann Roe, Editor-in-Chief, The Elm Review: ann@elm.example.ca; Bo Lee, Poetry Editor: bo@elm.example.ca';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', title: 'Editor-in-Chief', company: 'The Elm Review' },
      { first_name: 'Bo', last_name: 'Lee', title: 'Poetry Editor' },
    ]);
  });
});

describe('the recipients of a message', () => {
  it.each([
    ['To: Joe Doe; Ann Roe <ann.roe@elm.example.ca>', ['Ann', 'Roe']],
    ['To: Joe Doe, Ann Roe <ann.roe@elm.example.ca>', ['Ann', 'Roe']],
    ['À : Boivin Marc-Antoine; Roe, Ann <ann.roe@elm.example.ca>', ['Ann', 'Roe']],
    ['To: Joe Doe; info@elm.example.ca', [undefined, undefined]],
  ])('have their own names only: "%s"', (text, [first, last]) => {
    const [contact, ...others] = captureText(text);
    expect([contact?.first_name, contact?.last_name]).toEqual([first, last]);
    expect(others).toEqual([]);
  });
});

describe('a spelled underscore', () => {
  it('belongs to the address', () => {
    const text = 'Write to bev underscore roe at wildrivers dot example dot org.';
    expect(captureText(text)).toMatchObject([{ email: 'bev_roe@wildrivers.example.org' }]);
  });

  it('is a word elsewhere', () => {
    expect(captureText('Use one underscore only. ann.roe@elm.example.ca')).toMatchObject([
      { email: 'ann.roe@elm.example.ca' },
    ]);
  });
});

describe('a column that is broken behind a number', () => {
  it('goes on in the next line', () => {
    const text = 'Centre de l’Orme Ann Roe 819 555-0194 camp.\nriviere@elm.example.org';
    expect(captureText(text)[0]?.email).toBe('camp.riviere@elm.example.org');
  });
});

describe('an address that only the attribute of an empty element has', () => {
  it('is read beside another one', () => {
    const code = [...'ann.roe@elm.example.ca']
      .map((sign) => (sign.charCodeAt(0) ^ 0x42).toString(16).padStart(2, '0'))
      .join('');
    const html = `<p><a href="mailto:info@elm.example.ca">Office</a> <span data-cfemail="42${code}"></span></p>`;
    const emails = captureHtml(html).map(({ email }) => email);
    expect(emails).toEqual(['info@elm.example.ca', 'ann.roe@elm.example.ca']);
  });
});

describe('pictures', () => {
  it('of a sign count within an address, also as an icon, and not in front of a handle', () => {
    const icon = '<i class="fas fa-at" aria-hidden="true"></i>';
    const [ann, ...others] = captureHtml(`<p>Ann Roe<br>aroe${icon}elm.example.ca<br>${icon} annroe</p>`);
    expect(others).toEqual([]);
    expect(ann).toMatchObject({ email: 'aroe@elm.example.ca', first_name: 'Ann' });
  });

  it('of dots count within an address, and not in front of a line', () => {
    const dot = '<img src="dot.gif" alt="dot">';
    const html = `<p>${dot} Ann Roe: ann.roe<img src="at.gif" alt="at">elm${dot}example${dot}org</p>`;
    expect(captureHtml(html)).toMatchObject([{ email: 'ann.roe@elm.example.org', last_name: 'Roe' }]);
  });
});
