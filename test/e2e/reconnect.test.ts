/** A connection that Envoke no longer takes, however Envoke says so: one sentence, one button, and on from there. */
import { describe, expect } from 'vitest';
import { MODE_TABLE } from '../envoke/modes/mode-table.ts';
import { connect, EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

describe('a permission that was withdrawn in Envoke', () => {
  let rig: Rig;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    await connect(popup);
  });

  it.for([...MODE_TABLE.endedTokenAnswer.choices])(
    'asks to reconnect when Envoke answers the token with %s',
    async (endedTokenAnswer) => {
      await expectShown(popup.contacts.getByRole('listitem').first());
      rig.envoke.grants.withdraw();
      rig.envoke.modes.set({ endedTokenAnswer });
      // A list that is just then brought up to date may notice before the search does.
      await popup.searchBox.fill(`tremblay ${endedTokenAnswer}`, { timeout: 2_000 }).catch(() => undefined);
      // One sentence: that the permission has ended, or, to a request that came a moment after, the session with it.
      await expectShown(popup.page.getByText(/ended.* Connect again; what you typed and saved is kept/));
      expect(await popup.connectButton.count()).toBe(1);
      const envoke = new EnvokePages(await popup.connect());
      await envoke.authorize();
      await popup.page.bringToFront();
      await popup.searchBox.fill('');
    },
  );
});
