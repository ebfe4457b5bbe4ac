/** The spellings that are tried where Envoke finds whole values only. */
import { describe, expect, it } from 'vitest';
import { exactFilters } from '../../../broker/contacts/search/search-filters.ts';
import { accentedSpellings, spellings } from '../../../broker/contacts/search/search-spellings.ts';
import { filterQuery } from '../../../broker/envoke/contact-filter.ts';

describe('the spellings of a text', () => {
  it.each([
    ['tremblay', 'Tremblay'],
    ['TREMBLAY', 'tremblay'],
    ['jean-pierre', 'Jean-Pierre'],
    ["o'rourke", 'O’Rourke'],
    ['o’rourke', "O'Rourke"],
    ['ville de laval', 'Ville de Laval'],
    ['association of the clerks', 'Association of the Clerks'],
    ['DE LA CRUZ', 'de la Cruz'],
    ["université de l'acadie", 'Université de l’Acadie'],
    ['La Ronge', 'La Ronge'],
  ])('of %s have %s among them', (typed, stored) => {
    expect(spellings(typed)).toContain(stored);
  });

  it.each([
    ['elodie', 'Élodie'],
    ['GENEVIEVE', 'Geneviève'],
    ['helene', 'Hélène'],
    ['hélene', 'Hélène'],
    ['francois', 'François'],
    ['benoit', 'Benoît'],
    ['cote', 'Côté'],
    ['Zoé', 'Zoe'],
    ['ville de quebec', 'Ville de Québec'],
    ['universite de la riviere-blanche', 'Université de la Rivière-Blanche'],
  ])('of %s have %s among those with accents', (typed, stored) => {
    expect(accentedSpellings(typed)).toContain(stored);
  });

  it('add no accent to a short word', () => {
    expect(accentedSpellings('ville de laval').filter((text) => !text.includes(' de '))).toEqual([]);
  });

  it.each(['e'.repeat(200), 'é '.repeat(100), "d'e-e ".repeat(33), 'universite de la riviere-blanche'])(
    'fit into a query, however many there are of %s',
    (typed) => {
      for (const filter of exactFilters(typed.split(' ').slice(0, 8))) {
        expect(filterQuery(filter).length).toBeLessThan(6_500);
      }
    },
  );
});
