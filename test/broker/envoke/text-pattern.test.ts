/** Patterns that find text whatever its case and accents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiPattern, foldText, textPattern } from '../../../broker/envoke/text-pattern.ts';

describe('the pattern made of a text', () => {
  it.each([
    ['helene', 'Hélène'],
    ['HÉLÈNE', 'helene'],
    ['Helene', 'HÉLÈNE'],
    ['coeur', 'Sacré-Cœur'],
    ['cœur', 'Sacré-Coeur'],
    ["l'heureux", 'L’Heureux'],
    ['jean-pierre', 'Jean Pierre'],
    ['francois', 'FRANÇOIS'],
    ['a+b', 'A+B Consulting'],
  ])('finds with %s the value %s, even where case counts', (typed, stored) => {
    expect(stored).toMatch(new RegExp(textPattern(typed)));
  });

  it.each([
    ['.*', 'anything'],
    ['a|b', 'a'],
    ['^', 'start'],
    ['[a-z]', 'x'],
    ['(?:)', 'x'],
    ['\\w', 'w'],
    ['x{0}', 'x'],
  ])('takes %s literally', (typed, stored) => {
    expect(stored).not.toMatch(new RegExp(textPattern(typed)));
    expect(stored).not.toMatch(new RegExp(asciiPattern(typed)));
  });

  it('is always a regular expression, and always finds the text itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const stored = foldText(text);
        expect(stored).toMatch(new RegExp(textPattern(text)));
        expect(stored).toMatch(new RegExp(asciiPattern(text)));
      }),
    );
  });
});
