/** What a search means, for the broker and the popup alike. */
import { describe, expect, it } from 'vitest';
import { hasWords, isNarrower, searchedText, searchWords } from '../../shared/search-text.ts';

const finds = (texts: readonly string[], search: string) => hasWords(texts, searchWords(search));

describe('the words of a search', () => {
  it.each([
    ['côté', 'Cote'],
    ['COTE', 'Côté'],
    ['roy anne', 'Anne-Marie Roy'],
    ['anne marie', 'Anne-Marie'],
    ["l'heureux", 'L’Heureux'],
    ['lœuvre', 'Loeuvre'],
    ['"Roy, Anne"', 'Anne Roy'],
  ])('%s find %s', (search, text) => {
    expect(finds([text], search)).toBe(true);
  });

  it.each([
    ['anne roy', 'Anne Gagnon'],
    ['royer', 'Anne Roy'],
  ])('%s do not find %s', (search, text) => {
    expect(finds([text], search)).toBe(false);
  });
});

describe('a search without a word', () => {
  it.each(['(', '.', ' « » ', '--', '" ;'])('%j asks for nothing', (text) => {
    expect(searchedText(text)).toBe('');
  });

  it('is not one with a letter beside its punctuation', () => {
    expect(searchedText(' (Roy) ')).toBe('(Roy)');
  });
});

describe('a longer search', () => {
  it.each([
    ['ann', 'anne'],
    ['ann', 'roy anne'],
    ['ann roy', 'royer joanne'],
    ['cot', 'Côté'],
    ['', 'anybody'],
  ])('after %s: %s finds only people who were found already', (before, now) => {
    expect(isNarrower(searchWords(now), searchWords(before))).toBe(true);
  });

  it.each([
    ['ann', 'an'],
    ['ann roy', 'anne'],
    ['anne', 'roy'],
    ['jane@town.example.co', 'jane@town.example.com'],
  ])('after %s: %s may find others', (before, now) => {
    expect(isNarrower(searchWords(now), searchWords(before))).toBe(false);
  });
});
