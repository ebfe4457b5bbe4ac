/** Contacts of any shape, read tolerantly. */
import { describe, expect, it } from 'vitest';
import { readContact, readContacts } from '../../../broker/envoke/envoke-contact.ts';

describe('a contact of Envoke', () => {
  it.each([
    ['null', null],
    ['a list', []],
    ['a contact without an id', { email: 'jane@roe.example' }],
    ['an id that is no number', { id: 'x7' }],
    ['an id of zero', { id: 0 }],
    ['an id with a fraction', { id: 1.5 }],
  ])('is not made of %s', (_what, json) => {
    expect(() => readContact(json)).toThrow(expect.objectContaining({ reason: 'wrong-shape' }));
  });

  it('never holds the key to the preferences page', () => {
    const contact = readContact({ id: '7', external_id: '14b3b88d36c625ba0c6334c511ccd34c' });
    expect(JSON.stringify(contact)).not.toContain('14b3b88d');
  });

  it('has empty text for what is null, missing or of another type', () => {
    const contact = readContact({ id: 7, first_name: null, company: ['x'], consent_status: { a: 1 } });
    expect(contact).toMatchObject({ id: '7', email: '', consentStatus: '' });
    expect(contact.person).toMatchObject({ first_name: '', company: '', city: '' });
  });

  it.each([
    ['an empty list', [], [], {}],
    ['an empty map', {}, {}, {}],
    ['null', null, null, {}],
  ])(
    'has no interests and custom fields where Envoke gives %s',
    (_what, interests, custom_fields, expected) => {
      const contact = readContact({ id: '7', interests, custom_fields });
      expect(contact.interests).toEqual([]);
      expect(contact.customFields).toEqual(expected);
    },
  );

  it('has the names of its interests, from a list, a map or objects', () => {
    expect(readContact({ id: '7', interests: ['News', 'Events'] }).interests).toEqual(['News', 'Events']);
    expect(readContact({ id: '7', interests: { 3: 'News' } }).interests).toEqual(['News']);
    const objects = [{ id: '3', name: 'News' }, { id: '4' }];
    expect(readContact({ id: '7', interests: objects }).interests).toEqual(['News']);
  });

  it('has numbers of custom fields as text', () => {
    expect(readContact({ id: '7', custom_fields: { member: 12, level: 'Gold' } }).customFields).toEqual({
      member: '12',
      level: 'Gold',
    });
  });
});

describe('a list of contacts', () => {
  it.each([
    ['text', 'none'],
    ['a contact', { id: '7' }],
    ['a list in a list', [[{ id: '7' }]]],
  ])('is not made of %s', (_what, json) => {
    expect(() => readContacts(json)).toThrow(expect.objectContaining({ reason: 'wrong-shape' }));
  });

  it.each([
    ['null', null],
    ['an empty list', []],
    ['an empty map', {}],
  ])('is empty where Envoke gives %s', (_what, json) => {
    expect(readContacts(json)).toEqual([]);
  });
});
