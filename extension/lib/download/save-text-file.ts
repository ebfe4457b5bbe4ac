/** Without this mark Excel does not recognize UTF-8, and shows each accented letter as two characters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Saves a table for a spreadsheet. */
export function saveCsv(name: string, csv: string): void {
  saveTextFile(name, 'text/csv', BYTE_ORDER_MARK + csv);
}

/** Saves text as a file, by a link that is clicked for the person. */
export function saveTextFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
