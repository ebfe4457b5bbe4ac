/** The authorize pages: log in, review, and the two final pages. Plain HTML, no script. */

import type { Account } from '../accounts/account.ts';
import type { Answer } from '../http/answer.ts';
import { html } from '../http/answer.ts';
import type { Language, Words } from './words.ts';
import { wordsIn } from './words.ts';

export function loginPage(language: Language, wrong = false): Answer {
  const words = wordsIn(language);
  const alert = wrong ? `<p role="alert">${words.wrongLogin}</p>` : '';
  return page(
    language,
    words.logIn,
    `${alert}<form method="post">
      <input type="hidden" name="step" value="login">
      <label>${words.email}<input type="email" name="email" autocomplete="username" required autofocus></label>
      <label>${words.password}<input type="password" name="password" autocomplete="current-password" required></label>
      <button class="main">${words.logIn}</button>
    </form>`,
    wrong ? 403 : 200,
  );
}

export interface Review {
  readonly application: string;
  readonly email: string;
  readonly accounts: readonly Account[];
  /** Ties the form to the session that drew it. */
  readonly formToken: string;
}

export function reviewPage(language: Language, review: Review): Answer {
  const words = wordsIn(language);
  return page(
    language,
    words.review,
    `<p>${words.asks(escapeHtml(review.application))}</p>
    <form method="post">
      <input type="hidden" name="form_token" value="${review.formToken}">
      <fieldset><legend>${words.account}</legend>${review.accounts.map(accountChoice).join('')}</fieldset>
      <p>${words.may}</p>
      <button class="main" name="step" value="authorize">${words.authorize}</button>
      <button name="step" value="decline">${words.decline}</button>
      <p class="small">${words.signedInAs(escapeHtml(review.email))}
        <button class="link" name="step" value="leave">${words.other}</button></p>
    </form>`,
  );
}

function accountChoice({ id, name }: Account, index: number): string {
  const checked = index === 0 ? ' checked' : '';
  return `<label class="choice"><input type="radio" name="account" value="${escapeHtml(id)}"${checked}>${escapeHtml(name)}</label>`;
}

/** Where declining ends when nobody is sent back (mode `declineStays`). */
export function declinedPage(language: Language): Answer {
  const words = wordsIn(language);
  return page(language, words.decline, `<p>${words.stays}</p>`);
}

export function refusalPage(language: Language, reason: string): Answer {
  const words = wordsIn(language);
  return page(language, words.refused, `<p role="alert">${escapeHtml(reason)}</p>`, 400);
}

function page(language: Language, heading: string, content: string, status = 200): Answer {
  const words: Words = wordsIn(language);
  return html(
    `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading} – ${words.title}</title><style>${STYLE}</style></head>
<body><main><p class="brand">${words.title}</p><h1>${heading}</h1>${content}<p class="small">${words.notice}</p></main></body>
</html>`,
    status,
  );
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; display: grid; place-items: center; min-height: 100vh; background: light-dark(#eef2f5, #16191d); }
  main { width: min(24rem, 88vw); padding: 2rem; border-radius: 12px; background: light-dark(#fff, #22272d); }
  .brand { margin: 0; color: light-dark(#0b6b75, #6fd0da); font-weight: 600; }
  h1 { margin: .25rem 0 1rem; font-size: 1.4rem; }
  label { display: block; margin: .75rem 0; }
  fieldset { border: 1px solid light-dark(#c6d0d8, #47505a); border-radius: 8px; }
  .choice { display: flex; gap: .5rem; margin: .25rem 0; }
  input:not([type=radio]) { display: block; box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; }
  button { padding: .55rem 1.1rem; border: 1px solid light-dark(#9aa8b3, #5b6672); border-radius: 8px; font: inherit; cursor: pointer; }
  .main { border-color: transparent; color: #fff; background: #0b6b75; }
  .link { padding: 0; border: 0; background: none; color: inherit; text-decoration: underline; }
  .small { margin: 1.25rem 0 0; font-size: .85rem; opacity: .8; }
  [role=alert] { padding: .5rem .75rem; border-radius: 8px; background: light-dark(#fde8e8, #4b2326); }`;
