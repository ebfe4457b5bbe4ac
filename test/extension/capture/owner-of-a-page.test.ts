/** What capture concludes from whose page it is, and from what is said of several people at once. */
import { describe, expect, it } from 'vitest';
import { companyFromTitle } from '../../../extension/lib/capture/organisations/page-title.ts';
import { capture, captureHtml, captureText, plain } from './capture-text.ts';

const companies = (html: string, url: string, title: string): (string | undefined)[] =>
  capture({ html, url, title }).map((contact) => plain(contact).company);

describe('the owner of a page', () => {
  const card = (name: string, about: string, email: string): string =>
    `<div><h4>${name}</h4><p>${about}<br><a href="mailto:${email}">${email}</a></p></div>`;

  it('is the board of a school, but people know the school by its own name', () => {
    const people = (part: string) =>
      companies(
        `<h4>${part}</h4><p>Principal: Ann Roe<br>ann@elmboard.example.ca</p>`,
        'https://www.elmboard.example.ca/schools',
        'Our schools | Elm Board of Education',
      );
    expect(people('Oak River Elementary School')).toEqual(['Oak River Elementary School']);
    expect(people('Map Library')).toEqual(['Elm Board of Education']);
  });

  it.each(['The Elm Crier, January 2025', 'The Elm Crier Spring 2025'])(
    'has no date in its name: %s',
    (title) => {
      expect(companyFromTitle(title, 'https://elmcrier.example.org/', 'ann@elmcrier.example.org')).toBe(
        'The Elm Crier',
      );
    },
  );

  it('does not employ those whose address belongs to somebody with another name', () => {
    const html = card('Ann Roe', 'Editor', 'ann@quillhouse.example.com');
    expect(companies(html, 'https://marshwriters.example.org/', 'Guests | Marsh Writers')).toEqual([
      undefined,
    ]);
  });

  it('is no person, on a page that is about one', () => {
    expect(
      capture({
        html: '<p>Ann Roe, Professor, ann@u.example.ca</p>',
        url: 'https://u.example.ca/',
        title: 'Ann Roe - Profile',
      }).map(plain),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', title: 'Professor' }]);
  });

  it('does not employ the one whom the page is called after', () => {
    const html = card('Ann Roe', 'Portraits', 'ann@annroe.example.ca');
    expect(companies(html, 'https://annroe.example.ca/', 'Ann Roe | Photographer')).toEqual([undefined]);
  });

  it('does not employ who comes from elsewhere to speak at an event', () => {
    const html =
      card('Ann Roe', 'Host', 'ann@elmconference.example.ca') + card('Bo Lee', 'Poet', 'bo@oak.example.org');
    expect(companies(html, 'https://elmconference.example.ca/', 'Speakers | Elm Conference')).toEqual([
      'Elm Conference',
      undefined,
    ]);
  });

  it('does not employ anybody where one of the people works for somebody else', () => {
    const html =
      card('Ann Roe', 'Chair', 'ann@marshwriters.example.org') +
      card('Bo Park', 'Editor, Quill House Press', 'bo@quillhouse.example.com') +
      card('Kim Lee', 'Poet', 'kim@lantern.example.net');
    expect(companies(html, 'https://marshwriters.example.org/', 'People | Marsh Writers')).toEqual([
      'Marsh Writers',
      'Quill House Press',
      undefined,
    ]);
  });

  it('employs those whose mail has a host with the same beginning', () => {
    const html =
      card('Ann Roe', 'Room 12', 'aroe@ridgewoodsd.example.ca') +
      card('Bo Park', 'Gym', 'bpark@ridgewoodsd.example.ca');
    const url = 'https://ridgewoodsecondary.example.ca/grade9';
    expect(companies(html, url, 'Teachers – Ridgewood Secondary School')).toEqual([
      'Ridgewood Secondary School',
      'Ridgewood Secondary School',
    ]);
  });

  it('employs those whose mail has its initials for a host', () => {
    const html = card('Roe, Ann', '', 'aroe@pam.example.ca') + card('Park, Bo', '', 'bpark@pam.example.ca');
    const url = 'https://ville.pointe-aux-merles.example.ca/conseil/';
    expect(companies(html, url, 'Conseil – Ville de Pointe-aux-Merles')).toEqual([
      'Ville de Pointe-aux-Merles',
      'Ville de Pointe-aux-Merles',
    ]);
  });

  it('employs one person with an address elsewhere beside another with its own', () => {
    const html =
      card('Ann Roe', 'Présidente', 'presidente@afer-nord.example.org') +
      card('Bo Park', 'Trésorier', 'bopark@cable.example.ca');
    expect(companies(html, 'https://afer-nord.example.org/ca', 'Conseil | Afer du Nord')).toEqual([
      'Afer du Nord',
      'Afer du Nord',
    ]);
  });

  it.each(['Map Library', 'West Campus', 'District du Moulin', 'Hôtel du Parlement'])(
    'is named instead of its part "%s"',
    (part) => {
      const html = card('Ann Roe', `Librarian<br>${part}`, 'ann.roe@elmu.example.ca');
      expect(companies(html, 'https://www.elmu.example.ca/staff', 'Staff | Elm University')).toEqual([
        'Elm University',
      ]);
    },
  );

  it('leaves the office of a minister, which is no part of it', () => {
    const html = card(
      'Ann Roe',
      'Press Secretary<br>Office of the Minister of Lakes',
      'ann.roe@elm.example.ca',
    );
    expect(companies(html, 'https://www.elm.example.ca/news', 'News | Government of Elm')).toEqual([
      'Office of the Minister of Lakes',
    ]);
  });

  it.each([
    '<footer>© 2026 Marsh Lake Skiers. All rights reserved.</footer>',
    '<meta property="og:site_name" content="Marsh Lake Skiers">',
    '<script type="application/ld+json">{"@type":"WebSite","name":"Marsh Lake Skiers","url":"https://mls.example.ca/"}</script>',
  ])('is read where the title does not say it, in %s', (said) => {
    const html = `${card('Ann Roe', 'Chair', 'annroe@gmail.com')}${card('Bo Park', 'Secretary', 'bop@shaw.ca')}${said}`;
    expect(companies(html, 'https://mls.example.ca/people', 'Our people')).toEqual([
      'Marsh Lake Skiers',
      'Marsh Lake Skiers',
    ]);
  });

  it.each([
    ['Équipe / Team - Le Grand Panier', 'aubergine.example.org', 'Le Grand Panier'],
    ['Contact | Slow Orchard NS', 'slowfoodns.example.org', 'Slow Orchard NS'],
    ["Conseil d'administration | Hockey mineur Anson", 'hockeyanson.example.org', 'Hockey mineur Anson'],
    ['Contact | Plumbers of Elmwood', 'riverstonecondos.example.com', 'Plumbers of Elmwood'],
  ])('is what "%s" says beside a word for any page, at %s', (title, host, company) => {
    expect(companyFromTitle(title, `https://${host}/`, `ann@${host}`)).toBe(company);
  });

  it.each([
    ['Home / Accueil', 'lantern.example.ca'],
    ['Spring Fair of Seed | Staff', 'seedkeepers.example.org'],
  ])('is not in "%s" at %s', (title, host) => {
    expect(companyFromTitle(title, `https://${host}/`, `ann@${host}`)).toBeUndefined();
  });
});

describe('the website of a person', () => {
  const sites = (email: string) => {
    const person = {
      '@type': 'Person',
      name: 'Ann Roe',
      email,
      url: 'https://annroe.example.com',
      worksFor: { '@type': 'Organization', name: 'Marsh Press', url: 'https://marsh.example.org' },
    };
    const html = `<p>Ann Roe</p><script type="application/ld+json">${JSON.stringify(person)}</script>`;
    return captureHtml(html).map(({ website }) => website);
  };

  it("is the employer's, and the own one only where the address is there", () => {
    expect(sites('ann@marsh.example.org')).toEqual(['https://marsh.example.org']);
    expect(sites('ann@annroe.example.com')).toEqual(['https://annroe.example.com']);
  });
});

describe('what is said of several people at once', () => {
  const chairs = [
    { first_name: 'Ann', last_name: 'Roe', title: 'Co-chair' },
    { first_name: 'Bo', last_name: 'Park', title: 'Co-chair' },
  ];

  it.each([
    'Co-chairs: Ann Roe (ann@lake.example.org) and Bo Park (bpark@lake.example.org)',
    'Co-chairs: Ann Roe and Bo Park\nann.roe@lake.example.org, bpark@lake.example.org',
    'Co-chairs: Ann Roe and Bo Park\nann.roe@lake.example.org\nbpark@lake.example.org',
  ])('holds for each of them: %s', (text) => {
    expect(captureText(text)).toMatchObject(chairs);
  });

  it('names each by the address that spells the name', () => {
    expect(captureText('Marisol Roe and Desmond Park\n{mroe, dpark}@cs.lake.example.ca')).toMatchObject([
      { email: 'mroe@cs.lake.example.ca', first_name: 'Marisol', last_name: 'Roe' },
      { email: 'dpark@cs.lake.example.ca', first_name: 'Desmond', last_name: 'Park' },
    ]);
  });

  it('names nobody where one address is for both', () => {
    const [only] = captureText('Co-chairs: Ann Roe and Bo Park\nchairs@lake.example.org');
    expect(only).toEqual({ email: 'chairs@lake.example.org', language: 'en' });
  });

  it('is read down the columns of a table that lies on its side', () => {
    const html =
      '<table><tr><th></th><th>Chief</th><th>Health Director</th></tr><tr><th>Name</th><td>Raven Roe</td><td>Lucille Park</td></tr><tr><th>Ext.</th><td>101</td><td>114</td></tr><tr><th>E-mail</th><td>chief@lake.example.ca</td><td>lucille.p@lake.example.ca</td></tr></table>';
    expect(captureHtml(html)).toMatchObject([
      { email: 'chief@lake.example.ca', first_name: 'Raven', last_name: 'Roe', title: 'Chief' },
      {
        email: 'lucille.p@lake.example.ca',
        first_name: 'Lucille',
        last_name: 'Park',
        title: 'Health Director',
      },
    ]);
  });
});

describe('an invitation', () => {
  it('names its people, however it folds their lines', () => {
    const text =
      'BEGIN:VCALENDAR\nUID:4711@calendar.example.com\nORGANIZER;CN=Ann Roe:mailto:ann@lake.example.org\nATTENDEE;CN="Park, Bo";ROLE=CHAIR:mailto:bo@lake.example.org\nATTENDEE;RSVP=TRUE;CN=Noor\n  Haddad:mailto:noor@lake.example.org\nATTENDEE;CN=sol@lake.example.org:mailto:sol@lake.example.org\nEND:VCALENDAR';
    expect(
      captureText(text).map(({ email, first_name, last_name }) => [email, first_name, last_name]),
    ).toEqual([
      ['ann@lake.example.org', 'Ann', 'Roe'],
      ['bo@lake.example.org', 'Bo', 'Park'],
      ['noor@lake.example.org', 'Noor', 'Haddad'],
      ['sol@lake.example.org', undefined, undefined],
    ]);
  });
});

describe('an address over or beside', () => {
  it('is no handle under a given name', () => {
    expect(captureText('Jane\n@janeroe.ca')).not.toMatchObject([{ email: expect.anything() }]);
  });

  it('has the sign that a drawing shows', () => {
    const html =
      '<p>Jane Roe <span>jane.roe<svg aria-label="at"><path d="M0 0"/></svg>lake.example.ca</span></p>';
    expect(captureHtml(html)).toMatchObject([{ email: 'jane.roe@lake.example.ca', first_name: 'Jane' }]);
  });

  it('spells where the name begins behind a column that lost its place', () => {
    expect(captureText('Retail Song Roe, Corner & Co. song.roe@cornerandco.example.ca')).toMatchObject([
      { first_name: 'Song', last_name: 'Roe', company: 'Corner & Co.' },
    ]);
  });
});

describe('a card with an assistant', () => {
  it('keeps its owner from the address of the assistant under her name', () => {
    const text =
      'Dr. Ann Nair-Roe\nSuperintendent\n27 Railway Ave., Elmdale, MB  R0C 0W0\nPh. (204) 555-0121\n\nExecutive Assistant: Kim Park\n(204) 555-0122 | kpark@ersd.example.ca\n\nanairroe@ersd.example.ca';
    expect(captureText(text)).toMatchObject([
      { email: 'kpark@ersd.example.ca', first_name: 'Kim', last_name: 'Park', phone: '+12045550122' },
      { first_name: 'Ann', last_name: 'Nair-Roe', title: 'Superintendent', phone: '+12045550121' },
    ]);
  });
});

describe('words that mean a person or what somebody does', () => {
  it.each([
    ['Fern Tall Grass\nDirector\nfern@lake.example.ca', 'Fern', 'Tall Grass'],
    ['Ruth Many Grey Horses\nElder\nruth@lake.example.ca', 'Ruth', 'Many Grey Horses'],
    ['Mary Crow Shoe\nElder\nmary@lake.example.ca', 'Mary', 'Crow Shoe'],
  ])('make a family name of two: %s', (text, first, last) => {
    expect(captureText(text)).toMatchObject([{ first_name: first, last_name: last }]);
  });

  it('make a title, alone or with the number of a local', () => {
    expect(captureText('Ice Maker - Bob Roe - bob.roe@lake.example.ca')).toMatchObject([
      { first_name: 'Bob', last_name: 'Roe', title: 'Ice Maker' },
    ]);
    expect(
      captureText('Dez Roe\nPresident, Local 212\nUnited Harbour Trades\ndez@uht.example.org'),
    ).toMatchObject([{ title: 'President, Local 212', company: 'United Harbour Trades' }]);
  });

  it('make an office of somebody elected, and none of the riding below it', () => {
    const text =
      'Devon Roe\nConstituency Assistant\nOffice of Marg Marsh, MLA\nRegina Lakeshore\nPh: 306.555.0126\noffice.lakeshore@assembly.example.ca';
    expect(captureText(text)).toMatchObject([{ company: 'Office of Marg Marsh, MLA' }]);
  });

  it('are no name in front of one that the address spells', () => {
    expect(
      captureText('Worthy Matron ........ Agnes Tuckaroe ........ agnes@lake.example.org'),
    ).toMatchObject([{ first_name: 'Agnes', last_name: 'Tuckaroe' }]);
  });

  it('are a title before "chez", whatever they mean', () => {
    expect(
      captureText('Ludo Roe\nPartenaire RH chez Boréal | Conférencier\nludo.roe@boreal.example.com'),
    ).toMatchObject([{ title: 'Partenaire RH', company: 'Boréal' }]);
  });

  it('make a given name alone over a title, below a greeting too', () => {
    const text =
      'Cheers,\nSuryanto\n\nSuryanto\nHead Gardener\nElm Rose Society\ngardener@elmroses.example.org';
    expect(captureText(text)).toMatchObject([{ first_name: 'Suryanto', company: 'Elm Rose Society' }]);
  });

  it('tell a son from his father', () => {
    expect(captureText('Contact : Guy Simard fils\ngarage@tiguy.example.com')).toMatchObject([
      { first_name: 'Guy', last_name: 'Simard' },
    ]);
  });

  it('make a given name where pronouns stand between it and the address', () => {
    expect(captureText('Sky (they/them): sky@lake.example.org')).toMatchObject([{ first_name: 'Sky' }]);
  });
});

it('an address ends where the next element begins with a number', () => {
  const html = '<div><span>theo.roe(a)carte-nord.example.com</span><span>3 mars 2026</span></div>';
  expect(captureHtml(html)).toMatchObject([{ email: 'theo.roe@carte-nord.example.com' }]);
});
