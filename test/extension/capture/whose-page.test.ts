/** Whom the people of a page work for, where its name stands in the logo, in the footer or in a part of it. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, lines, plain } from './capture-text.ts';

const page = (html: string, title = 'Contact', url = 'https://www.lake.example.org/contact') =>
  capture({ html, text: html.replace(/<[^>]*>/g, '\n'), title, url }).map(plain);
const PERSON = '<p><b>Ann Roe</b><br>Director<br>ann@lake.example.org</p>';

describe('a part of an organisation', () => {
  it.each([
    ['Office of the Mayor', 'Mayor &amp; Council - Lake Municipality'],
    ['Comité de sélection', 'Équipe | Société Lake'],
  ])('employs nobody where the page names the whole: %s', (part, title) => {
    const html = `<h3>${part}</h3><p>Bo Roe<br>bo@lake.example.org</p>`;
    expect(page(html, title)[0]?.company).toBe(title.split(/ [|-] /)[1]);
  });

  it('is not passed on to others with the same host', () => {
    const html = `<table><tr><th>Name</th><th>Email</th></tr><tr><td>Ann Roe</td><td>ann@lake.example.org</td></tr></table>
      <p>Office of the Mayor<br>Mayor Bo Lac<br>mayor@lake.example.org</p>`;
    expect(page(html)[0]).not.toHaveProperty('company');
  });
});

describe('a page is called', () => {
  it.each([
    '<meta property="og:site_name" content="Lake Society Logo">',
    '<meta property="og:site_name" content="Logo of the Lake Society">',
    '<meta name="application-name" content="Lake Society">',
  ])('by its data, without the word for a logo: %s', (meta) => {
    expect(page(`${PERSON}${meta}`)).toMatchObject([{ last_name: 'Roe', company: 'Lake Society' }]);
  });

  it('by the first words of its imprint, before the street', () => {
    const imprint =
      '<div>Cégep de Sainte-Anne, 616, avenue du Fleuve, Sainte-Anne (Québec) G0J 2L0 — 418 555-0181</div>';
    const html = `<div><h2>Ann Roe</h2><p>Enseignante</p><p>ann@cegepsteanne.example.ca</p></div>
      <div><h2>Luc Roy</h2><p>Enseignant</p><p>luc@cegepsteanne.example.ca</p></div>${imprint}`;
    for (const { company } of page(html, 'TIM | Équipe', 'https://tim.cegepsteanne.example.ca/equipe'))
      expect(company).toBe('Cégep de Sainte-Anne');
  });

  it('by a name that begins with what a parish is, in small letters', () => {
    const url = 'https://troisclochers.example.org/equipe';
    const html = '<p>Agente de pastorale : Ann Roe, ann@troisclochers.example.org</p>';
    expect(page(html, 'Équipe – Unité pastorale des Trois-Clochers', url)).toMatchObject([
      { company: 'Unité pastorale des Trois-Clochers' },
    ]);
  });
});

describe('no employer is', () => {
  it('who supervises somebody, in the brackets behind a title', () => {
    const text = 'Ann Roe\nPhD Student (co-supervised with B. Lac)\nann@lake.example.org';
    expect(captureText(text)).toMatchObject([{ title: 'PhD Student' }]);
    expect(captureText(text)[0]).not.toHaveProperty('company');
  });

  it('whose relative stands in a list of addresses', () => {
    const text =
      '"Roe, Ann (Jack\'s mom)" <ann@mail.example.com>, "Lac, Bo (Zoë\'s dad)" <bo@mail.example.com>';
    for (const person of captureText(text)) expect(person).not.toHaveProperty('company');
  });

  it('a party that markup calls an affiliation', () => {
    const person = (tie: string) => `<div itemscope itemtype="https://schema.org/Person">
      <b itemprop="name">Ann Roe</b> <i itemprop="jobTitle">Mairesse</i> ${tie}
      <a itemprop="email" href="mailto:ann@lake.example.ca">Courriel</a></div>`;
    expect(captureHtml(person('<meta itemprop="affiliation" content="Équipe Roe">'))[0]).not.toHaveProperty(
      'company',
    );
    expect(
      captureHtml(person('<meta itemprop="affiliation" content="Université de l’Orme">'))[0]?.company,
    ).toBe('Université de l’Orme');
  });

  it('said with its years, or with the sign behind it', () => {
    const text = 'Ann Roe\nCEO @ Lake Bikes Co-op !\nann@lakebikes.example.com';
    expect(captureText(text)).toMatchObject([{ title: 'CEO', company: 'Lake Bikes Co-op' }]);
    const since = lines(
      'The programme is offered at Lake College since 1999.',
      'Ann Roe',
      'Teacher',
      'ann@lakecollege.example.ca',
    );
    expect(captureText(since)).toMatchObject([{ company: 'Lake College' }]);
  });
});

describe('the mailbox of whoever organises something', () => {
  it('has none of the address of the place', () => {
    const html = `<h2>Organizer</h2><p>Lake Seed Library</p><p>Phone 250-555-0120</p><p>hello@lake.example.org</p>
      <h2>Venue</h2><p>Strath Hall</p><p>2440 Quarry Road</p><p>Creston, BC V0B 1G1</p>`;
    const [organiser] = captureHtml(html);
    expect(organiser).toMatchObject({ email: 'hello@lake.example.org', phone: '+12505550120' });
    expect(organiser).not.toHaveProperty('address_1');
  });
});
