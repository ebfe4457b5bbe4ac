/** Where an entry of a list ends, and which values stand in the same place in all entries. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, plain } from './capture-text.ts';

const read = (text: string, html: string | null = null) =>
  capture({ text, html, url: 'https://page.example.net/', title: 'Page', linkUrl: null }).map(plain);

describe('a list without blanks between its entries', () => {
  it('gives each address the line above it, where nothing follows the last one', () => {
    const people = read(
      'Elm Walkers\nPres: Don Hallam dhallam@mailbox.example.com\nOak Hiking Society\nPres: Ann Roe annroe@mailbox.example.com\nAsh Field Friends\nSec: Brook Ellery aff@mailbox.example.com',
    );
    expect(people).toMatchObject([
      { first_name: 'Don', company: 'Elm Walkers' },
      { first_name: 'Ann', company: 'Oak Hiking Society' },
      { first_name: 'Brook', last_name: 'Ellery', company: 'Ash Field Friends' },
    ]);
  });

  it('is read by its columns where it was printed with blanks between them', () => {
    const people = read(
      'Name           Role           E-mail\nEwan Strachan  Lead           ewan@elm.example.ca\nMina Park      Analyst        mina@elm.example.ca',
    );
    expect(people).toMatchObject([
      { first_name: 'Ewan', last_name: 'Strachan', title: 'Lead' },
      { first_name: 'Mina', last_name: 'Park', title: 'Analyst' },
    ]);
  });
});

describe('the head of a message', () => {
  it('keeps what is signed below for the sender, not for the recipients', () => {
    const people = read(
      'From: Ann Roe <aroe@elm.example.ca>\nTo: Events <events@oak.example.org>\n\nPlease register me.\n\nAnn Roe\nOccupational Therapist\n604-555-0144',
    );
    expect(people[0]).toMatchObject({
      first_name: 'Ann',
      title: 'Occupational Therapist',
      phone: '+16045550144',
    });
    expect(people[1]).toEqual(expect.not.objectContaining({ title: expect.anything() }));
  });

  it('takes nothing from a signature above it', () => {
    const people = read(
      'Kim Lee\nManager\n902-555-0146\nkim.lee@oak.example.org\nFrom: Ann Roe <aroe@elm.example.ca>\nSubject: Hello',
    );
    expect(people[1]).toEqual(expect.not.objectContaining({ phone: expect.anything() }));
  });
});

describe('text and markup that differ', () => {
  it('give no address that a word without a blank runs into', () => {
    const html = '<span>Bow Rowing</span><a href="mailto:coach@bow.example.ca">coach@bow.example.ca</a>';
    expect(read('Bow Rowingcoach@bow.example.ca', html).map(({ email }) => email)).toEqual([
      'coach@bow.example.ca',
    ]);
  });
});

describe('an entry that has no address', () => {
  it('gives nothing to the entries before and after it', () => {
    const people = read(
      'list',
      '<p>President: Gord Roe – president@elm.example.ca</p><p>Ice Maker: Ted Lee – 902-555-0145</p><p>Bar &amp; Rentals: rentals@elm.example.ca</p>',
    );
    expect(people).toMatchObject([
      { first_name: 'Gord', last_name: 'Roe' },
      { email: 'rentals@elm.example.ca' },
    ]);
    for (const person of people) expect(person).not.toHaveProperty('phone');
    expect(people[1]).not.toHaveProperty('first_name');
  });
});

describe('a table', () => {
  it('names who holds an office for now', () => {
    const text = [
      'Ville\tDirection\tCourriel',
      'Orme\tMme Ann Roe\tdg@orme.example.ca',
      'Frêne\tPar intérim : Mme Line Hale\tadmin@frene.example.ca',
    ];
    expect(captureText(text.join('\n'))).toMatchObject([
      { last_name: 'Roe' },
      { first_name: 'Line', last_name: 'Hale' },
    ]);
  });

  it('says once more what a cell says that spans several rows', () => {
    const people = read(
      'table',
      '<table><tr><th>Organization</th><th>Name</th><th>E-mail</th></tr><tr><td rowspan="2">Elm Archives</td><td>Ann Roe</td><td>ann@one.example.ca</td></tr><tr><td>Kim Lee</td><td>kim@two.example.ca</td></tr><tr><td>Oak Museum</td><td>Tom Orr</td><td>tom@three.example.ca</td></tr></table>',
    );
    expect(people).toMatchObject([
      { first_name: 'Ann', company: 'Elm Archives' },
      { first_name: 'Kim', last_name: 'Lee', company: 'Elm Archives' },
      { first_name: 'Tom', company: 'Oak Museum' },
    ]);
  });

  it('whose columns are lost in a PDF ends the name where the address does', () => {
    const people = read(
      'Name Organization E-mail\nHollis Roe Lake Elm Outfitters hollis.roe@outfit.example.ca',
    );
    expect(people).toMatchObject([
      { first_name: 'Hollis', last_name: 'Roe', company: 'Lake Elm Outfitters' },
    ]);
  });
});

describe('rows that have lost their columns', () => {
  it('end the name where a title or a common word begins, whatever the address says', () => {
    const text = [
      'Osei-Roe, Nadine Presidente 450 555-0107 info@elm.example.ca',
      'Bui, Hung Taxpayer 450 555-0116 parks@elm.example.ca',
      'Bo Lindqvist Program Manager 519 555-0102 bl7@elm.example.ca',
    ];
    expect(captureText(text.join('\n'))).toMatchObject([
      { first_name: 'Nadine', last_name: 'Osei-Roe', title: 'Presidente', phone: '+14505550107' },
      { first_name: 'Hung', last_name: 'Bui', title: 'Taxpayer' },
      { first_name: 'Bo', last_name: 'Lindqvist', title: 'Program Manager' },
    ]);
  });

  it('have a title and an employer behind the name that the address spells, and a number before it', () => {
    const text = [
      '1 Odile Roy Coordonnatrice MRC du Lac odile.roy@mrclac.example.ca',
      '2 Rémi Kanapé Agent de territoire Conseil du Nord r.kanape@nord.example.ca',
    ];
    expect(captureText(text.join('\n'))).toMatchObject([
      { first_name: 'Odile', last_name: 'Roy', title: 'Coordonnatrice', company: 'MRC du Lac' },
      { first_name: 'Rémi', last_name: 'Kanapé', title: 'Agent de territoire', company: 'Conseil du Nord' },
    ]);
  });
});

describe('a host that is called after a person', () => {
  it('is no employer, and leaves the name to the person', () => {
    for (const email of ['ann@annroe.example.ca', 'hello@annroe.example.ca'])
      expect(captureText(`Ann Roe\nPhotographer\n${email}`)).toEqual([
        expect.objectContaining({ first_name: 'Ann', last_name: 'Roe', title: 'Photographer' }),
      ]);
    expect(captureText('Ann Roe\nPhotographer\nann@annroe.example.ca')[0]).not.toHaveProperty('company');
  });

  it('is an organization where nothing says what the person does', () => {
    const [shop] = captureText('Laura Oak\nChocolates\ninfo@lauraoak.example.ca');
    expect(shop).toMatchObject({ company: 'Laura Oak' });
  });
});

describe('two addresses below one another', () => {
  it('leave the name at the top to the one that spells it', () => {
    const text =
      'Wes Oakley\nRye Mill Distillery\n519-555-0135\nwes.oakley@ryemill.example.com\nsales@ryemill.example.com';
    const [wes, sales] = captureText(text);
    expect(wes).toMatchObject({ first_name: 'Wes', last_name: 'Oakley', company: 'Rye Mill Distillery' });
    expect(sales).not.toHaveProperty('first_name');
  });
});

describe('what stands over several people', () => {
  it('is the title of none, where it is said of several', () => {
    const text = 'Volunteer coordinators\nNorth: Ann Roe annroe@gmail.com\nSouth: Bo Lee bolee@gmail.com';
    for (const person of captureText(text)) expect(person).not.toHaveProperty('title');
  });

  it('is their title, where it heads the column with their names', () => {
    const table = (head: string) =>
      `<table><tr><th>Ward</th><th>${head}</th><th>Email</th></tr>
       <tr><td>1</td><td>Ann Roe</td><td>ward1@elm.example.ca</td></tr>
       <tr><td>2</td><td>Bo Lee</td><td>ward2@elm.example.ca</td></tr></table>`;
    const titles = (head: string) => capture({ html: table(head) }).map((one) => plain(one).title);
    expect(titles('Councillor')).toEqual(['Councillor', 'Councillor']);
    expect(titles('Speaker')).toEqual([undefined, undefined]);
  });
});

describe('a label of a department', () => {
  it('before a name is what the person does there', () => {
    const people = read(
      'Direction : Ginette Roe\nginette.roe@elm.example.ca\n\nCuisine : Odile Roy\nodile@elm.example.ca',
    );
    expect(people[0]).toMatchObject({ first_name: 'Ginette', last_name: 'Roe', title: 'Direction' });
  });
});

describe('the contact of a club', () => {
  it.each(['Contact: Hugh Mason', 'President: Hugh Mason'])(
    'is not its name, which the address spells: %s',
    (line) => {
      expect(read(`Belleville Quilters\n${line}\nEmail: quilt@elm.example.com`)).toMatchObject([
        { first_name: 'Hugh', last_name: 'Mason' },
      ]);
    },
  );

  it('is the person above an assistant', () => {
    expect(read('Oluwaseun Adeyemi\nAssistant: Kim Roe\nadeyemi@elm.example.com')).toMatchObject([
      { first_name: 'Oluwaseun', last_name: 'Adeyemi' },
    ]);
  });
});

describe('cards with a heading', () => {
  const card = (heading: string, name: string, email: string): string =>
    `<div><h4>${heading}</h4><p>Tours and classes.</p><p>${name} | <a href="mailto:${email}">email</a></p></div>`;

  it('name the employer in it, where one of them spells the host of the address', () => {
    const people = read(
      'cards',
      card('Sunset Quilts', 'Jeannie Roe', 'jeannie@sunsetquilts.example.com') +
        card('Big Sky Llamas', 'Wilf Lee', 'wilf@mailbox.example.com') +
        card('The Tin Teapot', 'Ottilie Orr', 'tinteapot@mailbox.example.com'),
    );
    expect(people).toMatchObject([
      { first_name: 'Jeannie', company: 'Sunset Quilts' },
      { first_name: 'Wilf', company: 'Big Sky Llamas' },
      { first_name: 'Ottilie', company: 'The Tin Teapot' },
    ]);
  });

  it('take no name from a title with a number', () => {
    const people = read('cards', '<p>Reeve Ward 1</p><p>Sherri Lee</p><p>ward1@elm.example.ca</p>');
    expect(people).toMatchObject([{ first_name: 'Sherri', last_name: 'Lee', title: 'Reeve Ward 1' }]);
  });
});

describe('what no word reveals', () => {
  it('is a title where it stands between the name and the employer', () => {
    const [person] = read(
      'Yvonne Roe\nPast Grand Matron | Order of the Northern Star\nyvonne.roe@mailbox.example.com',
    );
    expect(person).toMatchObject({ title: 'Past Grand Matron', company: 'Order of the Northern Star' });
  });

  it('is a title where others of the list have theirs', () => {
    const entry = (name: string, does: string, email: string): string =>
      `<li>${name}<br><em>${does}</em><br><a href="mailto:${email}">${email}</a></li>`;
    const people = read(
      'list',
      `<ul>${entry('Anson Lee', 'Rehearsal Pianist', 'anson.lee@mailbox.example.com')}${entry('Bridie Roe', 'Wardrobe', 'bridie.roe@mailbox.example.com')}${entry('Mona Orr', 'Front of House', 'mona.orr@mailbox.example.com')}</ul>`,
    );
    expect(people).toMatchObject([
      { title: 'Rehearsal Pianist' },
      { title: 'Wardrobe' },
      { title: 'Front of House' },
    ]);
  });

  it('is the employer where the whole address spells it and another line has the name', () => {
    const [person] = read('Gwen Roe-Lee\nBead Artist\nTwo Rivers Handmade\ntworivershandmade@gmail.com');
    expect(person).toMatchObject({
      first_name: 'Gwen',
      last_name: 'Roe-Lee',
      company: 'Two Rivers Handmade',
    });
  });

  it('is the employer where a mailbox of a part of a provider spells it, but for an initial', () => {
    const [person] = read('Larry Roe\nL. Roe Electric\n709-555-0190\nroeelectric@nf.sympatico.ca');
    expect(person).toMatchObject({ first_name: 'Larry', last_name: 'Roe', company: 'L. Roe Electric' });
  });

  it('is a title where a department stands before the name', () => {
    const [person] = read('Direction artistique : Brigitte Roe\nbrigitte.roe@elm.example.ca');
    expect(person).toMatchObject({ first_name: 'Brigitte', title: 'Direction artistique' });
  });

  it('is a given name in a sentence whose address starts with it', () => {
    const [person] = read(
      'Renseignements auprès de Gilles au 819 555-0155 ou par courriel : gilles.roe@elm.example.org',
    );
    expect(person).toMatchObject({ first_name: 'Gilles', phone: '+18195550155' });
    expect(read('East: (vacant) east@elm.example.org')[0]).not.toHaveProperty('first_name');
  });
});

describe('a line of a list', () => {
  it.each(['»', '›', '→', '◦', '▸', '★'])('begins behind its mark "%s"', (mark) => {
    const people = read(`${mark} Chief: Ann Roe – chief.roe@elm.example.ca`);
    expect(people).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', title: 'Chief' }]);
  });

  it('names the person whom its address spells, not what stands before', () => {
    const people = read('Ice Maker - Bob Roe - bob.roe@mailbox.example.com');
    expect(people).toMatchObject([{ first_name: 'Bob', last_name: 'Roe' }]);
  });
});

describe('pieces that run together', () => {
  it('are parted where elements touch and the next one starts with a capital', () => {
    const people = read(
      'speakers',
      '<ul><li><strong>Fionnuala Roe</strong><span>Policy Director</span><span>Studio Nordet</span><a href="mailto:froe@elm.example.org">✉</a></li></ul>',
    );
    expect(people).toMatchObject([
      { first_name: 'Fionnuala', last_name: 'Roe', title: 'Policy Director', company: 'Studio Nordet' },
    ]);
  });

  it('stay together where their classes say that they are one name', () => {
    const html =
      '<p><span class="given">Fionnuala</span> <span class="family">Roe</span>, <a href="mailto:f@elm.example.org">email</a></p>';
    expect(read('staff', html)).toMatchObject([{ first_name: 'Fionnuala', last_name: 'Roe' }]);
  });

  it('are parted where each element has a class of its own', () => {
    const row = (name: string, title: string, email: string) =>
      `<li><span class="n">${name}</span> <span class="t">${title}</span> <a href="mailto:${email}">${email}</a></li>`;
    const people = read(
      'staff',
      `<ul>${row('Roe, Aïcha', 'Chef de section', 'aicha.roe@elm.example.ca')}${row('Lee, Gontran', 'Technicien en documentation', 'g.lee@elm.example.ca')}</ul>`,
    );
    expect(people).toMatchObject([
      { first_name: 'Aïcha', last_name: 'Roe', title: 'Chef de section' },
      { first_name: 'Gontran', last_name: 'Lee', title: 'Technicien en documentation' },
    ]);
  });

  it('are none where a rule of hyphens ends the line above', () => {
    const people = read(
      '-----Original Message-----\nFrom: Roe, Henrietta [mailto:hroe@elm.example.org]\nSubject: Hi',
    );
    expect(people).toMatchObject([{ first_name: 'Henrietta', last_name: 'Roe' }]);
  });
});

describe('a line that says for whom somebody answers', () => {
  it('names no employer where it says what about', () => {
    expect(read('For Interview Requests:\nAnn Roe\nann.roe@mailbox.example.com')[0]).not.toHaveProperty(
      'company',
    );
  });

  it('names the employer of who stands below', () => {
    const text =
      "Pour l'Union des pêcheurs :\nMax Roe, vice-président, mr@uniondespecheurs.example.org\n\nFor Clear Bay Canada:\nShirin Lee, slee@clearbay.example.ca";
    expect(read(text)).toMatchObject([
      { last_name: 'Roe', company: 'Union des pêcheurs' },
      { last_name: 'Lee', company: 'Clear Bay Canada' },
    ]);
  });

  it('announces a title that its first word gives', () => {
    expect(
      read('Professionnelle de recherche : Maude Roy — maude.roy [arobase] elm.example.ca'),
    ).toMatchObject([{ first_name: 'Maude', last_name: 'Roy', title: 'Professionnelle de recherche' }]);
  });

  it('keeps apart those under headings of their own, also where somebody has no address', () => {
    const html =
      '<h4>Cercle des jardins</h4><p>Mme Huguette Roy, présidente<br>418 555-0141<br>huguette@mail.example.ca</p>' +
      '<h4>Club Bel Âge</h4><p>M. Normand Caron, président<br>418 555-0143</p>' +
      '<h4>Comptoir familial</h4><p>Responsable : Mme Fatou Lee<br>418 555-0145<br>comptoir@mail.example.ca</p>';
    expect(captureHtml(html)).toMatchObject([
      { last_name: 'Roy', phone: '+14185550141' },
      { last_name: 'Lee', phone: '+14185550145' },
    ]);
  });

  it('gives a title above a name that ends with a colon, and no title by a greeting', () => {
    expect(captureText('Secrétaire :\nDaniel Roy, Le Reflet du lac\nroy@reflet.example.org')).toMatchObject([
      { last_name: 'Roy', title: 'Secrétaire' },
    ]);
    const [contact] = captureText('Dear Director:\nAnn Roe of Elm asked me to write.\nbo@elm.example.ca');
    expect(contact).not.toHaveProperty('title');
  });

  it('gives those of a directory the names that their entries stand under', () => {
    const entry = (name: string, person: string, email: string) =>
      `<div><h3>${name}</h3><p>Personne-ressource :</p><p>${person}</p><p>Courriel :</p><p>${email}</p></div>`;
    const html =
      entry('Le Levain fou', 'Anouk Roy', 'anouk@mail.example.ca') +
      entry('Garage Bac & Fils inc.', 'Réal Bac', 'garagebac@mail.example.com');
    expect(captureHtml(html)).toMatchObject([
      { last_name: 'Roy', company: 'Le Levain fou' },
      { last_name: 'Bac', company: 'Garage Bac & Fils inc.' },
    ]);
  });

  it('ends with a number below the last address, where the others have theirs there', () => {
    const person = (name: string, email: string, phone: string) =>
      `<p>Manager,<br>Services</p><p><a href="mailto:${email}">${name}</a></p><p>${phone}</p>`;
    const html =
      person('Ann Roe', 'aroe@elm.example.ca', '905-555-0168') +
      person('Bo Lee', 'blee@elm.example.ca', '905-555-0171, ext. 45') +
      '<p>Regular hours are Monday to Friday.</p>';
    expect(captureHtml(html)).toMatchObject([{ phone: '+19055550168' }, { phone: '+19055550171 x45' }]);
  });
});
