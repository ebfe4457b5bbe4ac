/** Tables for spreadsheets: RFC 4180, and no cell that is run as a formula. The one writer of both sides. Pure. */

/** What a spreadsheet takes for the start of a formula; some ignore blanks, quotes and what cannot be seen to find it. */
const FORMULA_START = /^[\s\p{C}\p{Default_Ignorable_Code_Point}'"]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/** One cell: a formula becomes text by a leading apostrophe; what needs quotes has them, doubled inside. */
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
