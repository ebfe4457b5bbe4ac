/** Which phrases, and which page titles, name an employer. */
import { describe, expect, it } from 'vitest';
import { organisationStrength } from '../../../extension/lib/capture/organisations/organisations.ts';
import { companyFromTitle } from '../../../extension/lib/capture/organisations/page-title.ts';
import { splitRole } from '../../../extension/lib/capture/organisations/roles.ts';
import { capture, captureText, plain } from './capture-text.ts';

describe('employers', () => {
  it.each([
    'Office hours',
    'Opening Times',
    'Annual Conference',
    'Tool library',
    'Book Club',
    'Support Group',
    'Conférence de presse',
    'Groupe de travail',
    'Ville-Marie (Québec) J9V 1A1',
  ])('does not take "%s" for one', (text) => {
    expect(organisationStrength(text, '')).toBeLessThan(2);
  });

  it.each([
    'Northern Library Network',
    'Elm Book Club',
    'Youth Services Society',
    'Les Amis du moulin',
    "L'Atelier du Quai",
    'Cercle de fermières',
    'Clinique vétérinaire du Plateau',
    'Association des parents',
  ])('takes "%s" for one', (text) => {
    expect(organisationStrength(text, '')).toBeGreaterThanOrEqual(2);
  });

  it('knows an organization that starts as a part of one where its own word is the host', () => {
    const text = 'École de cirque Les Saltimbanques';
    expect(splitRole(text, 'saltimbanques.example.org')).toEqual({ company: text });
    expect(splitRole('Department of Physics', 'physics.elmu.example.ca')).toEqual({});
  });

  it('reads a title where somebody directs what the address is of', () => {
    expect(splitRole('Choir Director', 'elm-choir.example.ca')).toEqual({ title: 'Choir Director' });
  });

  it('knows a directorate as the employer only where the address is its own', () => {
    const text = 'Direction de santé publique du Bas-Lac';
    expect(splitRole(text, 'dspbl.example.ca')).toEqual({ company: text });
    expect(splitRole(text, 'gouv.example.ca')).toEqual({});
  });
});

describe('what is said of a person', () => {
  it.each([
    ['President (2024–2026)', { title: 'President' }],
    ['Director (Acting), Small Craft', { title: 'Director (Acting), Small Craft' }],
    ['Treas.', { title: 'Treas.' }],
  ])('"%s" is %o', (text, role) => {
    expect(splitRole(text, '')).toEqual(role);
  });
});

describe('titles of pages', () => {
  const named = (title: string, host: string): string | undefined =>
    companyFromTitle(title, `https://${host}/contact`, `ann.roe@${host}`);

  it('does not name the event for somebody with a mailbox elsewhere who speaks there', () => {
    const title = 'Speakers | Wood Week 2025';
    expect(companyFromTitle(title, 'https://woodweek.example.org/', 'ann.roe@gmail.com')).toBeUndefined();
  });

  it.each([
    ['an article', 'News – The big storm'],
    ['a word that any page may have', 'Page'],
  ])('does not name %s', (_what, title) => {
    expect(named(title, 'page.example.ca')).toBeUndefined();
  });

  it("does not name an event that begins with the site's name", () => {
    expect(named('Coastwatch Spring Show', 'coastwatch.example.ca')).toBeUndefined();
  });

  it.each([
    ['Regional contacts | Coastwatch Canada', 'coastwatch.example.ca', 'Coastwatch Canada'],
    ['Règlements – Prix du livre des Cantons', 'prixdulivre.example.ca', 'Prix du livre des Cantons'],
    ['Festival of Lights of Elm | Staff', 'festivaloflights.example.ca', 'Festival of Lights of Elm'],
    ['Joindre – Les Petits Frères du Lac', 'petitsfreres.example.ca', 'Les Petits Frères du Lac'],
    ['Executive (Elm Minor Hockey)', 'minorhockey.example.ca', 'Elm Minor Hockey'],
    ['Saltbox: Board of Directors', 'saltbox.example.ca', 'Saltbox'],
    ['Notre équipe | FCEI', 'fcei.example.ca', 'FCEI'],
    ['Executive | Prairie Minor Hockey', 'prairieminor.example.ca', 'Prairie Minor Hockey'],
  ])('"%s" on %s names "%s"', (title, host, company) => {
    expect(named(title, host)).toBe(company);
  });
});

