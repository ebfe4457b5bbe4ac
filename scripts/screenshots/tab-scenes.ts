/** The views that fill a tab of the browser. */
import type { Page } from 'playwright-core';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

async function openTab(stage: Stage, name: string): Promise<Page> {
  const page = await stage.open(name);
  await page.setViewportSize({ width: 800, height: 1000 });
  await page.locator('main').waitFor();
  return page;
}

export const WELCOME: Scene = { name: 'welcome', show: (stage) => openTab(stage, 'welcome.html') };

/** Those of a person who is signed in. */
export const TAB_SCENES: readonly Scene[] = [
  { ...WELCOME, name: 'welcome-connected' },
  { name: 'settings', show: (stage) => openTab(stage, 'settings.html') },
  {
    name: 'help',
    show: async (stage) => {
      const page = await openTab(stage, 'settings.html#help');
      await page.locator('#help').scrollIntoViewIfNeeded();
      return page;
    },
  },
];
