/** What a sentence says about the person whose address stands in it. */
import { describe, expect, it } from 'vitest';
import { captureText as read } from './capture-text.ts';

describe('a sentence about somebody', () => {
  it.each([
    ['Hi, this is Ann from Elm Trust. My email is ann@elmtrust.example.ca', 'Ann'],
    ['This is Ann with Elm Trust: ann@elmtrust.example.ca', 'Ann'],
  ])('names the employer without its first words: %s', (text, first_name) => {
    expect(read(text)).toMatchObject([{ first_name, company: 'Elm Trust' }]);
  });

  it('has a title before the verb, and one with an abbreviation', () => {
    expect(read('Our Vice-President is Lauren Roe (lroe@mail.example.com).')).toMatchObject([
      { last_name: 'Roe', title: 'Vice-President' },
    ]);
    expect(
      read('Écrivez à la présidente du C.A., madame Odile Roe, à odile@mail.example.com.'),
    ).toMatchObject([{ last_name: 'Roe', title: 'présidente du C.A.' }]);
  });

  it('names whom the address spells, whatever the last word means', () => {
    expect(read('rosa.devos@elm.example.ca (Rosa de Vos)')).toMatchObject([
      { first_name: 'Rosa', last_name: 'de Vos' },
    ]);
  });

  it('is a given name before the address that starts like it', () => {
    expect(read('Mélissa – mel.roe@elm.example.ca')).toMatchObject([{ first_name: 'Mélissa' }]);
  });

  it('has the given name of whom to call', () => {
    const text = 'For tickets, call Deb at 306-555-0177 or email deb@prairiearts.example.ca.';
    expect(read(text)).toMatchObject([{ first_name: 'Deb', phone: '+13065550177' }]);
  });

  it('goes on in the next one', () => {
    const people = read(
      'Anne-Marie Roe is the publisher of the Elm Tribune. She can be reached at publisher@elmtribune.example.ca.',
    );
    expect(people).toMatchObject([{ first_name: 'Anne-Marie', last_name: 'Roe', title: 'publisher' }]);
  });

  it('keeps a name from the title behind it', () => {
    const text =
      'Contact: Bogdan Roe, Race Director <bogdan@elm.example.ca>; Volunteers: crew@elm.example.ca';
    expect(read(text)[0]).toMatchObject({ first_name: 'Bogdan', last_name: 'Roe', title: 'Race Director' });
  });

  it('says what somebody is with "a" and where', () => {
    const text = 'Priya Roe is a copy editor at The Elm Courier. Send tips to priya@elmcourier.example.ca.';
    expect(read(text)).toMatchObject([
      { first_name: 'Priya', last_name: 'Roe', title: 'copy editor', company: 'The Elm Courier' },
    ]);
  });

  it('goes on where a line ends with "Dr."', () => {
    const text =
      'About the study, contact the Principal Investigator, Dr.\nZeynep Roe-Wells (z.roe@elmu.example.ca; 306-555-0124).';
    expect(read(text)).toMatchObject([
      { first_name: 'Zeynep', last_name: 'Roe-Wells', title: 'Principal Investigator' },
    ]);
  });
});

