/** What capture reads from forms and rows that are about several people. */
import { describe, expect, it } from 'vitest';
import { captureText, lines } from './capture-text.ts';

describe('a form about several people', () => {
  it('gives nobody the telephone of whom to call in an emergency', () => {
    const text = lines(
      'Name: Ann Roe',
      'Email: ann.roe@mail.example.com',
      'Emergency contact name: Bo Roe',
      'Emergency contact phone: 250-555-0142',
    );
    const [ann, ...others] = captureText(text);
    expect(others).toEqual([]);
    expect(ann).not.toHaveProperty('phone');
  });

  it("does not call the parent who answers by the pupil's name", () => {
    const text = lines(
      "Prénom de l'élève : Océane",
      "Nom de l'élève : Roe",
      'Prénom : Joël',
      'Nom : Hale',
      'Courriel : joel.hale@courriel.example.ca',
    );
    expect(captureText(text)).toMatchObject([{ first_name: 'Joël', last_name: 'Hale' }]);
  });

  it('gives each of two their own name, number and employer', () => {
    const text = lines(
      'Name: Ann Roe',
      'Title: Branch Manager',
      'Organization: Elm Public Library',
      'Email: ann.roe@elmlibrary.example.ca',
      "Nominee's name: Bo Hale",
      "Nominee's email: bo.hale@mail.example.org",
      "Nominee's phone: 780-555-0129",
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', title: 'Branch Manager', company: 'Elm Public Library' },
      { first_name: 'Bo', last_name: 'Hale', phone: '+17805550129' },
    ]);
    expect(captureText(text)[1]).not.toHaveProperty('title');
    expect(captureText(text)[1]).not.toHaveProperty('company');
  });

  it('finds who is meant by "their"', () => {
    const text = lines(
      'Your name: Ann Roe',
      'Your email: ann.roe@mail.example.com',
      'Who should we invite?',
      'Bo Hale',
      'Their email: bo.hale@elmchoir.example.org',
      'Their organization: Elm Choir',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Hale', company: 'Elm Choir' },
    ]);
    expect(captureText(text)[0]).not.toHaveProperty('company');
  });
});

describe('a row about several people', () => {
  it('is about one where a second address is of the same person', () => {
    const text = 'First,Last,Email,Secondary email\nAnn,Roe,ann.roe@elm.example.org,ann@mail.example.com';
    expect(captureText(text)).toMatchObject([{ email: 'ann.roe@elm.example.org', last_name: 'Roe' }]);
  });

  it('reads each with the columns that are headed alike, and the school of both', () => {
    const text = lines(
      'School\tPrincipal\tPrincipal e-mail\tOffice administrator\tOffice e-mail',
      'Elmwood Public School\tAnn Roe\tann.roe@elmboard.example.ca\tBo Hale\tbo.hale@elmboard.example.ca',
      'St. Mary Elementary\tCy Dow\tcy.dow@elmboard.example.ca\tDee Hart\tdee.hart@elmboard.example.ca',
    );
    expect(captureText(text)).toMatchObject([
      { last_name: 'Roe', title: 'Principal', company: 'Elmwood Public School' },
      { last_name: 'Hale', title: 'Office administrator', company: 'Elmwood Public School' },
      { last_name: 'Dow', title: 'Principal', company: 'St. Mary Elementary' },
      { last_name: 'Hart', title: 'Office administrator', company: 'St. Mary Elementary' },
    ]);
  });

  it('gives an attendee without an address that of the order', () => {
    const text = lines(
      'Order,Email,Attendee name,Attendee email',
      'M1,ann.roe@elm.example.org,Ann Roe,',
      'M1,ann.roe@elm.example.org,Bo Hale,bo.hale@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([
      { email: 'ann.roe@elm.example.org', first_name: 'Ann' },
      { email: 'bo.hale@mail.example.com', first_name: 'Bo' },
    ]);
  });

  it('reads two people with an address each, in one cell', () => {
    const text = lines(
      'Name\tRole\tE-mails',
      'Ann & Bo Roe\tMembers\tann.roe@mail.example.com; bo.roe@mail.example.com',
      'Cy Dow\tChair\tcy.dow@mail.example.com',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Roe' },
      { first_name: 'Cy', last_name: 'Dow' },
    ]);
  });

  it('keeps both given names of two who share an address', () => {
    const text =
      'Name,Email\n"Gordon & Beverly Roe",roes@mail.example.com\nAnn Hale,ann.hale@mail.example.com';
    expect(captureText(text)[0]).toMatchObject({ first_name: 'Gordon & Beverly', last_name: 'Roe' });
  });

  it('reads a report with a list for each kind of guest', () => {
    const text = lines(
      'Webinar report',
      'Panelist details',
      'Attended,Name (original name),Email',
      'Yes,Ann Roe,ann.roe@roelaw.example.com',
      'Attendee details',
      'Attended,First name,Last name,Email',
      'Yes,Bo,Hale,bo@mail.example.org',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Bo', last_name: 'Hale' },
    ]);
  });

  it('gives an address without an owner to the one it spells, or else to the adult', () => {
    const spelled = lines(
      'Participant;Titulaire - Prénom;Titulaire - Nom;Courriel',
      'Bea Roe;Ann;Roe;ann.roe@mail.example.com',
      'Cy Dow;Kim;Dow;kim.dow@mail.example.com',
    );
    expect(captureText(spelled)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
      { first_name: 'Kim', last_name: 'Dow' },
    ]);
    const adult = lines("Child's name: Bea Roe", "Parent's name: Ann Hale", 'Email: hale77@mail.example.com');
    expect(captureText(adult)[0]).toMatchObject({ first_name: 'Ann', last_name: 'Hale' });
  });

  it('takes the buyer of an order, not whom it is sent to', () => {
    const text = lines(
      'customer_email,billing_first_name,billing_last_name,billing_email,billing_city,shipping_first_name,shipping_last_name,shipping_city',
      'ann@mail.example.com,Ann,Roe,ann@mail.example.com,Sydney,Bo,Hale,Lunenburg',
      'cy@mail.example.com,Cy,Dow,cy@mail.example.com,Truro,Cy,Dow,Truro',
    );
    expect(captureText(text)[0]).toMatchObject({ first_name: 'Ann', last_name: 'Roe', city: 'Sydney' });
  });

  it('reads labels that say at their end whom they are about', () => {
    const text = lines(
      'Email élève : bea08@mail.example.com',
      'Prénom élève : Bea',
      'Nom élève : Roe',
      'Email parent : ahale@mail.example.com',
      'Prénom parent : Ann',
      'Nom parent : Hale-Roe',
      'Téléphone parent : 819-555-0183',
    );
    expect(captureText(text)).toMatchObject([
      { first_name: 'Bea', last_name: 'Roe' },
      { first_name: 'Ann', last_name: 'Hale-Roe', phone: '+18195550183' },
    ]);
  });
});
