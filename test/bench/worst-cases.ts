/** Input that is slow for parsers that backtrack: each case gives about `size` characters of text or markup. */

export interface WorstCase {
  name: string;
  kind: 'text' | 'html';
  write: (size: number) => string;
}

const repeated = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

const addresses = (size: number, between: string): string => {
  const parts: string[] = [];
  for (let index = 0, length = 0; length < size; index += 1) {
    const part = `Jane Roe <jane.roe${index}@example.ca>${between}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
};

const text = (name: string, write: (size: number) => string): WorstCase => ({ name, kind: 'text', write });
const html = (name: string, write: (size: number) => string): WorstCase => ({ name, kind: 'html', write });

export const WORST_CASES: readonly WorstCase[] = [
  text('one letter', (size) => repeated('a', size)),
  text('"a@" and dots', (size) => `a@${repeated('a.', size)}`),
  text('at signs', (size) => repeated('@', size)),
  text('dots and "@"', (size) => `${repeated('a.', size)}@`),
  text('"a@" again and again', (size) => repeated('a@', size)),
  text('line ends', (size) => repeated('\n', size)),
  text('blanks', (size) => repeated(' ', size)),
  text('digits', (size) => repeated('5', size)),
  text('phone-like digits', (size) => repeated('416-555-01', size)),
  text('open brackets', (size) => repeated('(', size)),
  text('capitalised words', (size) => repeated('Jane Roe ', size)),
  text('commas', (size) => repeated('a, ', size)),
  text('spelled at and dot', (size) => repeated('a at a dot ', size)),
  text('spaced capitals', (size) => repeated('E L M  ', size)),
  text('columns with blanks', (size) => repeated('Jane Roe     jane@example.ca\n', size)),
  text('headings alone', (size) => repeated('Name\nE-mail\nPhone\n', size)),
  text('tabs', (size) => repeated('a\t', size)),
  text('hosts', (size) => repeated('www.a.ca/', size)),
  text('many addresses, one line', (size) => addresses(size, ', ')),
  text('many addresses, one a line', (size) => addresses(size, '\n')),
  text('many addresses in sentences', (size) =>
    addresses(size, ' wrote to Ann Lee, director at Elm Trust. '),
  ),
  text('quoted-printable and cards', (size) => repeated('BEGIN:VCARD\nFN:=C3=\n', size)),
  html('flat markup', (size) => repeated('<p>Jane <b>Roe</b> x</p>', size)),
  html('many links', (size) => repeated('<a href="mailto:a@example.ca">a</a> ', size)),
  html('nested blocks', (size) => repeated('<div>', 2_000) + repeated('a ', size)),
  html('a table', (size) => `<table>${repeated('<tr><td>Jane Roe<td>jane@example.ca</tr>', size)}</table>`),
  html('one long paragraph', (size) => `<p>${repeated('Jane Roe at a dot ', size)}</p>`),
];
