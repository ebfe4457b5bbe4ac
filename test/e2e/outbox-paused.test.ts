/** A bulk add that is paused: nothing says of it that it leaves by itself. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { it } from './harness/scenario.ts';

const LIST = 'Ada Moss <ada.moss@lake.example.ca>\nBen Ivory <ben.ivory@lake.example.ca>';

describe('a paused bulk add', () => {
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig, browser }) => {
    popup = await browser.openPopup();
    page = popup.page;
    await connect(popup);
    await rig.stopBroker();
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup.field('Names and email addresses').fill(LIST);
    await button('Continue').click();
    await button('Add 2 people as Not Provided').click();
    await button('2 to send').click();
    await expectShown(page.getByText('0 of 2 done, 0 added'));
    await button('Pause').click();
    await button('Resume').waitFor();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it('says in the outbox that its people wait until it is resumed', async () => {
    await expectShown(page.getByText('2 people wait until you choose “Resume”.'));
    const lines = page.getByRole('list', { name: 'Waiting to be sent' }).getByRole('listitem');
    await expect.poll(() => lines.getByText('Paused until you resume').count()).toBe(2);
  });

  it('is not promised to be sent after signing out and connecting alone', async () => {
    await button('Back').click();
    await popup.signOut();
    await expectShown(popup.notice('2 saved changes wait because you paused them.'));
    expect(await page.getByText('are sent once you connect').count()).toBe(0);
    await button('Sign out anyway').click();
    await expectShown(page.getByText('2 saved changes that you paused are kept in this browser.'));
    expect(await page.getByText('are sent once you connect').count()).toBe(0);
    await button('Delete').click();
    await button('Delete 2').click();
    await expect.poll(() => page.getByText('2 saved changes').count()).toBe(0);
  });
});
