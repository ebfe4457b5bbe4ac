/** People whom a page, or a card, writes down for programs. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText } from './capture-text.ts';

const card = (inner: string) => `<div class="vcard h-card">${inner}</div>`;

describe('a marked-up person', () => {
  it('is not named after the address that the name links to', () => {
    const linked = '<a class="fn email" href="mailto:ann.bell@lake.example.ca">Ann Bell</a>';
    expect(captureHtml(card(linked))).toMatchObject([
      { email: 'ann.bell@lake.example.ca', last_name: 'Bell' },
    ]);
  });

  it('has the address, number and site of the links inside the marks, whatever the links say', () => {
    const linked = [
      '<span class="fn">Ann Bell</span> <span class="title">Treasurer</span> <span class="org">Lake Trust</span>',
      '<span class="email"><a href="mailto:ann.bell@lake.example.ca">Write</a></span>',
      '<span class="tel"><a href="tel:+14185550120">Call</a></span>',
      '<span class="url"><a href="https://lake.example.ca/">Site</a></span>',
    ];
    expect(captureHtml(card(linked.join(' ')))).toMatchObject([
      {
        email: 'ann.bell@lake.example.ca',
        title: 'Treasurer',
        company: 'Lake Trust',
        phone: '+14185550120',
        website: 'https://lake.example.ca/',
      },
    ]);
  });
});

describe('a card whose lines are folded', () => {
  // https://github.com/roundcube/roundcubemail/issues/9647
  it.each([
    ['2.1', 'ORG:Elm Harbour\n Society'],
    ['3.0', 'ORG:Elm Harb\n our Society'],
    ['4.0', 'ORG:Elm Harbour\n  Society'],
  ])('keeps its words apart: version %s', (version, org) => {
    const text = `BEGIN:VCARD\nVERSION:${version}\nFN:Jane Roe\n${org}\nEMAIL:jane@elm.exa\n mple.ca\nEND:VCARD`;
    expect(captureText(text)).toMatchObject([
      { email: 'jane@elm.example.ca', company: 'Elm Harbour Society' },
    ]);
  });
});

describe('a link that carries its address in attributes', () => {
  it.each([
    ['data-user="jas" data-domain="elm.example.org"'],
    ['data-name="jas" data-host="elm.example.org"'],
    ['data-enc-email="wnf[at]ryz.rknzcyr.bet"'],
  ])('is read as a script would write it: %s', (attributes) => {
    const people = captureHtml(`<ul><li>Jas Roe – Gardener – <a href="#" ${attributes}>e-mail</a></li></ul>`);
    expect(people).toMatchObject([
      { email: 'jas@elm.example.org', first_name: 'Jas', last_name: 'Roe', title: 'Gardener' },
    ]);
  });
});

describe('a card', () => {
  it('keeps its address below a picture that ends with "="', () => {
    const card =
      'BEGIN:VCARD\nVERSION:3.0\nN:Roe;Preeti;;;\nFN:Preeti Roe\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n AAIYAAA==\nEMAIL;type=pref:preeti@elmclinic.example.com\nEND:VCARD';
    expect(captureText(card)).toMatchObject([{ email: 'preeti@elmclinic.example.com', last_name: 'Roe' }]);
  });

  it('is read in the character set of Windows where it names none and is in no other', () => {
    const card =
      'BEGIN:VCARD\nVERSION:2.1\nN:Roe;Ann\nADR;WORK;ENCODING=QUOTED-PRINTABLE:;;12, rue de l=27=C9glise;Qu=\n=E9bec;QC;G1R 1A1;Canada\nEMAIL:ann@elm.example.ca\nEND:VCARD';
    expect(captureText(card)).toMatchObject([{ address_1: "12, rue de l'Église", city: 'Québec' }]);
  });

  it('goes on behind "=" where the property is written so', () => {
    const card =
      'BEGIN:VCARD\nVERSION:2.1\nN:Roe;Preeti\nTITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:Agente de =\nd=C3=A9veloppement\nEMAIL:preeti@elm.example.ca\nEND:VCARD';
    expect(captureText(card)).toMatchObject([
      { title: 'Agente de développement', email: 'preeti@elm.example.ca' },
    ]);
  });

  it('is read without its line ends', () => {
    const card =
      'BEGIN:VCARD VERSION:3.0 N:Roe;Ann;;; FN:Ann Roe\nORG:Elm Trust EMAIL;type=WORK:ann@elm.example.ca\nTEL:+14185550126 END:VCARD';
    expect(captureText(card)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', company: 'Elm Trust', email: 'ann@elm.example.ca' },
    ]);
  });

  it.each([
    ['EMAIL;TYPE=HOME:ann@shaw.ca\nEMAIL;TYPE=WORK:ann@elm.example.ca', 'ann@elm.example.ca'],
    ['EMAIL;HOME:ann@shaw.ca\nEMAIL;INTERNET:ann@elm.example.ca', 'ann@elm.example.ca'],
    ['EMAIL;TYPE=WORK:ann@elm.example.ca\nEMAIL;TYPE=HOME,PREF:ann@shaw.ca', 'ann@shaw.ca'],
    ['EMAIL;TYPE=HOME:ann@shaw.ca', 'ann@shaw.ca'],
  ])('gives the address that is preferred, then that of work: %j', (lines, email) => {
    const card = `BEGIN:VCARD\nVERSION:3.0\nN:Roe;Ann;;;\n${lines}\nEND:VCARD`;
    expect(captureText(card)).toMatchObject([{ email, last_name: 'Roe' }]);
  });
});

describe('a person in the data of a page', () => {
  const person = { '@type': 'Person', name: 'Ann Roe', email: 'ann@elm.example.ca' };
  const elm = { '@type': 'Organization', name: 'Elm Trust' };
  const script = (text: string) => `<script type="application/ld+json">${text}</script><p>Welcome</p>`;
  const ann = { first_name: 'Ann', last_name: 'Roe', title: 'Clerk', company: 'Elm Trust' };

  it.each([
    [{ ...person, worksFor: elm, hasOccupation: { '@type': 'Occupation', name: 'Clerk' } }],
    [{ ...person, worksFor: { '@type': 'OrganizationRole', roleName: 'Clerk', worksFor: elm } }],
  ])('has a title wherever schema.org puts it: %j', (data) => {
    expect(captureHtml(script(JSON.stringify(data)))).toMatchObject([ann]);
  });

  it.each([
    ['//<![CDATA[\n', '\n//]]>'],
    ['/* <![CDATA[ */', '/* ]]> */'],
    ['<!--', '-->'],
  ])('is found between the marks %j and %j', (start, end) => {
    const data = JSON.stringify({ ...person, jobTitle: 'Clerk', worksFor: elm });
    expect(captureHtml(script(start + data + end))).toMatchObject([ann]);
  });

  it('may be of two types', () => {
    const types = 'https://schema.org/Person https://schema.org/Employee';
    const html = `<div itemscope itemtype="${types}"><b itemprop="name">Ann Roe</b> <i itemprop="jobTitle">Clerk</i> <b itemprop="worksFor">Elm Trust</b> <a itemprop="email" href="mailto:ann@elm.example.ca">Write</a></div>`;
    expect(captureHtml(html)).toMatchObject([ann]);
  });

  it('may have what its markup carries in attributes', () => {
    const html =
      '<div class="vcard"><img class="photo fn" alt="Ann Roe"> <a class="email" href="mailto:ann@elm.example.ca">Write</a> <abbr class="tel" title="418-555-0126">call</abbr></div>';
    expect(captureHtml(html)).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', phone: '+14185550126' }]);
  });
});

