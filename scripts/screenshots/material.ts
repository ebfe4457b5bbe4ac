/** Invented people and pages for the pictures. */

const PAGE = { url: 'https://lakeside.example.org/team', title: 'Our team – Lakeside Library Association' };

/** What the context menu would have taken from a page. */
export function selection(text: string): unknown {
  const source = { text, html: null, ...PAGE, linkUrl: null };
  return { status: 'ready', atMs: Date.now(), from: 'selection', source };
}

export const ONE_PERSON =
  'Noémie Gagnon, Program Coordinator\nLakeside Library Association\nnoemie.gagnon@lakeside.example.org\n613-555-0142';

/** Other people for each picture, since those of the last one are in Envoke by then. */
export function manyPeople(mark: string): string {
  const at = `${mark}.example.org`;
  return [
    `Noémie Gagnon <noemie.gagnon@${at}>`,
    `Thomas Okafor <thomas.okafor@${at}>`,
    `Priya Raman <priya.raman@${at}>`,
    `Jean-François Côté <jf.cote@${at}>`,
  ].join('\n');
}

/** Answers for `chrome.scripting.executeScript`, since a popup in a tab has no page of its own under it. */
export function pageOfPeople(known: readonly string[]): unknown {
  const addresses = [...known, 'noemie.gagnon@lakeside.example.org', 'thomas.okafor@lakeside.example.org'];
  return [{ result: { ...PAGE, addresses, complete: true } }];
}