describe('the employer of everyone on a page', () => {
  const companies = (text: string, html: string | null, title: string) =>
    capture({ text, html, url: 'https://www.mdelm.example.ca/staff', title, linkUrl: null }).map(
      ({ company }) => company?.value,
    );

  it('is read from a copyright line without the sign and the year', () => {
    const html =
      '<div><h3>Ann Roe</h3><p>Director</p><p>ann@mdelm.example.ca</p></div><div><h3>Kim Lee</h3><p>Clerk</p><p>kim@mdelm.example.ca</p></div><footer>© 2025 Elm Coast Land Trust. All rights reserved.</footer>';
    expect(companies('page', html, 'Staff')).toEqual(['Elm Coast Land Trust', 'Elm Coast Land Trust']);
  });

  it('is read from the title of the page around a selected list of rows', () => {
    const text = 'Name\tPosition\tEmail\nAnn Roe\tFire Chief\tann@mdelm.example.ca';
    expect(companies(text, null, 'Staff | M.D. of Elm')).toEqual(['M.D. of Elm']);
  });

  it('is no heading that only begins with the word of their host', () => {
    const html =
      '<p>Volunteers for Saturday</p><p>Marlon Roe – marlon@volunteer.example.org</p><p>Ann Lee – ann@volunteer.example.org</p>';
    expect(companies('page', html, 'Volunteer list')).toEqual([undefined, undefined]);
  });

  it('is the one whose kind and host the title of the page gives, wherever the page stands', () => {
    const html = '<p>Ann Roe, Clerk, ann@pine.example.ca</p><p>Kim Lee, Planner, kim@pine.example.ca</p>';
    expect(companies('page', html, 'Staff – Township of Pine')).toEqual([
      'Township of Pine',
      'Township of Pine',
    ]);
  });

  it.each([
    ['Nous joindre | Les Amis du parc', 'amisduparc.example.org', 'Les Amis du parc'],
    ['Équipe | Plume & Pierre', 'plumeetpierre.example.ca', 'Plume & Pierre'],
    ['Team | Quill & Slate', 'quillandslate.example.com', 'Quill & Slate'],
    ['Contacts | Riverstone Residences', 'riverstonecondos.example.com', 'Riverstone Residences'],
  ])('is in "%s", which the host %s spells in its own way', (title, host, company) => {
    expect(companyFromTitle(title, `https://${host}/`, `ann@${host}`)).toBe(company);
  });

  it('is read whole from a line with the address of all', () => {
    const html =
      '<div><h3>Mayor Ann Roe</h3><p>ann@maplebend.example.ca</p></div><footer>Town of Maple Bend, 12 Main Street, Maple Bend NB E1A 2B3 · info@maplebend.example.ca</footer>';
    expect(companies('page', html, 'Council')).toEqual(['Town of Maple Bend', 'Town of Maple Bend']);
  });

  it.each(['SOURCE Elm Lake Tenants', 'Source : Elm Lake Tenants'])(
    'is the one who issued a press release: "%s"',
    (line) => {
      const text = `For further information: Ann Roe, Director, ann.roe@mailbox.example.com\n\n${line}`;
      expect(companies(text, null, 'Release')).toEqual(['Elm Lake Tenants']);
    },
  );
});