describe('the owner of an address', () => {
  it('is no place that somebody is elected by', () => {
    const text = 'Hon. Simran Roe\nMLA for Oak River\nPhone: 780-555-0176\noak.river@assembly.example.ca';
    expect(read(text)).toMatchObject([
      { first_name: 'Simran', last_name: 'Roe', title: 'MLA for Oak River' },
    ]);
  });

  it('is no label before a colon', () => {
    const [person] = read('Canteen: Rita or Bev, 306-555-0162, canteen@elmrink.example.ca');
    expect(person).not.toHaveProperty('first_name');
  });

  it('is nobody who was present some lines above', () => {
    const text = 'Present: R. Holm (chair)\nRavi to circulate quotes (ravi.k@weedboard.example.ca)';
    expect(read(text)).toMatchObject([{ first_name: 'Ravi' }]);
    expect(read(text)[0]).not.toHaveProperty('last_name');
  });

  it('is who the sentence names, and not who is away', () => {
    const text =
      'Absence motivée : M. Éric Roe\nLes photos sont à envoyer à Mme Ott (manonott.photo@elm.example.ca).';
    expect(read(text)).toMatchObject([{ last_name: 'Ott' }]);
  });

  it('stands below an initial that signs a note', () => {
    const text = '> Who was it?\n> P.\n\nSure, he’s Desmond Roe, desmond.roe@elm.example.ca.';
    expect(read(text)).toMatchObject([{ first_name: 'Desmond', last_name: 'Roe' }]);
  });

  it('may write in small letters', () => {
    const text = 'cheers\nsiobhan mcroe\nvolunteer coordinator\nsiobhan@elmfest.example.org';
    expect(read(text)).toMatchObject([
      { first_name: 'Siobhan', last_name: 'McRoe', title: 'volunteer coordinator' },
    ]);
    expect(read('see you there\nelm hall committee\nhall@elm.example.org')[0]).not.toHaveProperty(
      'last_name',
    );
  });

  it('signs with the given names over the whole name', () => {
    const text = 'Phuong Anh\n\nPhuong Anh Roe, MLIS | Librarian\nphuonganh.r@elm.example.ca';
    expect(read(text)).toMatchObject([{ first_name: 'Phuong Anh', last_name: 'Roe' }]);
  });

  it('has a short compound given name', () => {
    expect(read('2. Jean-Noël (basse) jnoel.roe@elm.example.ca')).toMatchObject([
      { first_name: 'Jean-Noël' },
    ]);
  });
});

describe('several people', () => {
  const PEOPLE = [
    { first_name: 'Lena', last_name: 'Roe', title: 'Co-chair, Fall Supper', company: 'Elm Community League' },
    {
      first_name: 'Pete',
      last_name: 'Stamp',
      title: 'Co-chair, Fall Supper',
      company: 'Elm Community League',
    },
  ];
  const SIGNED = 'Lena Roe & Pete Stamp\nCo-chairs, Fall Supper\nElm Community League';

  it('on one line have their addresses in the same order', () => {
    expect(read(`${SIGNED}\nlena.r@mail.example.ca, 780-555-0101\npstamp@mail.example.ca`)).toMatchObject(
      PEOPLE,
    );
    expect(
      read(`${SIGNED}\nlena.r@mail.example.ca (780-555-0101) / pstamp@mail.example.ca (780-555-0102)`),
    ).toMatchObject([
      { ...PEOPLE[0], phone: '+17805550101' },
      { ...PEOPLE[1], phone: '+17805550102' },
    ]);
  });

  it('have them whoever is named in the next paragraph, and not where a third address follows', () => {
    const mine = `${SIGNED}\nlena.r@mail.example.ca / pstamp@mail.example.ca`;
    expect(read(`${mine}\n\nFor bursaries, write to Ann Ott (aott@college.example.ca).`)).toMatchObject([
      ...PEOPLE,
      { last_name: 'Ott' },
    ]);
    expect(
      read(`${SIGNED}\nlena.r@mail.example.ca / choir@mail.example.ca\nbo.lee@mail.example.ca`)[1],
    ).not.toHaveProperty('last_name');
  });

  it('have the number behind their own address', () => {
    const people = read(
      'Contacts: Ann Roe, ann@elm.example.ca, 613-555-0101, Bo Park, bo@elm.example.ca, 613-555-0102',
    );
    expect(people.map(({ phone }) => phone)).toEqual(['+16135550101', '+16135550102']);
  });

  it('have the number before their own address, where the first one stands so', () => {
    const people = read('613-555-0101 ann@elm.example.ca, 613-555-0102 bo@elm.example.ca');
    expect(people.map(({ phone }) => phone)).toEqual(['+16135550101', '+16135550102']);
  });

  it('are not called after the agency behind the name', () => {
    const people = read(
      'Media: Corinne Ott, Elm Trust, cott@elmtrust.example.ca; or Theo Roe, Brightline PR, theo@brightlinepr.example.com',
    );
    expect(people[1]).toMatchObject({ first_name: 'Theo', last_name: 'Roe', company: 'Brightline PR' });
  });

  it('name for whom somebody speaks, and do not take a place for it', () => {
    expect(read('Write to Ann Roe of the Elm Weavers Guild at ann@mail.example.com.')).toMatchObject([
      { first_name: 'Ann', company: 'Elm Weavers Guild' },
    ]);
    const [contact] = read('Write to Ann Roe from Thunder Bay at ann@mail.example.com.');
    expect(contact).not.toHaveProperty('company');
  });

  it('keep the whole name of a town, and no article before a name', () => {
    expect(
      read('Write to Ada Roe, Facilities Manager with the Town of St. Anselm (ada@elm.example.ca).'),
    ).toMatchObject([{ title: 'Facilities Manager', company: 'Town of St. Anselm' }]);
    expect(
      read("Confirmez auprès d'Aline Patenaude, attachée de presse, au patenaude.aline@elm.example.ca."),
    ).toMatchObject([{ first_name: 'Aline', last_name: 'Patenaude' }]);
  });

  it('leave the place of an employer out of its name', () => {
    expect(
      read(
        'Ingrid Roe is an ecologist at the Pothole Institute in Brandon, Manitoba. Write to ingrid@elm.example.org.',
      ),
    ).toMatchObject([{ company: 'Pothole Institute' }]);
  });
});

