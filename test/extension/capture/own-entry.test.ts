/** Whose the mailbox of an office is that stands below the people who work there. */
import { describe, expect, it } from 'vitest';
import { captureHtml, captureText } from './capture-text.ts';

const STAFF = 'Ann Roe\nClerk\n506-555-0101\n\nBo Park\nPlanner\n506-555-0102\n\n';

describe('the mailbox of an office', () => {
  it.each([
    ['stands alone', 'info@elm.example.ca'],
    ['stands in the imprint', 'Town of Elm, 12 Main Street, Elm NB E4K 1A1 · info@elm.example.ca'],
    ['says itself what it is for', 'General enquiries: info@elm.example.ca'],
  ])('is none of its staff where it %s', (_, mailbox) => {
    const [office] = captureText(`${STAFF}${mailbox}`);
    expect(office).toMatchObject({ email: 'info@elm.example.ca' });
    for (const field of ['first_name', 'last_name', 'title', 'phone'])
      expect(office).not.toHaveProperty(field);
  });

  it('is none of its staff, whom a text without blank lines has one below the other', () => {
    const [office] = captureText(`${STAFF.replaceAll('\n\n', '\n')}info@elm.example.ca`);
    expect(office).toMatchObject({ email: 'info@elm.example.ca' });
    for (const field of ['first_name', 'title', 'phone']) expect(office).not.toHaveProperty(field);
  });

  it.each([
    ['<p>info@elm.example.ca</p><h2>Staff</h2><div><h3>Ann Roe</h3><p>Clerk<br>506-555-0101</p></div>'],
    ['<p>info@elm.example.ca</p><ul><li>Ann Roe, Clerk</li><li>Bo Park, Planner</li></ul>'],
  ])('is none of its staff below it: %s', (html) => {
    const [office] = captureHtml(html);
    expect(office).toMatchObject({ email: 'info@elm.example.ca' });
    for (const field of ['first_name', 'title', 'phone']) expect(office).not.toHaveProperty(field);
  });

  it('is none of those whose titles stand above their names below it', () => {
    const text =
      'Orme Entraide\nCourriel : accueil@orme.example.org\nDirectrice générale\nOdile Roe poste 223\nCoordonnatrice\nKoné Roy poste 226';
    const [office] = captureText(text);
    expect(office).toMatchObject({ email: 'accueil@orme.example.org' });
    for (const field of ['first_name', 'title']) expect(office).not.toHaveProperty(field);
  });

  it('is none of those who stand one a line above it, but the number between is its own', () => {
    const [office] = captureText(
      'Ann Roe, Administrator\nBo Park, Planner\n506-555-0100\ninfo@elm.example.ca',
    );
    expect(office).toMatchObject({ phone: '+15065550100' });
    expect(office).not.toHaveProperty('first_name');
  });

  it('is nobody’s where it stands behind the block that a name heads', () => {
    const [office] = captureHtml(
      '<main><h1>Staff</h1><div><h3>Ann Roe</h3><p>Clerk<br>506-555-0101</p></div></main><footer><p>info@elm.example.ca</p></footer>',
    );
    expect(office).not.toHaveProperty('first_name');
    expect(office).not.toHaveProperty('phone');
  });

  it('is that of the one person who signs with it', () => {
    expect(captureText('Ann Roe\nClerk\nTown of Elm\n\n506-555-0101\ninfo@elm.example.ca')).toMatchObject([
      { first_name: 'Ann', last_name: 'Roe', title: 'Clerk', phone: '+15065550101' },
    ]);
  });

  it('is that of the last of several entries that holds it', () => {
    const entries =
      'Elm Weavers\nAnn Roe, President\n506-555-0101\n\nAsh Potters\nBo Park, President\n506-555-0102\n';
    expect(captureText(`${entries}info@ash.example.org`)).toMatchObject([
      { first_name: 'Bo', last_name: 'Park', phone: '+15065550102' },
    ]);
  });

  it('is that of its holder where it is called after an office that one person has', () => {
    expect(captureText(`${STAFF}Cy Lund\nTreasurer\ntreasurer@elm.example.ca`)).toMatchObject([
      { first_name: 'Cy', last_name: 'Lund', title: 'Treasurer' },
    ]);
  });
});
