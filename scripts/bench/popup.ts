/**
 * How soon the popup shows contacts from memory, against an empty page of the same extension in the same run, and how much
 * it loads for that. Fails only when the size is over its limit; times are reported, since machines differ.
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { extensionFolder } from '../extension/build.ts';
import { START_BUNDLE_MAX_BYTES, startBundle, totalBytes } from '../extension/start-bundle.ts';
import { connect, type Stage, setStage } from '../screenshots/stage.ts';

const ROUNDS = 15;
const FRAME_MS = 1000 / 60;
const BLANK_PAGE = 'blank.html';

/** Milliseconds from the start of loading to the frame that shows what `selector` finds. */
async function timeToFrame(stage: Stage, name: string, selector: string): Promise<number> {
  const page = await stage.context.newPage();
  await page.addInitScript(noteFirstFrame, selector);
  await page.goto(stage.url(name));
  await page.waitForFunction(() => Reflect.has(globalThis, 'firstFrameMs'));
  const ms = await page.evaluate(() => Number(Reflect.get(globalThis, 'firstFrameMs')));
  await page.close();
  return ms;
}

/** Runs inside the page, before any script of its own. */
function noteFirstFrame(selector: string): void {
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  function look(): void {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => Reflect.set(globalThis, 'firstFrameMs', performance.now()));
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function fillMemory(stage: Stage): Promise<void> {
  const popup: Page = await stage.open('popup.html');
  await connect(popup);
  await popup.getByRole('list').first().getByRole('listitem').nth(3).waitFor();
  await popup.waitForTimeout(500);
  await popup.close();
}

async function measureTimes(stage: Stage): Promise<{ blank: number; rows: number }> {
  const [blank, rows]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    blank.push(await timeToFrame(stage, BLANK_PAGE, 'p'));
    rows.push(await timeToFrame(stage, 'popup.html', '.contacts-windowed > li'));
  }
  return { blank: median(blank), rows: median(rows) };
}

const stage = await setStage();
const folder = extensionFolder({ browser: 'chrome', outDir: '.output/screenshots' });
const blankPage = join(folder, BLANK_PAGE);
try {
  await writeFile(blankPage, '<!doctype html><title>Blank</title><p>Blank</p>');
  await fillMemory(stage);
  const { blank, rows } = await measureTimes(stage);
  const frames = (rows - blank) / FRAME_MS;
  console.log(`Blank page: ${blank.toFixed(1)} ms (median of ${ROUNDS})`);
  console.log(`First contact rows: ${rows.toFixed(1)} ms (median of ${ROUNDS})`);
  console.log(`Ratio: ${(rows / blank).toFixed(2)}; ${frames.toFixed(1)} frames of 60 a second later`);
  const bytes = totalBytes(await startBundle(folder));
  console.log(`Start bundle: ${bytes} bytes gzipped, of at most ${START_BUNDLE_MAX_BYTES}`);
  if (bytes > START_BUNDLE_MAX_BYTES) process.exitCode = 1;
} finally {
  await rm(blankPage, { force: true });
  await stage.close();
}
