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

const STAFF = [
  'Noémie Gagnon, Program Coordinator, Lakeside Library Association, 613-555-0142, noemie.gagnon@lakeside.example.org',
  'Thomas Okafor, Treasurer, Lakeside Library Association, thomas.okafor@lakeside.example.org',
  'info@lakeside.example.org',
];

/** Answers for `chrome.scripting.executeScript`, since a popup in a tab has no page of its own under it. */
export function pageOfPeople(known: readonly string[]): unknown {
  const lines = [...known, ...STAFF];
  const text = lines.join('\n');
  const html = lines.map((line) => `<p>${line}</p>`).join('');
  const rest = { selected: '', own: [], isDrawn: false, isPdf: false, isInFront: true, complete: true };
  return [{ result: { ...PAGE, ...rest, text, html, open: lines.slice(0, -1).join('\n') } }];
}

/** A registration list as an event's organizers export it. */
export const REGISTRATIONS = [
  'First name,Last name,Email,Organization,Newsletter opt-in,Opt-in date,Board',
  'Maude,Pelletier,maude.pelletier@coteau.example.org,Coteau Arts,Yes,2026-03-02,x',
  'Hugo,Lavoie,hugo.lavoie@coteau.example.org,Coteau Arts,No,2026-03-03,',
  'Rosalie,Tessier,rosalie.tessier@coteau.example.org,,Yes,,',
  'Walk-in,Guest,by phone only,,Yes,2026-03-04,',
].join('\n');
