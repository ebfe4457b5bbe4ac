/** A no of somebody whom Envoke has: it is seen beside what Envoke has, is not said to be recorded, and leads to where it is. */
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { linesOutOfSight } from './harness/in-sight.ts';
import { ownLane } from './harness/lanes.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { spokenFaults } from './harness/spoken-faults.ts';

const EVA = 'eva@lake.example.ca';
const OLA = 'ola@lake.example.ca';
const GONE = 'gone@lake.example.ca';
const NED = 'ned@lake.example.ca';
const REASON = 'Form or list “Newsletter”: no.';
const FORM = ['First name: Eva', 'Last name: Lake', `Email: ${EVA}`, 'Phone: 613-555-0142', 'Newsletter: No'];
const WIDTHS = [
  { width: 380, height: 560 },
  { width: 320, height: 560 },
];
const WAIT = { timeout: 60_000, interval: 100 };

describe('a no of somebody who is in Envoke', () => {
  let rig: Rig;
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    page = popup.page;
    await connect(popup);
    const known = [
      [EVA, 'Express'],
      [OLA, 'Express'],
      [GONE, 'Revoked'],
      [NED, 'Express'],
    ] as const;
    for (const [at, [email, status]] of known.entries()) {
      const model = people()?.list()[at];
      if (model === undefined) throw new Error('the stand-in has nobody');
      const text = { ...model.text, email, first_name: email.slice(0, 3), last_name: '', phone: '' };
      people()?.replace({ ...model, text, consent: { ...model.consent, status, description: 'Asked us.' } });
    }
  });

  it.beforeEach(async () => {
    await page.reload();
    await popup.addButton.first().waitFor();
  });

  const people = () => rig.envoke.accounts[0]?.people;
  const statusOf = (email: string) => people()?.findByEmail(email)?.consent.status;
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const paste = async (...lines: string[]) => {
    await popup.addButton.first().click();
    await button('Paste a list').click();
    await popup.field('Names and email addresses').fill(lines.join('\n'));
    await button('Continue').click();
  };
  it.each(WIDTHS)('is in sight with what Envoke has, in a window of %o', async (size) => {
    await page.setViewportSize(size);
    await paste(...FORM);
    const answer = page.getByText('The answer is no.');
    await expectShown(page.getByText('Envoke has not recorded this, and may still send to this person.'));
    for (const words of [answer, page.getByText('OK to email'), button('Unsubscribe…')])
      expect(await linesOutOfSight(words)).toEqual([]);
    expect(await page.getByText('The contact is kept, but not emailed').count()).toBe(0);
    await button('Back').click();
    await button('Discard').click();
  });

  it('is still said not to be recorded once the gaps are filled, and is recorded by unsubscribing', async () => {
    await paste(...FORM);
    await expectShown(button('Unsubscribe…'));
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(page)).toEqual([]);
    await popup.saveButton.click();
    await expectShown(popup.notice('To record a no, choose “Unsubscribe…” above.'));
    await button(/^Fill in/).click();
    await expect.poll(() => popup.field('Reason').inputValue()).toBe(REASON);
    await vi.waitUntil(() => people()?.findByEmail(EVA)?.text.phone !== '', WAIT);
    expect(statusOf(EVA)).toBe('Express');
    await button('Back').click();
    await expectShown(page.getByText(/^Unfinished: the unsubscribing of /));
    await button('Resume').click();
    await popup.field('Reason').waitFor();
    await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await vi.waitUntil(() => statusOf(EVA) === 'Revoked', WAIT);
    expect(people()?.findByEmail(EVA)?.consent.description).toBe(REASON);
    await button('Back').click();
  });

  it('is not said to be recorded in a list, which names them apart and counts who is added', async () => {
    await paste(
      'Name,Email,Newsletter opt-in',
      `Ola Lake,${OLA},No`,
      `Gone Lake,${GONE},Yes`,
      'Ben Ivory,ben.ivory@lake.example.ca,No',
      'Ada Moss,ada.moss@lake.example.ca,Yes',
    );
    await expectShown(page.getByText('1 person said no: kept as Not Provided.'));
    await expectShown(page.getByText('Envoke may still send to 1 person whose answer is not a yes'));
    await expectShown(button('Yes counts: 1 as Express'));
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(page)).toEqual([]);
    await button('Unsubscribe… Ola Lake').click();
    await expect
      .poll(() => popup.field('Reason').inputValue())
      .toMatch(/^Form or list “Newsletter opt-in”: no\.$/);
    expect(statusOf(OLA)).toBe('Express');
    await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await button('Back').click();
    await expectShown(page.getByText('1 person said no: kept as Not Provided.'));
    expect(await page.getByText('Envoke may still send to').count()).toBe(0);
    await vi.waitUntil(() => statusOf(OLA) === 'Revoked', WAIT);
    await button('Back').click();
    await button('Discard').click();
  });

  it('changes the add that waits with a consent only once that is saved again', async () => {
    const NEW = 'una@lake.example.ca';
    await rig.stopBroker();
    await popup.addButton.first().click();
    await popup.fill({ email: NEW, consentStatus: 'Express', consentDescription: 'Asked at the counter.' });
    await popup.saveButton.click();
    await paste(`Email: ${NEW}`, 'First name: Una', 'Newsletter: No');
    await expectShown(page.getByText('What waits does not say so.'));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expectShown(page.getByRole('heading', { name: 'Edit before sending' }));
    await button('Save as Not Provided').click();
    await rig.startBroker();
    // Opening the popup ends the pause, which may be longer than anybody waits here.
    await page.reload();
    await vi.waitUntil(() => statusOf(NEW) === 'Not Provided', WAIT);
    expect(people()?.findByEmail(NEW)?.consent.description).toContain(REASON);
  }, 120_000);

  it('is not lost where Envoke could not be asked before it was saved', async () => {
    await rig.stopBroker();
    await paste(`Email: ${NED}`, 'First name: Ned', 'Newsletter: No');
    await expectShown(page.getByText('If Envoke has this person already, saving does not record it there.'));
    await button('Save as Not Provided').click();
    await rig.startBroker();
    const notice = `${NED} is already in Envoke, which has not recorded that they do not agree`;
    await popup.notice(notice).waitFor(WAIT);
    expect(statusOf(NED)).toBe('Express');
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await expectShown(page.getByText('Envoke has not recorded this, and may still send to this person.'));
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(page)).toEqual([]);
    await button(/^Unsubscribe… Ned/).click();
    await expect.poll(() => popup.field('Reason').inputValue()).toBe(REASON);
    expect(statusOf(NED)).toBe('Express');
    await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await vi.waitUntil(() => statusOf(NED) === 'Revoked', WAIT);
    await button('Back').click();
    await expectShown(page.getByRole('heading', { name: 'To fix or decide' }));
    await expect.poll(() => page.getByText('Envoke has not recorded this').count()).toBe(0);
  }, 120_000);
});
