/** What the outbox says of each action, and the way from a refused one through its form and back. */
import { describe, expect, vi } from 'vitest';
import { putVersioned } from '../../scripts/screenshots/storage.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { ownLane } from './harness/lanes.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { spokenFaults } from './harness/spoken-faults.ts';

const WAIT = { timeout: 20_000, interval: 100 };
const UNA = 'una@lake.example.ca';
const MOVED = 'una.roy@lake.example.ca';
/** Envoke does not have this tag any more, and refuses whoever is to have it. */
const NO_TAG = 'Volunteer';
/** Envoke's answer takes long enough to press what is drawn while a write is being sent. */
const SLOW_MS = 5_000;

describe('the actions in the outbox', () => {
  let rig: Rig;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const find = (email: string) => rig.envoke.accounts[0]?.people.findByEmail(email);
  const button = (name: string | RegExp) => popup.page.getByRole('button', { name });
  const heading = (name: string) => popup.page.getByRole('heading', { name, level: 1 });
  const line = (email: string) => popup.page.getByRole('listitem').filter({ hasText: email });
  const focused = () => popup.page.evaluate(() => document.activeElement?.textContent ?? '');
  const add = async (email: string) => {
    await popup.addButton.first().click();
    await popup.fill({ email });
    await popup.saveButton.click();
  };

  /** Answers the open question, and asks it again where the answer came while the write was being tried. */
  const answerUntilDeleted = async (email: string) => {
    const deleted = popup.page.getByText(`Deleted, and not sent: ${email}.`);
    const refused = popup.page.getByText('This one is being sent at this moment');
    for (;;) {
      await line(email)
        .getByRole('alert')
        .getByRole('button', { name: /^Delete/ })
        .click();
      await expectShown(deleted.or(refused));
      if (await deleted.isVisible()) return;
      await button('Dismiss').click();
      await button(/^Delete/).click();
    }
  };

  it('says why Envoke refused a write in its form, and leads back to it, left or corrected', async () => {
    await putVersioned(popup.page, 'local', 'settings', { defaultTags: [NO_TAG] });
    await popup.page.reload();
    await popup.addButton.first().click();
    await popup.fill({ email: 'ned@lake.example.ca' });
    await popup.page.getByRole('button', { name: NO_TAG, pressed: true }).waitFor();
    const tags = rig.envoke.accounts[0]?.interests;
    tags?.remove(tags.list().find(({ name }) => name === NO_TAG)?.id ?? 0);
    await popup.saveButton.click();
    await expectShown(popup.notice('was refused'));
    await putVersioned(popup.page, 'local', 'settings', {});
    await putVersioned(popup.page, 'session', 'knownLists', {});
    await button('1 to fix').click();
    await heading('To fix or decide').waitFor();
    const edit = button(/^Edit ned@lake/);
    await edit.focus();
    await popup.page.keyboard.press('Enter');
    await heading('Edit before sending').waitFor();
    await expectShown(popup.page.locator('form').getByText(/Envoke’s answer:.*Volunteer/));
    await popup.page.keyboard.press('Escape');
    await expect.poll(focused).toMatch(/^Edit ned@lake/);

    await popup.page.keyboard.press('Enter');
    await button(NO_TAG).click();
    // The tag is gone, and the focus with it, until the heading has it.
    await expect.poll(focused).toBe('Edit before sending');
    await popup.page.keyboard.press('Control+Enter');
    await heading('Waiting to be sent').waitFor();
    await vi.waitUntil(() => find('ned@lake.example.ca'), WAIT);
    await expectShown(popup.page.getByText('Nothing is waiting'));
  });

  it('tells the actions about one person apart, and says what was undone', async () => {
    await button('Back').click();
    await add(UNA);
    await expectShown(popup.notice(`${UNA} is in Envoke now`));
    await popup.notice('is in Envoke now').getByRole('button', { name: 'Open' }).click();
    await button('Annual conference').click();
    await expectShown(popup.notice('is up to date in Envoke'));
    await button('Edit').click();
    await popup.field('Email').fill(MOVED);
    await button('Save changes').click();
    // The old address is nobody's any more.
    await expectShown(popup.notice(`${MOVED} is up to date in Envoke`));

    // Something that waits leads to the outbox.
    await rig.stopBroker();
    await button('Back').click();
    await add('kim@lake.example.ca');
    await button(/^\d to send/).click();
    await popup.page.getByText('Finished: 4 actions').click();
    // Firefox shows nobody the tree that a screen reader gets.
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(popup.page)).toEqual([]);
    await expectShown(line(UNA).getByText(/^New contact · /));
    await expectShown(line(UNA).getByText(/^Added to: Annual conference · /));
    await expectShown(line(MOVED).getByText(/^Change: Email · /));

    await button(/^Undo una@lake.example.ca, New contact/).click();
    await expectShown(line(UNA).getByText('Undo of “New contact”', { exact: true }));
    await rig.startBroker();
    popup.page.evaluate(sendNow).catch(() => undefined);
    await expectShown(line('New contact').filter({ hasText: UNA }).getByText('Undone', { exact: true }));
    expect(find(MOVED)?.consent.status).toBe('Revoked');
    await expectShown(popup.page.getByText('Finished: 5 actions'));
  });

  it('asks before it deletes what was not sent, says that it did, and that nothing is left', async () => {
    await rig.stopBroker();
    await button('Back').click();
    await add('lou@lake.example.ca');
    await button('1 to send').click();
    const drop = button(/^Delete lou@lake/);
    await drop.click();
    await expectShown(popup.page.getByText('will not be sent, and cannot be brought back'));
    await popup.page.keyboard.press('Escape');
    await expect.poll(focused).toMatch(/^Delete lou@lake/);
    await expectShown(line('lou@lake.example.ca'));

    await popup.page.keyboard.press('Enter');
    await answerUntilDeleted('lou@lake.example.ca');
    await expectShown(popup.page.getByText('Nothing is waiting'));
    await expectShown(popup.page.getByText(/^Finished: \d actions$/));
    await expect.poll(focused).toBe('Waiting to be sent');
    await rig.startBroker();
    expect(find('lou@lake.example.ca')).toBeUndefined();
  });

  it('keeps its question while the write is being sent, and says then that it cannot be deleted', async () => {
    await rig.stopBroker();
    await button('Back').click();
    await add('mel@lake.example.ca');
    await button('1 to send').click();
    const drop = button(/^Delete mel@lake/);
    const question = popup.page.getByText('will not be sent, and cannot be brought back');
    await drop.click();
    await expectShown(question);
    rig.envoke.modes.set({ slowMs: SLOW_MS });
    await rig.startBroker();
    popup.page.evaluate(sendNow).catch(() => undefined);
    await expectShown(line('mel@lake.example.ca').getByText('Sending to Envoke'));
    await expectShown(question);
    expect(await focused()).toBe('Cancel');
    await line('mel@lake.example.ca')
      .getByRole('alert')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expectShown(popup.notice('This one is being sent at this moment, or has been sent.'));

    await drop.click();
    await expectShown(question);
    await popup.page.keyboard.press('Escape');
    await expect.poll(focused).toMatch(/^Delete mel@lake/);
    await expectShown(heading('Waiting to be sent'));
    await expectShown(line('mel@lake.example.ca').getByText('Sending to Envoke'));
    rig.envoke.modes.set({ slowMs: 0 });
    await vi.waitUntil(() => find('mel@lake.example.ca'), WAIT);
  });
});

/** Run inside the popup. */
function sendNow(): Promise<unknown> {
  return chrome.runtime.sendMessage({ type: 'outbox/send-now', payload: {} });
}

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
