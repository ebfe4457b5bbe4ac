/** The page that `npm start` opens: how to try the extension, and people to try it on. Not a page of Envoke's. */

import type { Answer } from '../http/answer.ts';
import { html } from '../http/answer.ts';
import { escapeHtml } from '../oauth/pages.ts';
import { type ListedPerson, STRANGERS, STRANGERS_IN_FRENCH } from './people.ts';

export const TRY_OUT_PATH = '/';

export function tryOutPage(known: readonly ListedPerson[]): Answer {
  return html(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Harbourview partners – a page to try on</title><style>${STYLE}</style></head>
<body>
<header><h1>A page to try Contacts for Envoke on</h1>
<ol>
  <li>Click the extension’s icon (behind the puzzle piece) and “Connect to Envoke”. The terminal shows the login.</li>
  <li>Open the popup on this page: it says who of these people is in Envoke, and who may be mailed.</li>
  <li>Select one person below, right-click, “Add to Envoke contacts”. Look at what was filled in, choose how they consented, and save.</li>
</ol></header>
<main>
  <section><h2>Community partners</h2><div class="cards">${[...known, ...STRANGERS].map(card).join('')}</div></section>
  <section lang="fr"><h2>Nos partenaires</h2>${table(STRANGERS_IN_FRENCH)}</section>
</main>
<footer>Everybody here is invented.</footer>
</body>
</html>`);
}

function card({ name, title, organisation, email, phone }: ListedPerson): string {
  return `<article><h3>${escapeHtml(name)}</h3><p>${escapeHtml(title)}<br>${escapeHtml(organisation)}</p>
    <p><a href="mailto:${escapeHtml(email)}">${escapeHtml(email)}</a>${phone === '' ? '' : `<br>${escapeHtml(phone)}`}</p></article>`;
}

function table(people: readonly ListedPerson[]): string {
  const rows = people.map(
    ({ name, title, organisation, email, phone }) =>
      `<tr>${[name, title, organisation].map((text) => `<td>${escapeHtml(text)}</td>`).join('')}` +
      `<td><a href="mailto:${escapeHtml(email)}">${escapeHtml(email)}</a></td><td>${escapeHtml(phone)}</td></tr>`,
  );
  return `<table><thead><tr><th>Nom</th><th>Fonction</th><th>Organisme</th><th>Courriel</th><th>Téléphone</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
}

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; background: light-dark(#fff, #16191d); }
  header { padding: 1rem 1.5rem; border-radius: 12px; background: light-dark(#eef2f5, #22272d); }
  h1 { margin: 0; font-size: 1.25rem; }
  h2 { margin: 2rem 0 .75rem; font-size: 1.15rem; }
  h3 { margin: 0; font-size: 1.05rem; }
  ol { margin: .5rem 0 0; padding-left: 1.25rem; }
  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem; }
  article { padding: 1rem 1.25rem; overflow-wrap: anywhere; font-size: .925rem; border: 1px solid light-dark(#d5dde3, #3a424b); border-radius: 10px; }
  article p { margin: .5rem 0 0; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid light-dark(#d5dde3, #3a424b); text-align: left; }
  a { color: light-dark(#0b6b75, #6fd0da); }
  footer { margin-top: 2rem; font-size: .85rem; opacity: .75; }`;
