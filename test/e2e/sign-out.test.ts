/** Signing out: the popup forgets, and what was stolen before is worth nothing after. */
import { describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { dumpExtensionStorage } from './harness/extension-storage.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { callAccount, type StolenSession, stealSession } from './harness/stolen-session.ts';

describe('signing out', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;
  let stolen: StolenSession;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
    stolen = await stealSession(popup.page, rig.brokerUrl);
  });

  /** Status of a call with the stolen token. */
  async function call(scheme: 'DPoP' | 'Bearer', proof?: string): Promise<number> {
    const { status } = await callAccount(rig.brokerUrl, `${scheme} ${stolen.sessionToken}`, proof);
    return status;
  }

  it('makes a stolen token useless without a proof, and as a bearer token', async () => {
    const [proof] = stolen.proofs;
    expect(await call('DPoP')).toBe(401);
    expect(await call('Bearer')).toBe(401);
    expect(await call('Bearer', proof)).toBe(401);
  });

  it('refuses a replayed request, since a proof is valid once', async () => {
    const [, proof] = stolen.proofs;
    expect(await call('DPoP', proof)).toBe(200);
    expect(await call('DPoP', proof)).toBe(401);
  });

  it('says how many unfinished forms it would delete, before it signs out', async () => {
    await popup.addButton.click();
    await popup.fill({ email: 'half.typed@lake.example.ca' });
    await popup.page.getByRole('button', { name: /Back/ }).first().click();
    await popup.signOut();
    await expectShown(popup.notice('1 unfinished form is deleted when you sign out.'));
    expect(await popup.connectButton.count()).toBe(0);
  });

  it('goes back one question by Escape, not the whole view', async () => {
    const { page } = popup;
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('button', { name: 'Sign out anyway' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Sign out…' }).click();
    await page.keyboard.press('Escape');
    await expectShown(page.getByRole('button', { name: 'Sign out…' }));
    await page.keyboard.press('Escape');
    await expectShown(popup.searchBox);
  });

  it('takes no for an answer by a button, and stays signed in', async () => {
    const { page } = popup;
    await popup.signOut();
    const question = popup.notice('1 unfinished form');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => question.count()).toBe(0);
    await expectShown(page.getByRole('heading', { name: 'Account', level: 1 }));
  });

  it('asks no longer when the person has gone back to the list', async () => {
    const { page } = popup;
    await page.getByRole('button', { name: 'Sign out…' }).click();
    await popup.signOutButton.click();
    await expectShown(popup.notice('1 unfinished form'));
    await page.getByRole('button', { name: 'Back' }).click();
    await expectShown(popup.searchBox);
    await expect.poll(() => page.getByRole('button', { name: 'Sign out anyway' }).count()).toBe(0);
  });

  it('brings the person back to the connect button', async () => {
    await popup.signOut();
    await popup.page.getByRole('button', { name: 'Sign out anyway' }).click();
    await expectShown(popup.connectButton);
    const hasFocus = () => popup.connectButton.evaluate((button) => button === document.activeElement);
    await expect.poll(hasFocus).toBe(true);
  });

  it('refuses the old session afterwards, even with a proof that was made before', async () => {
    expect(await call('DPoP', stolen.proofs[2])).toBe(401);
  });

  it('leaves neither token nor key nor anybody’s contacts in the browser', async () => {
    const kept = await dumpExtensionStorage(popup.page);
    expect(kept).not.toContain(stolen.sessionToken);
    expect(kept).not.toContain('CryptoKey');
    expect(kept).not.toMatch(/@[\w.]*example/);
  });
});
