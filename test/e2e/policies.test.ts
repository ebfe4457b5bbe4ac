/** The samples for administrators, in a real browser: the extension comes and is set up without a question to anybody. */
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import {
  type AdministeredBrowser,
  CAN_ADMINISTER,
  openAdministeredChromium,
  openAdministeredFirefox,
} from './harness/administered.ts';
import { expectShown } from './harness/expect-shown.ts';
import { ownLane } from './harness/lanes.ts';

/** To fetch and install it. Chromium alone takes 10 to 45 s on an idle machine. */
const PATIENCE_MS = 120_000;
const SAMPLES = {
  chromium: { 'chrome.json': openAdministeredChromium, 'edge.json': openAdministeredChromium },
  firefox: { 'firefox.json': openAdministeredFirefox },
};
const samples = Object.entries(SAMPLES[ownLane().browser.kind]);

describe.runIf(CAN_ADMINISTER)('a browser with the sample policy', () => {
  it.for(samples)(
    '%s has the extension, with what the policy sets, and asks for no permission',
    { timeout: 3 * PATIENCE_MS },
    async ([sample, open]) => {
      const browser = await open(sample);
      try {
        await expectSetUp(browser);
      } finally {
        await browser.close();
      }
    },
  );
});

async function expectSetUp({ context, settingsUrl, reloadPolicies }: AdministeredBrowser): Promise<void> {
  /** Fails as long as the extension is not there. */
  const openSettings = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(settingsUrl).catch(async (cause) => {
      await page.close();
      throw cause;
    });
    return page;
  };
  const page = await vi.waitFor(openSettings, { timeout: PATIENCE_MS, interval: 2_000 });
  const read = async () => {
    await page.reload();
    const box = page.getByRole('textbox', { name: 'Diagnostics' });
    await expect.poll(() => box.inputValue(), { timeout: PATIENCE_MS }).not.toBe('');
    return JSON.parse(await box.inputValue());
  };
  // Browsers store what a policy sets some seconds after the installation.
  const isManaged = async () => {
    await reloadPolicies();
    return (await read()).managed.toSorted().join() === 'brokerUrl,recordNameRequired';
  };
  await vi.waitUntil(isManaged, { timeout: PATIENCE_MS, interval: 5_000 });
  const required = page.getByRole('checkbox', { name: 'Require a name in the record' });
  await expectShown(required);
  expect(await required.isChecked()).toBe(true);
  expect(await required.isDisabled()).toBe(true);
  expect((await read()).brokerPermission).toBe(true);
}
