/** What a table says with odd headings, with none, or with its cells one below the other. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, plain } from './capture-text.ts';

const table = (rows: readonly string[], title = '') =>
  capture({
    title,
    html: `<table>${rows
      .map(
        (row) =>
          `<tr>${row
            .split('|')
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr>`,
      )
      .join('')}</table>`,
  }).map(plain);

describe('a heading', () => {
  it('"Local" stands over telephone numbers where its cells are such', () => {
    expect(
      table(['Name|Role|Local|E-mail', 'Ann Roe|Lead|604-555-0151|ann.roe@elm.example.ca']),
    ).toMatchObject([{ last_name: 'Roe', phone: '+16045550151' }]);
    expect(
      table(['Name|Role|Local|E-mail', 'Ann Roe|Lead|B-204|ann.roe@elm.example.ca'])[0],
    ).not.toHaveProperty('phone');
  });

  it('"Nom et fonction" stands over a name and what somebody is', () => {
    const rows = ['Nom et fonction|Courriel', 'Gilles Roe<br>Directeur général|gilles.roe@elm.example.ca'];
    expect(table(rows)).toMatchObject([
      { first_name: 'Gilles', last_name: 'Roe', title: 'Directeur général' },
    ]);
  });

  it('may be a title in two languages, of which the first counts', () => {
    const rows = ['Nom / Name|Titre|Title|Courriel', 'Sandra Roe|Coprésidente|Co-chair|s.roe@elm.example.ca'];
    expect(table(rows)).toMatchObject([{ last_name: 'Roe', title: 'Coprésidente' }]);
  });

  it('of another name stands over employers where most cells are such', () => {
    const rows = [
      'Table|Personne contact|Courriel',
      "Table de l'Orme|Louis Roe|tableorme@mail.example.com",
      'Table du Lac|Ann Ott|tablelac@mail.example.com',
    ];
    expect(table(rows, 'Réseau des tables').map(({ company }) => company)).toEqual([
      "Table de l'Orme",
      'Table du Lac',
    ]);
  });
});

describe('a cell with a name', () => {
  it('may have the title in front', () => {
    const rows = ['Member|Portfolio|E-mail', 'Councillor Marcia Roe|Education|mroe@elmfn.example.ca'];
    expect(table(rows)).toMatchObject([{ first_name: 'Marcia', last_name: 'Roe', title: 'Councillor' }]);
  });

  it('may say that there is nobody yet', () => {
    const rows = [
      'President|Candice Roe|president@elmleague.example.org',
      'Ice Scheduler|Moe Ott|ice@elmleague.example.org',
      'Equipment Manager|TBD|equipment@elmleague.example.org',
    ];
    const people = table(rows);
    expect(people.map(({ title }) => title)).toEqual(['President', 'Ice Scheduler', 'Equipment Manager']);
    expect(people[2]).not.toHaveProperty('last_name');
  });
});

describe('a table without headings', () => {
  it('of two rows has given names beside family names, whatever the addresses spell', () => {
    const rows = [
      '12A|Elm Farm|Kimberly|Roe|250-555-0188|kim@elmfarm.example.com|Paid',
      '12B|Soaps by Lou|Lou|Ott|250-555-0189|soapsbylou@mail.example.com|Owing',
    ];
    expect(table(rows)).toMatchObject([
      { first_name: 'Kimberly', last_name: 'Roe', company: 'Elm Farm' },
      { first_name: 'Lou', last_name: 'Ott' },
    ]);
  });
});

describe('cells one below the other', () => {
  const HEADINGS = 'Organization\nContact\nTelephone\nE-mail';
  const ROWS = 'Elm Outfitters Co-op\nReid Roe\n705-555-0119\nreid@elmoutfitters.example.com';

  it('are a table where every row has its address in the same place', () => {
    const people = captureText(
      `CONTACTS\n${HEADINGS}\n${ROWS}\nOak Trails Association\nOdile Ott\n705-555-0120\nodile@oaktrails.example.org`,
    );
    expect(people).toMatchObject([
      { first_name: 'Reid', last_name: 'Roe', company: 'Elm Outfitters Co-op', phone: '+17055550119' },
      { first_name: 'Odile', last_name: 'Ott', company: 'Oak Trails Association', phone: '+17055550120' },
    ]);
  });

  it('are lines about somebody where a row has another length', () => {
    const people = captureText(
      `${HEADINGS}\n${ROWS}\nOak Trails Association\nodile.ott@oaktrails.example.org`,
    );
    expect(people[1]?.email).toBe('odile.ott@oaktrails.example.org');
    expect(people[1]).not.toHaveProperty('phone');
  });
});

describe('two people side by side', () => {
  it('stand in columns with blanks between them', () => {
    const people = captureText(
      [
        'Submitted by:                      Submitted to:',
        'Corinne Roe                        Hugh Ott',
        'Lands Manager                      Senior Officer',
        'Elm First Nation                   Land Office of Oak',
        'croe@elmfn.example.ca              hugh.ott@lo.example.ca',
        '250-555-0176                       604-555-0178',
      ].join('\n'),
    );
    expect(people).toMatchObject([
      { last_name: 'Roe', title: 'Lands Manager', company: 'Elm First Nation', phone: '+12505550176' },
      { last_name: 'Ott', title: 'Senior Officer', phone: '+16045550178' },
    ]);
  });

  it('stand there too where a long address pushes the second column', () => {
    const people = captureText(
      [
        'Carla Roe              Glennis Ott',
        'Executive Coordinator  Event Coordinator',
        'Phone: 403-555-0191    Phone: 587-555-0192',
        'Email: carla@elmconference.example.com    Email: glennis@elmconference.example.com',
      ].join('\n'),
    );
    expect(people).toMatchObject([
      { last_name: 'Roe', title: 'Executive Coordinator', phone: '+14035550191' },
      { last_name: 'Ott', title: 'Event Coordinator', phone: '+15875550192' },
    ]);
  });

  it('may have lost the blanks', () => {
    const people = captureText(
      'Johanne Roe Ricardo Ott\njohanne.roe@elm.example.org ricardo.ott@elm.example.org\n819 555-0147 819 555-0148',
    );
    expect(people).toMatchObject([
      { first_name: 'Johanne', last_name: 'Roe', phone: '+18195550147' },
      { first_name: 'Ricardo', last_name: 'Ott', phone: '+18195550148' },
    ]);
  });
});

describe('a form', () => {
  it('with two addresses has the other data for the first', () => {
    const html =
      '<p><b>Nom :</b> Micheline Roe<br><b>Fonction :</b> Directrice<br><b>Courriel :</b> dg@elm.example.org ou m.roe@mail.example.com</p>';
    expect(captureHtml(html)).toMatchObject([
      { email: 'dg@elm.example.org', last_name: 'Roe', title: 'Directrice' },
      { email: 'm.roe@mail.example.com' },
    ]);
  });

  it('asks for the name of whoever answers', () => {
    const text = 'Nom du répondant : Roe\nPrénom : Francis\nCourriel : fo.roe@elm.example.ca';
    expect(captureText(text)).toMatchObject([{ first_name: 'Francis', last_name: 'Roe' }]);
  });

  it('knows a legal name', () => {
    const text =
      'Legal name: Elm Ferry Users Society\nContact name: Al Roe\nE-mail: president@elmferry.example.org';
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe', company: 'Elm Ferry Users Society' }]);
  });
});

describe('brackets behind a name', () => {
  it('hold what somebody is, where the column is for names', () => {
    const rows = ['Board member|E-mail', 'Tomek Roe (Chair)|tomek@elmchoirs.example.org'];
    expect(table(rows)).toMatchObject([{ first_name: 'Tomek', last_name: 'Roe', title: 'Chair' }]);
  });

  it('part title and employer that stand in one cell', () => {
    const text = [
      'Ann Roe, Coordinator at Elm & Oak, ann@mail.example.com',
      'Bo Lee, Treasurer with Harbour Skating Club, bo@mail.example.com',
    ].join('\n');
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', title: 'Coordinator', company: 'Elm & Oak' },
      { first_name: 'Bo', title: 'Treasurer', company: 'Harbour Skating Club' },
    ]);
  });

  it('leave no address for a street, no picture for an employer, no marks in a title', () => {
    const text = [
      'Position\tName\tOrganization\tAddress\tPhoto URL',
      'PRESIDENT:   (day)\tAnn Roe\t\tann at elm.example.ca\thttps://elm.example.ca/1.jpg',
      'TREASURER:   (eve)\tBo Lee\t\tbo at elm.example.ca\thttps://elm.example.ca/2.jpg',
    ].join('\n');
    const contacts = captureText(text);
    expect(contacts).toMatchObject([
      { last_name: 'Roe', title: 'President', email: 'ann@elm.example.ca' },
      { last_name: 'Lee', title: 'Treasurer', email: 'bo@elm.example.ca' },
    ]);
    for (const contact of contacts) {
      expect(contact).not.toHaveProperty('address_1');
      expect(contact).not.toHaveProperty('company');
    }
  });

  it('with both parts of a name are told by one heading', () => {
    const text = 'nom prénom;courriel\nRoe, Ariane;roe.ariane@elm.example.ca\nLee, Bo;lee.bo@elm.example.ca';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ariane', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Lee' },
    ]);
  });

  it('without a heading hold a number, but not the number of an order', () => {
    const table = (cell: string) =>
      captureHtml(
        `<table><tr><th>Name</th><th>Contact</th><th></th></tr><tr><td>Ann Roe</td><td>ann@elm.example.ca</td><td>${cell}</td></tr><tr><td>Bo Lee</td><td>bo@elm.example.ca</td><td>n/a</td></tr></table>`,
      )[0];
    expect(table('236-555-0107')).toMatchObject({ phone: '+12365550107' });
    expect(table('2365550107')).not.toHaveProperty('phone');
  });

  it('put the number of a street in front of it, where it has a column of its own', () => {
    const text =
      'Nom\tNo civique\tRue\tVille\tCourriel\nAnn Roe\t88\trang Saint-Malo\tOrme\tann@elm.example.ca';
    expect(captureText(text)).toMatchObject([{ address_1: '88, rang Saint-Malo', city: 'Orme' }]);
    const english = 'Name\tStreet #\tStreet\tCity\tEmail\nAnn Roe\t88\tElm Street\tOak\tann@elm.example.ca';
    expect(captureText(english)).toMatchObject([{ address_1: '88 Elm Street' }]);
  });
});

describe('a row of one cell', () => {
  const group = (name: string) => [`${name}|||`];
  const person = (name: string, host: string) =>
    `${name}|Planner|${name.toLowerCase().replace(' ', '.')}@${host}|604-555-0151`;

  it('is no employer where it heads people of one office', () => {
    const rows = [
      ...group('Finance'),
      person('Ann Roe', 'elm.example.ca'),
      ...group('Council'),
      person('Bo Park', 'elm.example.ca'),
    ];
    for (const contact of table(rows)) expect(contact).not.toHaveProperty('company');
  });

  it('is the employer of those below it where it spells their host', () => {
    const rows = [
      ...group('Tide Coast'),
      person('Ann Roe', 'tidecoast.example.ca'),
      person('Bo Park', 'tidecoast.example.ca'),
      ...group('Alder Flood Trust'),
      person('Cy Lund', 'alder.example.org'),
    ];
    expect(table(rows).map(({ company }) => company)).toEqual([
      'Tide Coast',
      'Tide Coast',
      'Alder Flood Trust',
    ]);
  });
});

describe('a heading for an office', () => {
  it.each(['Direction', 'Head'])('stands over names where the cells are such: %s', (heading) => {
    const rows = [
      `École|${heading}|Courriel`,
      'École du Marais|Mme Line Roe|marais@ecoles.example.ca',
      'École Sainte-Ode|M. Ali Ben Roe (intérim)|ste-ode@ecoles.example.ca',
    ];
    expect(table(rows)).toMatchObject([
      { first_name: 'Line', last_name: 'Roe' },
      { first_name: 'Ali', last_name: 'Ben Roe' },
    ]);
  });

  it('stays one over offices', () => {
    const rows = ['Nom|Direction|Courriel', 'Line Roe|Services juridiques|line.roe@ecoles.example.ca'];
    expect(table(rows)).toMatchObject([{ first_name: 'Line', last_name: 'Roe' }]);
  });
});

describe('a column "Name"', () => {
  it('has names below the initials that stand for pictures', () => {
    const rows = ['Name|Company|Email', 'K<br>Kim Roe|Red Fife Bakery|office@redfife.example.ca'];
    expect(table(rows)).toMatchObject([{ first_name: 'Kim', last_name: 'Roe', company: 'Red Fife Bakery' }]);
  });

  it('lists organisations where most of them spell the hosts of their addresses', () => {
    const rows = [
      'Name|Via email|Language',
      'Alder Valley Advocate|news@alderadvocate.example.ca|English',
      "Aurore de l'Orme|redaction@auroreorme.example.ca|French",
      'Bowen Undertow|editor@bowenundertow.example.ca|English',
    ];
    const people = table(rows);
    expect(people.at(-1)).toMatchObject({ company: 'Bowen Undertow' });
    for (const contact of people) expect(contact).not.toHaveProperty('last_name');
  });
});
