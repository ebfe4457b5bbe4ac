/** What capture takes from the answers of a form for somebody's data, and what it leaves as said of something else. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, lines } from './capture-text.ts';

const form = (...answers: string[]): Record<string, string>[] =>
  captureText(lines('First name: Ann', 'Last name: Roe', 'Email: ann.roe@mail.example.com', ...answers));

describe('an answer that says nothing of a person', () => {
  it.each([
    ['Title: Annual General Meeting', 'title'],
    ['Titre : Assemblée générale annuelle', 'title'],
    ['Roles: Set-up crew', 'title'],
    ['Organization: As an individual', 'company'],
    ["Organisme : Au nom d'un organisme", 'company'],
    ['Organisme : À titre personnel', 'company'],
    ["Adresse : ☒ La même que celle de l'enfant", 'address_1'],
    ['Address: Same as above', 'address_1'],
  ])('%s gives no %s', (answer, field) => {
    expect(form(answer)[0]).not.toHaveProperty(field);
  });

  it('keeps a title that has a word for a meeting in it', () => {
    expect(form('Title: Coordinator, Annual Meeting')).toMatchObject([
      { title: 'Coordinator, Annual Meeting' },
    ]);
    expect(form('Title: Camp Director')).toMatchObject([{ title: 'Camp Director' }]);
  });

  it('does not take the name of a team for an employer beside one', () => {
    expect(form('Team name: Bunker Rats', 'Company: Elm Realty')).toMatchObject([{ company: 'Elm Realty' }]);
  });

  it('does not take the name to be printed for a person', () => {
    expect(
      captureText(
        lines(
          'PRIMARY CONTACT',
          'Ann Roe',
          'EMAIL',
          'ann@elmrealty.example.com',
          'NAME AS IT SHOULD APPEAR IN PRINT',
          'Elm Realty',
        ),
      ),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe' }]);
  });
});

describe('a name in an answer', () => {
  it('stands with the family name first where the label says so and no other order can be meant', () => {
    const text = lines('Nom et prénom : Roe-Park Élodie', 'Courriel : elodie.rp@mail.example.com');
    expect(captureText(text)).toMatchObject([{ first_name: 'Élodie', last_name: 'Roe-Park' }]);
  });

  it('stays as it is where a given name stands in front', () => {
    const text = lines('Nom et prénom : Élodie Roe', 'Courriel : elodie.r@mail.example.com');
    expect(captureText(text)).toMatchObject([{ first_name: 'Élodie', last_name: 'Roe' }]);
  });

  it('is the one in full, not what somebody is called', () => {
    const text = lines(
      'Nom officiel complet : Danica Roe',
      'Prénom préféré : Dani',
      'Courriel : danica.roe@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Danica', last_name: 'Roe' }]);
  });

  it('stands beside its address as an account', () => {
    const text = lines(
      'There was a new member checkout at the Elm Potters Guild.',
      'Account: Ann Roe (ann.roe@mail.example.com)',
      'Membership Level: Studio Member',
    );
    expect(captureText(text)).toEqual([
      { email: 'ann.roe@mail.example.com', first_name: 'Ann', last_name: 'Roe', language: 'en' },
    ]);
  });

  it('stands over an address and a number as billing information', () => {
    const text = lines(
      'Account: Ann Roe (ann.roe@mail.example.com)',
      'Billing Information:',
      'Ann Roe',
      '12 Concession 6',
      'Elmside, ON N0M 2T0',
      '6135550147',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', address_1: '12 Concession 6', city: 'Elmside', phone: '+16135550147' },
    ]);
  });

  it.each(['Sent by', 'Created by', 'Envoyé par', 'Créée par'])('stands behind "%s"', (label) => {
    const text = lines(
      'Volunteer Service Enquiry Form',
      `${label} : Ann Roe`,
      'Email : a.roe@mail.example.com',
    );
    const [contact] = captureText(text);
    expect(contact).toMatchObject({ first_name: 'Ann', last_name: 'Roe' });
    expect(contact).not.toHaveProperty('title');
  });
});

describe('several people in a form', () => {
  it('tells who nominates from those who are nominated', () => {
    const text = lines(
      'Name of nominator',
      'Ann Roe',
      'Email address of nominator',
      'ann.roe@elm.example.ca',
      'Telephone number',
      '613-555-0102',
      'First name',
      'Bo',
      'Last name',
      'Hale',
      'Email address',
      'bo.hale@elm.example.ca',
    );
    const [one, other] = captureText(text);
    expect(one).toMatchObject({ first_name: 'Ann', phone: '+16135550102' });
    expect(other).toMatchObject({ first_name: 'Bo', last_name: 'Hale' });
    expect(other).not.toHaveProperty('phone');
  });

  it('gives the second person a name and a title of their own', () => {
    const text = lines(
      'Email *',
      'ann.roe@elm.example.ca',
      'First and last name *',
      'Ann Roe',
      'Second person – first and last name',
      'Bo Hale',
      'Second person – email',
      'bo.hale@elm.example.ca',
      'Second person – job title',
      'Library Technician',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Hale', title: 'Library Technician' },
    ]);
  });

  it('takes an office as the label of whoever holds it, with a number and an address behind', () => {
    const text = lines(
      "Nom de l'organisme : Club photo de l'Orme",
      'Courriel : info@cluborme.example.org',
      'Président(e) : Réjean Roe Tél. : 450 555-0146 Courriel : rejean.roe@mail.example.com',
      'Vice-président(e) : Nadia Hale Tél. : 450 555-0147 Courriel : nadia.h@mail.example.com',
      'Secrétaire : Ginette Park Tél. : 579 555-0119 Courriel :',
      'Nom : Tuan Vo Fonction : responsable des expositions',
      'Courriel : expositions@cluborme.example.org',
    );
    expect(captureText(text)).toMatchObject([
      { email: 'info@cluborme.example.org', company: "Club photo de l'Orme" },
      { last_name: 'Roe', title: 'Président(e)', phone: '+14505550146' },
      { last_name: 'Hale', title: 'Vice-président(e)', phone: '+14505550147' },
      { last_name: 'Vo', title: 'responsable des expositions' },
    ]);
    expect(captureText(text)[3]).not.toHaveProperty('phone');
  });
});

describe('a table of answers', () => {
  it('does not take its header for a person', () => {
    const text = lines(
      'Name\tValue',
      'Prénom\tYsabelle',
      'Nom\tRoe-Hale',
      'Courriel\tysabelle.roe@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Ysabelle', last_name: 'Roe-Hale' }]);
  });

  it('reads rows of labels over rows of answers, without a colon', () => {
    const rows = [
      ['Nom / Last name', 'Prénom / First name'],
      ['Roe-Hale', 'Mireille'],
      ['Email', 'Téléphone / Phone'],
      ['mireille.rh@elm.example.ca', '613-555-0194'],
    ];
    const cells = (row: string[]): string => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    expect(captureHtml(`<table>${rows.map(cells).join('')}</table>`)).toMatchObject([
      { first_name: 'Mireille', last_name: 'Roe-Hale', phone: '+16135550194' },
    ]);
  });

  it('leaves out what the program says of its own site', () => {
    const text = lines(
      'your-name\tAnn Roe',
      'your-email\tann.roe@elm.example.org',
      'your-subject\tA speaker',
      'post_author_email\twebmaster@society.example.org',
      'site_admin_email\tadmin@society.example.org',
    );
    expect(captureText(text).map(({ email }) => email)).toEqual(['ann.roe@elm.example.org']);
  });
});

describe('what stands around a form', () => {
  it.each([
    'This email was sent to trails@summit.example.org. Elmbrite | 95 Third Street, San Francisco, CA 94103',
    'This email was sent by noreply@tickets.example.com',
  ])('is nobody: %s', (footer) => {
    const text = lines(
      'New submission',
      'Name: Ann Roe',
      'Email: ann.roe@mail.example.com',
      'Phone: 403-555-0117',
      footer,
    );
    expect(captureText(text).map(({ email }) => email)).toEqual(['ann.roe@mail.example.com']);
  });

  it('gives nobody the signature of the program', () => {
    const text = lines(
      'Ann Roe (ann.roe@mail.example.com) will attend the Tree Walk on May 3. She wants to reserve 2 spaces.',
      'Yours faithfully,',
      'Events Manager - http://events-plugin.example.com',
      'Powered by Events Manager - http://events-plugin.example.com',
    );
    expect(captureText(text)).toEqual([
      { email: 'ann.roe@mail.example.com', first_name: 'Ann', last_name: 'Roe', language: 'en' },
    ]);
  });

  it('does not give somebody the site on which they wrote', () => {
    const text = lines(
      'This is an enquiry email via https://www.heritage.example.ca/ from:',
      'Ann Roe <ann.roe@seaside.example.com>',
    );
    expect(captureText(text)[0]).not.toHaveProperty('website');
  });

  it('does not make whoever registered work for whose page it is', () => {
    const rows = ['Name\tEmail', 'Ann Roe\tann@north.example.ca', 'Bo Hale\tbo@south.example.ca'];
    const contacts = capture({
      text: lines('Registrations', ...rows),
      html: `<h1>Registrations</h1><table>${rows.map((row) => `<tr><td>${row.replace('\t', '</td><td>')}</td></tr>`).join('')}</table>`,
      title: 'Registrations - Elm Library Congress',
      url: 'https://elmlibrarycongress.example.ca/admin',
    });
    expect(contacts.map(({ company }) => company)).toEqual([undefined, undefined]);
  });
});

describe('a printed form whose labels have no colon', () => {
  it('is read by its blanks, and by where an answer can begin', () => {
    const text = lines(
      'Business Name Elm Sourdough Bakery _______________________',
      'Name of Signer Sunniva Roe _______________________________',
      'Position of Signer Baker / owner _________________________',
      'Street Address or PO Box PO Box 114 ______________________',
      'Town Meadow Creek _______________ Postal Code V0G 1N0 ____',
      'Phone 250 555 0172 ______________ Fax 250 555 0173 _______',
      'Email sunniva@elmbread.example.com _ Website elmbread.example.com _',
    );
    expect(captureText(text)).toMatchObject([
      {
        first_name: 'Sunniva',
        last_name: 'Roe',
        title: 'Baker / owner',
        company: 'Elm Sourdough Bakery',
        phone: '+12505550172',
        address_1: 'PO Box 114',
        city: 'Meadow Creek',
        postal_code: 'V0G 1N0',
      },
    ]);
  });
});

describe('fields of a form', () => {
  it('stand two on a line with blanks between, under unknown labels too', () => {
    const text = lines(
      'SECTION 1 – IDENTIFICATION DE L’ORGANISME',
      'Nom légal de l’organisme : Club d’échecs de l’Orme',
      'SECTION 2 – PERSONNE RESPONSABLE DE LA DEMANDE',
      '☐ M. ☒ Mme   Nom : Roe   Prénom : Kim',
      'Fonction au sein de l’organisme : trésorière',
      'Courriel : tresorerie@echecsorme.example.org',
      'SECTION 3 – PRÉSIDENCE',
      '☒ M. ☐ Mme   Nom : Hale   Prénom : Charbel',
      'Courriel : charbel.hale@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Kim', last_name: 'Roe', title: 'trésorière' },
      { first_name: 'Charbel', last_name: 'Hale' },
    ]);
  });

  it('may have labels that no dictionary knows, where all stand over their answers with a colon', () => {
    const text = lines(
      'Business Name:',
      'Elm Bike Tours',
      'Primary Representative:',
      'Ann Roe',
      'Business Email:',
      'ann@elmbikes.example.com',
      'Website:',
      'www.elmbikes.example.com',
      'Accounts Payable Contact (if different):',
      'Bo Hale',
      'Accounts Payable Email:',
      'accounts@elmbikes.example.com',
    );
    expect(captureText(text)).toMatchObject([
      { email: 'ann@elmbikes.example.com', last_name: 'Roe' },
      { email: 'accounts@elmbikes.example.com', last_name: 'Hale' },
    ]);
  });

  it('give the number of a house beside the street', () => {
    const text = lines(
      'Street Number',
      '418',
      'Street Name',
      'Elm Road',
      'City/Town',
      'Elmside',
      'First Name',
      'Ann',
      'Last Name',
      'Roe',
      'Email',
      'ann.roe@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([{ address_1: '418 Elm Road', city: 'Elmside' }]);
  });

  it('are none where a box is ticked', () => {
    const text = lines(
      '☒ Request City information',
      '☐ Request personal information',
      'First Name: Ann',
      'Last Name: Roe',
      'Email: ann.roe@mail.example.com',
    );
    expect(captureText(text)[0]).not.toHaveProperty('city');
  });
});

describe('a message in a form', () => {
  it('may be signed with what the fields do not say', () => {
    const text = lines(
      'Nom : Me Anne-Sophie Roe',
      'Courriel : asroe@clinique.example.org',
      'Organisation : Clinique de l’Orme',
      'Message :',
      'Votre borne nous intéresse.',
      'Merci,',
      'Anne-Sophie Roe',
      'Directrice générale',
    );
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe', title: 'Directrice générale' }]);
  });

  it('gives nobody the number that somebody called', () => {
    const text = lines(
      'Message from Quill Roe-Hale',
      'Email: quill.rh@mail.example.com',
      'Is the deadline the same for everybody? I called 250-555-0100 but the office was closed.',
    );
    expect(captureText(text)[0]).not.toHaveProperty('phone');
  });

  it('keeps the sender in a table that holds nobody else', () => {
    const text = lines(
      'New ticket created',
      'From:\tAnn Roe <ann.roe@courier.example.com>',
      'Department:\tCommunications / Media',
    );
    expect(captureText(text)).toMatchObject([{ email: 'ann.roe@courier.example.com', last_name: 'Roe' }]);
  });
});
