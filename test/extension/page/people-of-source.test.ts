// @vitest-environment happy-dom
/** Which people of a page are offered: everyone who belongs to the source, never the signed-in user. */
import { describe, expect, it } from 'vitest';
import { peopleOfPage, peopleOfSource } from '../../../extension/lib/page/people-of-source.ts';

const TWO = 'Ann Bell, ann.bell@lake.example.ca\nBo Chan, bo.chan@lake.example.ca';
const SOURCE = { text: TWO, html: null, url: 'https://lake.example.ca', title: 'Team', linkUrl: null };
const emails = (source: Parameters<typeof peopleOfSource>[0]) =>
  peopleOfSource(source).contacts.map(({ email }) => email?.value);

describe('the people of what was read', () => {
  it('leave out the person at the page, whom the page or its title names', () => {
    expect(emails({ ...SOURCE, own: ['Ann.Bell@lake.example.ca'] })).toEqual(['bo.chan@lake.example.ca']);
    const title = 'Minutes - bo.chan@lake.example.ca - Lake Mail';
    expect(emails({ ...SOURCE, title })).toEqual(['ann.bell@lake.example.ca']);
  });

  it('keep somebody whose address a title names without being a web mail', () => {
    expect(emails({ ...SOURCE, title: 'Write to - bo.chan@lake.example.ca - Lake Society' })).toHaveLength(2);
  });

  it('leave out who only stands around a selection', () => {
    expect(emails({ ...SOURCE, selected: 'Bo Chan, bo.chan@lake.example.ca' })).toEqual([
      'bo.chan@lake.example.ca',
    ]);
  });

  it('are all there where a selection holds no address', () => {
    expect(emails({ ...SOURCE, selected: 'Bo Chan' })).toHaveLength(2);
  });

  it('take no title from a heading over a group, but their employer', () => {
    const text = 'Bo Chan\nWard 2\nbo.chan@lake.example.ca';
    const plain = peopleOfSource({ ...SOURCE, text }).contacts;
    expect(peopleOfSource({ ...SOURCE, text, above: 'Mayor and Council' }).contacts).toEqual(plain);
    const above = 'Harbour Arts Council\nOur team';
    const [bo] = peopleOfSource({ ...SOURCE, text, above }).contacts;
    expect(bo).toMatchObject({ company: { value: 'Harbour Arts Council' } });
    expect(bo?.title).toBeUndefined();
  });

  it('of a page say who is in a part that is not open', () => {
    const page = {
      ...SOURCE,
      html: '',
      addresses: [],
      complete: true,
      open: 'Ann Bell, ann.bell@lake.example.ca',
    };
    expect(peopleOfPage(page).people.map(({ email, isFolded }) => [email, isFolded])).toEqual([
      ['ann.bell@lake.example.ca', false],
      ['bo.chan@lake.example.ca', true],
    ]);
  });
});
