/** The popup in French by keyboard alone: whatever is pressed here was reached with Tab, the arrows or by typing. */
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { getItem, putVersioned } from '../../scripts/screenshots/storage.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const ADDED = 'zelie.ouellet@lakeside.example.org';
const LISTED = [
  'Maude Pelletier <maude.pelletier@coteau.example.org>',
  'Rosalie Tessier <rosalie.tessier@coteau.example.org>',
  'Hugo Lavoie <hugo.lavoie@coteau.example.org>',
];
const MOST_STOPS = 80;

describe('the popup in French, by keyboard alone', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    const popup = await browser.openPopup();
    page = popup.page;
    await putVersioned(page, 'local', 'settings', { language: 'fr' });
    await page.reload();
  });

  const added = () => rig.envoke.accounts[0]?.people.findByEmail(ADDED);

  /** Presses Tab until the focus is on what has this name. */
  async function tabTo(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(focusedName);
      if (name.test(focused)) return;
      passed.push(focused);
    }
    throw new Error(`Tab does not reach ${name}. It stops at: ${passed.join(' | ')}`);
  }

  async function press(name: RegExp, key = 'Enter'): Promise<void> {
    await tabTo(name);
    await page.keyboard.press(key);
  }

  const focusIsOn = (name: RegExp) =>
    vi.waitUntil(async () => name.test(await page.evaluate(focusedName)), { timeout: 10_000 });

  /** Back to the list, from wherever the focus returns to in it up to the search box. */
  async function goBackToSearch(): Promise<void> {
    await page.keyboard.press('Escape');
    await expectShown(page.getByRole('searchbox'));
    await focusIsOn(/./);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await focusIsOn(/^Chercher/);
  }

  it('connects', async () => {
    await expectShown(page.getByRole('button', { name: 'Se connecter à Envoke', disabled: false }));
    const opened = page.context().waitForEvent('page');
    await press(/^Se connecter à Envoke/);
    const envoke = new EnvokePages(await opened);
    await envoke.logIn();
    await envoke.authorize();
    await expectShown(page.getByRole('searchbox', { name: 'Chercher des contacts' }));
  });

  it('adds a person', async () => {
    await page.bringToFront();
    await page.keyboard.type(ADDED);
    await page.keyboard.press('Control+Enter');
    await expectShown(page.getByRole('heading', { name: 'Ajouter un contact' }));
    await press(/^Enregistrer comme/);
    await vi.waitUntil(added, { timeout: 15_000 });
    await expectShown(page.getByRole('searchbox'));
  });

  it('finds and opens the person', async () => {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(ADDED);
    await expectShown(page.getByRole('listitem').filter({ hasText: ADDED }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('button', { name: 'Modifier' }));
  });

  it('comes back to the row that was opened, and opens it again', async () => {
    await page.keyboard.press('Escape');
    await focusIsOn(new RegExp(ADDED));
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('button', { name: 'Modifier' }));
  });

  it('edits the person, and goes on from the button that led there', async () => {
    await press(/^Modifier/);
    await focusIsOn(/^Courriel/);
    await tabTo(/^Prénom/);
    await page.keyboard.type('Zélie');
    const isKept = async () =>
      String(JSON.stringify(await getItem(page, 'session', 'drafts'))).includes('Zélie');
    await vi.waitUntil(isKept, { timeout: 10_000 });
    // The popup closes as soon as the person looks elsewhere.
    await page.reload();
    await press(/^Reprendre/);
    await focusIsOn(/^Courriel/);
    expect(await page.getByLabel('Prénom').inputValue()).toBe('Zélie');
    await page.keyboard.press('Escape');
    await expectShown(page.getByRole('searchbox'));
    await press(/^Reprendre/);
    await focusIsOn(/^Courriel/);
    await press(/^Annuler/);
    await focusIsOn(/^Modifier/);
    // Sooner, it would be the second press of a double one.
    await page.waitForTimeout(600);
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Prénom').inputValue()).toBe('');
    await tabTo(/^Prénom/);
    await page.keyboard.type('Zélie');
    await page.keyboard.press('Control+Enter');
    await vi.waitUntil(() => added()?.text.first_name === 'Zélie', { timeout: 15_000 });
    await focusIsOn(/^Modifier/);
  });

  it('tags the person', async () => {
    await press(/^Congrès annuel/, 'Space');
    await expectShown(page.getByRole('button', { name: 'Congrès annuel', pressed: true }));
  });

  it('unsubscribes the person with a reason', async () => {
    await press(/^Désabonner…/);
    await tabTo(/^Raison/);
    await page.keyboard.type('Demande reçue par téléphone.');
    await press(/^Désabonner$/);
    await vi.waitUntil(() => JSON.stringify(added()).includes('Demande reçue'), { timeout: 15_000 });
    expect(added()?.text.email).toBe(ADDED);
    // While the question is open, Escape answers it and stays in the view.
    await page.getByLabel('Raison').waitFor({ state: 'detached' });
    await focusIsOn(/^Zélie/);
  });

  it('adds the people of a pasted list, but for one who is left out', async () => {
    await goBackToSearch();
    await page.keyboard.press('Escape');
    await press(/^Ajouter un contact/);
    await press(/^Coller une liste/);
    await tabTo(/^Noms et adresses/);
    await page.keyboard.type(LISTED.join('\n'));
    await press(/^Continuer$/);
    await expectShown(page.getByRole('heading', { name: 'Vérifier 3 personnes' }));
    await press(/^Maude Pelletier/, 'Space');
    // Tab passes by the button until Envoke has said who is there.
    await expectShown(page.getByRole('button', { name: /^Ajouter 2\spersonnes comme/, disabled: false }));
    await press(/^Ajouter 2\spersonnes comme/);
    const people = rig.envoke.accounts[0]?.people;
    const arrived = () => people?.list().filter(({ text }) => text.email.endsWith('@coteau.example.org'));
    await vi.waitUntil(() => arrived()?.length === 2, { timeout: 15_000 });
    expect(people?.findByEmail('maude.pelletier@coteau.example.org')).toBeUndefined();
  });

  it('reconnects after Envoke’s permission was withdrawn, with the typed text kept', async () => {
    rig.envoke.grants.withdraw();
    await goBackToSearch();
    await page.keyboard.type('zélie');
    await expectShown(page.getByText('a pris fin ou a été retirée'));
    const opened = page.context().waitForEvent('page');
    await press(/^Se connecter à Envoke/);
    await new EnvokePages(await opened).authorize();
    await page.bringToFront();
    await expectShown(page.getByRole('searchbox'));
    expect(await page.getByRole('searchbox').inputValue()).toBe('zélie');
    await expectShown(page.getByRole('listitem').filter({ hasText: ADDED }));
  });

  it('connects another account, and switches to and fro', async () => {
    const [first, second] = rig.envoke.accounts.map(({ name }) => name);
    await press(/^Compte/);
    await expectShown(page.getByRole('heading', { name: 'Compte', level: 1 }));
    const opened = page.context().waitForEvent('page');
    await press(/^Utiliser un autre compte/);
    const envoke = new EnvokePages(await opened);
    await envoke.page.getByLabel(second ?? '').check();
    await envoke.authorize();
    await expectShown(page.getByRole('button', { name: new RegExp(`^Compte.*${second}`) }));
    await page.bringToFront();
    // From the list in one step, by the initials at the foot; and from the account's own view.
    await press(new RegExp(`Passer à ${first}`));
    await expectShown(page.getByRole('button', { name: new RegExp(`^Compte.*${first}`) }));
    await press(/^Compte/);
    await press(new RegExp(`^Passer à ${second}`));
    await expectShown(page.getByRole('button', { name: new RegExp(`^Compte.*${second}`) }));
  });
});

/** Runs inside the page: what a screen reader would call the element with the focus, near enough. */
function focusedName(): string {
  const focused = document.activeElement;
  // Nothing has the focus then, though the body has everybody's words.
  if (focused === document.body) return '';
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)
    return focused.labels?.[0]?.textContent ?? focused.ariaLabel ?? '';
  return (focused?.ariaLabel ?? (focused?.getAttribute('title') || focused?.textContent) ?? '').trim();
}
