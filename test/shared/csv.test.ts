/** The one writer of tables: no cell is run as a formula, and every reader gets the same cells. */
import { expect, it } from 'vitest';
import { csvCell, toCsv } from '../../shared/csv.ts';

const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u2212'];
const BEFORE = [
  '',
  ' ',
  '\u00a0',
  '\t',
  '\r',
  '\n',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2060',
  ' \u200b ',
  '"',
  "'",
];

it.each(STARTS.flatMap((start) => BEFORE.map((before) => [`${before}${start}1+1`])))(
  'makes no formula of %j',
  (text) => expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true),
);

it.each([
  ['plain', 'plain'],
  ['Noémie', 'Noémie'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  ["O'Neil", "O'Neil"],
  ['613-555-0142', '613-555-0142'],
])('writes %j as %j', (text, cell) => expect(csvCell(text)).toBe(cell));

it('ends every line as RFC 4180 has it', () => {
  const rows = [
    ['a', 'b'],
    ['=1', '2'],
  ];
  expect(toCsv(rows)).toBe("a,b\r\n'=1,2\r\n");
});
