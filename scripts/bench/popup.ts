/**
 * How soon the popup shows contacts from memory, against empty pages of the same extension in the same run, one without and
 * one with a script (whatever a script shows, the browser takes its time to start one), and how much it loads for that.
 * Fails only when the size is over its limit; times are reported, since machines differ.
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { extensionFolder } from '../extension/build.ts';
import { START_BUNDLE_MAX_BYTES, startBundle, totalBytes } from '../extension/start-bundle.ts';
import { connect, type Stage, setStage } from '../screenshots/stage.ts';

const ROUNDS = 15;
const FRAME_MS = 1000 / 60;
/** Pages put beside the popup's for as long as the measuring takes. */
const PAGES = {
  'blank.html': '<!doctype html><title>Blank</title><p>Blank</p>',
  'script.html': '<!doctype html><title>Script</title><script type="module" src="/script.js"></script>',
  'script.js': "document.body.append(document.createElement('p'));",
} as const;

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

interface Times {
  blank: number;
  script: number;
  rows: number;
}

async function measureTimes(stage: Stage): Promise<Times> {
  const [blank, script, rows]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    blank.push(await timeToFrame(stage, 'blank.html', 'p'));
    script.push(await timeToFrame(stage, 'script.html', 'p'));
    rows.push(await timeToFrame(stage, 'popup.html', '.contacts-windowed > li'));
  }
  return { blank: median(blank), script: median(script), rows: median(rows) };
}

function report({ blank, script, rows }: Times): void {
  const against = (name: string, base: number) =>
    `Against the ${name}: ${(rows / base).toFixed(2)} times, ${((rows - base) / FRAME_MS).toFixed(1)} frames of 60 a second later`;
  console.log(`Blank page: ${blank.toFixed(1)} ms (median of ${ROUNDS})`);
  console.log(`Page with one script: ${script.toFixed(1)} ms`);
  console.log(`First contact rows: ${rows.toFixed(1)} ms`);
  console.log(against('blank page', blank));
  console.log(against('page with one script', script));
}

const stage = await setStage();
const folder = extensionFolder({ browser: 'chrome', outDir: '.output/screenshots' });
const pages = Object.entries(PAGES).map(([name, content]) => ({ path: join(folder, name), content }));
try {
  for (const { path, content } of pages) await writeFile(path, content);
  await fillMemory(stage);
  report(await measureTimes(stage));
  const bytes = totalBytes(await startBundle(folder));
  console.log(`Start bundle: ${bytes} bytes gzipped, of at most ${START_BUNDLE_MAX_BYTES}`);
  if (bytes > START_BUNDLE_MAX_BYTES) process.exitCode = 1;
} finally {
  for (const { path } of pages) await rm(path, { force: true });
  await stage.close();
}
