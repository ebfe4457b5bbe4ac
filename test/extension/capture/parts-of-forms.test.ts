/** What capture reads from the parts of filled-in forms: labels by their place, sections, hints, and whoever runs the form. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, lines } from './capture-text.ts';

const table = (...rows: readonly (readonly [string, string])[]): string =>
  `<table>${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`;

describe('a section of a form', () => {
  it('gives nobody the place of an event, a project or a party', () => {
    const text = lines(
      '==Organizer==',
      'First name: Ann',
      'Last name: Roe',
      'Email: ann.roe@mail.example.com',
      '==Location of the party==',
      'Address: Sapphire Park, 2100 Agate Street',
      'Phone: 418-555-0150',
    );
    expect(captureText(text)[0]).not.toHaveProperty('address_1');
    expect(captureText(text)[0]).not.toHaveProperty('phone');
  });

  it('gives a parent nothing of the child', () => {
    const html =
      `<h3>Player</h3>${table(['Name', 'Bo Hale-Roe'], ['Position', 'Goal'])}` +
      `<h3>Parent</h3>${table(['First Name', 'Ann'], ['Last Name', 'Roe'], ['Email', 'ann.roe@mail.example.com'])}`;
    const [ann, ...others] = captureHtml(html);
    expect(others).toEqual([]);
    expect(ann).toMatchObject({ first_name: 'Ann', last_name: 'Roe' });
    expect(ann).not.toHaveProperty('title');
  });

  it('starts the form of the next person, who shares the employer above', () => {
    const text = lines(
      'Organisme demandeur',
      'Nom légal : Théâtre des Ormes',
      'Courriel de l’organisme : info@theatredesormes.example.org',
      'Présidence',
      'Nom : Line Roe',
      'Courriel : presidence@theatredesormes.example.org',
      'Personne responsable du projet',
      'Nom : Jean Hale',
      'Titre : Directeur artistique',
      'Courriel : jean@theatredesormes.example.org',
    );
    const people = captureText(text).filter(({ last_name }) => last_name);
    expect(people).toMatchObject([
      { first_name: 'Line', last_name: 'Roe', company: 'Théâtre des Ormes' },
      { first_name: 'Jean', last_name: 'Hale', title: 'Directeur artistique', company: 'Théâtre des Ormes' },
    ]);
    expect(people[0]).not.toHaveProperty('title');
  });

  it('leaves the one whose address stands first their name, before another address without one', () => {
    const text = lines(
      'Email: ann.roe@mail.example.com',
      'Name: Ann Roe',
      'Phone: 613-555-0101',
      'Email: bo@mail.example.org',
    );
    const [ann, bo] = captureText(text);
    expect(ann).toMatchObject({ email: 'ann.roe@mail.example.com', first_name: 'Ann', last_name: 'Roe' });
    expect(bo).toEqual(expect.not.objectContaining({ last_name: 'Roe' }));
  });

  it('tells two people apart who have the same labels', () => {
    const text = lines(
      'Name of nominee: Ann Roe',
      'Job title: Research Scientist',
      'Email: ann.roe@elm.example.ca',
      'Name: Bo Hale',
      'Email: bo.hale@mail.example.com',
      'Phone: 902-555-0164',
    );
    expect(captureText(text)).toMatchObject([
      { last_name: 'Roe', title: 'Research Scientist' },
      { last_name: 'Hale', phone: '+19025550164' },
    ]);
  });
});

describe('a label of a form', () => {
  it('is never what somebody is, or whom they work for', () => {
    const html = table(
      ['Full name', 'Ann Roe'],
      ['E-mail', 'ann.roe@elm.example.ca'],
      ['Organization', 'Elm Museum'],
      ['Are you bringing a second delegate?', 'Yes'],
      ['Second delegate name', 'Bo Hale'],
      ['Second delegate e-mail', 'bo.hale@elm.example.ca'],
    );
    const [, bo] = captureHtml(html);
    expect(bo).toMatchObject({ first_name: 'Bo', last_name: 'Hale', company: 'Elm Museum' });
    expect(bo).not.toHaveProperty('title');
  });

  it('is told by its column where no dictionary knows it', () => {
    const html = table(
      ['Société', 'Coop du Littoral'],
      ['Personne de contact', 'M. Yan Roe-Côté, CPA'],
      ['Fonction', 'Directeur des partenariats'],
      ['Rue, No', '88, rue des Ormes'],
      ['Code postal, Ville', 'G5L 5B8 Rimouski'],
      ['E-mail', 'yan.roe-cote@coop.example.com'],
      ['Je souhaite être contacté', 'par courriel'],
    );
    expect(captureHtml(html)).toMatchObject([
      {
        first_name: 'Yan',
        last_name: 'Roe-Côté',
        title: 'Directeur des partenariats',
        company: 'Coop du Littoral',
        address_1: '88, rue des Ormes',
        city: 'Rimouski',
        postal_code: 'G5L 5B8',
      },
    ]);
  });

  it('takes neither a yes, a no nor a hint for its value', () => {
    const text = lines(
      'First and last name: Ann Roe',
      'Do you have an email address? Yes',
      'Email address: ann.roe@mail.example.com',
      'Are you speaking for an organization?: No',
      'NAME OF FIRM: (as you wish it to appear)',
      'Elm Marine Supply',
    );
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe', company: 'Elm Marine Supply' }]);
  });

  it('may be what the program calls its fields', () => {
    const text = lines(
      'contact_fname=Ann',
      'contact_lname=Roe',
      'contact_email=ann.roe@elm.example.com',
      'contact_title=Clinic Manager',
      'org_name=Elm Hearing Clinic',
      'org_city=Moncton',
    );
    expect(captureText(text)).toMatchObject([
      {
        first_name: 'Ann',
        last_name: 'Roe',
        title: 'Clinic Manager',
        company: 'Elm Hearing Clinic',
        city: 'Moncton',
      },
    ]);
    expect(
      captureText(
        'last-name:\nRoe\n\nfirst-name:\nAnn\n\nemail-address:\nann.roe@mail.example.com\n\nphonenumber:\n778-555-0102',
      ),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', phone: '+17785550102' }]);
  });

  it('may ask for somebody by what they do', () => {
    const html = table(
      ["1.1 Nom de l'organisme", 'Les Voisins du parc'],
      ['2.1 Personne autorisée à signer', 'Carl Roe'],
      ['2.2 Courriel', 'direction@voisins.example.org'],
      ['3.1 Responsable du projet', 'Line Hale'],
      ['3.2 Fonction', 'Chargée de projet'],
      ['3.3 Courriel', 'lhale@voisins.example.org'],
    );
    expect(captureHtml(html)).toMatchObject([
      { last_name: 'Roe', company: 'Les Voisins du parc' },
      { last_name: 'Hale', title: 'Chargée de projet', company: 'Les Voisins du parc' },
    ]);
  });

  it('says whose the number and the address are', () => {
    const text = lines(
      'Email: ann.roe@mail.example.com',
      "Singer's first and last name: Bo Hale-Roe",
      'Parent/guardian name: Ann Roe',
      'Parent/guardian contact: 306-555-0119',
      'Home address: 1518 Temperance St, Saskatoon SK S7N 0P2',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', phone: '+13065550119', city: 'Saskatoon' },
    ]);
  });
});

describe('an answer of a form', () => {
  it('stands below its label, with a star in front of both, or below "Primary contact:"', () => {
    const stars = lines(
      '* Your name',
      '* Ann Roe',
      '* Organisation',
      '* Elm Quilters Guild',
      '* Email',
      '* ann.roe@elm.example.org',
    );
    expect(captureText(stars)).toMatchObject([{ last_name: 'Roe', company: 'Elm Quilters Guild' }]);
    const text = lines(
      'Choir name: Elm Community Choir',
      'Mailing address:',
      'Suite 210, 1414 Centre Street SE',
      'City / Province:',
      'Calgary, Alberta',
      'Primary contact:',
      'Ann Roe',
      'Nominee phone:',
      'Email:',
      'ann.roe@elmchoir.example.org',
    );
    expect(captureText(text)).toMatchObject([
      { last_name: 'Roe', company: 'Elm Community Choir', city: 'Calgary', province: 'AB' },
    ]);
  });
});

describe('around a form that was sent', () => {
  const form = ['Name: Ann Roe', 'Email: ann.roe@mail.example.com', 'Phone: 506-555-0129'];

  it('offers no mailbox of whoever runs it', () => {
    const text = lines(
      'A new rental request has been submitted.',
      ...form,
      'This message was sent by bookings@elmrink.example.ca.',
    );
    expect(captureText(text).map(({ email }) => email)).toEqual(['ann.roe@mail.example.com']);
  });

  it('keeps whom it names there', () => {
    const text = lines('New submission', ...form, 'Our clerk Bo Hale, bo.hale@elm.example.ca, has a copy.');
    expect(captureText(text)).toHaveLength(2);
  });

  it('offers no machine that sent it, whatever the form looks like', () => {
    const text = lines(
      'From: Elm Watershed <wordpress@elmwatershed.example.org>',
      'Reply-To: bo.hale@mail.example.com',
      'From: Bo Hale <bo.hale@mail.example.com>',
      'Message Body: May I bring my group?',
      'This e-mail was sent from a contact form on Elm Watershed',
    );
    expect(captureText(text).map(({ email }) => email)).toEqual(['bo.hale@mail.example.com']);
  });

  it('takes the number from the message, where no field gives one', () => {
    const text = lines(
      'Nom : Ann Roe',
      'Courriel : ann.roe@mail.example.com',
      'Message : Vous pouvez m’appeler au 581-555-0120.',
    );
    expect(captureText(text)).toMatchObject([{ phone: '+15815550120' }]);
    const other = `${text}\nVotre message a été envoyé au 418-555-0199.`;
    expect(captureText(other)).toMatchObject([{ phone: '+15815550120' }]);
  });

  it('takes no answer or box that nobody ticked for a title', () => {
    const text = lines(
      'Nom : Roe',
      'Prénom : Ann',
      'Courriel : ann.roe@mail.example.com',
      'Fonction : [ ] Photographe [X] Journaliste [ ] Technicienne',
    );
    expect(capture({ text })[0]?.title?.value).toBe('Journaliste');
  });
});

describe('what a form may hold besides', () => {
  it('has sections between two rules, each with its own person', () => {
    const rule = '=====================';
    const text = lines(
      rule,
      'Event Information',
      rule,
      'Phone: 902-555-0100',
      'Email: conference@elm.example.ca',
      rule,
      'Participant 1',
      rule,
      'First Name: Ann',
      'Last Name: Roe',
      'Email: ann.roe@mail.example.com',
      'Job Title: Curator',
      rule,
      'Participant 2',
      rule,
      'First Name: Bo',
      'Last Name: Hale',
      'Email: bo.hale@mail.example.com',
    );
    const people = captureText(text).filter(({ first_name }) => first_name);
    expect(people).toMatchObject([
      { email: 'ann.roe@mail.example.com', first_name: 'Ann', title: 'Curator' },
      { email: 'bo.hale@mail.example.com', first_name: 'Bo' },
    ]);
  });

  it('says of an answer that nobody gave one', () => {
    const [ann] = captureHtml(
      table(
        ['Name', 'Ann Roe'],
        ['Email', 'ann.roe@mail.example.com'],
        ['City', 'Elm'],
        ['Organization (if any)', 'Field not completed.'],
      ),
    );
    expect(ann).toMatchObject({ last_name: 'Roe', city: 'Elm' });
    expect(ann).not.toHaveProperty('company');
  });

  it('has several fields of one question, in brackets', () => {
    const text = lines(
      'Identité [Nom]\tRoe',
      'Identité [Prénom]\tAnn',
      'Identité [Courriel]\tann.roe@mail.example.com',
      'Identité [Poste occupé]\tTechnicienne',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', title: 'Technicienne' }]);
  });

  it('has a street and a town in one answer, without a province', () => {
    const text = lines('Name: Ann Roe', 'Email: ann.roe@mail.example.com', 'Address: 12 Elm Place, Victoria');
    expect(captureText(text)).toMatchObject([{ address_1: '12 Elm Place', city: 'Victoria' }]);
    const unit = text.replace('Victoria', 'Unit 4');
    expect(captureText(unit)).toMatchObject([{ address_1: '12 Elm Place, Unit 4' }]);
  });

  it('has a title of its own, which is nobody’s', () => {
    const text = lines(
      'Titre : Salle du congrès',
      'Nom : Roe',
      'Prénom : Ann',
      'Courriel : ann.roe@mail.example.com',
      'Fonction : Agente de projet',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Ann', title: 'Agente de projet' }]);
  });

  it('names whoever writes beside "From", where no other label asks for a name', () => {
    const [ann] = captureHtml(
      table(
        ['FROM', 'Ann Roe-Hale'],
        ['PHONE', '2505550186'],
        ['EMAIL', 'ann@pottery.example.ca'],
        ['ADDRESS', '318 Elm Street'],
        ['CITY', 'Nelson'],
        ['STATE', 'BC'],
        ['ZIPCODE', 'V1L 4H6'],
      ),
    );
    expect(ann).toMatchObject({ last_name: 'Roe-Hale', address_1: '318 Elm Street', city: 'Nelson' });
  });
});
