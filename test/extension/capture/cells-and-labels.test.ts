/** What single cells of a table hold, and several labels on one line. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, plain } from './capture-text.ts';

describe('a cell of a table', () => {
  const row = (cells: string) =>
    capture({
      html: `<table><tr><th>Department</th><th>Contact</th><th>Email</th></tr><tr>${cells}</tr><tr><td>Arena</td><td></td><td>arena@elm.example.ca</td></tr></table>`,
    }).map(plain)[0];

  it('has the title below the name', () => {
    expect(row('<td>Works</td><td>Gord Roe<br>Director</td><td>groe@elm.example.ca</td>')).toMatchObject({
      first_name: 'Gord',
      last_name: 'Roe',
      title: 'Director',
    });
  });

  it('may name two employers of one person', () => {
    const table = ['Name\tAffiliation\tEmail', 'Ann Roe\tElm Theatre / Marsh Choir\tann@elm.example.org'];
    expect(captureText(table.join('\n'))[0]).toMatchObject({
      first_name: 'Ann',
      email: 'ann@elm.example.org',
    });
  });

  it('with a name in small letters gets capitals, where the address spells the name', () => {
    const csv = (name: string) =>
      captureText(`Name,Email\n${name},denis.tardif@elm.example.ca\nBo Lee,bo.lee@elm.example.ca`)[0];
    expect(csv('denis tardif')).toMatchObject({ first_name: 'Denis', last_name: 'Tardif' });
    expect(csv('à combler')).not.toHaveProperty('last_name');
  });

  it('is a fax where the column before says so', () => {
    const csv = [
      'Name,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value',
      'Ann Roe,ann.roe@elm.example.ca,Work Fax,604-555-0116,Work,604-555-0117',
      'Bo Lee,bo.lee@elm.example.ca,Mobile,604-555-0118,,',
    ];
    expect(captureText(csv.join('\n')).map(({ phone }) => phone)).toEqual(['+16045550117', '+16045550118']);
  });
});

describe('a line with several labels', () => {
  it('is a part of a form', () => {
    const text = [
      "Legal name of organization: Elm Elders' Table",
      'Mailing address: PO Box 119 City/Town: Elm Territory: NU Postal code: X0A 0C0',
      'Contact person: Ms. Ann Roe-Smith Position: Project lead',
      'Telephone: 867-555-0173 Fax: n/a E-mail: ann@elders.example.org',
    ];
    expect(captureText(text.join('\n'))).toMatchObject([
      {
        first_name: 'Ann',
        last_name: 'Roe-Smith',
        title: 'Project lead',
        company: "Elm Elders' Table",
        address_1: 'PO Box 119',
        city: 'Elm',
        province: 'NU',
      },
    ]);
  });
});

describe('a column', () => {
  it('under a header with fewer cells is found by its addresses', () => {
    const rows = ['Director', 'Treasurer'].map(
      (title, at) =>
        `<tr><td>${title}</td><td>${['Shawn Roe', 'Iain Ott'][at]}</td><td>n${at}@elm.example.ca</td></tr>`,
    );
    const html = `<table><tr><th>position</th><th>email</th></tr>${rows.join('')}</table>`;
    expect(capture({ html }).map(plain)).toMatchObject([
      { first_name: 'Shawn', last_name: 'Roe', title: 'Director' },
      { first_name: 'Iain', last_name: 'Ott', title: 'Treasurer' },
    ]);
  });

  it('with another heading holds places, where its cells are such', () => {
    const list = (places: string[]) =>
      captureText(
        `Club\tLocation\tContact\tE-mail\nElm Curling Club\t${places[0]}\tTess Roe\ttess@elm.example.org\nOak Curling Club\t${places[1]}\tOle Ott\tole@oak.example.org`,
      );
    expect(list(['Elm River, AB', 'Oak Ridge, AB'])[0]).toMatchObject({ city: 'Elm River', province: 'AB' });
    expect(list(['Lower level', 'Second floor'])[0]).not.toHaveProperty('city');
  });

  it('of names may hold a place that the address spells, and no person', () => {
    const list = captureText(
      'Name\tEmail\nPeggy Roe\tproe@elm.example.ca\nFire Hall\tfirehall@elm.example.ca\nTown Hall\ttownhall@elm.example.ca',
    );
    expect(list.map(({ last_name }) => last_name)).toEqual(['Roe', undefined, undefined]);
  });
});

describe('a form', () => {
  it('with a label and a value between commas is one person', () => {
    const text =
      'form_name,Media Accreditation\nfield_outlet,"Elm Radio, Inc."\nfield_reporter,Dash Roe\nfield_role,Producer\nfield_email,dash@elmradio.example.ca';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Dash', last_name: 'Roe', title: 'Producer', company: 'Elm Radio, Inc.' },
    ]);
  });

  it('loses nobody whom its message names', () => {
    const text =
      'Name: Kwabena Roe\nEmail: kroe@choir.example.org\nMessage:\nPlease copy my assistant Ruth at ruth@choir.example.org';
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe' }, { first_name: 'Ruth' }]);
  });
});

describe('a label over a list', () => {
  it('is no part of the first entry', () => {
    const people = captureText(
      'Team\n• Jas Roe – Gardener – jas@elm.example.org\n• Mo Ott – Cook – mo@elm.example.org',
    );
    expect(people).toMatchObject([
      { first_name: 'Jas', last_name: 'Roe', title: 'Gardener' },
      { first_name: 'Mo', last_name: 'Ott', title: 'Cook' },
    ]);
  });
});

describe('the heading of a column', () => {
  it('headed "Ext." extends the number beside it', () => {
    const text = 'Name\tWork Phone\tExt.\tEmail\nAnn Roe\t306-555-0133\t12\tann@elm.example.ca';
    expect(captureText(text)[0]?.phone).toBe('+13065550133 x12');
  });

  it('headed "C. postal" holds postal codes', () => {
    const text =
      'École\tVille\tC. postal\tCourriel\nÉcole de l’Orme\tSaint-Orme\tE3V 1A1\tecole@elm.example.ca';
    expect(captureText(text)[0]?.postal_code).toBe('E3V 1A1');
  });

  it('headed "Langue" with one letter says the language', () => {
    const text = 'Nom\tCourriel\tLangue\nAnn Roe\tann@elm.example.ca\tA';
    expect(captureText(text)[0]?.language).toBe('en');
  });

  it('headed "Coordonnées" holds address, number and mailbox, and "Direction" a name over its title', () => {
    const row = (place: string, person: string, street: string, email: string) =>
      `<tr><td>Fédération de ${place}</td><td>${person}<br>Directrice régionale</td><td>${street}<br>Sherbrooke (Québec) J1N 2A6<br>819 555-0126<br><a href="mailto:${email}">${email}</a></td></tr>`;
    const html = `<table><tr><th>Région</th><th>Direction</th><th>Coordonnées</th></tr>${row('l’Estrie', 'Ann Roe', '43, rue Elm', 'estrie@fermes.example.org')}${row('la Gaspésie', 'Lise Gagnon', '17, rue Orme', 'gaspesie@fermes.example.org')}</table>`;
    expect(captureHtml(html)[0]).toMatchObject({
      first_name: 'Ann',
      last_name: 'Roe',
      title: 'Directrice régionale',
      company: 'Fédération de l’Estrie',
      address_1: '43, rue Elm',
      city: 'Sherbrooke',
      phone: '+18195550126',
    });
  });
});

describe('a cell', () => {
  it('with a title on two lines gives all of it', () => {
    const html =
      '<table><tr><th>Position</th><th>Name</th><th>Email</th></tr><tr><td>Vice President,<br>Job Evaluation</td><td>Ann Roe</td><td>ann@elm.example.ca</td></tr></table>';
    expect(captureHtml(html)[0]?.title).toBe('Vice President, Job Evaluation');
  });

  it('with a name over one unknown word gives what somebody is', () => {
    const html =
      '<table><tr><th>Name</th><th>Email</th></tr><tr><td>Ann Roe<br>Protopresbyter</td><td>ann@elm.example.ca</td></tr></table>';
    expect(captureHtml(html)[0]).toMatchObject({ last_name: 'Roe', title: 'Protopresbyter' });
  });

  it('with an honorific before the given name gives the name', () => {
    const text = 'First name\tLast name\tEmail\nDr. Ann\tRoe\tann@elm.example.ca';
    expect(captureText(text)[0]?.first_name).toBe('Ann');
  });

  it('under "Region" does not hide the province beside it', () => {
    const text = 'Region\tRep\tTown\tProv\tEmail\nBC Coastal\tAnn Roe\tCourtenay\tBC\tann@elm.example.ca';
    expect(captureText(text)[0]).toMatchObject({ city: 'Courtenay', province: 'BC' });
  });
});

describe('a row with two mailboxes', () => {
  it('loses neither, and names one', () => {
    const html =
      '<table><tr><th>Position</th><th>Name</th><th>Contact</th></tr><tr><td>Secretary</td><td>Ann Roe</td><td>secretary@elm.example.ca<br>info@elm.example.ca</td></tr></table>';
    const [secretary, other] = captureHtml(html);
    expect(secretary).toMatchObject({ email: 'secretary@elm.example.ca', last_name: 'Roe' });
    expect(other).toEqual({ email: 'info@elm.example.ca' });
  });

  it('keeps the first, where each has a column', () => {
    const text = 'Name\tE-mail 1\tE-mail 2\nAnn Roe\tann@elm.example.ca\tann.roe@home.example.ca';
    expect(captureText(text)).toHaveLength(1);
  });
});
