/** What capture reads from directories of people, and of organizations with somebody to ask at each. */
import { describe, expect, it } from 'vitest';
import { capture, captureText, lines, plain } from './capture-text.ts';

const page = (html: string, title = 'Members | Elk Valley Chamber', url = 'https://elkvalley.example.ca/m') =>
  capture({ text: '', html, url, title }).map(plain);

describe('a directory of people', () => {
  it.each([
    ['<a href="/p/1">Faith Foster</a> <span>Chair</span>'],
    ['<span>Faith Foster</span> <small>Chair</small>'],
    ['<span>Chair</span> <a href="/p/1">Faith Foster</a>'],
    ['<b>Faith Foster</b> <span>Chair</span>'],
  ])('has name and title in elements of two kinds: %s', (cell) => {
    const html = `<table><tr><td>${cell}</td><td>ffoster@elm.example.ca</td></tr></table>`;
    expect(page(html)).toMatchObject([{ first_name: 'Faith', last_name: 'Foster', title: 'Chair' }]);
  });

  it('keeps given and family name together in elements of one kind', () => {
    const html = '<p><span>Faith</span> <span>Foster</span></p><p>ffoster@elm.example.ca</p>';
    expect(page(html)).toMatchObject([{ first_name: 'Faith', last_name: 'Foster' }]);
  });

  it('has a name whose heading breaks behind the given name', () => {
    const html = '<div><h2>Odile<br>Roe-Roy</h2><p>Maire</p><p>mairie@orme.example.ca</p></div>';
    expect(page(html)).toMatchObject([{ first_name: 'Odile', last_name: 'Roe-Roy', title: 'Maire' }]);
  });

  it('keeps a title in a heading apart from the name above it', () => {
    const html = '<div><h2>Ann Roe<br>Director</h2><p>ann.roe@elm.example.ca</p></div>';
    expect(page(html)).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', title: 'Director' }]);
  });

  it('has titles above the names, also where somebody without an address stands between', () => {
    const text = [
      'BOARD\nPRESIDENT\nOdile Roe\nodile@mail.example.com\n2nd VICE PRESIDENT\nVacant',
      'BULLETIN EDITOR\nFern Oakes\nbulletin@prairie.example.org',
    ].join('\n');
    expect(captureText(text)).toMatchObject([
      { last_name: 'Roe', title: 'President' },
      { last_name: 'Oakes', title: 'Bulletin Editor' },
    ]);
  });

  it('has nobody’s name as a number, where a label has none', () => {
    const text = 'Élise Roe\nTél. :\n\nLi Wen Zhao\nTél. : 1623\nliwen.zhao@orme.example.ca';
    expect(captureText(text)).toMatchObject([{ first_name: 'Li Wen', last_name: 'Zhao' }]);
  });

  it('does not take the number of a fax for another, whichever element says so', () => {
    const html = '<p>Ann Roe</p><p><b>Fax</b> <span>418-555-0126</span></p><p>ann.roe@elm.example.ca</p>';
    expect(page(html)[0]).not.toHaveProperty('phone');
  });

  it('is no form, though each line with an address begins with the same label', () => {
    const people = ['Okafor, Meera – Bookkeeper', 'Singh, Wendy – Chair', 'Roe, Tim – Clerk'].map((text) => {
      const given = /, (\w+)/.exec(text)?.[1] ?? '';
      const mail = `<a href="mailto:${given.toLowerCase()}@elm.example.ca">Email ${given}</a>`;
      return `<p>${text}</p><p>${mail}</p>`;
    });
    expect(page(people.join(''))).toMatchObject([
      { first_name: 'Meera', last_name: 'Okafor', title: 'Bookkeeper' },
      { first_name: 'Wendy', last_name: 'Singh', title: 'Chair' },
      { first_name: 'Tim', last_name: 'Roe', title: 'Clerk' },
    ]);
  });

  it.each(['Executive', 'Member directory'])('has no title in its heading: %s', (heading) => {
    const html = `<h2>${heading}</h2><p>Dale Roe</p><p>Phone: 250-555-0126</p><p>dale@elm.example.ca</p>`;
    expect(page(html)[0]).not.toHaveProperty('title');
  });

  it('has the name of its owner without the sign in front of it', () => {
    const html =
      '<p>Ann Roe, Clerk</p><p>ann.roe@elmtrust.example.ca</p><footer><p>© 2026 Elm Trust</p></footer>';
    expect(page(html, 'Contact us', 'https://elmtrust.example.ca/contact')[0]?.company).toBe('Elm Trust');
  });
});

describe('a directory of organizations', () => {
  const entry = (name: string, person: string, mail: string) =>
    `<li><h4>${name}</h4><div>${person}</div><div>Phone: 250-555-0126</div><div>Email: ${mail}</div></li>`;

  it.each(['Contact person: Ann Roe', 'Personne-ressource : Ann Roe', 'Ann Roe, Manager'])(
    'gives each its own people: "%s"',
    (person) => {
      const names = ['Elm Museum', 'Alder Credit Union', 'Birch Bakery'];
      const entries = names.map((name, index) => entry(name, person, `info@x${index}.example.ca`));
      expect(page(`<ul>${entries.join('')}</ul>`)).toMatchObject(
        names.map((company) => ({ first_name: 'Ann', last_name: 'Roe', company, phone: '+12505550126' })),
      );
    },
  );

  it('finds a name without a word that tells where the others have theirs', () => {
    const names = ['Elm Museum', 'Second Chance Animal Rescue', 'Birch Bakery', 'Alder Credit Union'];
    const entries = names.map((name, index) => entry(name, 'Ann Roe, Manager', `ann${index}@shaw.ca`));
    expect(page(`<ul>${entries.join('')}</ul>`).map(({ company }) => company)).toEqual(names);
  });

  it('takes a trade in the name of a business for no family name', () => {
    const html = '<h4>J. Roe Photography</h4><p>Faith Ames</p><p>info@jroephoto.example.com</p>';
    expect(page(html)[0]).toMatchObject({ first_name: 'Faith', last_name: 'Ames' });
  });
});

