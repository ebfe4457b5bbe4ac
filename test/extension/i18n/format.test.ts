/** Words, numbers and dates put together in both languages. */
import { describe, expect, it } from 'vitest';
import {
  daysUntil,
  formatDay,
  formatMoment,
  loadTranslator,
  resolveLanguage,
  startTranslator,
} from '../../../extension/lib/i18n/index.ts';

describe('the language to show', () => {
  it.each([
    ['fr', 'en-US', 'fr'],
    ['en', 'fr-CA', 'en'],
    ['auto', 'fr-CA', 'fr'],
    ['auto', 'fr', 'fr'],
    ['auto', 'fy-NL', 'en'],
    ['auto', 'de', 'en'],
  ] as const)('for the setting %s in a browser that speaks %s is %s', (setting, browser, language) => {
    expect(resolveLanguage(setting, browser)).toBe(language);
  });
});

describe('a message', () => {
  it('takes the plural form of the language: zero is many in English and one in French', async () => {
    const [en, fr] = await Promise.all([loadTranslator('en'), loadTranslator('fr')]);
    expect([0, 1, 2].map((count) => en.t('bulk.ready', { count }))).toEqual([
      '0 people will be added.',
      '1 person will be added.',
      '2 people will be added.',
    ]);
    expect(fr.t('bulk.ready', { count: 0 })).toBe('0\u00a0personne sera ajoutée.');
    expect(fr.t('bulk.ready', { count: 2 })).toBe('2\u00a0personnes seront ajoutées.');
  });

  it('writes large numbers as the language does', async () => {
    const [en, fr] = await Promise.all([loadTranslator('en'), loadTranslator('fr')]);
    expect(en.t('bulk.ready', { count: 1200 })).toContain('1,200');
    expect(fr.t('bulk.ready', { count: 1200 })).toMatch(/1\s200/);
  });

  it('takes a parameter as it is, even one that looks like a parameter', async () => {
    const { t } = startTranslator('en');
    expect(t('find.nobody', { search: '{search} $& <b>' })).toBe('Nobody matches “{search} $& <b>”');
  });

  it('is complete only once the whole catalogue is there', async () => {
    expect(startTranslator('fr').complete).toBe(false);
    expect((await loadTranslator('fr')).complete).toBe(true);
  });
});

describe('a day', () => {
  it('is written in words, without a time zone moving it', () => {
    expect(formatDay('2027-05-12', 'en')).toBe('May 12, 2027');
    expect(formatDay('2027-05-12 00:00:00', 'fr')).toBe('12 mai 2027');
  });

  it('that is the first of a month is an ordinal in French only', () => {
    expect(formatDay('2027-03-01', 'fr')).toBe('1er mars 2027');
    expect(formatDay('2027-03-11', 'fr')).toBe('11 mars 2027');
    expect(formatDay('2027-03-01', 'en')).toBe('March 1, 2027');
  });

  it('that is not a date is shown as Envoke gave it', () => {
    expect(formatDay('soon', 'en')).toBe('soon');
    expect(formatDay('0026-03-15', 'fr')).not.toContain('1926');
  });

  it('is counted in whole days', () => {
    expect(daysUntil('2027-03-01', '2027-02-27')).toBe(2);
    expect(daysUntil('2027-02-27', '2027-03-01')).toBe(-2);
    expect(daysUntil('soon', '2027-03-01')).toBeNull();
  });
});

it('writes a moment with its time', () => {
  expect(formatMoment(Date.UTC(2027, 4, 12, 12) / 1000, 'fr')).toMatch(/^1[123] mai 2027 à \d/);
});

it('writes the hour without a zero in French', () => {
  const morning = new Date(2027, 2, 1, 6, 5).getTime() / 1000;
  expect(formatMoment(morning, 'fr')).toMatch(/^1er mars 2027 à 6\sh\s05$/);
  expect(formatMoment(new Date(2027, 2, 1, 20, 5).getTime() / 1000, 'fr')).toMatch(/à 20\sh\s05$/);
});
