/** Which values are too long for Envoke: counted as they are sent, for every field that has a limit. */
import { describe, expect, it } from 'vitest';
import { isOverlong, overlongFields } from '../../../extension/components/add/field-limits.ts';
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import { CONTACT_FIELD_MAX_CHARS } from '../../../shared/limits.ts';

describe('a value that is too long for Envoke', () => {
  it.each(CONTACT_FIELDS)('has one character more than %s may have', (name) => {
    const longest = 'x'.repeat(CONTACT_FIELD_MAX_CHARS[name]);
    expect(isOverlong(name, longest)).toBe(false);
    expect(isOverlong(name, `${longest}x`)).toBe(true);
  });

  it('is counted without the blanks around it, and with one for each character outside the usual plane', () => {
    const max = CONTACT_FIELD_MAX_CHARS.company;
    expect(isOverlong('company', `  ${'x'.repeat(max)}\n`)).toBe(false);
    expect(isOverlong('company', '𝒳'.repeat(max))).toBe(false);
  });

  it('is not the name beside an address', () => {
    const name = 'Marguerite-Angélique de la Chevrotière-Beaubien, Coordonnatrice';
    expect(isOverlong('email', `${name} <m@x.example.ca>`)).toBe(false);
  });

  it('is named in the order of the fields', () => {
    const values = Object.fromEntries(CONTACT_FIELDS.map((name) => [name, ''])) as Record<
      (typeof CONTACT_FIELDS)[number],
      string
    >;
    const long = { city: 'Saint-Jean-sur-Richelieu', first_name: 'Marguerite-Angélique-Marie' };
    expect(overlongFields({ ...values, ...long })).toEqual(['first_name', 'city']);
  });
});
