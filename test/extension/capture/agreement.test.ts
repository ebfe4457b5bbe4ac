/** What capture concludes where address, name, organization, host and title of the page agree, or the entries of a list do. */
import { describe, expect, it } from 'vitest';
import { capture, plain } from './capture-text.ts';

interface Page {
  html?: string;
  url?: string;
  title?: string;
}

const read = (text: string, { html, url = 'https://page.example.net/', title = 'Page' }: Page = {}) =>
  capture({ text, html: html ?? null, url, title, linkUrl: null }).map(plain);

describe('what is no name', () => {
  it.each([
    ['"Ann Roe via Board List" <board@lists.elm.example.org>'],
    ['Kellar President <president@elm.example.ca>'],
    ['Ann Roe via Doodle <no-reply@doodle.example.com>'],
    ['Patient Relations\npatientrelations@elm.example.ca'],
    ['Duty Officer - MOH <moh.duty@elm.example.ca>'],
    ['Ville de Port-Anse - Greffe <greffe@port.example.ca>'],
  ])('stays out of the names: %s', (text) => {
    expect(read(text)[0]).not.toHaveProperty('first_name');
  });

  it('is a title in front of a name, even if the mailbox is called so', () => {
    expect(read('LAKE STEWARD\nRosemary Tilley\nsteward@elm.example.org')).toMatchObject([
      { first_name: 'Rosemary', last_name: 'Tilley', title: 'Lake Steward' },
    ]);
  });
});

describe('a name that the address spells', () => {
  it.each([
    ['de Vos Pieter <pieter.devos@elm.example.ca>', 'Pieter', 'de Vos'],
    ['Au Yeung Ka-Man\ncarmen.auyeung@elm.example.ca', 'Ka-Man', 'Au Yeung'],
    ['Dolly Fiddler\ndolly@elm.example.ca', 'Dolly', 'Fiddler'],
    ['Ash FM (Gord Pelletier) gord@ashfm.example.com', 'Gord', 'Pelletier'],
    ['Roe-Squires, Lou Roe Squires Consulting lou.roe-squires@roesquires.example.com', 'Lou', 'Roe-Squires'],
  ])('is found in %s', (text, first, last) => {
    expect(read(text)).toMatchObject([{ first_name: first, last_name: last }]);
  });
});

describe('an employer', () => {
  it('is not two people', () => {
    const people = read(
      'Ann Roe\nRector\nrector@elm.example.ca\n\nWardens\nGary Thiessen and Mina Park\nwardens@elm.example.ca',
    );
    expect(people.map(({ company }) => company)).toEqual([undefined, undefined]);
  });

  it('is not the subject of a message', () => {
    const html = '<h2>Dive dates</h2><p>Ann Roe &lt;ann@gmail.com&gt;</p><p>Bo Lee &lt;bo@shaw.ca&gt;</p>';
    const people = read('', { html, title: 'Webmail :: Dive dates' });
    expect(people.map(({ company }) => company)).toEqual([undefined, undefined]);
  });

  it('has the name of its owner in it', () => {
    expect(read("Ann Breen\nBreen's Christmas Trees\n902-555-0110\ntrees@eastlink.ca")[0]?.company).toBe(
      "Breen's Christmas Trees",
    );
  });

  it('is the group, where nothing else is one', () => {
    expect(read('Ann Roe\nElm Valley Rodeo Committee\nann.roe@hotmail.com')[0]?.company).toBe(
      'Elm Valley Rodeo Committee',
    );
  });

  it.each([
    ['Executive | Elm Workers Local 2277', 'local2277.example.org', 'Elm Workers Local 2277'],
    ['Flag Officers - Kingfisher Yacht Club', 'kingfisheryc.example.ca', 'Kingfisher Yacht Club'],
    ['Nursing - Guides at Seaward College', 'seawardcollege.example.ca', 'Seaward College'],
    ['Team – St. Jude / Saint-Jean Church', 'stjudestjean.example.org', 'St. Jude / Saint-Jean Church'],
  ])('is in the title of its page: %s', (title, host, company) => {
    const people = read(`Ann Roe\nRector\nann@${host}`, { title, url: `https://www.${host}/team` });
    expect(people[0]?.company).toBe(company);
  });

  it('is not the column of addresses, though the hosts spell it too', () => {
    const row = (name: string, email: string) =>
      `<tr><td>${name}</td><td>Chair</td><td>418 555-0122 / <a href="mailto:${email}">${email}</a></td></tr>`;
    const html = `<table><tr><th>Name</th><th>Role</th><th>Coordinates</th></tr>${row('Ann Roe', 'ann@elm.example.org')}${row('Bo Lee', 'bo@elm.example.org')}</table>`;
    expect(read('', { html }).map(({ company }) => company)).toEqual([undefined, undefined]);
  });

  it('stands in a column whose cells the hosts spell', () => {
    const html =
      '<table><tr><th>Member</th><th>Representing</th><th>Email</th></tr><tr><td>Ann Roe</td><td>Town of Lathrop</td><td>aroe@lathrop.example.ca</td></tr><tr><td>Bo Lee</td><td>Ducks Forever</td><td>blee@ducksforever.example.org</td></tr></table>';
    expect(read('', { html }).map(({ company }) => company)).toEqual(['Town of Lathrop', 'Ducks Forever']);
  });
});

