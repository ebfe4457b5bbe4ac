/** Whose the mailbox of an office is that stands below the people who work there. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText } from './capture-text.ts';

const STAFF = 'Ann Roe\nClerk\n506-555-0101\n\nBo Park\nPlanner\n506-555-0102\n\n';

describe('the mailbox of an office', () => {
  it('is none of those in a table above it', () => {
    const html = `<table><tr><th>Nom</th><th>Grade</th></tr><tr><td>Kim Roe</td><td>4e dan</td></tr>
      <tr><td>Luc Roy</td><td>1er dan</td></tr></table><div>Dojo : 12, rue du Lac</div><div>info@judo.example.ca</div>`;
    const [office] = captureHtml(html);
    expect(office).toMatchObject({ email: 'info@judo.example.ca' });
    expect(office).not.toHaveProperty('last_name');
  });

  it('is of somebody whose given name stands beside it, and the whole one above', () => {
    const text = 'Lou-Anne Roe — Treasurer\nQuestions about dues? Email Lou-Anne <membership@elm.example.ca>';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Lou-Anne', last_name: 'Roe', title: 'Treasurer' },
    ]);
  });

  it.each([
    ['stands alone', 'info@elm.example.ca'],
    ['stands in the imprint', 'Town of Elm, 12 Main Street, Elm NB E4K 1A1 · info@elm.example.ca'],
    ['says itself what it is for', 'General enquiries: info@elm.example.ca'],
  ])('is none of its staff where it %s', (_, mailbox) => {
    const [office] = captureText(`${STAFF}${mailbox}`);
    expect(office).toMatchObject({ email: 'info@elm.example.ca' });
    for (const field of ['first_name', 'last_name', 'title', 'phone'])
      expect(office).not.toHaveProperty(field);
  });

  it('is none of its staff, whom a text without blank lines has one below the other', () => {
    const [office] = captureText(`${STAFF.replaceAll('\n\n', '\n')}info@elm.example.ca`);
    expect(office).toMatchObject({ email: 'info@elm.example.ca' });
    for (const field of ['first_name', 'title', 'phone']) expect(office).not.toHaveProperty(field);
  });

  it.each([
    ['<p>info@elm.example.ca</p><h2>Staff</h2><div><h3>Ann Roe</h3><p>Clerk<br>506-555-0101</p></div>'],
    ['<p>info@elm.example.ca</p><ul><li>Ann Roe, Clerk</li><li>Bo Park, Planner</li></ul>'],
  ])('is none of its staff below it: %s', (html) => {
    const [office] = captureHtml(html);
    expect(office).toMatchObject({ email: 'info@elm.example.ca' });
    for (const field of ['first_name', 'title', 'phone']) expect(office).not.toHaveProperty(field);
  });

  it('is none of those whose titles stand above their names below it', () => {
    const text =
      'Orme Entraide\nCourriel : accueil@orme.example.org\nDirectrice générale\nOdile Roe poste 223\nCoordonnatrice\nKoné Roy poste 226';
    const [office] = captureText(text);
    expect(office).toMatchObject({ email: 'accueil@orme.example.org' });
    for (const field of ['first_name', 'title']) expect(office).not.toHaveProperty(field);
  });

  it('is none of those who stand one a line above it, but the number between is its own', () => {
    const [office] = captureText(
      'Ann Roe, Administrator\nBo Park, Planner\n506-555-0100\ninfo@elm.example.ca',
    );
    expect(office).toMatchObject({ phone: '+15065550100' });
    expect(office).not.toHaveProperty('first_name');
  });

  it('is nobody’s where it stands behind the block that a name heads', () => {
    const [office] = captureHtml(
      '<main><h1>Staff</h1><div><h3>Ann Roe</h3><p>Clerk<br>506-555-0101</p></div></main><footer><p>info@elm.example.ca</p></footer>',
    );
    expect(office).not.toHaveProperty('first_name');
    expect(office).not.toHaveProperty('phone');
  });

  it('is that of the one person who signs with it', () => {
    expect(captureText('Ann Roe\nClerk\nTown of Elm\n\n506-555-0101\ninfo@elm.example.ca')).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', title: 'Clerk', phone: '+15065550101' },
    ]);
  });

  it('is that of the last of several entries that holds it', () => {
    const entries =
      'Elm Weavers\nAnn Roe, President\n506-555-0101\n\nAsh Potters\nBo Park, President\n506-555-0102\n';
    expect(captureText(`${entries}info@ash.example.org`)).toMatchObject([
      { first_name: 'Bo', last_name: 'Park', phone: '+15065550102' },
    ]);
  });

  it('is that of its holder where it is called after an office that one person has', () => {
    expect(captureText(`${STAFF}Cy Lund\nTreasurer\ntreasurer@elm.example.ca`)).toMatchObject([
      { first_name: 'Cy', last_name: 'Lund', title: 'Treasurer' },
    ]);
  });
});

describe('what stands near a mailbox', () => {
  it('is about somebody else where a question leads to it', () => {
    const text = 'Jocelyne Petiquay\nGardienne du territoire\n\nUne question? colloque@elm.example.org';
    expect(captureText(text)[0]).not.toHaveProperty('last_name');
  });

  it('is about its owner where a label says only that it is an address', () => {
    const text = 'The Honourable Peter Halloran\nMinister of Lakes\nBy email: minister.lakes@gov.example.ca';
    expect(captureText(text)[0]).toMatchObject({ last_name: 'Halloran', title: 'Minister of Lakes' });
  });

  it('ends where the next heading of the page begins', () => {
    const html =
      '<h2>Organizer</h2><p>Ann Roe</p><p>events@elm.example.org</p><h2>Venue</h2><p>Elm Arena</p><p>33 Kalum Street<br>Terrace, BC V8G 2N6</p>';
    expect(captureHtml(html)[0]).not.toHaveProperty('address_1');
  });

  it('is an entry of its own in a list with dots, whoever stands above without an address', () => {
    const text = `Mayor .................. Elisapee Qaunaq .......... 867-555-0150 ..... mayor@elm.example.ca
Deputy Mayor ........... Noah Kilabuk ............. home 867-555-0158
Senior Officer (SAO) .. Desmond Okafor .. 867-555-0151 x205 .. sao@elm.example.ca`;
    expect(captureText(text)[1]).toMatchObject({ last_name: 'Okafor', phone: '+18675550151 x205' });
  });
});

describe('an extension without a number', () => {
  const PEOPLE = 'Ann Roe, poste 12\nann.roe@elm.example.ca\n\nBo Tran, poste 14\nbo.tran@elm.example.ca';

  it('extends the one number of the page', () => {
    expect(captureText(`Téléphone : 604-555-0100\n\n${PEOPLE}`).map(({ phone }) => phone)).toEqual([
      '+16045550100 x12',
      '+16045550100 x14',
    ]);
  });

  it('is left out where there are several numbers, or none', () => {
    const two = `Hôtel de ville : 604-555-0100\n\nAréna : 604-555-0199\n\n${PEOPLE}`;
    for (const text of [two, PEOPLE]) expect(captureText(text)[0]).not.toHaveProperty('phone');
  });
});

describe('an address behind a question', () => {
  it('is of whom it spells in the line above', () => {
    const text =
      'Dr. Yuki Roe, Chief Statistician, Data for Elm\nQuestions before the talk? yuki@dfe.example.org';
    expect(captureText(text)).toMatchObject([{ first_name: 'Yuki', title: 'Chief Statistician' }]);
  });

  it('is not of whom it does not spell', () => {
    const text = 'Dr. Yuki Roe, Chief Statistician\nQuestions before the talk? programme@dfe.example.org';
    expect(captureText(text)[0]).not.toHaveProperty('first_name');
  });
});
