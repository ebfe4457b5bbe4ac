/** Whose the name beside an address is, where two names or two mailboxes stand there. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText, lines } from './capture-text.ts';

describe('a name', () => {
  it('is the whole one, where a link says the family name alone', () => {
    const html = `<div><h2>Councillor Art Van Roe</h2><p>867-555-0144</p>
      <p><a href="mailto:art.vanroe@lake.example.ca">Email Councillor Van Roe</a></p></div>`;
    expect(captureHtml(html)).toMatchObject([{ first_name: 'Art', last_name: 'Van Roe' }]);
  });

  it('is not the place above somebody, which the address spells', () => {
    const html = `<h2>Gaspésie</h2><p><strong>Naomi Roe</strong><br>Agente de liaison<br>
      <a href="mailto:gaspesie@lac.example.ca">gaspesie@lac.example.ca</a></p>`;
    expect(captureHtml(html)).toMatchObject([{ first_name: 'Naomi', last_name: 'Roe' }]);
  });

  it('stays beside the mailbox of an office, where its owner has another address', () => {
    const text = lines('From: Bo Lac <bo@mail.example.com>', '', 'Ann Roe, Chair: chair@club.example.ca');
    expect(captureText(text).find(({ email }) => email === 'chair@club.example.ca')).toMatchObject({
      first_name: 'Ann',
    });
  });

  it('in a signature below another mailbox is of the writer', () => {
    const text = lines(
      'De : Benoit Roe <benoit.roe@ecole.example.ca>',
      'À : Ann Lac <ann.lac@mail.example.com>',
      'Objet : Visite',
      '',
      'Bonjour Ann,',
      'Le transport : transport@ecole.example.ca',
      '',
      'Benoit Roe',
      'Conseiller pédagogique',
      'Tél. : 819 555-0130',
    );
    const found = captureText(text);
    expect(found.find(({ email }) => email === 'benoit.roe@ecole.example.ca')).toMatchObject({
      first_name: 'Benoit',
      title: 'Conseiller pédagogique',
      phone: '+18195550130',
    });
    expect(found.find(({ email }) => email === 'transport@ecole.example.ca')).not.toHaveProperty(
      'first_name',
    );
  });

  it.each([
    ['Tamsin Roe <t.roe@quarry.example.ca>', 'Tue, Nov 24, 10:02 AM (2 days ago)'],
    ['Roe Tamsin<t.roe@quarry.example.ca>', 'À : Bo Lac<bo.lac@mail.example.com>;', 'Ven 2026-11-27 13:41'],
    ['Roe, Tamsin <t.roe@quarry.example.ca>', 'to me, Bo'],
  ])('is of the writer in mail on the web: %s over %s', (...head) => {
    const body = ['Hi Bo,', 'Jo sends the contract: bookings@quarry.example.ca', 'Tamsin', '--'];
    const signature = ['Tamsin Roe (she/her)', 'Venue Manager', '519-555-0127'];
    const found = captureText(lines(...head, ...body, ...signature));
    expect(found.find(({ email }) => email === 't.roe@quarry.example.ca')).toMatchObject({
      first_name: 'Tamsin',
      title: 'Venue Manager',
      phone: '+15195550127',
    });
    expect(found.find(({ email }) => email === 'bookings@quarry.example.ca')).not.toHaveProperty('phone');
  });

  it('is no matter of a name over the hours of an office', () => {
    const text = lines(
      'Ann Roe <ann.roe@lake.example.ca>',
      'Mon–Fri 9:00 to 17:00',
      'Bo Lac',
      'bo@lake.example.ca',
    );
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe' }, { last_name: 'Lac' }]);
  });
});

describe('an address', () => {
  it.each(['firstname.lastname@lake.example.ca', 'prenom.nom@lake.example.ca', 'yourname@lake.example.ca'])(
    'that shows how addresses are made up is nobody’s: %s',
    (pattern) => {
      expect(captureText(`Ann Roe, ann.roe@lake.example.ca (${pattern})`).map(({ email }) => email)).toEqual([
        'ann.roe@lake.example.ca',
      ]);
    },
  );

  it('behind one called "ssh" is no login', () => {
    const emails = ['ssh@mail.example.ca', 'a0a@mail.example.ca'];
    expect(captureText(emails.join('; ')).map(({ email }) => email)).toEqual(emails);
  });

  it('of an office keeps its place in a list', () => {
    const emails = ['rh@mail.example.ca', 'ann@mail.example.ca'];
    expect(captureText(emails.join('; ')).map(({ email }) => email)).toEqual(emails);
  });
});
