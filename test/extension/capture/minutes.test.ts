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
