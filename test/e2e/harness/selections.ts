/** Selects on a page as a person does, and reads what the extension makes of it. */
import type { Page } from 'playwright-core';
import type { PageReading } from '../../../extension/lib/page/in-page/reading.ts';
import { findAddressesInPage } from '../../../extension/lib/page/in-page-addresses.ts';

const BUDGET = { maxChars: 100_000, maxMs: 5_000, stretchMs: 25, linkUrl: null } as const;

export const readSelection = (page: Page): Promise<PageReading> =>
  page.evaluate(findAddressesInPage, { ...BUDGET, from: 'selection' } as const);

export const readLink = (page: Page, linkUrl: string): Promise<PageReading> =>
  page.evaluate(findAddressesInPage, { ...BUDGET, from: 'link', linkUrl } as const);

/** The lines of what was read, the cells of a row apart. */
export const linesOf = ({ text }: PageReading): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\t\s*/g, ' | '))
    .filter(Boolean);

/** Words of the page, and how many letters into the text with them. */
type Place = readonly [words: string, at: number];

/** Drags from one place in the text of the page to another. */
export async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.evaluate(
    ([[first, start], [last, end]]) => {
      const holding = (words: string) => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode() !== null)
          if (texts.currentNode.nodeValue?.includes(words)) return texts.currentNode;
        throw new Error(`The page does not say ${words}.`);
      };
      getSelection()?.setBaseAndExtent(holding(first), start, holding(last), end);
    },
    [from, to] as const,
  );
}

/** Selects words of the page, those and no others. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((searched) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const text = texts.currentNode;
      const at = text.nodeValue?.indexOf(searched) ?? -1;
      const isShown = text.parentElement?.checkVisibility() === true;
      if (at >= 0 && isShown) return getSelection()?.setBaseAndExtent(text, at, text, at + searched.length);
    }
    throw new Error(`The page does not say ${searched}.`);
  }, words);
}

/** Clicks three times on words of the page: the browser selects their whole block. */
export async function clickThrice(page: Page, words: string): Promise<void> {
  const { x, y } = (await page.getByText(words).first().boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.click(x + 8, y + 8, { clickCount: 3 });
}
