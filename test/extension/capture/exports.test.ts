/** What capture reads from exports and lists that people keep, by headings and by cells. */
import { describe, expect, it } from 'vitest';
import { capture, captureText, lines } from './capture-text.ts';

describe('an export', () => {
  it('takes neither a salutation nor a degree for a title', () => {
    const text = lines(
      'Title,Designation,First name,Last name,Email,Prof_Title',
      'Mrs.,"P.Eng., PhD",Ann,Roe,ann.roe@mail.example.com,Senior Hydrologist',
      'Mr & Mrs,,Bo,Hale,bo.hale@mail.example.com,',
    );
    expect(captureText(text)).toMatchObject([{ title: 'Senior Hydrologist' }, {}]);
    expect(captureText(text)[1]).not.toHaveProperty('title');
  });

  it('takes neither a party, a campaign nor the name of the file for an employer', () => {
    const text = lines(
      'First name,Last name,Email,Political affiliation,Campaign name',
      'Ann,Roe,ann.roe@mail.example.com,Liberal,Roof Fund',
      'Bo,Hale,bo.hale@mail.example.com,NDP,Roof Fund',
    );
    for (const contact of capture({ text, title: 'Elm Youth Council - members.csv' }))
      expect(contact).not.toHaveProperty('company');
  });

  it('takes a region for a province only where all regions are provinces', () => {
    const html = (other: string) =>
      `<table><tr><th>Region</th><th>Name</th><th>E-mail</th></tr><tr><td>Quebec</td><td>Ann Roe</td><td>ann.roe@elm.example.ca</td></tr><tr><td>${other}</td><td>Bo Hale</td><td>bo.hale@elm.example.ca</td></tr></table>`;
    expect(capture({ html: html('Ontario') })[0]?.province?.value).toBe('QC');
    expect(capture({ html: html('Prairies & North') })[0]).not.toHaveProperty('province');
  });

  it('names nobody who is called like their office', () => {
    const text =
      'Title,Name,Email\nPresident,Ann Roe,president@elm.example.org\nIce Coordinator,Ice Coordinator,ice@elm.example.org';
    expect(captureText(text)[1]).not.toHaveProperty('last_name');
  });

  it('reads organisations among people', () => {
    const text = lines(
      'Type,Display name,First name,Last name,Email',
      'Individual,Ann Roe,Ann,Roe,ann.roe@mail.example.com',
      'Organization,Kennebec Naturalists,,,hello@kennat.example.org',
    );
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe' }, { company: 'Kennebec Naturalists' }]);
    expect(captureText(text)[1]).not.toHaveProperty('last_name');
  });

  it('reads headings of databases, in brackets, of questions, and in two rows', () => {
    expect(
      captureText(
        'CD_ORGNS;NOM_OFFCL_ORGNS;ADRS_GEO_L1;CD_POSTL;NOM_DIRECTION;ADRES_COURRIEL\n762;École des Pins;85, avenue du Lac;G4R1A1;Roe, Annie;pins@elm.example.ca',
      ),
    ).toMatchObject([
      {
        company: 'École des Pins',
        address_1: '85, avenue du Lac',
        postal_code: 'G4R 1A1',
        first_name: 'Annie',
      },
    ]);
    expect(
      captureText(
        '[Name | First],[Name | Last],[Email | Primary]\nAnn,Roe,a1@mail.example.com\nBo,Hale,b2@mail.example.com',
      ),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe' }, { first_name: 'Bo' }]);
    expect(
      captureText(
        '#,Comment vous appelez-vous ?,Et votre nom de famille ?,Votre courriel ?,Un numéro où vous joindre ?\n1,Ann,Roe,a1@mail.example.com,5145550175\n2,Bo,Hale,b2@mail.example.com,',
      ),
    ).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', phone: '+15145550175' }, { first_name: 'Bo' }]);
    expect(
      captureText(
        'ID,Email Address,First Name,Contact information,,\n,,,Name,City,Email Address\n1,,,Ann Roe,Elm,a1@mail.example.com\n2,,,Bo Hale,Oak,b2@mail.example.com',
      ),
    ).toMatchObject([{ last_name: 'Roe', city: 'Elm' }, { last_name: 'Hale' }]);
  });

  it('reads a list whose headings say nothing known', () => {
    const text = lines(
      'mcode,munnom,madr1,mcodpos,mtel,mcourriel',
      '978,Ville des Huards,"14, rue de la Fabrique",G0G 2W0,4185550161,info@huards.example.ca',
      '979,Ville des Outardes,"200, rue Centrale",G0G 1P0,4185550164,dg@outardes.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { company: 'Ville des Huards', address_1: '14, rue de la Fabrique', phone: '+14185550161' },
      { company: 'Ville des Outardes', postal_code: 'G0G 1P0' },
    ]);
  });

  it('reads a city with its province in brackets, and a family name alone', () => {
    expect(
      captureText(
        'Nom,Prénom,Courriel,Ville\nRoe,Ann,ann@mail.example.com,Gatineau (QC)\nHale,Bo,bo@mail.example.com,Elm',
      ),
    ).toMatchObject([{ city: 'Gatineau', province: 'QC' }, {}]);
    expect(
      captureText(
        'First name,Last name,Email,Phone\n,Roe,orders@roefruit.example.ca,250-555-0149\nBo,Hale,bo@mail.example.com,',
      ),
    ).toMatchObject([{ last_name: 'Roe' }, {}]);
  });

  it('lists no person as an organisation, where a host is called after them', () => {
    const text = lines(
      'Nom,Courriel',
      'Jean Roe,jroe@mail.example.ca',
      'Marie Dupré,ms@dupre-archi.example.ca',
      'Garage Picotte,info@garagepicotte.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { last_name: 'Roe' },
      { first_name: 'Marie', last_name: 'Dupré' },
      { company: 'Garage Picotte' },
    ]);
  });

  it('reads the headings of survey tools, mail programs and schools', () => {
    const rows = (head: string, row: string) => captureText(lines(head, row, row.replaceAll('ann', 'bea')));
    expect(
      rows(
        'tid,firstname,lastname,email,attribute_1 <Organisme>,attribute_2 <Fonction>',
        '1,Ann,Roe,ann.roe@elm.example.org,Les Amis du parc,Trésorière',
      )[0],
    ).toMatchObject({ company: 'Les Amis du parc', title: 'Trésorière' });
    expect(
      rows(
        'Titre,Prénom,Nom,Société,Titre1,Adresse de messagerie',
        'Mme,Ann,Roe,Radio Elm,Journaliste,ann.roe@elm.example.org',
      )[0],
    ).toMatchObject({ title: 'Journaliste', company: 'Radio Elm' });
    expect(
      rows(
        'Board Name,Board Type,School Name,Street,City,Province,Postal Code,School Email',
        'Elm District School Board,Pub Dist Sch Brd (E),Ash Public School,12 Elm St,Callander,Ontario,P0H 1H0,ann@ash.example.ca',
      )[0],
    ).not.toHaveProperty('last_name');
  });

  it('gives nobody what they paid for, or may do in a program, as a title', () => {
    const tickets = lines(
      'Ticket,Ticket First Name,Ticket Last Name,Ticket Email',
      'Member,Ann,Roe,ann.roe@mail.example.com',
      'Student,Bo,Hale,bo.hale@mail.example.com',
    );
    for (const contact of captureText(tickets)) expect(contact).not.toHaveProperty('title');
    const agents = lines(
      'email;nom;prenom;role;fonction',
      'ann.roe@elm.example.ca;Roe;Ann;DIRECTOR;Directrice adjointe',
      'bo.hale@elm.example.ca;Hale;Bo;AGENT;Agent de location',
    );
    expect(captureText(agents)).toMatchObject([
      { title: 'Directrice adjointe' },
      { title: 'Agent de location' },
    ]);
  });

  it('takes the number of an employee and a remark off a name', () => {
    const text = lines(
      'Prénom;Nom;Courriel',
      '3221-Ann;Roe (resp.);ann.roe@elm.example.org',
      '4099 - BO;HALE;bo.hale@elm.example.org',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Hale' },
    ]);
  });

  it('uses a second mailbox where the first is missing', () => {
    const text = lines(
      'Name,Email address - Work,Email address - Other',
      'Ann Roe,ann.roe@elm.example.org,',
      'Bo Hale,,bo.hale@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe' }, { email: 'bo.hale@mail.example.com' }]);
  });

  it('takes no order number for a telephone, and no group, note or unit for an employer', () => {
    const text = lines(
      'Order #,First name,Last name,Email,Group,Org Unit Path,Notes',
      '9823410057,Ann,Roe,ann.roe@mail.example.com,Crew B,/Staff,"Table 4, no gluten"',
      '9826612240,Bo,Hale,bo.hale@elmbank.example.com,Crew A,/Staff,Elm Bank',
    );
    for (const contact of captureText(text))
      for (const field of ['phone', 'company']) expect(contact).not.toHaveProperty(field);
  });

  it('gives a parent no title of the child, and each parent what has their letter', () => {
    const text = lines(
      'Élève;Poste;Parent A;Courriel A;Tél. A;Parent B;Courriel B;Tél. B',
      'Roe, Éloi;Gardien;Roe, Simon;simon.roe@courriel.example.com;514-555-0101;Hale, Ariane;ariane.hale@elm.example.com;514-555-0102',
      'Haddad, Lina;Avant;Haddad, Nour;nour.haddad@courriel.example.com;438-555-0103;;;',
    );
    const people = captureText(text);
    expect(people).toMatchObject([
      { first_name: 'Simon', last_name: 'Roe', phone: '+15145550101' },
      { first_name: 'Ariane', last_name: 'Hale', phone: '+15145550102' },
      { first_name: 'Nour', last_name: 'Haddad', phone: '+14385550103' },
    ]);
    for (const parent of people) expect(parent).not.toHaveProperty('title');
  });

  it('gives the rest of an order to the attendee where the mailbox of the order is nobody’s', () => {
    const text = lines(
      'Order code,Email,Product,Variation,Attendee name,Attendee email,Company,City',
      'M8,finance@elmarts.example.org,Pass,Member,Ann Roe,ann@elmarts.example.org,Elm Arts Collective,Regina',
      'M9,finance@elmarts.example.org,Pass,Member,Bo Hale,bo@elmarts.example.org,Elm Arts Collective,Regina',
    );
    const ann = captureText(text).find(({ email }) => email === 'ann@elmarts.example.org');
    expect(ann).toMatchObject({ last_name: 'Roe', company: 'Elm Arts Collective', city: 'Regina' });
    expect(ann).not.toHaveProperty('title');
  });

  it('takes the name of a customer for the employer of the contact beside it', () => {
    const text = lines(
      'Customer Name,Email,Contact First Name,Contact Last Name',
      'Elm Bakery Co-op,orders@elmbakery.example.com,Ann,Roe',
      'Birch & Bark Inc.,bo@birchbark.example.com,Bo,Hale',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', company: 'Elm Bakery Co-op' },
      { first_name: 'Bo', company: 'Birch & Bark Inc.' },
    ]);
  });

  it('finds whom the address spells among those of a row', () => {
    const text = lines(
      'School,Principal,Teacher in charge,Contact,Email',
      'Elm Elementary School,Harold Hale,Monique Roe,506-555-0166,monique.roe@elm.example.ca',
      'Birch Middle School,Trudy Lund,Paul Nasrallah,506-555-0168,p.nasrallah@birch.example.ca',
    );
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe' }, { last_name: 'Nasrallah' }]);
  });

  it('reads a header below many lines, and one of very many columns', () => {
    const above = Array.from({ length: 12 }, (_, at) => `Report line ${at},`);
    const list = 'First Name,Last Name,Email\nAnn,Roe,ann.roe@mail.example.com';
    expect(captureText(lines(...above, list))).toMatchObject([{ last_name: 'Roe' }]);
    const wide = Array.from({ length: 20 }, (_, at) => `CnAttr_${at}_Value`).join(',');
    const row = (first: string, last: string, email: string) =>
      `${first},${last},12 Elm Street,Vancouver,BC,V6B 0E9,${email}${','.repeat(20)}`;
    const text = lines(
      `CnBio_First_Name,CnBio_Last_Name,CnAdr_Addrline1,CnAdr_City,CnAdr_Province,CnAdr_Postal_Code,CnPh_Number,${wide}`,
      row('Ann', 'Roe', 'ann.roe@mail.example.com'),
      row('Bo', 'Hale', 'bo.hale@mail.example.com'),
    );
    expect(captureText(text)).toMatchObject([{ last_name: 'Roe', city: 'Vancouver' }, { last_name: 'Hale' }]);
  });

  it('reads a second list below the first, in a pasted sheet too', () => {
    const html =
      '<table><tr><td>Player</td><td>Parent</td><td>E-mail</td><td></td></tr><tr><td>Bo Roe</td><td>Ann Roe</td><td>ann.roe@mail.example.com</td><td></td></tr>' +
      '<tr><td>Staff</td><td>Role</td><td></td><td>E-mail</td></tr><tr><td>Dale Lund</td><td>Head Coach</td><td></td><td>dale.lund@mail.example.com</td></tr></table>';
    expect(capture({ html }).map(({ last_name, title }) => [last_name?.value, title?.value])).toEqual([
      ['Roe', undefined],
      ['Lund', 'Head Coach'],
    ]);
  });

  it('reads cities before provinces, and family names before given names, without a header', () => {
    const places =
      'nroe@elm.example.ca\tNasrin\tRoe\tManager\tElm Hospital\t700 Tupper Ave\tCornwall\tON\tK6H 5N4\nclive.hale@elm.example.org\tClive\tHale\tDirector\tElm Health Centre\t31 Island Rd\tAkwesasne\tON\tK6H 5R7';
    expect(captureText(places)).toMatchObject([
      { last_name: 'Roe', city: 'Cornwall' },
      { city: 'Akwesasne' },
    ]);
    const turned = lines(
      '"Fontaine","Ann","","Harbour Master","ann.fontaine@elm.example.ca"',
      '"MacIsaac","Hugh","R","Deputy Clerk","hugh.macisaac@elm.example.ca"',
      '"Okemaw","Sheila","","Records Clerk","sheila.okemaw@elm.example.ca"',
    );
    expect(captureText(turned)).toMatchObject([
      { first_name: 'Ann', last_name: 'Fontaine' },
      { first_name: 'Hugh', last_name: 'MacIsaac' },
      { first_name: 'Sheila', last_name: 'Okemaw' },
    ]);
  });

  it('gives an organisation to all of its people in the row, and takes no answer for one', () => {
    const text = lines(
      'Agency Name,Agency Email,Volunteers,Director Name,Director Email,Entreprise',
      'Elm Family Centre,office@elmcentre.example.org,Yes,Ann Roe,ann.roe@elmcentre.example.org,non',
      'Birch Outreach,office@birch.example.org,No,Bo Hale,bo.hale@birch.example.org,non',
    );
    const named = captureText(text).filter(({ last_name }) => last_name);
    expect(named).toMatchObject([
      { last_name: 'Roe', company: 'Elm Family Centre' },
      { last_name: 'Hale', company: 'Birch Outreach' },
    ]);
  });

  it('takes flags, zeros and salutations for nothing of a person', () => {
    const text = lines(
      'FIRST_NAME\tLAST_NAME\tTITLE\tORG_REC\tPHONE\tPHONE_EXT\tEMAIL',
      'Ann\tRoe\tThe Honourable\tN\t306-555-0108\t0\tann.roe@mail.example.com',
      'Bo\tHale\tMr.\tN\t306-555-0140\t12\tbo.hale@mail.example.com',
    );
    const [ann, bo] = captureText(text);
    expect(ann).toMatchObject({ phone: '+13065550108' });
    expect(ann).not.toHaveProperty('company');
    expect(ann).not.toHaveProperty('title');
    expect(bo).toMatchObject({ phone: '+13065550140 x12' });
  });
});
