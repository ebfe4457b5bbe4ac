/** Whose a signature is, where a message quotes the one that it answers. */
import { describe, expect, it } from 'vitest';
import { captureText, lines } from './capture-text.ts';

const SIGNED = 'Kit Ferraro | Events Manager\nThe Belmont Banquet Hall\n905-555-0175';
const QUOTED = [
  'On Mon, Nov 2, 2026 at 3:01 PM Dana Whitcombe <dana@ourcharity.example.org> wrote:',
  'On 2 Nov 2026, at 15:01, Dana Whitcombe <dana@ourcharity.example.org>\nwrote:',
  'Le lun. 2 nov. 2026 à 15 h 01, Dana Whitcombe <dana@ourcharity.example.org> a écrit :',
  'From: Dana Whitcombe <dana@ourcharity.example.org>\nSent: November 2, 2026 3:01 PM',
];

describe('a signature above a quoted message', () => {
  it.each(QUOTED)('is not the quoted person’s: %s', (quoted) => {
    const [quotedPerson] = captureText(`Yes, it is free.\n\n${SIGNED}\n\n${quoted}\nIs the hall free?`);
    expect(quotedPerson).toMatchObject({ email: 'dana@ourcharity.example.org', last_name: 'Whitcombe' });
    expect(quotedPerson).not.toHaveProperty('title');
    expect(quotedPerson).not.toHaveProperty('phone');
  });

  it.each(QUOTED)('is the sender’s: %s', (quoted) => {
    const [sender] = captureText(
      `Kit Ferraro <k.ferraro@belmont.example.com>\nYes, it is free.\n\n${SIGNED}\n\n${quoted}\nIs the hall free?`,
    );
    expect(sender).toMatchObject({
      email: 'k.ferraro@belmont.example.com',
      title: 'Events Manager',
      company: 'The Belmont Banquet Hall',
      phone: '+19055550175',
    });
  });
});

describe('the head of a quoted message', () => {
  it('leaves the name in the signature above it', () => {
    const [sender, quoted] = captureText(
      'Luc Saint-Roe, TPI\nDirecteur\nVille de Saint-Orme\nlsaint@vsorme.example.ca\n\n-----Message d’origine-----\nDe : Bureau du maire <mairie@vsorme.example.ca>\nÀ : Luc Saint-Roe\nObjet : visite',
    );
    expect(sender).toMatchObject({
      first_name: 'Luc',
      last_name: 'Saint-Roe',
      company: 'Ville de Saint-Orme',
    });
    expect(quoted).not.toHaveProperty('last_name');
  });

  it('has its sender’s name where the signature repeats what the sender is called', () => {
    const [sender] = captureText(
      'From: Chez Odile <traiteur@chezodile.example.com>\nSubject: Menu\n\nThe menu is attached.\n\nOdile Roe\nChez Odile — traiteur\n343 555 0162',
    );
    expect(sender).toMatchObject({ first_name: 'Odile', last_name: 'Roe', phone: '+13435550162' });
  });

  it('gives no web site that only says who sent it', () => {
    const [sender] = captureText(
      'from:\tNgozi Roe <ngozi@elmchoir.example.org>\nmailed-by:\telmchoir.example.org\nsigned-by:\telmchoir.example.org',
    );
    expect(sender).not.toHaveProperty('website');
  });
});

describe('a mailbox that a message only went to', () => {
  const header = 'From: Kit Ferraro <kit@belmont.example.com>\nTo: dana@elm.example.org';

  it.each(['crew@belmont.example.com', 'crew@lists.belmont.example.com'])(
    'has no employer from the signature: %s',
    (crew) => {
      const people = captureText(`${header}\nCc: ${crew}\n\nYes.\n\n${SIGNED}`);
      expect(people.find(({ email }) => email === crew)).not.toHaveProperty('company');
      expect(people).toContainEqual(expect.objectContaining({ company: 'The Belmont Banquet Hall' }));
    },
  );
});

describe('a header that is broken behind a name', () => {
  it('keeps the name with its address', () => {
    const text =
      'From: Ann Roe <ann@elm.example.ca>\nCc: Cy Lund <cy@elm.example.ca>; Bo Oakes\n<bo7@elm.example.ca>; hall@elm.example.ca';
    expect(captureText(text)).toContainEqual(
      expect.objectContaining({ email: 'bo7@elm.example.ca', first_name: 'Bo', last_name: 'Oakes' }),
    );
  });
});

