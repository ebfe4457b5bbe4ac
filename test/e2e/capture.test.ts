/**
 * From what is on a page to a contact in Envoke: select, choose the command, press Enter. The menu is the browser's own
 * and cannot be clicked here, so the click is dispatched in the background. Such a click grants no `activeTab`: what is
 * captured is the selection that the browser hands over, not the page's markup. Reading inside a page is held to in
 * in-page.test.ts.
 */
import { afterAll, describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const DIRECTORY = {
  path: '/directory',
  title: 'Staff directory',
  html: `<main><h1>Staff</h1><div class="card" id="person"><h3>Priya Raman</h3><p>Events Coordinator</p>
    <p>Harbour Arts Council</p><p>Tel: 604-555-0142</p><p>priya.raman@harbourarts.example.ca</p></div>
    <div class="card"><h3>Owen Lindqvist</h3><p>owen.lindqvist@harbourarts.example.ca</p></div></main>`,
} as const;
const WEBMAIL = {
  path: '/mail/inbox',
  title: 'Re: spring workshop - Mail',
  html: `<div role="main"><p>Thanks, see you there!</p><div id="person"><div>--</div><div>Marcus Oyelaran</div>
    <div>Director of Programs</div><div>Northfield Youth Centre</div><div>T: 416-555-0177</div>
    <div>marcus@northfield.example.org</div></div></div>`,
} as const;
const REGISTRATION = {
  path: '/registration',
  title: 'Registration 114',
  html: `<main><div id="person"><p>First name: Wren</p><p>Last name: Castellano</p>
    <p>Email: wren.castellano@lakeside.example.org</p><p>Would you like our newsletter? : No</p></div></main>`,
} as const;
const PROFESSOR = {
  path: '/professeurs/tremblay',
  title: 'Corps professoral',
  html: `<main lang="fr"><article id="person"><h2>Hélène Tremblay-Côté</h2><p>Professeure titulaire</p>
    <p>Département de biologie</p><p>Téléphone : 418 555-0123</p>
    <p>Courriel : helene.tremblay-cote@universite.example.ca</p></article></main>`,
} as const;

describe('adding from a page', () => {
  let rig: Rig;
  let web: WebPages;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    web = await serveWebPages([DIRECTORY, WEBMAIL, PROFESSOR, REGISTRATION]);
    popup = await browser.openPopup();
    await connect(popup);
  });
  afterAll(() => web?.close());

  const people = () => rig.envoke.accounts[0]?.people;
  const inEnvoke = (email: string) =>
    vi.waitUntil(() => people()?.findByEmail(email), { timeout: 10_000, interval: 100 });

  async function chooseCommand(path: string, menuItemId: string, linkUrl?: string): Promise<void> {
    const page = await browser.openPage(web.url(path));
    const person = page.locator('#person');
    await person.selectText();
    const selectionText = await page.evaluate(() => String(getSelection()));
    await popup.page.close();
    await browser.background.clickMenu(page, {
      menuItemId,
      ...(linkUrl === undefined ? { selectionText } : { linkUrl }),
    });
    popup = await browser.openedPopup();
    await expectShown(popup.field('Email'));
    // A choice has the focus: nothing that writes anybody.
    const focused = () => popup.page.evaluate(() => document.activeElement?.getAttribute('type'));
    await expect.poll(focused).toBe('radio');
  }

  const NOT_YET = /^No consent yet, address found \(page “(.+)”, (.+)\), \w+ \d{1,2}, \d{4}\.$/;
  const PAS_ENCORE =
    /^Aucun consentement pour l’instant, adresse trouvée \(page «\u00a0(.+)\u00a0», (.+)\), le \d{1,2}(?:er)? \p{L}+ \d{4}\.$/u;
  const PEOPLE = [
    {
      page: DIRECTORY,
      kind: 'a card of a staff directory',
      description: NOT_YET,
      text: {
        email: 'priya.raman@harbourarts.example.ca',
        first_name: 'Priya',
        last_name: 'Raman',
        title: 'Events Coordinator',
        company: 'Harbour Arts Council',
        phone: '+16045550142',
        language: 'en',
      },
    },
    {
      page: WEBMAIL,
      kind: 'a signature in a webmail',
      description: NOT_YET,
      text: {
        email: 'marcus@northfield.example.org',
        first_name: 'Marcus',
        last_name: 'Oyelaran',
        title: 'Director of Programs',
        company: 'Northfield Youth Centre',
        phone: '+14165550177',
        language: 'en',
      },
    },
    {
      page: PROFESSOR,
      kind: "a professor's page in French",
      description: PAS_ENCORE,
      text: {
        email: 'helene.tremblay-cote@universite.example.ca',
        first_name: 'Hélène',
        last_name: 'Tremblay-Côté',
        title: 'Professeure titulaire',
        phone: '+14185550123',
        language: 'fr',
      },
    },
  ] as const;

  for (const { page, kind, description, text } of PEOPLE)
    it(`takes two gestures from ${kind} to Envoke: the command, and Ctrl+Enter; Enter alone writes nobody`, async () => {
      await chooseCommand(page.path, 'add-selection');
      await popup.page.keyboard.press('Enter');
      await popup.page.keyboard.press('Control+Enter');
      const added = await inEnvoke(text.email);
      expect(added.text).toMatchObject(text);
      expect(added.consent.status).toBe('Not Provided');
      expect(description.exec(added.consent.description)?.slice(1)).toEqual([page.title, web.url(page.path)]);
    });

  it('shows the no of a form with its question, offers no consent in one press, and keeps it in the proof', async () => {
    await chooseCommand(REGISTRATION.path, 'add-selection');
    await expectShown(popup.page.getByText('The form or list says: “Would you like our newsletter?”'));
    expect(await popup.page.getByRole('button', { name: /save as Express$/ }).count()).toBe(0);
    await popup.page.keyboard.press('Space');
    await popup.page.keyboard.press('Control+Enter');
    const { consent } = await inEnvoke('wren.castellano@lakeside.example.org');
    expect(consent.status).toBe('Not Provided');
    expect(consent.description).toMatch(/Form or list “Would you like our newsletter\?”: no\.$/);
  });

  it('opens at its full height', async () => {
    await chooseCommand(DIRECTORY.path, 'add-selection');
    await expect.poll(() => popup.page.evaluate(() => innerHeight)).toBeGreaterThan(480);
  });

  it.each([
    ['the mouse', 'ann.by.mouse@lake.example.ca'],
    ['the keyboard', 'ann.by.keys@lake.example.ca'],
  ])('adds a person with consent in three gestures with %s, the command among them', async (way, email) => {
    await chooseCommand(DIRECTORY.path, 'add-link', `mailto:${email}`);
    if (way === 'the mouse') await popup.page.getByRole('button', { name: /save as Express$/ }).click();
    else {
      // Space alone would choose nothing: the focus is on the ground in effect.
      await popup.page.keyboard.press('Space');
      await popup.page.keyboard.press('ArrowDown');
      await popup.page.keyboard.press('Control+Enter');
    }
    expect((await inEnvoke(email)).consent).toMatchObject({
      status: 'Express',
      description: expect.stringMatching(/^Asked to receive our emails/),
    });
  });

  it('fills the gaps of an existing contact, and adds nobody', async () => {
    const email = PEOPLE[0].text.email;
    const there = await inEnvoke(email);
    people()?.replace({ ...there, text: { ...there.text, last_name: '', first_name: 'Pri' } });
    const before = people()?.list().length;
    await chooseCommand(DIRECTORY.path, 'add-selection');
    const fill = popup.page.getByRole('button', { name: /^Fill in \d+ field/ });
    await expectShown(fill);
    await fill.click();
    await vi.waitUntil(() => people()?.findByEmail(email)?.text.last_name === 'Raman', { timeout: 10_000 });
    expect(people()?.findByEmail(email)?.text.first_name).toBe('Pri');
    expect(people()?.list()).toHaveLength(before ?? -1);
  });

  it('brings an unsubscribed person back only after an explicit confirmation', async () => {
    const email = PEOPLE[1].text.email;
    const there = await inEnvoke(email);
    people()?.replace({ ...there, consent: { ...there.consent, status: 'Revoked', expiry: '' } });
    await chooseCommand(WEBMAIL.path, 'add-selection');
    await expectShown(popup.page.getByText('is in Envoke: do not email').first());
    await popup.fill({ consentStatus: 'Express', consentDescription: 'Asked by phone to be added again.' });
    const bringBack = popup.page.getByRole('button', { name: 'Resubscribe with this consent' });
    await popup.page.keyboard.press('Control+Enter');
    const said = popup.notice(`${email} is already in Envoke.`);
    await expectShown(said.getByText('choose “Resubscribe with this consent”'));
    expect(await said.textContent()).not.toContain('issing');
    expect(await bringBack.isDisabled()).toBe(true);
    await popup.page.getByLabel('I confirm that this person has since asked').press('Space');
    await bringBack.press('Enter');
    await vi.waitUntil(() => people()?.findByEmail(email)?.consent.status === 'Express', { timeout: 10_000 });
    expect(people()?.findByEmail(email)?.consent.description).toContain('Asked by phone');
  });

  it('says once that what was selected has no address, in a form that can still be filled in', async () => {
    const page = await browser.openPage(web.url(WEBMAIL.path));
    await popup.page.close();
    await browser.background.clickMenu(page, {
      menuItemId: 'add-selection',
      selectionText: 'see you there!',
    });
    popup = await browser.openedPopup();
    const said = popup.notice('There is no email address in what was read.');
    await expectShown(said);
    const email = 'typed.by.hand@harbourarts.example.ca';
    await popup.field('Email').fill(email);
    // Left and continued, the form says nothing of it any more.
    await popup.page.keyboard.press('Escape');
    await popup.page.getByRole('button', { name: 'Resume' }).click();
    await expectShown(popup.page.getByText('Not in Envoke yet.'));
    expect(await said.count()).toBe(0);
    await popup.saveButton.click();
    await inEnvoke(email);
  });

  it('reads who an e-mail link names', async () => {
    const email = 'lena.fischer@harbourarts.example.ca';
    await chooseCommand(DIRECTORY.path, 'add-link', `mailto:Lena%20Fischer%20%3C${email}%3E`);
    expect(await popup.field('Email').inputValue()).toBe(email);
    await popup.page.keyboard.press('Control+Enter');
    expect((await inEnvoke(email)).text).toMatchObject({
      email,
      first_name: 'Lena',
      last_name: 'Fischer',
    });
  });
});
