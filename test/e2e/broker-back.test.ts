/** While the broker does not answer, each view says so; once it does, nothing goes on saying that it does not. */
import { describe, expect } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const WAY = 'Contacts for Envoke is not answering';

describe('a broker that does not answer', () => {
  let rig: Rig;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const add = async (email: string) => {
    await popup.addButton.first().click();
    await popup.fill({ email });
    await popup.saveButton.click();
  };

  it('is no longer said not to answer once something has arrived', async () => {
    await rig.stopBroker();
    await popup.page.reload();
    await expectShown(popup.notice(WAY));
    await add('una@lake.example.ca');
    await expectShown(popup.notice(WAY));
    await rig.startBroker();
    await expectShown(popup.notice('is in Envoke now'));
    await expect.poll(() => popup.notice(WAY).count()).toBe(0);
  });

  it('is no longer said not to answer once it has refused something', async () => {
    await rig.stopBroker();
    await popup.page.reload();
    await add('bea@lake.example.ca');
    await expectShown(popup.notice(WAY));
    rig.envoke.modes.set({ successFalse: 1 });
    await rig.startBroker();
    await expectShown(popup.notice('What you saved for bea@lake.example.ca was refused'));
    await expect.poll(() => popup.notice(WAY).count()).toBe(0);
  });

  it('is said by the form that cannot look an address up, and by a search that gets no answer', async () => {
    await rig.stopBroker();
    await popup.addButton.first().click();
    await popup.fill({ email: 'kim@lake.example.ca' });
    await expectShown(popup.notice('Envoke could not be asked about this address'));
    await popup.page.keyboard.press('Escape');
    await popup.page.getByRole('button', { name: 'Discard' }).click();
    await rig.startBroker();

    rig.envoke.modes.set({ slowMs: 5_000 });
    await popup.searchBox.fill('zzz nobody');
    await expectShown(popup.notice('The search is taking longer than usual'));
    rig.envoke.modes.set({ slowMs: 0 });
    await popup.page.getByText('Nobody matches').waitFor({ timeout: 40_000 });
    expect(await popup.notice('taking longer').count()).toBe(0);
  });
});
