/** What becomes of a form in the making when its person goes into the outbox. */
import { beforeEach, expect, it, vi } from 'vitest';
import { typedTextItem } from '../../../extension/lib/memory/add-form-items.ts';
import { forgetTakenForm } from '../../../extension/lib/outbox/clear-submitted-form.ts';
import { resetBrowser } from '../fake-browser.ts';
import { aDraft } from './items.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const typed = (email: string) => ({ search: 'gagnon', form: { email, first_name: 'Noémie' } });
beforeEach(async () => {
  resetBrowser();
  await typedTextItem.set({ '7': typed(' Noemie@example.ca '), '8': typed('noemie@example.ca') });
});

it('keeps a form about somebody else', async () => {
  await forgetTakenForm('7', [aDraft('louis@example.ca')]);
  expect((await typedTextItem.get())['7']?.form).not.toBeNull();
});

it('clears the submitted form of this account, and keeps the search', async () => {
  await forgetTakenForm('7', [aDraft('noemie@example.ca')]);
  expect(await typedTextItem.get()).toEqual({
    '7': { search: 'gagnon', form: null },
    '8': typed('noemie@example.ca'),
  });
});