describe('the employer beside a title', () => {
  const employer = (text: string, title = '', url = 'https://page.example/') =>
    capture({ text, title, url }).map(plain)[0]?.company;

  it.each([
    'Ilse Roe\nHive Inspector, Eastern Zone\nilse.roe@nsbees.example.org',
    'Présidence : Luc Ott\nAffiches : Zoé Roe, étudiante, zoeroe.bio@gmail.com',
    'Leila Roe\nArchivist\nEmail · Mastodon\nleila@page.example.net',
  ])('is no part, topic or network: %s', (text) => {
    expect(employer(text)).toBeUndefined();
  });

  it.each([
    [
      'Clémence Roe\nAttachée politique\nBureau de Judith Ott\nDéputée de Beaulac\nc.roe@assnat.example.ca',
      'Bureau de Judith Ott, Députée de Beaulac',
    ],
    [
      'Neha Roe\nAssistant\nOffice of Joe Ott, M.P. | Bureau de Joe Ott, député\nneha.roe@parl.example.ca',
      'Office of Joe Ott, M.P.',
    ],
    [
      'Sonia Roe\nDirectrice adjointe\nQualité, évaluation et éthique\nCIUSSS du Bas-Lac\nsonia.roe@ssss.example.ca',
      'CIUSSS du Bas-Lac',
    ],
    [
      'Leila Roe\nDigital Archivist, Open Archives Alberta\nleila@openarchivesab.example.org',
      'Open Archives Alberta',
    ],
    ['E L M   W E A V E R S   G U I L D\nIlse Roe\nTreasurer\nilse.roe@gmail.com', 'Elm Weavers Guild'],
  ])('is whom the lines name: %s', (text, company) => {
    expect(employer(text)).toBe(company);
  });

  it.each([
    ['Members (page 2)', 'https://members.elmleague.example.com/list', undefined],
    [
      'Executive – Transit Workers Local 88',
      'https://www.twu.example.org/executive',
      'Transit Workers Local 88',
    ],
    ['Nous joindre | La Grange à pied', 'https://www.lagrange-apied.example.org/', 'La Grange à pied'],
    ['Elm Narrows Health Centre', 'https://www.fnhealth.example.ca/centres', 'Elm Narrows Health Centre'],
  ])('is whom the title of the page names: %s', (title, url, company) => {
    const host = new URL(url).hostname.replace(/^(?:www|members)\./, '');
    expect(employer(`Ann Roe\nPresident\nann.roe@${host}`, title, url)).toBe(company);
  });
});