describe('a sender who is no person', () => {
  const message = (from: string, signed: string) =>
    `Please see below.\n\nFrom: ${from}\nSent: Tuesday, 4 Feb 2025\nTo: Mo Roe\n\nMo,\n\nThe rosters are locked.\nCall me.\n\n${signed}`;

  it.each(['clerk@elm.example.ca', 'Elm Town Hall <clerk@elm.example.ca>'])(
    'is the one who signs with a title: %s',
    (from) => {
      expect(captureText(message(from, 'Tess Oakes\nDeputy Clerk, Town of Elm'))[0]).toMatchObject({
        first_name: 'Tess',
        last_name: 'Oakes',
        title: 'Deputy Clerk',
      });
    },
  );

  it('stays a mailbox where nobody signs', () => {
    const [clerk] = captureText(message('clerk@elm.example.ca', 'See you in May'));
    expect(clerk).not.toHaveProperty('first_name');
  });

  it('is the person whom the header names, whoever else signs', () => {
    const [sender] = captureText(message('Ann Roe <office@elm.example.ca>', 'Tess Oakes\nDeputy Clerk'));
    expect(sender).toMatchObject({ first_name: 'Ann', last_name: 'Roe' });
  });
});

describe('an archive of a mailing list', () => {
  const POST = `[List] Storage survey

Ann Rowan arowan at elmarchives.example.ca
Thu Oct 9 14:23:24 PDT 2025

Hello all,

Please send your answers to Lise Sutherland at
collections at elmarchives.example.ca. Thank you.

Ann Rowan
Assistant Archivist
250-555-0137`;

  it('gives the signature to the sender, not to the address in the message', () => {
    const [sender, other] = captureText(POST);
    expect(sender).toMatchObject({
      email: 'arowan@elmarchives.example.ca',
      title: 'Assistant Archivist',
      phone: '+12505550137',
    });
    expect(other).not.toHaveProperty('title');
  });

  it('spells all addresses at one host alike', () => {
    expect(captureText(POST)[1]).toMatchObject({
      email: 'collections@elmarchives.example.ca',
      last_name: 'Sutherland',
    });
  });

  it('makes no address of a sentence about a host that it writes plainly', () => {
    const text = 'Ann Roe, ann dot roe at elm dot example dot ca\nMore about it is at elm.example.ca';
    expect(captureText(text).map(({ email }) => email)).toEqual(['ann.roe@elm.example.ca']);
  });
});

describe('a message that answers another', () => {
  const QUOTED = `Ann Roe
Director of Lands, Big Shoal Fisheries Commission
(902) 555-0142 ext 5

From: Odette Park
Sent: February 11, 2025 10:40 AM
To: Ann Roe <annroe@bigshoal.example.ca>
Cc: Info <info@bigshoal.example.ca>
Subject: RE: Moose count`;

  it('is signed by who stands only among those it went to', () => {
    expect(captureText(QUOTED)[0]).toMatchObject({ title: 'Director of Lands', phone: '+19025550142 x5' });
  });

  it('does not give the employer of who answers to the one who is answered', () => {
    const text = `Cordialement\nD. Lemoyne\nCoop d’habitation du Vieux-Moulin\n\nLe 29 sept. 2025 à 14:13, Daniel Royer <daniel.rn@gestion.example.ca> a écrit :\n\nVous trouverez ci-joint l'avis.`;
    expect(captureText(text)[0]).not.toHaveProperty('company');
  });
});

describe('the sender of a quoted message whose family name stands first', () => {
  it.each([
    "On Dec 15, 2024, at 3:45 PM, O'Roe, Patrick (Tourism) <p.o'roe@elm.example.ca> wrote:",
    "On Mon, Nov 2, 2026 at 3:01 PM EST O'Roe, Patrick <p.o'roe@elm.example.ca> wrote:",
    "Le lun. 2 nov. 2026 à 15 h 01, O'Roe, Patrick <p.o'roe@elm.example.ca> a écrit :",
  ])('has both names: %s', (quoted) => {
    expect(captureText(`Thanks!\n\n${quoted}\n> Hello`)).toMatchObject([
      { first_name: 'Patrick', last_name: "O'Roe" },
    ]);
  });
});

describe('a message that is quoted without marks', () => {
  it('is signed by its sender, to the end of the signature', () => {
    const text = lines(
      'Ewan Roe',
      'ewan@elm.example.org',
      '',
      'On Tue, Sep 29, 2026 at 8:43 AM Mhairi Hale <mhairi.hale@elm.example.org> wrote:',
      '',
      'Can we move the rehearsal?',
      '',
      'Mhairi Hale',
      'President',
      '(613) 555-0188',
    );
    const [ewan, mhairi] = captureText(text);
    expect(mhairi).toMatchObject({ first_name: 'Mhairi', title: 'President', phone: '+16135550188' });
    expect(ewan).not.toHaveProperty('phone');
  });
});