describe('a title', () => {
  it('stands below the name as those of the others do, whatever else an entry has', () => {
    const people = read(
      'Shelagh Doiron\nCentre Director\n506-555-0118\nshelagh@elm.example.com\n\nFarida Haidari\nRegistered ECE, Toddler Room\nfarida@elm.example.com',
    );
    expect(people[1]?.title).toBe('Registered ECE, Toddler Room');
  });

  it('is what stands in small letters between an article and the name', () => {
    expect(read('Contact the draw master, Wallace Gunn, wgunn@elm.example.org.')[0]?.title).toBe(
      'draw master',
    );
  });

  it('may be in a role between an organization and a person', () => {
    const html = `<p>Board</p><script type="application/ld+json">{"@type":"Organization","name":"Elm Trails","member":[{"@type":"OrganizationRole","roleName":"Chair","member":{"@type":"Person","name":"Ann Roe","email":"ann@elm.example.org"}}]}</script>`;
    expect(read('Board', { html })).toMatchObject([{ title: 'Chair', company: 'Elm Trails' }]);
  });
});

describe('what is said about somebody else', () => {
  it('stays with its own block: a name and a number above another block with a number', () => {
    const people = read(
      'Andrea Roe\nCommunications Director\n250-555-0139\n\nMinistry of Lakes\nMedia Relations\n236-555-0140\nmedia.relations@lakes.example.ca',
    );
    expect(people).toMatchObject([{ company: 'Ministry of Lakes', phone: '+12365550140' }]);
    expect(people[0]).not.toHaveProperty('first_name');
  });

  it('is the postal address above the greeting of a letter', () => {
    const people = read(
      'Minister of Rural Affairs\nRoom 208\nWinnipeg, MB  R3C 0V8\n\nDear Minister:\n\nThank you.\n\nAnn Roe\nDirector\nann.roe@elm.example.org',
    );
    expect(people[0]).not.toHaveProperty('postal_code');
  });
});

describe('the signature of somebody whose address stands elsewhere', () => {
  it.each([
    [
      'above the message that it answers',
      'Merci!\n\nBruno Roy\nCoordonnateur\n819 555-0114\n\nDe : Karine Roe <karine.roe@elm.example.org>\nÀ : Bruno Roy <bruno@oak.example.org>\nObjet : Livraison',
      'bruno@oak.example.org',
    ],
    [
      'below another address in the message',
      'On Apr 2, 2026, at 4:18 PM, Bruno Roy <broy@oak.example.org> wrote:\n\nI add Petra (petra@elm.example.com).\n\nBruno Roy\nCoordonnateur\n819-555-0114',
      'broy@oak.example.org',
    ],
  ])('is read %s', (_, text, email) => {
    expect(read(text).find((one) => one.email === email)).toMatchObject({
      title: 'Coordonnateur',
      phone: '+18195550114',
    });
  });
});

describe('an address in markup', () => {
  it('is read from the halves that Joomla hides', () => {
    const html =
      '<p>Ann Roe</p><p><joomla-hidden-mail first="YW5uLnJvZQ==" last="ZWxtLmV4YW1wbGUuY2E=">Protected.</joomla-hidden-mail></p>';
    expect(read('Ann Roe', { html })).toMatchObject([{ email: 'ann.roe@elm.example.ca', first_name: 'Ann' }]);
  });

  it('is read the other way where a style turns it round', () => {
    const html =
      '<p>Ann Roe<br><span style="unicode-bidi:bidi-override;direction:rtl">ac.elpmaxe.mle@eor.nna</span></p>';
    expect(read('', { html })).toMatchObject([{ email: 'ann.roe@elm.example.ca' }]);
  });

  it('is the one that a link shows, where it links another', () => {
    const html = '<p><b>Ann Roe</b> <a href="mailto:list@lists.example.org">ann at elm.example.ca</a></p>';
    expect(read('Ann Roe ann at elm.example.ca', { html }).map(({ email }) => email)).toEqual([
      'ann@elm.example.ca',
    ]);
  });

  it('is no name for a mailbox, or for an address that an organisation spells', () => {
    for (const email of ['fondation.elmwind@mail.example.ca', 'rivers@elm.example.ca']) {
      const [contact] = read(`Elm Rivers Society\n\nOur work\n\n\n${email}`, {
        title: 'Team | Fondation Elm Wind',
      });
      expect(contact).not.toHaveProperty('last_name');
    }
  });
});

describe('a name far from its address', () => {
  it('is the one in the title of the page that the address spells', () => {
    expect(
      read('Courriel\namelie.roe-lee@parl.example.ca', {
        title: 'Amélie Roe-Lee - Députée - Chambre des communes',
      }),
    ).toMatchObject([{ first_name: 'Amélie', last_name: 'Roe-Lee' }]);
  });

  it('is an author above whom the address of the paper spells, unless somebody else is called so', () => {
    const paper = (email: string) =>
      read(
        `Ice Roads and Prices\n\nLorelei Roe-Monias 1,*, Yusuf Demir 2\n\n2 Centre for Roads; ydemir@roads.example.org\n* Correspondence: ${email}`,
      );
    expect(paper('l.roe-monias@elm.example.ca')).toMatchObject([
      {},
      { first_name: 'Lorelei', last_name: 'Roe-Monias' },
    ]);
    expect(paper('papers@elm.example.ca')[1]).not.toHaveProperty('last_name');
  });
});

describe('the words of a link', () => {
  it('give no first name where they hold a title, so that the one beside it counts', () => {
    const linkUrl = 'mailto:denise.roe@elm.example.ca';
    const text = 'Email Mayor Roe';
    const html = `<div><h3>Denise Roe</h3><p>Mayor</p><p><a href="${linkUrl}">${text}</a></p></div>`;
    expect(capture({ text, html, linkUrl }).map(plain)).toMatchObject([
      { first_name: 'Denise', last_name: 'Roe', title: 'Mayor' },
    ]);
  });
});
