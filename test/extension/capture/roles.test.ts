/** What somebody does and for whom, where the lines around a name say other things too. */
import { describe, expect, it } from 'vitest';
import { capture, captureHtml, captureText, lines, plain } from './capture-text.ts';

const first = (...all: string[]) => captureText(lines(...all))[0];

describe('an employer', () => {
  it('is not the heading over a group of people', () => {
    const people = captureHtml(
      '<h2>Conference Chairs</h2><b>Della Quon</b>, Conference Chair, <a href="mailto:della.quon@upperelm.example.ca">della.quon@upperelm.example.ca</a><br><b>Naz Roe</b>, Conference Chair, <a href="mailto:nroe@ashhall.example.ca">nroe@ashhall.example.ca</a><br>',
    );
    expect(people).toMatchObject([{ title: 'Conference Chair' }, { title: 'Conference Chair' }]);
    for (const person of people) expect(person).not.toHaveProperty('company');
  });

  it.each(['Charities & Municipalities', 'Ex-City of Elmvale'])('is not "%s"', (said) => {
    const person = first('Jinan Roe', `Communications Manager | ${said}`, 'jinan@roe.example.com');
    expect(person).toMatchObject({ title: 'Communications Manager' });
    expect(person).not.toHaveProperty('company');
  });

  it('is not given to those to whom a message went too', () => {
    const people = captureText(
      lines(
        'From: Pascale Roe <proe@oaktrust.example.org>',
        'Cc: Imre Park <imre@oaktrust.example.org>',
        '',
        'Imre will send the files.',
        '',
        'Pascale Roe',
        'Stewardship Manager, Oak Trust of Elmvale',
        '506-555-0171',
      ),
    );
    expect(people[0]).toMatchObject({ title: 'Stewardship Manager', company: 'Oak Trust of Elmvale' });
    expect(people[1]).not.toHaveProperty('company');
  });
});

describe('an employer that others have', () => {
  it('is not called like the minutes of its meeting', () => {
    const people = captureText(
      lines(
        'Elmvale Public Library Board Meeting Minutes',
        '',
        'Present: Megan Park, Lana Roe',
        '',
        'Send regrets to Jean Roe, CEO, jroe@elmvalelibrary.example.ca.',
      ),
    );
    expect(people).toMatchObject([{ title: 'CEO', company: 'Elmvale Public Library' }]);
  });

  it('is given in full to a mailbox, though a heading has its short form', () => {
    const people = captureText(
      lines(
        'Ruth Roe',
        'Manager, Communications',
        'City of Fort Elm',
        'ruth.roe@fortelm.example.ca',
        '',
        'Residents can write to letstalk@fortelm.example.ca.',
        '',
        'About Fort Elm',
      ),
    );
    expect(people[1]).toMatchObject({ email: 'letstalk@fortelm.example.ca', company: 'City of Fort Elm' });
  });

  it('is not given to those who have theirs in brackets', () => {
    const people = captureText(
      lines(
        'President: Erica Roe (U of Northern Lakes) – e.roe@acarch.example.ca',
        'Treasurer: Jean-Paul Park (Yukon River Archives) – tresor@acarch.example.ca',
      ),
    );
    expect(people.map(({ company }) => company)).toEqual(['U of Northern Lakes', 'Yukon River Archives']);
  });
});

describe('a title', () => {
  it('is empty where a program says that there is none', () => {
    const person = first('Unknown', 'Title: No Title', 'Email: parks@elm.example.ca', 'Phone: 250-555-0113');
    expect(person).toMatchObject({ phone: '+12505550113' });
    expect(person).not.toHaveProperty('title');
    expect(person).not.toHaveProperty('first_name');
  });

  it('stands with the employer, below a headline of slogans', () => {
    expect(
      first(
        'Noor Roe, CFRE',
        'Fund Development | Storyteller | Recovering accountant',
        'Chief Development Officer · Birch Reading Foundation',
        'noor@birchreading.example.org',
      ),
    ).toMatchObject({ title: 'Chief Development Officer', company: 'Birch Reading Foundation' });
  });

  it('may have two parts of one language around a dash', () => {
    expect(first('VP – Representative', 'Mike Roe', 'vprep@elm.example.org')).toMatchObject({
      title: 'VP – Representative',
    });
  });

  it('stands where the others of a list have theirs, whatever its words', () => {
    const people = captureText(
      'Della Marsh, Conference Chair, della.marsh@oak.example.ca; Orla Finch, Treasurer, orla.finch@oak.example.ca; Tomas Birk, Head of Operations, tomas.birk@oak.example.ca; Piotr Lund, Website Design, piotr.lund@oak.example.ca',
    );
    expect(people[3]).toMatchObject({ last_name: 'Lund', title: 'Website Design' });
  });

  it('does not say for how long', () => {
    expect(first('* Tanya Roe <tanya.roe@elm.example.ca> - chair till June')).toMatchObject({
      title: 'chair',
    });
  });

  it('does not say what goes to somebody', () => {
    expect(
      first(
        '• Comments on the trail survey to consultant Ned Roe, Fernway Planning, at ned@fernway.example.com',
      ),
    ).toMatchObject({ first_name: 'Ned', title: 'consultant', company: 'Fernway Planning' });
  });

  it('is not the end of a sentence that was broken', () => {
    expect(
      first(
        'From: Bonnie Roe <broe@elmarchives.example.ca>',
        'Please write directly to the',
        'author.',
        '',
        'Bonnie Roe',
        'Preservation Officer',
      ),
    ).toMatchObject({ title: 'Preservation Officer' });
  });

  it('is not the next label in the header of a message', () => {
    const [sender] = captureText(
      '>> De : Randolph Beck <rbeck@elm.example.com> Envoyé : lundi 27 janvier\n>> 2025 15:12 Objet : RE: essai',
    );
    expect(sender).toMatchObject({ first_name: 'Randolph' });
    expect(sender).not.toHaveProperty('title');
  });

  it('ends before the service in which a press contact works', () => {
    expect(
      first(
        "Renseignements : Philippe Roe, relationniste, Service de l'expérience citoyenne et des communications, (514) 555-0137, medias@orme.example.ca",
      ),
    ).toMatchObject({
      title: 'relationniste',
      company: "Service de l'expérience citoyenne et des communications",
    });
  });

  it('stands above each name of a list, though a line follows the last', () => {
    const people = captureText(
      lines(
        'Directrice générale',
        'Mireille Roe · poste 230 · dg@orme.example.ca',
        'Inspecteur municipal',
        'Gilles Park · poste 235 · inspecteur@orme.example.ca',
        'Coordonnatrice des loisirs',
        'Marion Ly · poste 203 · loisirs@orme.example.ca',
        'Page 2 sur 12',
      ),
    );
    expect(people.map(({ title }) => title)).toEqual([
      'Directrice générale',
      'Inspecteur municipal',
      'Coordonnatrice des loisirs',
    ]);
  });
});

