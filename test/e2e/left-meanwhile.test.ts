/** An add that leaves while it is edited: what was typed becomes a change of the contact, in one press. */
import { describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { ownLane } from './harness/lanes.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { spokenFaults } from './harness/spoken-faults.ts';

const UNA = 'una@lake.example.ca';
const WAIT = { timeout: 30_000, interval: 100 };

describe('an add that leaves while it is edited', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const una = () => rig.envoke.accounts[0]?.people.findByEmail(UNA);
  const button = (name: string | RegExp) => popup.page.getByRole('button', { name });

  it('is a change of the contact when the edit is resumed', async () => {
    await rig.stopBroker();
    await popup.addButton.first().click();
    await popup.fill({ email: UNA, firstName: 'Una', company: 'Lake' });
    await popup.saveButton.click();
    await button('1 to send').click();
    await button(/^Edit Una/).click();
    await popup.fill({ company: 'Lakeside' });
    await popup.field('Consent status').selectOption({ label: 'Express' });
    await popup.fill({ consentDescription: 'Asked at the counter.' });
    await popup.page.close();
    await rig.startBroker();
    popup = await browser.openPopup();
    await vi.waitUntil(() => una()?.text.company === 'Lake', WAIT);

    await button('Resume').click();
    await expectShown(popup.page.getByText('Sent to Envoke meanwhile: Una'));
    await expectShown(popup.page.getByText('Change: Company'));
    await expectShown(popup.page.getByRole('heading', { name: 'Change what was sent' }));
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(popup.page)).toEqual([]);
    await popup.saveButton.click();
    await vi.waitUntil(() => una()?.text.company === 'Lakeside', WAIT);
    expect(una()?.consent).toMatchObject({ status: 'Express', description: 'Asked at the counter.' });
    expect(await popup.page.getByText(/^Unfinished/).count()).toBe(0);
  });

  it('never overwrites a consent that was withdrawn meanwhile', async () => {
    const BEA = 'bea@lake.example.ca';
    const bea = () => rig.envoke.accounts[0]?.people.findByEmail(BEA);
    await rig.stopBroker();
    await popup.addButton.first().click();
    await popup.fill({ email: BEA, firstName: 'Bea' });
    await popup.saveButton.click();
    await button('1 to send').click();
    await button(/^Edit Bea/).click();
    await popup.field('Consent status').selectOption({ label: 'Express' });
    await popup.fill({ consentDescription: 'Asked at the counter.' });
    await rig.startBroker();
    await vi.waitUntil(() => bea(), WAIT);
    await expectShown(popup.page.getByText('Sent to Envoke meanwhile: Bea'));
    const there = bea();
    if (there === undefined) throw new Error('nobody was added');
    rig.envoke.accounts[0]?.people.replace({ ...there, consent: { ...there.consent, status: 'Revoked' } });
    await popup.saveButton.click();
    await expectShown(popup.notice(`${BEA} was changed in Envoke in the meantime`));
    expect(bea()?.consent.status).toBe('Revoked');
  });
});
