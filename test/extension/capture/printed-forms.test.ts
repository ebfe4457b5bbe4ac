/** What capture reads from forms that were printed or flattened: blanks, rules, rows of labels, answers with two values. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, lines } from './capture-text.ts';

describe('a printed form', () => {
  it('gives no blanks to write on as values', () => {
    const text = lines(
      'NAME(S): __ Ann Roe ____ NAME OF FARM / BUSINESS: __ Elm Preserves ____',
      'ADDRESS: __ 12 Sideroad 22 ____ CITY / TOWN: __ Elmside ____ POSTAL CODE: __ N0H 2P0 ____',
      'E-MAIL: __ ann@elmpreserves.example.com ____ TELEPHONE: __ 519-555-0138 ____',
    );
    expect(captureText(text)).toMatchObject([
      {
        first_name: 'Ann',
        last_name: 'Roe',
        company: 'Elm Preserves',
        address_1: '12 Sideroad 22',
        city: 'Elmside',
        postal_code: 'N0H 2P0',
        phone: '+15195550138',
      },
    ]);
  });

  it('reads values between rules, and a name over its address', () => {
    const rule = '='.repeat(40);
    const text = lines(
      rule,
      'Registered Email',
      rule,
      'ann.roe@mail.example.com',
      rule,
      'Total: $ 70.00',
      rule,
      'Billing Name and Address',
      rule,
      'Ann Roe',
      '12 Concession 6',
      'Elmside, ON N0M 2T0',
      rule,
      'Credit Card Information',
      'Visa',
    );
    expect(captureText(text)).toMatchObject([
      {
        email: 'ann.roe@mail.example.com',
        first_name: 'Ann',
        last_name: 'Roe',
        address_1: '12 Concession 6',
        city: 'Elmside',
        province: 'ON',
        postal_code: 'N0M 2T0',
      },
    ]);
  });

  it('reads a row of labels over a row of values', () => {
    const text = lines(
      'NAME OF FIRM: (as in the directory)\tCONTACT NAME:',
      'Elm Tool & Mould\tAnn Roe',
      'PHONE:\tFAX:\tTOLLFREE:',
      '(519) 555-0126\t(519) 555-0127\t(866) 555-0128',
      'EMAIL:\tWEBSITE:',
      'ann@elmtool.example.com\twww.elmtool.example.com',
    );
    expect(captureText(text)).toMatchObject([
      {
        email: 'ann@elmtool.example.com',
        first_name: 'Ann',
        last_name: 'Roe',
        company: 'Elm Tool & Mould',
        phone: '+15195550126',
        website: 'www.elmtool.example.com',
      },
    ]);
  });

  it('takes no colon of a hint for that of the label', () => {
    const text = lines(
      'First name',
      'Ann',
      'Last name',
      'Roe',
      'Website (do not type http://)',
      'www.elm.example.ca',
      'E-mail',
      'ann@elm.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', website: 'www.elm.example.ca' },
    ]);
  });

  it('gives the office above a section to whoever stands in it', () => {
    const text = lines(
      'Prénom',
      'Line',
      'Nom',
      'Roy',
      'Courriel',
      'line.roy@ormes.example.org',
      "Présidente du conseil d'administration",
      'Prénom',
      'Anne',
      'Nom',
      'Roe',
      'Courriel',
      'anne.roe@courrier.example.com',
    );
    const [line, anne] = captureText(text);
    expect(line).not.toHaveProperty('title');
    expect(anne).toMatchObject({ last_name: 'Roe', title: "Présidente du conseil d'administration" });
  });
});

describe('labels of a form', () => {
  it('stand in two languages, one over the other', () => {
    const text = lines(
      'First name',
      'Prénom',
      'Ann',
      'Last name',
      'Nom de famille',
      'Roe',
      'City',
      'Ville',
      'Elmside',
      'Email',
      'Courriel',
      'ann.roe@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', city: 'Elmside' }]);
  });

  it('stand side by side with the values of two people', () => {
    const text = lines(
      "Mother's Name\tAnn Roe\tFather's Name\tBo Hale",
      "Mother's Cell\t902-555-0189\tFather's Cell\t902-555-0190",
      "Mother's E-mail\tann.roe@mail.example.com\tFather's E-mail\tbo@hale.example.com",
    );
    expect(captureText(text)).toMatchObject([
      { email: 'ann.roe@mail.example.com', last_name: 'Roe', phone: '+19025550189' },
      { email: 'bo@hale.example.com', last_name: 'Hale', phone: '+19025550190' },
    ]);
  });

  it('may have no colon in front of a number', () => {
    const text = lines(
      'Nominee: Ann Roe',
      'Organization: Elm Watershed Stewards',
      'Ph. No. 306-555-0120 Email: ann@elmwatershed.example.org',
      'Nominated by: Bo Hale Organization: Birch Naturalists',
      'Ph. No. ( 306 ) 555-0129 Email: bhale@birch.example.org',
    );
    expect(captureText(text)).toMatchObject([
      { last_name: 'Roe', company: 'Elm Watershed Stewards', phone: '+13065550120' },
      { last_name: 'Hale', company: 'Birch Naturalists', phone: '+13065550129' },
    ]);
  });

  it('ask for the same address twice without starting the form of another person', () => {
    const text = lines(
      'Registered Email: ann.roe@elm.example.org',
      'First Name: Ann',
      'Last Name: Roe',
      'Email: ann.roe@elm.example.org',
      'Job Title: Chair',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', title: 'Chair' }]);
  });

  it.each([
    ['Nom / Prénom', 'Roe Anne-Marie'],
    ['Legal name', 'Anne-Marie Roe'],
  ])('ask for both names of a person as "%s"', (label, name) => {
    const text = lines(label, name, 'E-mail', 'amroe@elm.example.org', 'Téléphone', '418-555-0103');
    expect(captureText(text)).toMatchObject([{ first_name: 'Anne-Marie', last_name: 'Roe' }]);
  });

  it('say what the parents of a child are called, each with an address', () => {
    const text = lines(
      'NOM : Hale',
      'PRÉNOM : Line',
      'NOM DE LA MÈRE : Anne Roe',
      'COURRIEL : anne.roe@courrier.example.com',
      'NOM DU PÈRE : Paul Hale',
      'COURRIEL : paul.hale@courrier.example.com',
    );
    expect(captureText(text)).toMatchObject([
      { email: 'anne.roe@courrier.example.com', first_name: 'Anne', last_name: 'Roe' },
      { email: 'paul.hale@courrier.example.com', first_name: 'Paul', last_name: 'Hale' },
    ]);
  });

  it('stand in a section for each person, with the organisation above', () => {
    const text = lines(
      "1. IDENTIFICATION DE L'ORGANISATION",
      "Nom de l'organisation : Club de patinage des Ormes",
      '2. CONSEIL',
      'Président(e)',
      'Nom : Paul Roe',
      'Courriel : paul.roe@courrier.example.ca',
      '3. RESPONSABLE DE LA DEMANDE',
      'Nom : Line Hale',
      'Titre : Coordonnatrice',
      'Courriel : coordination@ormes.example.org',
    );
    expect(captureText(text)).toMatchObject([
      { last_name: 'Roe', title: 'Président(e)', company: 'Club de patinage des Ormes' },
      { last_name: 'Hale', title: 'Coordonnatrice', company: 'Club de patinage des Ormes' },
    ]);
  });

  it('give a sponsor nothing of the candidate, and no steward the employer of a member', () => {
    const text = lines(
      'CANDIDATE',
      'Name of candidate: Ann Roe',
      "Candidate's email: ann.roe@northsteel.example.com",
      'SPONSOR',
      'Sponsoring organization: Steelcrafters Local 711',
      'Name of sponsor: Bo Hale',
      'E-mail: bhale@usc711.example.org',
    );
    const [ann, bo] = captureText(text);
    expect(ann).not.toHaveProperty('company');
    expect(bo).toMatchObject({ last_name: 'Hale', company: 'Steelcrafters Local 711' });
    const form = lines(
      'MEMBER',
      'Last Name: Roe',
      'First Name: Ann',
      'Employer: Elm Regional Hospital',
      'Email: ann.roe@mail.example.com',
      'STEWARD',
      'Name: Bo Hale',
      'Email: steward@local218.example.org',
    );
    expect(captureText(form)[1]).not.toHaveProperty('company', 'Elm Regional Hospital');
  });
});

describe('an answer of a form', () => {
  it('is not the address of the entry in the program that sent it', () => {
    const text = lines(
      'URL: https://delivery.archives.example.ca/permission/1187',
      '* Name: Ann Roe',
      '* E-mail: a.roe@elm.example.ca',
      '* Phone: 709-555-0101',
    );
    expect(captureText(text)[0]).not.toHaveProperty('website');
  });

  it('is no employer where somebody says in which town they live', () => {
    const [ann] = captureText(
      lines('Nom complet : Anne Roe', 'Courriel : anne@courrier.example.com', 'Municipalité : Les Ormes'),
    );
    expect(ann).toMatchObject({ city: 'Les Ormes' });
    expect(ann).not.toHaveProperty('company');
  });

  it.each([
    ['Responsable du projet : Anne Roe, coordonnatrice', { last_name: 'Roe' }],
    ['Nom et prénom du propriétaire (ou des copropriétaires) : Roe, Anne', { last_name: 'Roe' }],
    ['Donor Name: Elm Realty Group (c/o Anne Roe)', { last_name: 'Roe', company: 'Elm Realty Group' }],
  ])('has its parts in "%s"', (line, expected) => {
    const text = lines(line, 'Téléphone : 581-555-0190', 'Courriel : anne@elm.example.org', 'Montant : 50 $');
    expect(captureText(text)).toMatchObject([{ first_name: 'Anne', ...expected }]);
  });

  it('may be the name with the address, above the other answers', () => {
    const text = lines(
      'Répondante : Anne Roe (anne.roe@ormes.example.ca)',
      '',
      'Votre établissement: École des Ormes',
      'Votre fonction: Technicienne en documentation',
    );
    expect(captureText(text)).toMatchObject([
      {
        first_name: 'Anne',
        last_name: 'Roe',
        company: 'École des Ormes',
        title: 'Technicienne en documentation',
      },
    ]);
  });

  it('is no name where a cell of a table has the words of a link', () => {
    const row = (name: string, office: string, email: string) =>
      `<tr><td>${name}</td><td>${office}</td><td><a href="mailto:${email}">Write</a></td></tr>`;
    const html = `<table><tr><th>Name</th><th>Office</th><th>Contact</th></tr>${row('Ann Roe', 'Mayor', 'ann.roe@elm.example.ca')}${row('Bo Hale', 'Councillor', 'ward2@elm.example.ca')}</table>`;
    expect(captureHtml(html)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Hale', email: 'ward2@elm.example.ca' },
    ]);
  });

  it('names an organisation beside the person in charge', () => {
    const text = lines(
      'Nom du promoteur : Les Veillées des Ormes',
      'Responsable du projet : Anne Roe',
      'Courriel : anne@veillees.example.org',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Anne', last_name: 'Roe', company: 'Les Veillées des Ormes' },
    ]);
  });
});

describe('a column of an export', () => {
  const csv = (...rows: string[]) => captureText(rows.join('\n'));

  it('with the role in a family, or the name of the buyer, is no title', () => {
    const [ann] = csv(
      'First Name,Last Name,Family Role,Email',
      'Ann,Roe,Head of Household,ann@mail.example.com',
      'Bo,Hale,Spouse,bo@mail.example.com',
    );
    expect(ann).not.toHaveProperty('title');
    const [anne] = csv(
      'Nom;Prénom;Nom acheteur;Prénom acheteur;E-mail acheteur',
      'Roe;Bo;Roe-Hale;Anne;anne@courrier.example.com',
    );
    expect(anne).toMatchObject({ first_name: 'Anne', last_name: 'Roe-Hale' });
    expect(anne).not.toHaveProperty('title');
  });

  it('with the extension belongs to the number beside it', () => {
    const [ann] = csv(
      'Name,Home Tel,Work Tel,Work Tel Ext.,Email',
      'Ann Roe,807-555-0107,807-555-0150,214,ann@elm.example.ca',
    );
    expect(ann?.phone).not.toBe('+18075550107 x214');
  });

  it('has the second person of a row, where other rows name several without an address', () => {
    const people = csv(
      'Chercheuse principale;Courriel;Co-chercheurs;Courriel co-chercheur',
      'Roe, Anne;anne.roe@ormes.example.ca;Hale, Paul;paul.hale@ormes.example.ca',
      'Dumas, Line;line.dumas@ormes.example.ca;"Gall, Jean; Bell, Lyne";',
    );
    expect(people.map(({ last_name }) => last_name)).toEqual(['Roe', 'Hale', 'Dumas']);
  });

  it('before the postal code has cities, without a header', () => {
    const people = csv(
      'Mme;Roe;Anne;506-555-0137;anne@iles.example.org;123, rue des Pins;Caraquette;E1W 1B6',
      "M.;Savoie;Paul;506-555-0142;paul.savoie@courriel.example.ca;4451, rue de l'Église;Les Ormes;E8R 1Z5",
      'Mme;Noël;Line;506-555-0143;line.noel@courriel.example.ca;12, rue du Quai;Shippagan;E8S 1H3',
    );
    expect(people.map(({ city }) => city)).toEqual(['Caraquette', 'Les Ormes', 'Shippagan']);
  });

  it('with what people are at a meeting, letters behind names or digits is no title', () => {
    const [ann, bo] = csv(
      'Name,Email,Role',
      'Ann Roe,ann@elm.example.ca,Presenter',
      'Bo Hale,bo@elm.example.ca,Attendee',
    );
    expect([ann, bo]).toEqual([
      expect.not.objectContaining({ title: expect.anything() }),
      expect.not.objectContaining({ title: expect.anything() }),
    ]);
    const [cy] = csv(
      'Email,First Name,Last Name,Phone Number,Occupation,Designation',
      'cy@elm.example.ca,Cy,Dale,6045550113,1,"OALA, CSLA"',
      'di@elm.example.ca,Di,Moss,6045550114,0,',
    );
    expect(cy).toMatchObject({ phone: '+16045550113' });
    expect(cy).not.toHaveProperty('title');
  });

  it('with profiles elsewhere has no websites, and one with places has cities', () => {
    const [ann] = csv(
      'First Name,Last Name,URL,Email,Addr L1,Addr L5',
      'Ann,Roe,https://www.linkedin.com/in/ann-roe,ann@elm.example.ca,39 Elm Cres,"Elm Bay, ON L2M 1A8"',
      'Bo,Hale,https://www.linkedin.com/in/bo-hale,bo@elm.example.ca,201 Elm St,"Elm Bay, ON L2R 5K5"',
    );
    expect(ann).toMatchObject({ city: 'Elm Bay', province: 'ON', postal_code: 'L2M 1A8' });
    expect(ann).not.toHaveProperty('website');
  });

  it('of employers says by an empty cell that somebody has none', () => {
    const people = capture({
      title: 'Registrations: Elm Data Forum - Manage event',
      url: 'https://events.elm.example.ca/45',
      text: lines(
        'Name\tEmail\tAffiliation',
        'Ann Roe\tann@elmu.example.ca\tElm University',
        'Bo Hale\tbo@nrlabs.example.ca\tNational Research Labs',
        'Cy Dale\tcy.dale@mail.example.com\t',
      ),
    });
    expect(people[2]).not.toHaveProperty('company');
  });
});
