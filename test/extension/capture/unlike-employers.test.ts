/** Phrases that stand where employers stand, and titles that hold the words of organisations. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, plain } from './capture-text.ts';

const ROE = 'ann.roe@elmvale.example.ca';

describe('what is no employer', () => {
  it.each([
    ['a greeting', ['Aaniin,', '', 'I am away until Monday.', '', 'Ann Roe', ROE]],
    ['a remark about days', [`Ann Roe: ${ROE} (Thursdays only)`]],
    ['somebody without an address', [`Ann Roe ${ROE}`, 'Lise (pas de courriel)', 'choir@elmvale.example.ca']],
    ['a room', [`Lab head: Ann Roe, ${ROE}, office LSC 4260, 604-555-0139`]],
    ['a button', ['Maire', 'Ann Roe', 'T 450 555-0161', ROE, 'Voir la fiche']],
    ['what a party is called in a council', ['Maire', 'Ann Roe', 'Des Pionniers', ROE]],
    [
      'a motto that names the place',
      ['Ann Roe', 'Clerk', ROE, '', 'Taking pride in Elmvale, its people and its parks'],
    ],
    ['the own name with a degree', ['Ann Roe', 'Ann Roe, CPA', 'ann@roecpa.example.com']],
    ['a remark in brackets', ['Bibliothèque (bénévoles)', ROE]],
    [
      'a sentence that an answer quotes',
      ['De: Ann Roe <ann.lsc@mail.example.com>', '', 'ann.lsc@mail.example.com'],
    ],
    [
      'a sentence that starts with one',
      ['Ann Roe', 'l’université de l’Orme et moi organisons une nouvelle édition', ROE],
    ],
    ['an office that nobody holds', ['1st Vice – vacant', `Ann Roe, ${ROE}`]],
    ['a degree that is in no list', [`Ann Roe, Dipl. Q.Z.`, ROE]],
    ['what somebody chairs', ['Ann Roe', 'Chair, Research Ethics Board', ROE]],
    ['a part of an organisation behind a title', ['Ann Roe', 'Principal, Public Affairs', ROE]],
    ['an indigenous field of work', ['Ann Roe', 'Senior Analyst, Indigenous Fisheries', ROE]],
    ['a line that announces whom to ask', [`RENSEIGNEMENTS POUR LES MÉDIAS : Ann Roe, ${ROE}`]],
  ])('%s', (_what, lines) => {
    expect(captureText(lines.join('\n'))[0]).not.toHaveProperty('company');
  });

  it.each([
    ['a newsroom', 'Elmvale opens more libraries in the North | Elmvale Newsroom'],
    ['a headline that holds the name of the place', 'Elmvale opens more libraries in the North | News'],
  ])('%s in the title of a page', (_what, title) => {
    const [person] = capture({
      text: `Ann Roe\n${ROE}`,
      title,
      url: 'https://news.elmvale.example.ca/1',
    }).map(plain);
    expect(person).not.toHaveProperty('company');
  });

  it('the town of an address in a footer', () => {
    const text = `88 Quay St.\nElmvale, L6J 0B4\n\nAnn Roe\nClerk\n${ROE}\n\nBo Park\nDeputy Clerk\nbo.park@elmvale.example.ca`;
    expect(captureText(text).map(({ company }) => company)).toEqual([undefined, undefined]);
  });

  it('whose news it is stays', () => {
    const source = {
      text: `Ann Roe\n${ROE}`,
      title: 'A new lab | Elmvale College News',
      url: 'https://elmvale.example.ca/1',
    };
    expect(capture(source).map(plain)[0]?.company).toBe('Elmvale College');
  });
});

describe('a title', () => {
  it.each([
    ['Director, Collections and Technologies'],
    ['Secrétaire de l’Ordre par intérim'],
    ['Conseillère – district 2, Des Pionniers'],
    ['Chair, Research Ethics Board'],
    ['Director of Lands'],
    ['Senior Analyst, Indigenous Fisheries'],
  ])('stays whole: %s', (title) => {
    expect(captureText(`Ann Roe\n${title}\n${ROE}`)[0]).toMatchObject({ last_name: 'Roe', title });
  });

  it.each([
    ['archiviste (mardi et jeudi)', 'archiviste'],
    ['Treasurer (on leave until May)', 'Treasurer'],
    ['Vice-président / Vice-Chair', 'Vice-président'],
    ["the Town of Elmvale's Chief Operator", 'Chief Operator'],
  ])('is without what else is said: %s', (line, title) => {
    expect(captureText(`Ann Roe\n${line}\n${ROE}`)[0]).toMatchObject({ title });
  });

  it('of the next in a list, who has no address, is not that of the one before', () => {
    const text = `Ann Roe, Elm University (ann.roe@elmu.example.ca)\nLise Park, student representative`;
    expect(captureText(text)[0]).not.toHaveProperty('title');
  });

  it('is one unknown word where the others of a list have theirs', () => {
    const card = (name: string, title: string, email: string) =>
      `<div><h3>${name}</h3><div>${title}</div><div>${email}</div></div>`;
    const people = captureHtml(
      card('Ann Roe', 'Director of Labs', 'ann.roe@elm.example.ca') +
        card('Arvo Kuusk', 'Glassblower', 'arvo.k@elm.example.ca') +
        card('Bo Tran', 'Manager', 'bo.tran@elm.example.ca'),
    );
    expect(people[1]).toMatchObject({ last_name: 'Kuusk', title: 'Glassblower' });
  });

  it('of an office that nobody holds belongs to its mailbox', () => {
    const card = (title: string, name: string, local: string) =>
      `<div><h4>${title}</h4><div>${name}</div><a href="mailto:${local}@elm.example.org">Send Email</a></div>`;
    const [, vacant] = captureHtml(
      card('President', 'Ann Roe', 'president') + card('Treasurer', 'VACANT', 'money'),
    );
    expect(vacant).toMatchObject({ email: 'money@elm.example.org', title: 'Treasurer' });
    expect(vacant).not.toHaveProperty('last_name');
  });
});

describe('an employer', () => {
  it.each([
    [
      'ministère des Lacs',
      `Ann Roe, communications, ministère des Lacs, 506-555-0196, ann.roe@gouv.example.ca`,
    ],
    [
      'Ministère des Rivages, du Littoral et des Parcs',
      `Ann Roe, agente, Ministère des Rivages, du Littoral et des Parcs, ann.roe@gouv.example.ca`,
    ],
    [
      'Secrétariat des programmes nordiques',
      'Ann Roe, Conseillère principale, Secrétariat des programmes nordiques, 613-555-0179, ann.roe@spn.example.ca',
    ],
    ['université de l’Orme', 'Ann Roe, professeure, université de l’Orme, ann.roe@mail.example.com'],
  ])('may start with a small letter in French: %s', (company, text) => {
    expect(captureText(text)[0]?.company).toBe(company);
  });

  it.each([
    ['Digital Services Lead', 'Les Amis du Jardin'],
    ['Directrice', 'Ministère du Tourisme et des Loisirs'],
    ['Director', 'Wellness Canada'],
  ])('stands below a title, whatever its words mean: %s, %s', (title, company) => {
    expect(captureText(`Ann Roe\n${title}\n${company}\nann.roe@qzt.example.ca`)[0]).toMatchObject({
      title,
      company,
    });
  });

  it.each([['R.M. of Clearbrook No. 211'], ['Refuge animalier des Rapides']])('is %s', (company) => {
    expect(captureText(`Ann Roe\nPresident\n${company}\nann.roe@qzt.example.ca`)[0]?.company).toBe(company);
  });

  it.each([
    ['HALTON HIKERS', 'Halton Hikers'],
    ['Quartz Lake Society of Weavers', 'Quartz Lake Society of Weavers'],
  ])('heads a letter: %s', (head, company) => {
    const text = `${head}\n\nAnn Roe\nPresident\n613-555-0142\nann.roe@qzt.example.ca`;
    expect(captureText(text)[0]).toMatchObject({ title: 'President', company });
  });

  it('is a county without its province in the title of a page', () => {
    const source = {
      text: `Ann Roe\n${ROE}`,
      title: 'Council | Elmvale County, AB',
      url: 'https://www.elmvale.example.ca/1',
    };
    expect(capture(source).map(plain)[0]?.company).toBe('Elmvale County');
  });

  it('stands over the mailboxes that say what they are for', () => {
    const text =
      'REFUGE DES RAPIDES\nTéléphone: 438-555-0136\n\nRenseignements généraux: info@refugerapides.example.org\nDirection: e.roe@refugerapides.example.org';
    expect(captureText(text).map(({ company }) => company)).toEqual([
      'Refuge des Rapides',
      'Refuge des Rapides',
    ]);
  });

  it('heads the card of a mailbox', () => {
    const html = `<div><h5>Foxglove Legion</h5><p>9 Legion Road<br>Elmvale, ON K0M 1K0</p><a href="mailto:info@foxglove.example.org">Send Email</a></div>`;
    expect(captureHtml(html)[0]?.company).toBe('Foxglove Legion');
  });

  it('whom a mailbox at the same host names goes before the name of its paper', () => {
    const text = `Municipalité de Saint-Orme\ninfo@saintorme.example.ca\n\nDirection générale\nAnn Roe\ndirection@saintorme.example.ca`;
    const source = {
      text,
      title: 'Le Montagnard - Bulletin municipal, mai 2025',
      url: 'https://www.saintorme.example.ca/b.pdf',
    };
    expect(capture(source).map(plain)[1]?.company).toBe('Municipalité de Saint-Orme');
  });
});
