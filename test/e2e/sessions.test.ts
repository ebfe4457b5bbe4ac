/** The sessions of an account: a person's own told from those of colleagues, named, and ended one by one or all at once. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { TestClient } from '../broker/test-client.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

describe('the sessions of an account', () => {
  let popup: PopupPage;
  let thisBrowser: string;
  let colleague: OtherBrowser;
  let atHome: OtherBrowser;

  it.beforeAll(async ({ rig, browser }) => {
    thisBrowser = `${browser.kind === 'firefox' ? 'Firefox' : 'Chrome'} on Linux`;
    popup = await browser.openPopup();
    await connect(popup);
    colleague = await signInElsewhere(rig, { device_name: 'Reception', owner_mark: 'c'.repeat(22) });
    atHome = await signInElsewhere(rig, { device_name: 'At home', owner_mark: await ownerMark(popup.page) });
    await popup.page.getByRole('button', { name: /^Account: / }).click();
  });

  const line = (words: string) =>
    popup.page.getByRole('list', { name: 'Sessions of this account' }).getByRole('listitem').filter({
      hasText: words,
    });

  it('say which is in this browser, which is the person’s own, and which may be a colleague’s', async () => {
    await expectShown(line('This browser').getByText(thisBrowser));
    await expectShown(line('At home').getByText('Yours', { exact: true }));
    await expectShown(line('Reception').getByText('Firefox on Linux'));
    expect(await line('Reception').getByText('Yours', { exact: true }).count()).toBe(0);
  });

  it('show everybody the name that a person gives their browser', async () => {
    await popup.field('Name of this browser').fill('Front desk');
    await popup.page.keyboard.press('Tab');
    await expectShown(line('This browser').getByText('Front desk'));
    expect(await colleague.names()).toContain('Front desk');
  });

  it('do not end for a colleague without a second question', async () => {
    await line('Reception')
      .getByRole('button', { name: /^End the session of Reception/ })
      .click();
    await expectShown(line('Reception').getByText('This may be the session of a colleague'));
    await line('Reception').getByRole('button', { name: 'Cancel' }).click();
    expect(await colleague.status()).toBe(200);
  });

  it('end for one person while colleagues, and this browser, stay signed in', async () => {
    await popup.page.getByRole('button', { name: 'End my other sessions' }).click();
    await expectShown(popup.notice('Your other sessions have ended.'));
    expect(await atHome.status()).toBe(401);
    expect(await colleague.status()).toBe(200);
    await expectShown(line('This browser'));
    await line('At home').waitFor({ state: 'hidden' });
  });

  it('end for everybody after a question that says so', async () => {
    const endAll = popup.page.getByRole('button', { name: 'End all sessions of this account' });
    await endAll.click();
    await expectShown(popup.page.getByText('Everyone who uses this account is signed out'));
    await endAll.click();
    await expectShown(popup.connectButton);
    expect(await colleague.status()).toBe(401);
  });
});

interface OtherBrowser {
  /** Of a call with its session. */
  status(): Promise<number>;
  /** What it sees of the others. */
  names(): Promise<string[]>;
}

async function signInElsewhere({ brokerUrl }: Rig, device: TestClient['device']): Promise<OtherBrowser> {
  const client = new TestClient({ url: brokerUrl, clock: Date });
  client.device = device;
  const { access_token } = await client.signIn();
  return {
    status: async () => (await client.call(access_token, '/v1/account')).status,
    async names() {
      const answer = await (await client.call(access_token, '/v1/sessions')).json();
      return (answer as { sessions: { device_name: string }[] }).sessions.map(
        ({ device_name }) => device_name,
      );
    },
  };
}

/** As another browser of the same person has it. */
function ownerMark(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { ownerMark } = await chrome.storage.sync.get('ownerMark');
    return ownerMark?.value ?? '';
  });
}

/** The part of the extension's API that is used inside the page. */
declare const chrome: {
  storage: { sync: { get(key: string): Promise<{ ownerMark?: { value: string } }> } };
};
