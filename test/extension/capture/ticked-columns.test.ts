/** A mark under "Oui" or "Non", as on printed forms. */
import { expect, it } from 'vitest';
import { readContacts } from '../../../extension/lib/capture/capture-contacts.ts';
import { createParseHtml } from './parse-html.ts';

const parseHtml = createParseHtml();

function answer(yes: string, no: string) {
  const html = `<p>Nom : Ann Roe</p><p>Courriel : ann.roe@lake.example.ca</p><table>
    <tr><td></td><th>Oui</th><th>Non</th></tr>
    <tr><th>Bénévolat</th><td>X</td><td></td></tr>
    <tr><th>Infolettre</th><td>${yes}</td><td>${no}</td></tr></table>`;
  const source = { text: '', html, url: '', title: '', linkUrl: null };
  return readContacts(source, parseHtml).contacts[0]?.consent;
}

it.each(['X', '✓', '☑', '<b>x</b>'])('means what its column is called: %s', (mark) => {
  expect(answer('', mark)).toMatchObject({ optIn: false, question: 'Infolettre' });
  expect(answer(mark, '')).toMatchObject({ optIn: true, question: 'Infolettre' });
});

it('is no answer where nobody has marked anything', () => {
  expect(answer('', '')).toBeUndefined();
});
