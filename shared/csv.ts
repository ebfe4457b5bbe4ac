/**
 * Tables for spreadsheets: RFC 4180, and no cell runs as a formula. Extension and broker both use this writer. Pure.
 */

/**
 * The characters that a spreadsheet takes for the start of a formula; some ignore blanks, quotes and invisible
 * characters before it.
 */
const FORMULA_START = /^[\s\p{C}\p{Default_Ignorable_Code_Point}'"]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/**
 * One cell: a formula becomes text with an apostrophe in front; quotes are added where needed, and quotes inside are
 * doubled.
 */
export function csvCell(value: string): string {
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(csvRow).join('');
}
