/** People in the minutes of a meeting, and those who answer for somebody who is away. */
import { describe, expect, it } from 'vitest';
import { captureText, lines } from './capture-text.ts';

describe('who came to a meeting', () => {
  it.each([
    'Absents',
    'Présents',
    'Étaient présents',
    'Membres absents',
    'Excusés',
    'Invités',
    'Appuyé par',
    'Regrets',
    'Also present',
    'In attendance',
    'Guests',
    'Moved by',
  ])('is no title and no employer of the first one: %s', (said) => {
    const ann = { first_name: 'Ann', last_name: 'Roe', email: 'ann.roe@elm.example.ca' };
    const [first] = captureText(
      `${said} : Ann Roe (ann.roe@elm.example.ca), Bo Hale (bo.hale@elm.example.ca)`,
    );
    expect(first).toMatchObject(ann);
    const [alone] = captureText(lines(`${said} : Ann Roe`, 'ann.roe@elm.example.ca'));
    expect(alone).toMatchObject(ann);
    for (const field of ['title', 'company']) {
      expect(first).not.toHaveProperty(field);
      expect(alone).not.toHaveProperty(field);
    }
  });

  it('leaves the office of somebody, without what is said beside it', () => {
    const text = lines(
      'Secrétaire : Ann Roe (ann.roe@elm.example.ca)',
      'Bo Hale, Chair (regrets), bo.hale@elm.example.ca',
      'Jo Park (proxy for Al Reed), jo.park@elm.example.ca',
    );
    const [ann, bo, jo] = captureText(text);
    expect(ann).toMatchObject({ first_name: 'Ann', title: 'Secrétaire' });
    expect(bo).toMatchObject({ first_name: 'Bo', title: 'Chair' });
    expect(jo).toMatchObject({ first_name: 'Jo' });
    expect(jo).not.toHaveProperty('title');
  });
});

describe('an address of who answers for somebody', () => {
  it.each([
    'Ann Roe, directrice (remplacée par Bo Lee, bo.lee@elm.example.ca)',
    'Ann Roe, directrice, remplacée par Bo Lee, bo.lee@elm.example.ca',
    'Directrice : Ann Roe (en congé; remplacée par Bo Lee, bo.lee@elm.example.ca)',
    'Ann Roe, Director (on leave; contact Bo Lee, bo.lee@elm.example.ca)',
    'Ann Roe, Director (on parental leave — covered by Bo Lee <bo.lee@elm.example.ca>)',
    'Ann Roe (remplacée par Bo Lee), bo.lee@elm.example.ca',
  ])('is theirs, and not that of who is away: %s', (said) => {
    const [bo, ...others] = captureText(said);
    expect(bo).toMatchObject({ first_name: 'Bo', last_name: 'Lee' });
    expect(bo).not.toHaveProperty('title');
    expect(others).toEqual([]);
  });

  it.each([
    'Ann Roe, Director (on leave; contact b.lee@elm.example.ca)',
    'Ann Roe (absente jusqu’au 3 mars, écrire à b.lee@elm.example.ca)',
  ])('is nobody’s where it is not said whose: %s', (said) => {
    const [other] = captureText(said);
    expect(other).not.toHaveProperty('first_name');
    expect(other).not.toHaveProperty('title');
  });

  it('stands beside that of who is away', () => {
    const text =
      'Ann Roe, Director, ann.roe@elm.example.ca (on leave; contact Bo Lee, bo.lee@elm.example.ca)';
    expect(captureText(text)).toMatchObject([
      { first_name: 'Ann', title: 'Director', email: 'ann.roe@elm.example.ca' },
      { first_name: 'Bo', email: 'bo.lee@elm.example.ca' },
    ]);
  });

  it('may be one’s own', () => {
    const [ann] = captureText('Ann Roe, on leave until May, write to me at ann.roe@elm.example.ca');
    expect(ann).toMatchObject({ first_name: 'Ann', last_name: 'Roe' });
  });
});
