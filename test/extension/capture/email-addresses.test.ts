/** What is an e-mail address in a text, a link, or in disguise, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { findEmails } from '../../../extension/lib/capture/details/email-addresses.ts';
import { findAddresses } from '../../../extension/lib/capture/details/find-addresses.ts';
import { parseMailto } from '../../../extension/lib/capture/details/mailto.ts';
import { revealAddresses } from '../../../extension/lib/capture/text/obfuscation.ts';
import { captureText } from './capture-text.ts';

const emailsIn = (text: string): string[] => findEmails(text).map((found) => found.email);

describe('e-mail addresses in text', () => {
  it.each([
    ['a picture for dense screens', 'logo@2x.png'],
    ['a package with its version', 'react@18.2.0'],
    ['a package in a scope', '@types/node@20.1.0'],
    ['a git remote', 'git@git.example.com:team/app.git'],
    ['a login', 'ssh root@server.example.com'],
    ['the password in a database URL', 'postgres://app:s3cret@db.example.com/forms'],
    ['an embedded picture', 'cid:image001.png@01DA9C33.7F2B1E40'],
    ['an account of the Fediverse', '@maria@social.example'],
    ['a telephone address', 'sip:1001@pbx.example.org'],
    ['a message number', 'Message-ID: <1718.4471@mx.example.com>'],
    ['a machine by number', 'backup@10.0.0.12'],
    ['a map position', 'https://maps.example.com/@45.42,-75.69'],
    ['a price', '5 $ @ 2'],
    ['no domain', 'a@b'],
    ['two dots in a row', 'a..b@example.com'],
    ['a local part of 65 characters', `${'a'.repeat(65)}@example.com`],
  ])('does not take %s for one', (_, text) => {
    expect(emailsIn(text)).toEqual([]);
  });

  it.each([
    ['a full stop behind', 'Write to jane@example.ca.', 'jane@example.ca'],
    ['angle brackets', '<Jane.Roe@EXAMPLE.ca>', 'jane.roe@example.ca'],
    ['a tag', 'jane+news@example.ca,', 'jane+news@example.ca'],
    ['letters with accents in the domain', 'info@forêt.example', 'info@forêt.example'],
    ['an apostrophe', "o'hara@example.ca", "o'hara@example.ca"],
    ['quotes around', '“jane@example.ca”', 'jane@example.ca'],
  ])('finds one with %s', (_, text, email) => {
    expect(emailsIn(text)).toEqual([email]);
  });

  it('says where each stands', () => {
    const text = 'to jane@example.ca and bo@example.org';
    expect(findEmails(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'jane@example.ca',
      'bo@example.org',
    ]);
  });
});

describe('addresses spelled to hide from robots', () => {
  it.each([
    'Meet us at the dock at noon, look for the red dot on the map',
    'options (a) and (b)',
    'Look at example.org for parking',
    'open @ 5pm',
    'join us @ example.org',
    'Rated * a * example.ca',
    'Tables | at | example.ca and more',
    'Ouvert @ midi . Fermé . ca',
    'arts-at-large.example.ca is our host',
    'Write to ann@elm.example.ca point final',
    'Find us @ elm.example.ca',
    'Half and/at/half',
  ])('leaves "%s" as it is', (text) => {
    expect(revealAddresses(text)).toBe(text);
  });

  it.each([
    ['jane [at] example [dot] ca', 'jane@example.ca'],
    ['jane (arobase) example (point) ca', 'jane@example.ca'],
    ['jane.roe AT example.ca', 'jane.roe@example.ca'],
    ['jane at example dot ca', 'jane@example.ca'],
    ['jane(à)example.ca', 'jane@example.ca'],
    ['jane_at_example_dot_ca', 'jane@example.ca'],
    ['shop _at_ jane-roe _dot_ example _dot_ ca', 'shop@jane-roe.example.ca'],
    ['jane -at- mail -dot- example -dot- ca', 'jane@mail.example.ca'],
    ['jane CHEZ example POINT ca', 'jane@example.ca'],
    ['E-mail: jane at example.ca', 'jane@example.ca'],
    ['write to jane.roe at example.ca', 'jane.roe@example.ca'],
    ['jane @ mail . example . ca', 'jane@mail.example.ca'],
    ['jane*at*example.ca', 'jane@example.ca'],
    ['jane (point) roe (arobase) mail.example.ca', 'jane.roe@mail.example.ca'],
    ['jane [at] mail dot example dot ca', 'jane@mail.example.ca'],
    ['jane dot roe (at) mail dot example dot ca by Friday', 'jane.roe@mail.example.ca'],
    ['jane (arobase) mail POINT example POINT ca', 'jane@mail.example.ca'],
    ['jane_dot_roe [at] mail_dot_example_dot_ca', 'jane.roe@mail.example.ca'],
    ['jane [at] mail . example . ca', 'jane@mail.example.ca'],
    ['jane -at- mail dot example dot ca', 'jane@mail.example.ca'],
    ['jane-at-mail-dot-example-dot-ca', 'jane@mail.example.ca'],
    ['jane «at» example.ca', 'jane@example.ca'],
    ['jane|at|example.ca', 'jane@example.ca'],
    ['jane@ mail.example.ca', 'jane@mail.example.ca'],
    ['write to Bo Roe at bo dot roe AT mail dot example dot ca', 'bo.roe@mail.example.ca'],
  ])('writes "%s" plainly', (text, email) => {
    expect(emailsIn(revealAddresses(text))).toEqual([email]);
  });
});

describe('mailto links', () => {
  it('takes no address from subject, body or copies', () => {
    const link =
      'mailto:jane@example.ca?cc=bo@example.ca&subject=kids%40play.example&body=see%20x%40y.example';
    expect(parseMailto(link)).toEqual([{ email: 'jane@example.ca', name: '' }]);
  });

  it('reads several recipients, display names and percent-encoding', () => {
    expect(
      parseMailto('mailto:%22Roe%2C%20Jane%22%20%3Cj%2Bx@example.ca%3E,bo@example.ca?to=al@example.ca'),
    ).toEqual([
      { email: 'j+x@example.ca', name: 'Roe, Jane' },
      { email: 'bo@example.ca', name: '' },
      { email: 'al@example.ca', name: '' },
    ]);
  });

  it('leaves broken percent-encoding alone', () => {
    expect(parseMailto('mailto:%E0%A4%A@example.ca')).toEqual([]);
  });
});

describe('addresses of a page', () => {
  it('gives each once, links first, and stops at the limit', () => {
    const text = 'bo@example.ca, JANE@example.ca, al@example.ca';
    expect(findAddresses(text, ['mailto:jane@example.ca', 'https://x.example/'])).toEqual([
      'jane@example.ca',
      'bo@example.ca',
      'al@example.ca',
    ]);
    expect(findAddresses(text, [], 2)).toHaveLength(2);
  });
});

describe('marks that robots fall for', () => {
  const shown = (text: string): string[] => emailsIn(revealAddresses(text));

  it.each([
    ['nospam@elm.example.ca', 'nospam@elm.example.ca'],
    ['antispam.team@elm.example.ca', 'antispam.team@elm.example.ca'],
    ['remove-me@elm.example.ca', 'remove-me@elm.example.ca'],
    ['anna@elm.example.ca, remove an item first', 'anna@elm.example.ca'],
    ['ann@elm.example.ca - remove Ann from the list', 'ann@elm.example.ca'],
  ])('leaves "%s" alone', (text, email) => {
    expect(shown(text)).toEqual([email]);
  });

  it.each([
    ['jane.NOSPAM@elm.example.ca (remove .NOSPAM)', 'jane@elm.example.ca'],
    ['NOSPAM.jane@elm.example.ca', 'jane@elm.example.ca'],
    ['jane.NOSPAM.roe@elm.example.ca', 'jane.roe@elm.example.ca'],
    ['jane@elmNOSPAM.example.ca', 'jane@elm.example.ca'],
    ['jane@REMOVETHIS.elm.example.ca', 'jane@elm.example.ca'],
    ['jane.SANSPAM@elm.example.ca – retirez « SANSPAM »', 'jane@elm.example.ca'],
    ['janeXYZ@elm.example.ca (enlevez XYZ)', 'jane@elm.example.ca'],
    ['<jane@elm.XYZ.example.ca> (please remove the XYZ)', 'jane@elm.example.ca'],
  ])('takes them out of "%s"', (text, email) => {
    expect(shown(text)).toEqual([email]);
  });
});

describe('two addresses on one line', () => {
  it('of which one is of the office leave the signature to the person', () => {
    const signature = 'Ann Roe\nManager, Donor Relations\nSecond Tern Society\n902-555-0121\n';
    const [own, office] = captureText(`${signature}ann@tern.example.org | hello@tern.example.org`);
    expect(own).toMatchObject({ last_name: 'Roe', title: 'Manager, Donor Relations', phone: '+19025550121' });
    expect(office).not.toHaveProperty('last_name');
    expect(
      captureText(`${signature}ann@tern.example.org, Hall rentals: hello@tern.example.org`),
    ).toHaveLength(2);
  });
});
