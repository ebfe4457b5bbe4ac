/** With the pace that ships, one call to Envoke a second after ten at once, and answers that take their time. */
import type { Locator } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import { putUnderPopup } from './harness/page-under-popup.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { startRig } from './harness/rig.ts';
import { it as scenario } from './harness/scenario.ts';
import { serveWebPages } from './harness/web-pages.ts';

const SHIPPED = { ENVOKE_REQUESTS_PER_SECOND: '1', ENVOKE_BURST: '10' };
const LATENCY_MS = 120;
const LETTERS = 14;
const MANY = 20;
const NEW = 'gus@lakeside.example.org';
/** Nothing more comes when no call has come for this long. */
const QUIET_MS = 2_000;

const it = scenario.override('rig', { scope: 'file' }, async ({ browser: _inItsLane }, { onCleanup }) => {
  const rig = await startRig(SHIPPED);
  onCleanup(() => rig.close());
  rig.envoke.modes.set({ slowMs: LATENCY_MS });
  return rig;
});

const callsTo = ({ envoke }: Rig) =>
  envoke.requests
    .list()
    .filter(({ path }) => path.startsWith('/v'))
    .map(({ method, path, query }) => `${method} ${path} ${decodeURIComponent(query)}`);

const teamPage = (path: string, emails: readonly string[]) => ({
  path,
  title: 'Our team',
  html: `<main><h1>Our team</h1><p>${emails.join(', ')}</p></main>`,
});
const TEAM = teamPage('/team', [
  'ada@lakeside.example.org',
  'bo@lakeside.example.org',
  'cy@lakeside.example.org',
]);
const BOARD = teamPage('/board', [
  'dee@lakeside.example.org',
  'ed@lakeside.example.org',
  'fay@lakeside.example.org',
]);

describe('at the pace that ships', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  const people = () => rig.envoke.accounts[0]?.people;
  const button = (name: string) => popup.page.getByRole('button', { name, exact: true });
  const row = (at: number) => popup.contacts.getByRole('listitem').nth(at);
  const home = async () => {
    await popup.page.keyboard.press('Escape');
    await expectShown(popup.searchBox);
  };

  /** The calls that reach Envoke while `work` runs, and until it is quiet. */
  async function callsDuring(work: () => Promise<void>): Promise<string[]> {
    const before = callsTo(rig).length;
    await work();
    for (let known = -1; known !== callsTo(rig).length; ) {
      known = callsTo(rig).length;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
    return callsTo(rig).slice(before);
  }
  const expectCalls = async (most: number, work: () => Promise<void>) => {
    const calls = await callsDuring(work);
    expect(calls.length, calls.join('\n')).toBeLessThanOrEqual(most);
  };
  const openContact = (listed: Locator) =>
    callsDuring(async () => {
      await listed.getByRole('button').click();
      await expectShown(button('Edit'));
    });

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    // What the popup asks once it is connected belongs to no scenario.
    await callsDuring(() => connect(popup));
  });

  it.skipIf(firefoxCannot("type at a person's pace"))(
    'a name typed letter by letter is found with three calls at most, the sixth time too',
    async () => {
      onTestFinished(() => popup.searchBox.fill(''));
      const long = (people()?.list() ?? [])
        .map(({ text }) => ({ name: `${text.first_name} ${text.last_name}`, email: text.email }))
        .filter(({ name, email }) => name.length >= LETTERS && email !== '');
      for (const { name, email } of long.slice(0, 6)) {
        await popup.searchBox.fill('');
        const before = callsTo(rig).length;
        await popup.searchBox.pressSequentially(name.slice(0, LETTERS), { delay: 150 });
        const lastLetterAt = performance.now();
        await expectShown(popup.contact(email));
        expect(performance.now() - lastLetterAt).toBeLessThan(2_500);
        expect(callsTo(rig).length - before).toBeLessThanOrEqual(3);
      }
    },
    60_000,
  );

  it('the popup opens with one call, and over a page with people with three, the first time since the broker started too', async () => {
    const web = await serveWebPages([TEAM, BOARD]);
    onTestFinished(() => web.close());
    await expectCalls(1, async () => {
      await popup.page.reload();
      await expectShown(row(0));
    });
    const under = await browser.openPage(web.url(TEAM.path));
    await putUnderPopup(popup.page, under);
    await popup.page.bringToFront();
    const open = async () => {
      await popup.page.reload();
      await expectShown(row(0));
      await expectShown(popup.page.getByRole('button', { name: /^On this page/ }));
    };
    await expectCalls(3, open);
    await under.goto(web.url(BOARD.path));
    await expectCalls(3, open);
    // A broker that has just started knows nothing of its Envoke.
    await rig.stopBroker();
    await rig.startBroker();
    await under.goto(web.url(TEAM.path));
    await expectCalls(3, open);
  }, 60_000);

  it(`${MANY} people of a pasted list take 1.2 calls a person, though the tags are asked for too`, async () => {
    const emails = Array.from({ length: MANY }, (_, at) => `pasted-${at}@harbourarts.example.ca`);
    const arrived = () => emails.filter((email) => people()?.findByEmail(email) !== undefined).length;
    await expectCalls(1.2 * MANY, async () => {
      await popup.addButton.click();
      await button('Paste a list').click();
      await popup.field('Names and email addresses').fill(emails.join('\n'));
      await button('Continue').click();
      await button(`Add ${MANY} people as Not Provided`).click();
      await expectShown(popup.page.getByText(`of ${MANY} done`));
      await expectShown(popup.page.getByText(/^Done in about \d+ seconds/));
      await expect.poll(arrived, { timeout: 60_000, interval: 250 }).toBe(MANY);
    });
    await expectShown(popup.page.getByText(`${MANY} of ${MANY} done, ${MANY} added`));
    await callsDuring(home);
  }, 120_000);

  it('a contact of the list opens with one call', async () => {
    expect(await openContact(row(0))).toHaveLength(1);
    await callsDuring(home);
    expect(await openContact(row(1))).toHaveLength(1);
    await callsDuring(home);
  }, 60_000);

  it('an add takes five calls, two of them to look the person up, and its undo three', async () => {
    await expectCalls(5, async () => {
      await popup.addButton.click();
      await popup.fill({ email: NEW });
      await expectShown(popup.page.getByText('Not in Envoke yet'));
      await popup.saveButton.click();
      await expectShown(popup.notice('is in Envoke now'));
    });
    const undone = () => people()?.findByEmail(NEW)?.consent.status;
    await expectCalls(3, async () => {
      await button('Undo').click();
      await expect.poll(undone, { timeout: 20_000, interval: 100 }).toBe('Revoked');
    });
  }, 60_000);

  it('an edit, a tag and an unsubscribing take three calls each: read, write, read', async () => {
    await openContact(popup.contact('pasted-5@'));
    await expectCalls(3, async () => {
      await button('Edit').click();
      await popup.field('Company').fill('Lakeside');
      await button('Save changes').click();
      await expectShown(popup.notice('is up to date in Envoke'));
    });
    await expectCalls(3, async () => {
      await button('Francophone').click();
      await expectShown(popup.notice('is up to date in Envoke'));
    });
    await expectCalls(3, async () => {
      await popup.page.getByText('Unsubscribe…').click();
      await popup.field('Reason').fill('Asked by phone.');
      await button('Unsubscribe').click();
      await expectShown(popup.notice('is unsubscribed'));
    });
  }, 60_000);
});
