/**
 * Styles that come as text in a script. A page of the extension waits some twenty milliseconds for each file that it names,
 * and paints nothing before the last of its style sheets.
 */
export function putOnStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