describe('the name of an employer', () => {
  const employer = (text: string, title = '', url = 'https://page.example/') =>
    capture({ text, title, url }).map(plain)[0]?.company;

  it.each([
    ['Ann Roe\nAnalyst\nMinistry of Lakes\nann.roe@gov.example.ca', 'Ministry of Lakes'],
    [
      'Thiago Roe\nVice-Principal | École Cedar Flats\nSchool: 250-555-0152\nthiago.roe@sd62.example.ca',
      'École Cedar Flats',
    ],
    [
      'Inès Roe\nVice-présidente\nAssociation étudiante de l’Université de l’Orme\nvp@mail.example.ca',
      'Association étudiante de l’Université de l’Orme',
    ],
    ['Ann Roe\nReporter at Northwind News. Ann covers courts.\nann.roe@gmail.com', 'Northwind News'],
    ['Ann Roe\nDirector\n¹Ott Valley College *\nann.roe@gmail.com', 'Ott Valley College'],
    ['Ann Roe is currently a biologist at the Ott Institute in Brandon. ann.roe@gmail.com', 'Ott Institute'],
    [
      'Ann Roe\nLawyer\nOtt River Community Legal Services\nann@ottriverlegal.example.ca',
      'Ott River Community Legal Services',
    ],
    [
      'Ott River Sentinel* (650 words)\nAnn Roe, Opinion Editor, ann@ottriversentinel.example.com',
      'Ott River Sentinel',
    ],
    ['Ann Roe\nManager at Ott Bros. Dairy\nann.roe@gmail.com', 'Ott Bros. Dairy'],
    [
      'Ann Roe is a professor at Elm University and the chair of the Elm Roundtable. ann.roe@elmu.example.ca',
      'Elm University',
    ],
    [
      'Ann Roe\nProperty Manager, on behalf of\nElm Housing Inc.\nann.roe@mail.example.ca',
      'Elm Housing Inc.',
    ],
    [
      'TIDEWATER\nBOAT BUILDERS\n\nAnn Roe\nShipwright\nann@tidewaterboats.example.com',
      'Tidewater Boat Builders',
    ],
    [
      'Facilitator: Ann Roe\naroe@elmliteracy.example.org\nPresented by Elm Valley Literacy Society',
      'Elm Valley Literacy Society',
    ],
    ['Ann Roe\nCommissioner, 3rd Elm Scouts\nann.roe@gmail.com', '3rd Elm Scouts'],
    [
      'About Elm Credit Union\n\nMedia inquiries\nAnn Roe\nManager\naroe@elmcu.example.ca',
      'Elm Credit Union',
    ],
  ])('ends where it ends: %s', (text, company) => {
    expect(employer(text)).toBe(company);
  });

  it('has no margins of a document around it', () => {
    const text =
      'Name Position E-mail\nAnn Roe Agronomist, North aroe@elmpulse.example.ca\nPage 12 of 40   Elm Pulse Association Annual Report 2024';
    expect(employer(text)).toBe('Elm Pulse Association');
  });

  it('is not the list of places behind a title', () => {
    const text = 'Zone 1 Director (Aldboro, Dunwich)\nWilma Roe\nwroe@mail.example.com';
    expect(employer(text)).toBeUndefined();
  });

  it('may be one half of a host with a hyphen', () => {
    const title = 'Our team | Notre équipe – Capital Heritage Museum | Musée de la capitale';
    expect(
      employer('Ann Roe\nManager\naroe@chm-mdc.example.ca', title, 'https://www.cmh.example.ca/team'),
    ).toBe('Capital Heritage Museum');
  });

  it('may be all that the title of a home page says', () => {
    const text = 'Clerk: Martha Roe, mroe@quakerhouse.example.org';
    expect(employer(text, 'Maritime Friends Meeting', 'https://quakerhouse.example.org/')).toBe(
      'Maritime Friends Meeting',
    );
    expect(
      employer(text, 'Maritime Friends Meeting', 'https://quakerhouse.example.org/news/4'),
    ).toBeUndefined();
  });

  it('is not a committee on the page of a town', () => {
    const text = 'Lyne Roe\nConseillère\nComité consultatif d’urbanisme\nsiege1@ndb.example.ca';
    const title = 'Vos élus – Municipalité de Notre-Dame-du-Boisé';
    expect(employer(text, title, 'https://www.ndb.example.ca/contact')).toBe(
      'Municipalité de Notre-Dame-du-Boisé',
    );
  });

  it('is the part of the government below which the government stands', () => {
    const signature = (part: string) =>
      `Ann Roe\nCounsel\n${part}\n613-555-0101\nann.roe@fcco.example.ca\nGovernment of Canada | Gouvernement du Canada`;
    expect(captureText(signature('Federal Crown Counsel Office'))).toMatchObject([
      { title: 'Counsel', company: 'Federal Crown Counsel Office' },
    ]);
    expect(captureText(signature('Lighthouse Agency of Canada'))).toMatchObject([
      { company: 'Lighthouse Agency of Canada' },
    ]);
  });

  it('has a page of its site beside it, where no home page is printed', () => {
    const signature = 'Ann Roe\nProfessor\nElm College\nann.roe@elmcollege.example.ca\n';
    expect(captureText(`${signature}elmcollege.example.ca/nursing`)).toMatchObject([
      { website: 'elmcollege.example.ca/nursing' },
    ]);
    expect(captureText(`${signature}elmcollege.example.ca/nursing\nelmcollege.example.ca`)).toMatchObject([
      { website: 'elmcollege.example.ca' },
    ]);
  });
});