describe('what a sentence says somebody is', () => {
  it.each([
    ['Ann Roe is happy to hear from our manager. Email: ann.roe@gmail.com'],
    ['Ann Roe is away. Her assistant answers: ann.roe@gmail.com'],
  ])('is no title where the words are about something else: %s', (text) => {
    expect(read(text)[0]).not.toHaveProperty('title');
  });

  it.each([
    ['Ann Roe is president of Slocan Bay Curling Club. Email: ann.roe@gmail.com'],
    ['Ann Roe is the president of Slocan Bay Curling Club. You can reach her at ann.roe@gmail.com.'],
    ['Hello, my name is Ann Roe and I am the president of Slocan Bay Curling Club: ann.roe@gmail.com'],
    ['As president of Slocan Bay Curling Club, Ann Roe plans the season. Contact: ann.roe@gmail.com'],
    ['“We won,” said Ann Roe, president of Slocan Bay Curling Club.\n\nContact:\nAnn Roe\nann.roe@gmail.com'],
    ['The rink opens.\n\nAnn Roe is president of Slocan Bay Curling Club. ann.roe@gmail.com'],
  ])('is a title with an employer: %s', (text) => {
    expect(read(text)).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', title: 'president', company: 'Slocan Bay Curling Club' },
    ]);
  });

  it.each([
    ['Élise Roe est directrice générale chez Maison Clairval. Courriel : elise.roe@videotron.ca'],
    [
      'Bonjour, je m’appelle Élise Roe et je suis directrice générale chez Maison Clairval : elise.roe@videotron.ca',
    ],
  ])('is one in French: %s', (text) => {
    expect(read(text)).toMatchObject([{ title: 'directrice générale', company: 'Maison Clairval' }]);
  });

  it.each([
    ['Please email president Ann Roe at ann.roe@gmail.com.', 'president'],
    ['Elm Trust has appointed Ann Roe as president. Write to ann.roe@gmail.com.', 'president'],
    ['Maison Clairval a nommé Ann Roe au poste de présidente. Courriel : ann.roe@gmail.com', 'présidente'],
  ])('is a title without the words around it: %s', (text, title) => {
    expect(read(text)).toMatchObject([{ first_name: 'Ann', last_name: 'Roe', title }]);
  });
});

describe('letters between a name and a title', () => {
  it('do not hide the title', () => {
    const text =
      'For more, contact Dilnoza Roe, RPP, Senior Planner, at 613-555-0178 or d.roe@elm.example.ca.';
    expect(read(text)).toMatchObject([{ last_name: 'Roe', title: 'Senior Planner' }]);
  });
});
