/** Changes to a contact that are on their way stay on the screen; what was refused does not, and can be corrected. */
import { describe, expect, vi } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { ownLane } from './harness/lanes.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { spokenFaults } from './harness/spoken-faults.ts';

const WAIT = { timeout: 30_000, interval: 100 };
const UNA = 'una@lake.example.ca';
/** Each write takes long enough to look at what is shown before it has arrived. */
const SLOW_MS = 1_500;

describe('changes to a contact', () => {
  let rig: Rig;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    await connect(popup);
    await popup.addButton.first().click();
    await popup.fill({ email: UNA });
    await popup.saveButton.click();
    await popup.notice('is in Envoke now').getByRole('button', { name: 'Open' }).click();
  });

  const una = () => {
    const found = rig.envoke.accounts[0]?.people.findByEmail(UNA);
    if (found === undefined) throw new Error('nobody has the address');
    return found;
  };
  const button = (name: string | RegExp) => popup.page.getByRole('button', { name });
  const chip = (name: string) => popup.page.getByRole('button', { name, exact: true });
  const line = () => popup.page.getByRole('listitem').filter({ hasText: UNA });
  const edit = async (values: Record<string, string>) => {
    await button('Edit').click();
    for (const [label, value] of Object.entries(values)) await popup.field(label).fill(value);
    await button('Save changes').click();
  };
  const inEnvoke = (title: string) => vi.waitUntil(() => una().text.title === title, WAIT);

  it('stay on the screen until all have arrived, also over a second edit of the same field', async () => {
    rig.envoke.modes.set({ slowMs: SLOW_MS, only: 'PATCH' });
    await expectShown(popup.page.locator('[aria-pressed]').nth(2));
    const pressed = (await popup.page.evaluate(chipsOf)).slice(0, 3);
    await popup.page.evaluate(watchReleases);
    for (const tag of pressed) await chip(tag).click();
    await edit({ Title: 'Archivist' });
    await expectShown(popup.page.getByText('Archivist', { exact: true }));
    await button('Back').click();
    await popup.contact(UNA).first().click();
    for (const tag of pressed) expect(await chip(tag).getAttribute('aria-pressed')).toBe('true');
    await expectShown(popup.page.getByText('Archivist', { exact: true }));
    expect(una().text.title).not.toBe('Archivist');

    await edit({ Title: 'Head archivist' });
    expect(await popup.notice('is up to date in Envoke').count()).toBe(0);
    await inEnvoke('Head archivist');
    await expectShown(popup.notice(`${UNA} is up to date in Envoke`));
    expect(await popup.page.evaluate(releases)).toEqual([]);
    rig.envoke.modes.set({ slowMs: 0 });
    expect(await button(/to fix/).count()).toBe(0);
  });

  it('are gone from the screen once they were refused, wait with their values, and can be corrected', async () => {
    rig.envoke.modes.set({ successFalse: 1 });
    await edit({ Title: 'Refused title', City: 'Hull' });
    await expectShown(popup.notice(`What you saved for ${UNA} was refused`));
    await expectShown(popup.page.getByText('Head archivist', { exact: true }));
    expect(await popup.page.getByText('Refused title').count()).toBe(0);

    await button('1 to fix').click();
    await expectShown(line().getByText('Head archivist → Refused title'));
    await expectShown(line().getByText('(empty) → Hull'));
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(popup.page)).toEqual([]);
    await button(/^Edit una@/).click();
    await expect.poll(() => popup.field('Title').inputValue()).toBe('Refused title');
    expect(await popup.field('City').inputValue()).toBe('Hull');
    await expectShown(popup.page.getByText(/^Envoke refused these details/));
    await popup.field('Title').fill('Curator');
    await button('Save changes').click();
    await expectShown(popup.page.getByText('Nothing is waiting'));
    await inEnvoke('Curator');
    expect(una().text.city).toBe('Hull');
  });

  it('that met a change of somebody else show both, and are sent over what is there now', async () => {
    await button('Back').click();
    await expectShown(popup.page.getByText('Curator', { exact: true }));
    await button('Edit').click();
    await popup.field('Title').fill('Director');
    const person = una();
    rig.envoke.accounts[0]?.people.replace({ ...person, text: { ...person.text, title: 'Registrar' } });
    await button('Save changes').click();
    await expectShown(popup.notice(`${UNA} was changed in Envoke in the meantime`));
    await popup.notice('in the meantime').getByRole('button', { name: 'View' }).click();
    await expectShown(line().getByText('Curator → Director'));
    await expectShown(line().getByText('In Envoke now: Registrar'));
    expect(await button(/^Try again/).count()).toBe(0);
    await button(/^Edit una@/).click();
    await expect.poll(() => popup.field('Title').inputValue()).toBe('Director');
    await button('Save changes').click();
    await inEnvoke('Director');
  });
});

/** Run inside the popup. */
function chipsOf(): string[] {
  return [...document.querySelectorAll('button[aria-pressed]')].map(({ textContent }) => textContent.trim());
}

/** Notes each chip that is released again while nobody presses it. */
function watchReleases(): void {
  const noted: string[] = [];
  Object.assign(globalThis, { noted });
  new MutationObserver((changes) => {
    for (const { target, oldValue } of changes) {
      const chip = target as Element;
      if (oldValue === 'true' && chip.getAttribute('aria-pressed') === 'false') noted.push(chip.textContent);
    }
  }).observe(document.body, { subtree: true, attributeFilter: ['aria-pressed'], attributeOldValue: true });
}

function releases(): string[] {
  return noted;
}

declare const noted: string[];
