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
});
