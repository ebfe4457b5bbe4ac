/** Every view of the extension, and how to get there. */
import type { Page } from 'playwright-core';
import { addAccounts, answerSessions, changeAccount, forgetAddedAccounts } from './account-states.ts';
import { answerEnding, forgetEnding } from './ending-consents.ts';
import { manyPeople, ONE_PERSON, pageOfPeople, REGISTRATIONS } from './material.ts';
import { OUTBOX_SCENES } from './outbox-scenes.ts';
import { forgetTyped, openPopup, openWithCapture, pasteList, rows, type Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { getItem, nothingIsToSend } from './storage.ts';
import { TAB_SCENES, WELCOME } from './tab-scenes.ts';

/** Of a person who has not signed in yet. */
export const SIGNED_OUT: readonly Scene[] = [
  WELCOME,
  {
    name: 'connect',
    show: async (stage) => {
      const page = await stage.open('popup.html');
      await page.locator('.centre').waitFor();
      return page;
    },
  },
];

async function showPeopleOfPage(stage: Stage): Promise<Page> {
  const first = await openPopup(stage);
  const seen = (await getItem(first, 'session', 'seenContacts')) as {
    value: Record<string, { newest: { email: string }[] }>;
  };
  const emails =
    Object.values(seen.value)[0]
      ?.newest.slice(0, 4)
      .map(({ email }) => email) ?? [];
  await first.addInitScript((frames) => {
    const scripting = (globalThis as unknown as { chrome: { scripting: object } }).chrome.scripting;
    Object.assign(scripting, { executeScript: async () => frames });
  }, pageOfPeople(emails));
  await first.reload();
  await rows(first).nth(3).waitFor();
  await first.waitForTimeout(500);
  return first;
}

export const SCENES: readonly Scene[] = [
  ...TAB_SCENES,
  { name: 'find', show: openPopup },
  {
    name: 'find-typed',
    show: async (stage) => {
      const page = await openPopup(stage);
      await page.getByRole('searchbox').fill('ma');
      await page.waitForTimeout(600);
      return page;
    },
    after: forgetTyped,
  },
  {
    name: 'find-nobody',
    show: async (stage) => {
      const page = await openPopup(stage);
      await page.getByRole('searchbox').fill('zelda quill');
      await page.locator('.centre').waitFor();
      return page;
    },
    after: forgetTyped,
  },
  {
    name: 'offline',
    show: async (stage) => {
      const page = await openPopup(stage);
      await stage.context.setOffline(true);
      await page.waitForTimeout(300);
      return page;
    },
    after: (page) => page.context().setOffline(false),
  },
  { name: 'add', show: (stage) => openWithCapture(stage, ONE_PERSON), after: forgetTyped },
  {
    name: 'add-grounds',
    show: async (stage) => {
      const page = await openWithCapture(stage, ONE_PERSON);
      await page.locator('details > summary').first().click();
      await page.locator('input[value=published]').check();
      await page.locator('input[value=published]').evaluate((input) => input.scrollIntoView());
      return page;
    },
    after: forgetTyped,
  },
  {
    name: 'add-existing',
    show: async (stage) => {
      const page = await openPopup(stage);
      const email = await rows(page).nth(2).locator('.person-more').textContent();
      await page.locator('.bar .button-primary').click();
      await page
        .locator('form input')
        .first()
        .fill((email ?? '').split(' · ')[0] ?? '');
      await page.locator('form .notice').waitFor();
      return page;
    },
    after: forgetTyped,
  },
  {
    name: 'contact',
    show: async (stage) => {
      const page = await openPopup(stage);
      await rows(page).filter({ hasText: 'Kateri Rankin' }).getByRole('button').click();
      await page.locator('.card').waitFor();
      await page.waitForTimeout(600);
      return page;
    },
  },
  {
    name: 'proof',
    show: async (stage) => {
      const email = `orla.quill.${Date.now()}@lakeside.example.org`;
      const page = await openWithCapture(stage, `Orla Quill, Treasurer\n${email}`);
      await page.locator('input[value=asked]').check();
      await page.locator('form button[type=submit]').click();
      await page.waitForFunction(nothingIsToSend);
      await page.getByRole('searchbox').fill(email);
      await rows(page).filter({ hasText: email }).getByRole('button').click();
      const href = await page.locator('a[href^="/proof.html"]').getAttribute('href');
      await page.close();
      const sheet = await stage.open((href ?? '').slice(1));
      await sheet.setViewportSize({ width: 800, height: 1000 });
      await sheet.locator('.proof-line').waitFor();
      return sheet;
    },
    after: forgetTyped,
  },
  {
    name: 'contact-edit',
    show: async (stage) => {
      const page = await openPopup(stage);
      await rows(page).nth(2).getByRole('button').click();
      await page.locator('.who ~ .row .button-outline').click();
      await page.locator('form.stack').first().waitFor();
      return page;
    },
  },
  {
    name: 'account',
    show: async (stage) => {
      const page = await openPopup(stage);
      await page.locator('.account-button').click();
      await page.locator('.lines li').first().waitFor();
      return page;
    },
  },
  {
    name: 'sessions',
    show: async (stage) => {
      const page = await openPopup(stage);
      await answerSessions(page);
      await page.locator('.account-button').click();
      await page.locator('.lines li').nth(2).waitFor();
      await page.locator('.lines .button-link').last().click();
      await page.locator('.lines').evaluate((list) => list.scrollIntoView());
      return page;
    },
  },
  {
    name: 'expires',
    show: async (stage) => {
      const page = await openPopup(stage);
      await changeAccount(page, { connectionExpiresAt: Math.floor(Date.now() / 1000) + 12.5 * 86_400 });
      // An error of the list is an alert; this notice is none.
      await page.locator('.toast:not([role]) .tone-warn').waitFor();
      return page;
    },
    after: (page) =>
      changeAccount(page, { connectionExpiresAt: Math.floor(Date.now() / 1000) + 300 * 86_400 }),
  },
  {
    name: 'accounts',
    show: async (stage) => {
      const page = await openPopup(stage);
      await addAccounts(page, ['Lakeside Library Association', 'Festival de Sainte-Brume']);
      await page.locator('.foot-end .avatar').first().waitFor();
      return page;
    },
    after: forgetAddedAccounts,
  },
  {
    name: 'ending',
    show: async (stage) => {
      const page = await openPopup(stage);
      await answerEnding(page);
      await page.locator('[data-return=ending]').click();
      await page.locator('.form-foot').waitFor();
      return page;
    },
    after: forgetEnding,
  },
  {
    name: 'beside',
    show: async (stage) => {
      const page = await stage.open('popup.html?beside=0');
      await page.setViewportSize({ width: 420, height: 900 });
      await rows(page).nth(3).waitFor();
      return page;
    },
  },
  { name: 'page-row', show: showPeopleOfPage },
  {
    name: 'page',
    show: async (stage) => {
      const page = await showPeopleOfPage(stage);
      await page.locator('.scroll > button.person').click();
      await page.locator('.form-foot').waitFor();
      return page;
    },
  },
  { name: 'paste', show: (stage) => pasteList(stage, manyPeople('lakeside')), after: forgetTyped },
  {
    name: 'bulk',
    show: (stage) => openWithCapture(stage, manyPeople(`team-${Date.now() % 1000}`)),
    after: forgetTyped,
  },
  {
    name: 'unfinished',
    show: async (stage) => {
      const page = await openWithCapture(stage, ONE_PERSON);
      await page.locator('input[value=client]').check();
      await page.keyboard.press('Escape');
      await page.locator('p.page-note').waitFor();
      return page;
    },
    after: forgetTyped,
  },
  {
    name: 'registration-list',
    show: async (stage) => {
      const page = await pasteList(stage, REGISTRATIONS);
      await page.locator('.bar .button-primary').click();
      await page.locator('.view details > summary').first().click();
      await page.waitForTimeout(600);
      return page;
    },
    after: forgetTyped,
  },
  {
    name: 'outbox',
    show: async (stage) => {
      const page = await openWithCapture(stage, manyPeople(`team-${Date.now() % 1000}`));
      await stage.context.setOffline(true);
      await page.locator('form button[type=submit]').click();
      await page.locator('.progress').first().waitFor();
      return page;
    },
    after: async (page) => {
      await page.context().setOffline(false);
      await page.waitForFunction(nothingIsToSend);
    },
  },
  ...OUTBOX_SCENES,
  {
    name: 'session-ended',
    show: async (stage) => {
      const page = await openPopup(stage);
      await changeAccount(page, { state: 'connection-ended' });
      await page.locator('.centre').waitFor();
      return page;
    },
    after: (page) => changeAccount(page, { state: 'active' }),
  },
];
