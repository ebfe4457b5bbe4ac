/** Every view against WCAG 2.2 AA, by axe-core, by what is read aloud, and by measuring: languages, themes, narrow, enlarged, forced colours. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ENLARGED, LOOKS, NARROW, putOn } from '../../scripts/screenshots/looks.ts';
import type { Scene } from '../../scripts/screenshots/scene.ts';
import { SCENES, SIGNED_OUT } from '../../scripts/screenshots/scenes.ts';
import type { Stage } from '../../scripts/screenshots/stage.ts';
import { putVersioned } from '../../scripts/screenshots/storage.ts';
import { inWholeRun } from '../whole-run.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import { hiddenFocusFaults } from './harness/hidden-focus.ts';
import { PopupPage } from './harness/popup-page.ts';
import { it } from './harness/scenario.ts';
import { spokenFaults } from './harness/spoken-faults.ts';

/** Each language and each theme at least once; a whole run has them in all combinations. */
const TRIED = LOOKS.filter(({ theme, language }) =>
  inWholeRun(true, (theme === 'light') === (language === 'en')),
);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(firefoxCannot('emulate colours'))('the views, for everybody', () => {
  let browser: BrowserUnderTest;
  let stage: Stage;

  it.beforeAll(async ({ rig: _brokerToTalkTo, browser: shared }) => {
    browser = shared;
    stage = {
      context: browser.context,
      url: (name) => browser.extensionUrl(name),
      open: openSized,
      close: async () => undefined,
    };
  });

  async function openSized(name: string): Promise<Page> {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 380, height: 560 });
    // Nothing here is about motion, and colours on their way are nobody's to judge.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(stage.url(name));
    return page;
  }

  /** What is wrong with one view in any look, one line each. Looks change under the person's eyes, as settings do. */
  async function allFaults(scene: Scene): Promise<string[]> {
    const page = await scene.show(stage);
    await page.evaluate(AXE);
    const found: string[] = [];
    const measured = new Set<string>();
    for (const look of TRIED) {
      await putOn(page, look);
      // A theme changes no sizes; a language does.
      const sizes = measured.has(look.language) ? [] : await sizeFaults(page);
      measured.add(look.language);
      const faults = [...(await axeFaults(page)), ...(await spokenFaults(page)), ...sizes];
      found.push(...faults.map((fault) => `${look.language} ${look.theme}: ${fault}`));
    }
    await scene.after?.(page);
    await page.close();
    return found;
  }

  for (const scene of SIGNED_OUT)
    it(`${scene.name}: no violation, nothing cut off`, async () => {
      expect(await allFaults(scene)).toEqual([]);
    }, 90_000);

  it('are reached from the connect view', async () => {
    const page = await openSized('popup.html');
    await putVersioned(page, 'local', 'settings', { language: 'en' });
    await page.reload();
    await connect(new PopupPage(page));
    await page.close();
  });

  for (const scene of SCENES)
    it(`${scene.name}: no violation, nothing cut off`, async () => {
      expect(await allFaults(scene)).toEqual([]);
    }, 90_000);

  it('have a free keyboard shortcut for each command', async () => {
    const page = await openSized('settings.html');
    const commands = await page.evaluate(() => chrome.commands.getAll());
    expect(commands.map(({ name }) => name).toSorted()).toEqual(['_execute_action', 'add-selection']);
    expect(commands.filter(({ shortcut }) => shortcut === '')).toEqual([]);
    await page.close();
  });

  it('show where the focus is in forced colours', async () => {
    const page = await openSized('popup.html');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.getByRole('searchbox').waitFor();
    for (let stop = 0; stop < 4; stop += 1) {
      expect(await page.evaluate(focusOutline)).not.toBe('none');
      await page.keyboard.press('Tab');
    }
    await page.close();
  });

  it('are drawn in the chosen theme from the first frame', async () => {
    const page = await browser.context.newPage();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(stage.url('settings.html'));
    await putVersioned(page, 'local', 'settings', { language: 'en', theme: 'dark' });
    await page.addInitScript(countTransitions);
    await page.goto(stage.url('popup.html'));
    await page.getByRole('list').first().getByRole('listitem').nth(3).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await page.evaluate(() => (globalThis as { begun?: number }).begun)).toBe(0);
    await page.close();
  });

  it('move nothing when the person asked for reduced motion', async () => {
    const page = await browser.context.newPage();
    await page.goto(stage.url('popup.html'));
    // After the navigation, which changes the process that has to know it.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.waitForFunction(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
    const rows = page.getByRole('list').first().getByRole('listitem');
    await rows.nth(3).waitFor();
    for (const moved of [rows.nth(1), page.getByRole('button', { name: /^(Add|Ajouter)/ })]) {
      await moved.hover();
      expect(await page.evaluate(movingElements)).toEqual([]);
    }
    await page.close();
  });
});

/** Where axe-core has been put. */
async function axeFaults(page: Page): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, RULES);
}

async function sizeFaults(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  const found: string[] = [];
  for (const narrow of [NARROW, ENLARGED]) {
    await page.setViewportSize(narrow);
    const width = await page.evaluate(contentWidth);
    if (width > narrow.width) found.push(`scrolls sideways: ${width} px of content in ${narrow.width} px`);
    const hidden = await hiddenFocusFaults(page);
    found.push(...hidden.map((fault) => `at ${narrow.width} by ${narrow.height}, ${fault}`));
  }
  if (size !== null) await page.setViewportSize(size);
  return found;
}

/** Run inside the page. */
declare const chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } };
declare const axe: {
  run(
    root: Document,
    options: { runOnly: readonly string[]; resultTypes: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

function contentWidth(): number {
  const scrolled = [...document.querySelectorAll('html, body, main, .scroll, .view')];
  return (
    Math.max(
      ...scrolled.map((element) =>
        element.clientWidth === 0 ? 0 : element.scrollWidth - element.clientWidth,
      ),
    ) + innerWidth
  );
}

function focusOutline(): string {
  return document.activeElement === null ? 'none' : getComputedStyle(document.activeElement).outlineStyle;
}

/** Counts what begins to change its colours. */
function countTransitions(): void {
  const page = globalThis as { begun?: number };
  page.begun = 0;
  addEventListener('transitionrun', () => {
    page.begun = (page.begun ?? 0) + 1;
  });
}

function movingElements(): string[] {
  return document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
    .map((animation) =>
      animation instanceof CSSTransition
        ? animation.transitionProperty
        : (animation as CSSAnimation).animationName,
    );
}