describe('two addresses in one paragraph', () => {
  it('each have what stands in their own sentence', () => {
    const people = captureText(
      'Les candidatures sont reçues à candidatures@orme.example.com. Pour toute question, veuillez communiquer avec la présidente, Zénobie Roe-Park (506 555-0127; zroe@marais.example.ca).',
    );
    expect(people[0]).not.toHaveProperty('phone');
    expect(people[1]).toMatchObject({
      first_name: 'Zénobie',
      last_name: 'Roe-Park',
      title: 'présidente',
      phone: '+15065550127',
    });
  });
});

describe('a name', () => {
  const read = (text: string) => capture({ text }).map(plain);

  it('has no rank before the given name', () => {
    expect(
      read('Name\tE-mail\nRoe, Chief Ronald\tfirechief@elm.example.ca\nPark, Bo\tbpark@elm.example.ca')[0],
    ).toMatchObject({ first_name: 'Ronald', last_name: 'Roe' });
  });

  it('has no word in front that says why somebody is in a list', () => {
    const people = read(
      'Name\tRepresenting\tEmail\nHollis Roe\tElm Alliance\thollis@elm.example.org\nGuest: Marc Park\tOak Fund\tmpark@oak.example.org',
    );
    expect(people[1]).toMatchObject({ first_name: 'Marc', last_name: 'Park', company: 'Oak Fund' });
  });

  it('is whole where the header of a message was broken inside it', () => {
    const people = read(
      '> From: Avril Roe <avril.roe@elm.example.com>\n> To: Bart Park <bpark@oak.example.org>; Ansari\n> Altaf <altaf.ansari@elm.example.com>',
    );
    expect(people[2]).toMatchObject({ first_name: 'Altaf', last_name: 'Ansari' });
  });

  it('is not what people may ask an office for', () => {
    expect(first('Alumni Inquiries', '604-555-0110', 'alumni@elm.example.ca')).not.toHaveProperty(
      'first_name',
    );
  });

  it('is the whole one, where the address and its link have its short form', () => {
    expect(
      captureHtml(
        '<p><b>Kimberley Ashby-Roe</b><br>Founder</p><p>Cell: (250) 555-0158<br><a href="mailto:kim@alpine.example.org">Email Kim</a></p>',
      )[0],
    ).toMatchObject({ first_name: 'Kimberley', last_name: 'Ashby-Roe', title: 'Founder' });
  });

  it('may have a word for a family name behind what somebody is and a colon', () => {
    expect(
      first('Responsable des bénévoles : Éric Blacksmith, +1 418 555-0104', 'benevoles@orme.example.org'),
    ).toMatchObject({ first_name: 'Éric', last_name: 'Blacksmith', title: 'Responsable des bénévoles' });
  });

  it('counts beside the address, though the header of a quoted message announces it again', () => {
    expect(
      first(
        'Paulin Fontaine-Rey, fon@reseau7.example.net',
        '',
        "-----Message d'origine-----",
        'De : Paulin Fontaine-Rey [mailto:fon@reseau7.example.net]',
        'Envoyé : vendredi 16 avril 2004 17:23',
      ),
    ).toMatchObject({ first_name: 'Paulin', last_name: 'Fontaine-Rey' });
  });

  it('may be a given name alone, with what somebody is in brackets, over the address', () => {
    expect(
      first('For training opportunities, please contact Jim (PI):', 'Email: jrgreen@sce.elm.example.ca'),
    ).toMatchObject({ first_name: 'Jim' });
  });
});
