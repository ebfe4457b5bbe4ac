/** Connecting to Envoke, and not connecting to it, by clicking what a person clicks. */
import { describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

describe('connecting to Envoke', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
  });

  it('offers to try again when the person declines, and leaves nothing at Envoke', async () => {
    const envoke = new EnvokePages(await popup.connect());
    await expect.poll(() => popup.page.evaluate(focused)).toBe('Waiting for Envoke…');
    await popup.connectButton.hover();
    expect(await popup.connectButton.evaluate(contrastOfWords)).toBeGreaterThan(4.5);
    await envoke.logIn();
    await envoke.decline();
    await expectShown(popup.notice('declined'));
    await expect.poll(() => popup.page.evaluate(focused)).toBe('Connect to Envoke');
    expect(rig.envoke.grants.accessTokens()).toEqual([]);
  });

  it('offers to try again when the person closes the window', async () => {
    const window = await popup.connect();
    await window.waitForLoadState();
    await window.close();
    await expectShown(popup.notice('closed'));
    await expect.poll(() => popup.page.evaluate(focused)).toBe('Connect to Envoke');
    expect(rig.envoke.grants.accessTokens()).toEqual([]);
  });

  it('shows the contacts and the account once the person has authorized', async () => {
    const envoke = new EnvokePages(await popup.connect());
    if (await envoke.page.getByLabel('Password').isVisible()) await envoke.logIn();
    await envoke.authorize();
    await expectShown(popup.searchBox);
    await expectShown(popup.contacts.getByRole('listitem').first());
    await expectShown(popup.page.getByText('Municipality of Harbourview').first());
    expect(rig.envoke.grants.accessTokens()).toHaveLength(1);
  });

  it('is still connected when the popup opens the next time', async () => {
    const next = await browser.openPopup();
    await expectShown(next.contacts.getByRole('listitem').first());
  });
});

/** Run inside the popup. */
function focused(): string {
  const { activeElement, body } = document;
  return activeElement === body ? 'nothing' : (activeElement?.textContent ?? '');
}

/** Of a control's words against its ground, without what makes both of them paler. */
async function contrastOfWords(control: Element): Promise<number> {
  await Promise.allSettled(control.getAnimations().map(({ finished }) => finished));
  const { color, backgroundColor } = getComputedStyle(control);
  const luminance = (value: string) => {
    const [red = 0, green = 0, blue = 0] = (value.match(/[\d.]+/g) ?? [])
      .map((part) => Number(part) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(color), luminance(backgroundColor)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
