/** Title and employer that no word tells: read from where they stand around a name. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText } from './capture-text.ts';

const roleOf = (...lines: string[]) => {
  const [person] = captureText([...lines, '', 'ann.roe@gmail.com'].join('\n'));
  return { title: person?.title, company: person?.company };
};

describe('the lines around a name', () => {
  it.each([
    [['Ann Roe', 'Growing stronger together'], undefined],
    [['Ann Roe', 'Planning & Development'], undefined],
    [['Ann Roe', 'Ann & Bo'], undefined],
    [['Ann Roe', 'In office Mon, Wed, Fri'], undefined],
    [['Ann Roe', 'Treasurer', 'Northern Manitoba'], undefined],
    [['BOARD MEMBERS – CONTACTS', 'Ann Roe', 'Treasurer'], undefined],
    [['[Trails] Spring work day', 'Ann Roe', 'Treasurer'], undefined],
  ])('hold no employer: %j', (lines, company) => {
    expect(roleOf(...lines).company).toBe(company);
  });

  it.each([
    [['Ann Roe', 'Treasurer', 'Arctic Wool'], 'Treasurer', 'Arctic Wool'],
    [['Arctic Wool', 'Ann Roe', 'Treasurer'], 'Treasurer', 'Arctic Wool'],
    [['Ann Roe | Comptoir boréal', 'Présidente'], 'Présidente', 'Comptoir boréal'],
    [['Ann Roe', 'Secretary - Longue Nuit Yukon'], 'Secretary', 'Longue Nuit Yukon'],
    [
      ['Ann Roe', 'Adjointe', '', "Chaire de recherche sur l'Estuaire"],
      'Adjointe',
      "Chaire de recherche sur l'Estuaire",
    ],
    [['Ann Roe', 'Planning & Development, Wexley Rinks', 'Treasurer'], 'Treasurer', 'Wexley Rinks'],
    [
      ['Ann Roe', 'Manager, Visitor Content', 'Wexley Herbarium'],
      'Manager, Visitor Content',
      'Wexley Herbarium',
    ],
    [['Ann Roe', 'Hall Rentals', 'Wexley Curling Club'], 'Hall Rentals', 'Wexley Curling Club'],
    [['Ann Roe', 'Elm College', 'Mise en page'], 'Mise en page', 'Elm College'],
    [['Ann Roe', 'Fund Development', 'Wexley Unikkaat'], 'Fund Development', 'Wexley Unikkaat'],
  ])('say what somebody does, and for whom: %j', (lines, title, company) => {
    expect(roleOf(...lines)).toEqual({ title, company });
  });

  it('say whose mailbox a parish has, though it spells the name of the parish', () => {
    const text =
      'Holy Rosary – Elm Bay\nPastor: Rev. Augustine Roe, CMI\nBox 98, Elm Bay, ON P8N 1A0\nEmail: holyrosary.eb@elm.example.org';
    expect(captureText(text)).toMatchObject([{ first_name: 'Augustine', last_name: 'Roe', title: 'Pastor' }]);
  });

  it('keep the place of an employer out of the title', () => {
    expect(roleOf('Reading the Ice', 'Ann Roe, Ice Safety Lead, Wexley Network (Iqaluit)')).toEqual({
      title: 'Ice Safety Lead',
      company: 'Wexley Network',
    });
  });

  it('say less than where the others of a list have theirs', () => {
    const card = (org: string, who: string, local: string) =>
      `<li><div>${org}</div><div>${who} – Founder</div><div><a href="mailto:${local}@shaw.ca">${local}@shaw.ca</a></div></li>`;
    const html = `<h1>Members</h1><ul>${card('Wexley Clinic', 'Bo Lindqvist', 'bo')}${card('Elm Street Yoga', 'Ann Roe', 'ann')}${card('Elm Bakery Inc.', 'Priya Okafor', 'priya')}</ul>`;
    expect(captureHtml(html).map(({ company }) => company)).toEqual([
      'Wexley Clinic',
      'Elm Street Yoga',
      'Elm Bakery Inc.',
    ]);
  });
});