describe('beside somebody without an address', () => {
  it('nobody gets the number of the card before', () => {
    const card = (name: string, number: string) => `${name}\nEel Point\nTel.: ${number}\n`;
    const text = `${card('Ann Levi', '506-555-0113')}ann.levi@elm.example.ca\n\n${card('Chris LeBlanc', '506-555-0117')}\n${card('Jo Knock', '506-555-0115')}jo@redbank.example.ca`;
    expect(captureText(text)).toMatchObject([{ phone: '+15065550113' }, { phone: '+15065550115' }]);
  });

  it('what stands in the place of the titles of the others is a title', () => {
    const text =
      'President – Joyce Greenlaw, jgreenlaw@isles.example.org\n\nField Trips – Dwayne Ingalls, d.ingalls@isles.example.org';
    expect(captureText(text)).toMatchObject([{ title: 'President' }, { title: 'Field Trips' }]);
  });

  it('a room stands with its building, where no street is', () => {
    const text = 'Ann Roe\nann.roe@elm.example.ca\nFederal Building, Room 358\nOttawa ON  K1A 0A6';
    expect(captureText(text)).toMatchObject([{ address_1: 'Federal Building, Room 358', city: 'Ottawa' }]);
  });

  it('no employer ends with a comma or a dash', () => {
    const text = 'Elm Fair – info@elmfair.example.org\nAnn Roe – ann.roe@mail.example.com';
    expect(captureText(text)[0]).toMatchObject({ company: 'Elm Fair' });
  });
});

describe('a name below its address', () => {
  const text = lines(
    'Alder Branch',
    '330 Mill Street',
    'Alder, ON K0B 1A0',
    'Phone: 613-555-0163',
    'g.pelly@elmlibrary.example.ca',
    'Branch Head:',
    'Ginette Pelly',
    'Hours',
    'Closed on Mondays',
    'Curran Branch',
    '791 Mill Street',
    'Curran, ON K0B 1C0',
    'Phone: 613-555-0172',
    'c.maine@elmlibrary.example.ca',
    'Branch Head:',
    'Carola Maine',
  );

  it('is not given to the next address', () => {
    expect(captureText(text)[1]).toMatchObject({
      first_name: 'Carola',
      last_name: 'Maine',
      title: 'Branch Head',
    });
  });

  it('is that of the address above it', () => {
    expect(captureText(text)[0]).toMatchObject({
      first_name: 'Ginette',
      last_name: 'Pelly',
      title: 'Branch Head',
    });
  });
});

describe('a list of extensions that has lost its columns', () => {
  it('gives nobody the number, and everybody their title', () => {
    const text = lines(
      'NAME TITLE EXT EMAIL',
      'Ann Roe Director 2201 aroe@elm.example.ca',
      'Bo Hale Town Clerk 2202 bhale@elm.example.ca',
      'Cy Moss Public Works Manager 2203 902-555-0122 cmoss@elm.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', title: 'Director' },
      { first_name: 'Bo', last_name: 'Hale', title: 'Town Clerk' },
      { first_name: 'Cy', last_name: 'Moss', title: 'Public Works Manager', phone: '+19025550122' },
    ]);
  });
});

describe('a list of entries whose addresses stand below', () => {
  it('gives each the address that spells it, whatever follows the last', () => {
    const text = lines(
      'President ..........Dwain Oakes 902-555-0116',
      'dwain.oakes@elm.example.org',
      'Vice-President .....Barbara Hale 902-555-0117',
      'bhale@elm.example.org',
      'Treasurer ..........Susanna Roe 902-555-0118',
      'treasurer@elm.example.org',
      'NEWSLETTERS are published quarterly and are sent by e-mail.',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Dwain', title: 'President', phone: '+19025550116' },
      { first_name: 'Barbara', title: 'Vice-President', phone: '+19025550117' },
      { first_name: 'Susanna', title: 'Treasurer', phone: '+19025550118' },
    ]);
  });

  it('gives the mailbox under a heading of its own to nobody above it', () => {
    const html = [
      '<h3>Responsable du service</h3><p>Geneviève Roe, directrice générale</p>',
      '<h3>Service des communications</h3>',
      '<p>201, rue Elm<br>Courriel : <a href="mailto:communications@elm.example.ca">communications@elm.example.ca</a></p>',
    ].join('');
    expect(page(html)[0]).not.toHaveProperty('first_name');
  });

  it('says nothing of an office that nobody holds', () => {
    const text = lines(
      'Simon Roe',
      'district2@elm.example.ca',
      'Poste vacant',
      'district3@elm.example.ca',
      'Directrice générale',
      'Odile Hale',
      '418 555-0104',
      'dg@elm.example.ca',
    );
    const found = captureText(text);
    expect(found[1]).not.toHaveProperty('title');
    expect(found[2]).toMatchObject({
      first_name: 'Odile',
      title: 'Directrice générale',
      phone: '+14185550104',
    });
  });

  it('has no mailbox that only programs write from', () => {
    const text = 'From: MAILER-DAEMON@mail.elm.example.ca\nbo.hale@elm.example.org: unknown user';
    expect(captureText(text).map(({ email }) => email)).toEqual(['bo.hale@elm.example.org']);
  });
});