describe('the data of an organisation', () => {
  const page = (organisation: object) =>
    captureHtml(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'Organization', name: 'Elm County', ...organisation })}</script>`,
    );
  const ADDRESS = { address: { streetAddress: '55 Elm Street', addressLocality: 'Elmvale' } };
  const MEDIA = { contactPoint: { '@type': 'ContactPoint', email: 'media@elm.example.ca' } };

  it('gives its address to none of its people, nor to whoever answers beside its own mailbox', () => {
    const employee = { '@type': 'Person', name: 'Ann Roe', email: 'ann@elm.example.ca' };
    const [own, ...others] = page({ ...ADDRESS, ...MEDIA, email: 'info@elm.example.ca', employee });
    expect(own).toMatchObject({ address_1: '55 Elm Street' });
    expect(others).toHaveLength(2);
    for (const other of others) expect(other).not.toHaveProperty('address_1');
  });

  it('gives its address to its only mailbox', () => {
    expect(page({ ...ADDRESS, ...MEDIA })[0]).toMatchObject({ address_1: '55 Elm Street', city: 'Elmvale' });
  });

  it('gives its site to those who name it as their employer', () => {
    const employee = { '@type': 'Person', name: 'Ann Roe', email: 'ann@elm.example.ca' };
    const worksFor = { '@type': 'Organization', name: 'Elm County', url: 'https://elm.example.ca/' };
    const person = (more: object) =>
      page({ url: 'https://elm.example.ca/', employee: { ...employee, ...more } })[0];
    expect(person({})).not.toHaveProperty('website');
    expect(person({ worksFor })?.website).toBe('https://elm.example.ca/');
  });

  it('is completed by the extension that stands behind its number', () => {
    const html = `<div itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ann Roe</span>
      <p>Tél. : <span itemprop="telephone">819 555-0175</span>, poste 222</p><a itemprop="email" href="mailto:ann@elm.example.ca">ann@elm.example.ca</a></div>`;
    expect(captureHtml(html)[0]?.phone).toBe('+18195550175 x222');
  });
});
