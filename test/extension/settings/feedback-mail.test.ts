/** The email to the support address. */
import { expect, it } from 'vitest';
import { feedbackLink } from '../../../extension/entrypoints/settings/feedback-mail.ts';

const MAIL = {
  to: 'help@example.ca',
  subject: 'Contacts for Envoke 1.2 & more',
  body: 'What I did:\n',
  diagnostics: null,
  pasteHint: '(Paste here.)',
};
const bodyOf = (href: string) => new URL(href).searchParams.get('body');

it('goes to the address, with nothing attached that was not chosen', () => {
  const { href, isTooLong } = feedbackLink(MAIL);
  expect(href).toMatch(/^mailto:help@example\.ca\?subject=Contacts%20for%20Envoke%201\.2%20%26%20more&body=/);
  expect(bodyOf(href)).toBe('What I did:\r\n');
  expect(isTooLong).toBe(false);
});

it('carries short diagnostics on one line', () => {
  const { href, isTooLong } = feedbackLink({ ...MAIL, diagnostics: '{\n  "online": true\n}' });
  expect(bodyOf(href)).toBe('What I did:\r\n\r\n{"online":true}\r\n');
  expect(isTooLong).toBe(false);
});

it('asks to paste diagnostics that are longer than an email program takes', () => {
  const { href, isTooLong } = feedbackLink({
    ...MAIL,
    diagnostics: JSON.stringify({ text: 'x'.repeat(2_000) }),
  });
  expect(bodyOf(href)).toBe('What I did:\r\n\r\n(Paste here.)\r\n');
  expect(href.length).toBeLessThan(2_000);
  expect(isTooLong).toBe(true);
});
