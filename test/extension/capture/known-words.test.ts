/** What few samples hold and every reader knows: words before titles, nations, territories, fields of work. */
import { describe, expect, it } from 'vitest';
import { captureText } from './capture-text.ts';

const under = (line: string) => captureText(`Ann Roe\n${line}\nann.roe@mailbox.example.com`)[0];

describe('words that every reader knows', () => {
  it.each(['Vice Chair', 'Past President', 'Acting Chief'])(
    '%s is no given name in front of a name',
    (title) => {
      expect(captureText(`${title} Bo Lee\ninfo@elm.example.ca`)).toMatchObject([
        { first_name: 'Bo', last_name: 'Lee', title },
      ]);
    },
  );

  it('"Councillors" is no given name either', () => {
    expect(captureText('Councillors Ann Roe - info@elm.example.ca')).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
    ]);
  });

  it('what follows a name with an honorific is no given name', () => {
    expect(captureText('Dr. Ann Roe, Paul - info@elm.example.ca')).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe' },
    ]);
  });

  it.each([
    'Grazing Leases\nlands@elm.example.ca',
    'Toboggan Rental\nfrontdesk@elm.example.ca',
    'Horaire estival\nverger@orme.example.ca',
    'The People Hub\npeoplehub.news@elm.example.ca',
    'De Roe Family <deroes@mail.example.com>',
    'PROPANE • KEROSENE\nlou@elm.example.ca',
  ])('words of the dictionary are no name: %s', (text) => {
    expect(captureText(text)[0]).not.toHaveProperty('first_name');
  });

  it.each([
    ['Summer Leases\nsummer.leases@elm.example.ca', 'Summer', 'Leases'],
    ['Emily Running Moose\nfrontdesk@elm.example.ca', 'Emily', 'Running Moose'],
  ])('but they are where the address spells it, or a family name starts so: %s', (text, first, last) => {
    expect(captureText(text)).toMatchObject([{ first_name: first, last_name: last }]);
  });

  it.each(['Animation', 'Réception', 'Soins'])('"%s" before a name is what somebody does', (label) => {
    expect(captureText(`${label} : Line Roe\nline.roe@elm.example.ca`)).toMatchObject([
      { last_name: 'Roe', title: label },
    ]);
  });

  it('"& fils" makes no title, whatever the word before it may mean', () => {
    const [lou] = captureText('Lou Roe\nEstuaire & fils\nlou.roe@mailbox.example.com');
    expect(lou).toMatchObject({ last_name: 'Roe' });
    expect(lou).not.toHaveProperty('title');
  });

  it('common words before a colon are no employer', () => {
    const [chair] = captureText(
      'Minutes of the Annual Meeting Present: Ann Roe, Chair, ann.roe@elm.example.ca',
    );
    expect(chair).toMatchObject({ last_name: 'Roe', title: 'Chair' });
    expect(chair).not.toHaveProperty('company');
  });

  it.each(['Manager\nYukon', 'Events Committee'])('"%s" names no employer', (lines) => {
    expect(under(lines)).toMatchObject({ last_name: 'Roe' });
    expect(under(lines)).not.toHaveProperty('company');
  });

  it.each(['Nation huronne-wendat', 'Inuit Tapiriit of Elm', 'Elm School No. 4'])('%s is one', (line) => {
    expect(under(line)).toMatchObject({ last_name: 'Roe', company: line });
  });

  it.each(['Circulation', 'Finance'])('%s below a name is the title', (line) => {
    expect(under(line)).toMatchObject({ title: line });
  });
});
