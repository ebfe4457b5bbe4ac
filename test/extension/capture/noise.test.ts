/** Text that looks like an address but is not: pictures, versions, handles, logins, message numbers, prices. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText } from './capture-text.ts';

describe('things with an at sign that are nobody', () => {
  it.each([
    ['a picture for fine screens', 'img/logo@2x.png and hero@3x.webp'],
    ['a package and its version', 'npm install react@18.2.0 @scope/forms lodash@4.17.21'],
    ['a version by tag', 'vue@next foo@latest'],
    ['a handle', 'Follow @elm_library and @elm.'],
    ['an inline picture of a mail', 'cid:image001.png@01DA9C33.7F2B1E40'],
    ['a part of a mail by number', 'cid:part1.0609@mail.example.com'],
    ['a git remote', 'git clone git@git.example.com:elm/forms.git'],
    ['a git remote in a requirement', 'pip install git+https://git.example.org/x/y.git@v1.2'],
    ['a login in a URL', 'postgres://app:secret@db.example.com:5432/forms'],
    ['a profile in a URL', 'https://blog.example.com/@author/story'],
    ['a place in a URL', 'https://maps.example.com/@45.50,-73.56,15z'],
    ['a copy between machines', 'scp build.tgz backup@10.0.0.12:/srv'],
    ['a shell prompt', 'deploy@web-01:~$ ls'],
    ['a login on the same machine', 'root@localhost'],
    ['a message number', 'Message-ID: <1718.4471@mx.example.com>'],
    ['a chat room', 'xmpp:room@conference.example.org'],
    ['a decorator', '@Component({ selector: "app" })'],
    ['an image by digest', 'docker pull registry.example.com/app@sha256:abcd'],
    ['a price', '3 lbs @ $4.99, 5 $ @ 2 dollars'],
    ['an hour', 'Samedi @ 20 h, lunch@noon'],
    ['words with at and dot', 'Meet us at the dock, look for the red dot on the map.'],
  ])('takes no address from %s', (_, text) => {
    expect(captureText(text)).toEqual([]);
    expect(captureHtml(`<p>${text.replaceAll('<', '&lt;')}</p>`)).toEqual([]);
  });
});

describe('headings beside a general mailbox', () => {
  it.each([
    'Black Friday Sale\nshop@elm.example.com',
    'Food Truck Rally\nvendors@elm.example.ca',
    'Robert Burns Supper\nburns@elm.example.org',
    'Queen Elizabeth Hall\nhall@elm.example.ca',
    'Silver Star Trails\ntrails@elm.example.org',
    'Certified Arborist\ntrees@elm.example.ca',
    'Coupe Québec\nVolleyball Masculin\ncoupe@elm.example.org',
    'Quartier Vieux-Port\nquartier@elm.example.ca',
    'Prix Jeunes Talents\nprix@elm.example.org',
    '« Info-travaux » <infotravaux@elm.example.ca>',
    'HSC Committee <hsc.committee@elm.example.ca>',
  ])('gives no name for "%s"', (text) => {
    const [contact] = captureText(text);
    expect(contact?.email).toBeDefined();
    expect(contact).not.toHaveProperty('first_name');
    expect(contact).not.toHaveProperty('last_name');
  });

  it('gives no name for an organisation whose first letters the address has', () => {
    const text = 'Ann Roe\nSecretary\nCarrot Ridge Farm Society Inc.\ncarrotridgefs@mail.example.com';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', company: 'Carrot Ridge Farm Society Inc.' },
    ]);
  });
});

describe('what programs put into plain text', () => {
  it('is bold type between stars, and pictures', () => {
    const text =
      '![A signature](https://elm.example.ca/a.jpg)\n**Ann Roe**\n*Director*\n\nann@mail.example.ca\n\n**Elm Health Society**';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', title: 'Director', company: 'Elm Health Society' },
    ]);
  });

  it('is a header that an answer quotes, broken before the address', () => {
    const text = '> *To:* Ann Roe <ann.r@elm.example.ca>; Tina Lee <\n> tlee@elm.example.ca>';
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe' }, { first_name: 'Tina', last_name: 'Lee' }]);
  });

  it.each([
    ['From: fgauthier at elm.example.ca (Flo Gauthier)', 'fgauthier@elm.example.ca'],
    ['Reply to our registrar (lnair at elm.example.ca).', 'lnair@elm.example.ca'],
    ['T 902.555.0142 | E altamimi at elm.example.ca', 'altamimi@elm.example.ca'],
    ['Mei Roe\t mroe at elm.example.ca\tClerk', 'mroe@elm.example.ca'],
    ['Ann Roe, ann [dash] r [at] elm [dot] example [dot] ca', 'ann-r@elm.example.ca'],
    ['Ann Roe, ann (tiret bas) r (arobase) elm (point) example (point) ca', 'ann_r@elm.example.ca'],
  ])('is an address spelled in an archive: %s', (text, email) => {
    expect(captureText(text)).toMatchObject([{ email }]);
  });

  it('is a number with its digits apart', () => {
    expect(captureText('Ann Roe\nann@elm.example.ca\n5 0 6 . 5 5 5 . 0 1 9 2')).toMatchObject([
      { phone: '+15065550192' },
    ]);
  });

  it('is the label of a number that stands behind a name', () => {
    const text =
      'Chairperson: Susan Roe-Paul Tele.# (H)(902) 555-0127 (W)(902) 555-0128\nE-Mail: susan.roepaul@mail.example.com';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Susan', last_name: 'Roe-Paul', title: 'Chairperson', phone: '+19025550127' },
    ]);
  });

  it("is the script with which Joomla's sites show an address", () => {
    const script = (code: string) =>
      `<p>Ann Roe<br><span id="cloak7c">This address is protected from spambots.</span><script>${code}</script></p>`;
    const code =
      "var addy7c = '&#97;nn' + '&#64;'; addy7c = addy7c + 'elm' + '&#46;' + 'example.ca'; var addy_text7c = 'x';";
    expect(captureHtml(script(code))).toMatchObject([{ last_name: 'Roe', email: 'ann@elm.example.ca' }]);
    expect(captureHtml(script("var addy7c = window.name + '@elm.example.ca';"))).toEqual([]);
  });
});
