/** Patterns that find text whatever its case and accents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiPattern, textPattern } from '../../../broker/envoke/text-pattern.ts';
import { foldText } from '../../../shared/search-text.ts';

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
    ['nguyen thi dao', 'NGUYỄN THỊ ĐÀO'],
    ['Nguyễn', 'Nguyen'],
    ['lodz', 'Łódź'],
    ['ŁÓDŹ', 'Lodz'],
    ['soren', 'Søren'],
    ['maori', 'Māori'],
    ['strasse', 'Straße'],
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

  it('finds accented letters by their plain letter', () => {
    const ranges = [
      [0xc0, 0x17f],
      [0x1ea0, 0x1ef9],
    ] as const;
    const letters = ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)),
    );
    const accented = letters.filter((letter) => /^[a-z]$/.test(foldText(letter)) && letter !== 'ſ');
    expect(accented.length).toBeGreaterThan(250);
    for (const letter of accented) expect(letter).toMatch(new RegExp(textPattern(foldText(letter))));
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
