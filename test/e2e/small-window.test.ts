/** In a low window, and at 200 %: messages are within reach, and cover neither what is typed nor why it was not saved. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { OutboxItem } from '../../extension/lib/outbox/outbox-item.ts';
import { ENLARGED, NARROW } from '../../scripts/screenshots/looks.ts';
import { dropItem, getItem, putItem, putVersioned } from '../../scripts/screenshots/storage.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { linesOutOfSight } from './harness/in-sight.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { it } from './harness/scenario.ts';

const SIZES = [NARROW, ENLARGED, { width: 400, height: 300 }];
const USUAL = { width: 380, height: 560 };
const ARRIVED: OutboxItem['state'] = { status: 'done', contactId: '1', atMs: 2 };
const FAILURE = {
  slug: 'contact-rejected',
  requestId: null,
  envokeErrors: [],
  errors: [],
  contact: null,
} as const;
const LANGUAGES = ['en', 'fr'] as const;
const EARLIER = 'outbox:item:earlier';

describe('in a small window', () => {
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: _brokerToTalkTo, browser }) => {
    popup = await browser.openPopup();
    page = popup.page;
    await page.setViewportSize(USUAL);
    page.setDefaultTimeout(6_000);
    await connect(popup);
  });

  it.beforeEach(async () => {
    await page.setViewportSize(USUAL);
    await putVersioned(page, 'local', 'settings', { language: 'en' });
    await page.reload();
    await popup.searchBox.waitFor();
  });

  const editor = () => page.locator('.view > form.stack');
  const message = () => page.locator('.popup > .toast:not(:empty)');
  const speak = (language: (typeof LANGUAGES)[number]) =>
    putVersioned(page, 'local', 'settings', { language }).then(() =>
      page.locator(`html[lang^=${language}]`).waitFor({ state: 'attached' }),
    );
  const editSomebody = async () => {
    await page.locator('.scroll .person:has(.tone-good)').first().click();
    await page.getByRole('button', { name: /^(Edit|Modifier)$/ }).click();
    await editor().waitFor();
  };

  /** A write that waits. */
  const earlier = (accountId: string): OutboxItem => ({
    ...{ id: 'earlier', accountId, batchId: null, position: 0, createdAtMs: 1 },
    operation: {
      kind: 'interests',
      contactId: '1',
      email: 'earlier@lake.example.ca',
      changes: { set: ['A'] },
    },
    ...{ idempotencyKey: 'earlier', attempts: 1, notBeforeMs: 0, lastFailure: null },
    state: { status: 'waiting' },
  });

  /** As when an earlier write arrives, or is refused. */
  async function say(words: string, state: OutboxItem['state']): Promise<void> {
    const stored = (await getItem(page, 'local', 'accounts')) as { value: { currentId: string } };
    const item: OutboxItem = { ...earlier(stored.value.currentId), state: { status: 'sending' } };
    await putItem(page, 'local', EARLIER, item);
    await expectShown(page.locator('.popup-foot .button-link'));
    await putItem(page, 'local', EARLIER, { ...item, state });
    await expectShown(message().getByText(words));
  }

  it('shows the names of a list in a window half as wide, and the whole of what is said beside them', async () => {
    await speak('fr');
    await expectShown(popup.contacts.getByRole('listitem').first());
    await page.setViewportSize({ width: 190, height: 300 });
    const word = page.getByText('Pas de consentement').first();
    await word.scrollIntoViewIfNeeded();
    const [words, name] = [
      await word.boundingBox(),
      await page.locator('.person-head').first().boundingBox(),
    ];
    expect((words?.x ?? 0) + (words?.width ?? 999)).toBeLessThanOrEqual(190);
    expect(name?.width).toBeGreaterThan(80);
  });

  it('has the whole form in a window half as wide, with a second account and a write that waits', async () => {
    type Stored = { value: { currentId: string; accounts: { id: string; name: string }[] } };
    const { value } = (await getItem(page, 'local', 'accounts')) as Stored;
    const others = value.accounts.map((account) => ({ ...account, id: 'b', name: 'Town of Elm' }));
    const both = { ...value, accounts: [...value.accounts, ...others] };
    await putVersioned(page, 'local', 'accounts', both);
    await putItem(page, 'local', EARLIER, earlier('signed out'));
    await speak('fr');
    await page.getByRole('button', { name: /Town of Elm/ }).waitFor();
    await page.setViewportSize({ width: 190, height: 300 });
    await page
      .getByRole('button', { name: /^Ajouter/ })
      .first()
      .click();
    await page.getByLabel('Courriel', { exact: true }).fill('una@lake.example.ca');
    await page
      .getByRole('button', { name: /^Enregistrer/ })
      .first()
      .waitFor();
    const overhang = () =>
      page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(await overhang()).toBe(0);
    await putVersioned(page, 'local', 'accounts', value);
    await dropItem(page, 'local', EARLIER);
  });

  it.each(SIZES)(
    'of $width by $height, a message is seen wherever the view is scrolled to, with its Undo',
    async (size) => {
      await page.setViewportSize(size);
      await say('is up to date in Envoke', ARRIVED);
      for (const [x, y] of [
        [0, 0],
        [0, 10_000],
      ] as const) {
        await page.evaluate(([left, top]) => scrollTo(left, top), [x, y] as const);
        expect(await linesOutOfSight(message().getByText('is up to date in Envoke'))).toEqual([]);
        expect(await linesOutOfSight(message().getByRole('button', { name: 'Undo' }))).toEqual([]);
      }
      await page.setViewportSize(USUAL);
    },
  );

  it.each([...SIZES, USUAL])(
    'of $width by $height, no message that comes covers the field that is typed in',
    async (size) => {
      await page.setViewportSize(size);
      await editSomebody();
      const found: string[] = [];
      for (const field of await editor().locator('input:not([type=radio]), textarea, select').all()) {
        if (!(await field.isVisible())) continue;
        await field.focus();
        await field.evaluate((element) => element.scrollIntoView({ block: 'end' }));
        expect(await linesOutOfSight(field)).toEqual([]);
        await say('was refused', { status: 'failed', failure: FAILURE });
        await page.waitForTimeout(100);
        found.push(...(await linesOutOfSight(field)));
        await message()
          .getByRole('button', { name: 'Dismiss' })
          .evaluate((button: HTMLElement) => button.click());
        await expect.poll(() => message().count()).toBe(0);
      }
      expect(found).toEqual([]);
    },
  );

  for (const size of SIZES)
    it.each(LANGUAGES)(
      `of ${size.width} by ${size.height}, in %s, why a contact is not saved is seen`,
      async (language) => {
        await page.setViewportSize(size);
        await speak(language);
        await editSomebody();
        const email = editor().locator('[inputmode=email]');
        const fault = editor().locator('.field-note-bad');
        for (const address of ['kateri.example.ca', 'kateri@new.example.ca']) {
          await email.fill(address);
          await page.keyboard.press('Control+Enter');
          await expectShown(fault);
          expect(await linesOutOfSight(fault)).toEqual([]);
          expect(await linesOutOfSight(page.locator(':focus'))).toEqual([]);
        }
        await email.fill('kateri.example.ca');
        await page.keyboard.press('Control+Enter');
        await say('earlier@lake.example.ca', ARRIVED);
        for (const seen of [fault.first(), page.locator(':focus')]) {
          await expect.poll(() => linesOutOfSight(seen)).toEqual([]);
        }
      },
    );

  it('of 320 by 256, a long question is read to its beginning by keyboard', async () => {
    // What needs correcting makes it longer.
    await say('was refused', { status: 'failed', failure: FAILURE });
    await popup.addButton.click();
    await popup.fill({ email: 'half.typed@lake.example.ca' });
    await page.keyboard.press('Escape');
    await speak('fr');
    await page.getByRole('button', { name: /^Compte/ }).click();
    // Only now: in a low window the foot of the list moves on while the list is being loaded.
    await page.setViewportSize(NARROW);
    await page.getByRole('button', { name: 'Se déconnecter…' }).click();
    await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
    const question = page.locator('.popup > [role=alert]');
    await expectShown(question.getByText('formulaire'));
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Annuler');
    const scrolled = () => question.evaluate(({ scrollTop }) => scrollTop);
    expect(await scrolled()).toBeGreaterThan(0);
    await page.keyboard.press('Home');
    await expect.poll(scrolled).toBe(0);
    expect(await question.evaluate((box) => box.getBoundingClientRect().top)).toBeGreaterThan(0);
  });
});
