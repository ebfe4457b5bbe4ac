/**
 * How long the page reader keeps a page busy: directories of 1 MB in a real Chromium, just laid out. It reports the processor
 * time of the page's thread, against a plain walk that asks each element how it is shown, and the longest stretch for
 * which the page could do nothing else. Times are only reported; it fails when the reader does not find everybody.
 */
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'rolldown';
import type { PageReading, ReadingRequest } from '../../extension/lib/page/in-page/reading.ts';
import { findBrowser } from '../browsers/find.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** As the extension asks, but for the time: no machine is too slow for the whole page. */
const REQUEST: ReadingRequest = { maxChars: 1_500_000, maxMs: 60_000, stretchMs: 25 };
const PEOPLE = { cards: 3_000, table: 4_500 } as const;

const email = (at: number) => `person.${at}@elm.example.ca`;
const card = (
  at: number,
) => `<article class="staff-card"><h3><a href="/people/${at}">Person Number${at}</a></h3>
  <p class="role">Coordinator, Community Programs and Partnerships</p><div class="contact-details">
  <p><b>Phone:</b> <a href="tel:+1613555${String(at).padStart(4, '0')}">613-555-${String(at).padStart(4, '0')}</a></p>
  <p><b>Email:</b> <a href="mailto:${email(at)}">${email(at)}</a></p></div></article>`;
const row = (
  at: number,
) => `<tr class="staff-row"><td>Person Number${at}</td><td>Coordinator, Community Programs</td>
  <td>Department of Parks</td><td>613-555-${String(at).padStart(4, '0')}</td>
  <td><a href="mailto:${email(at)}">${email(at)}</a></td></tr>`;
const times = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('');
const DIRECTORIES: Readonly<Record<keyof typeof PEOPLE, string>> = {
  cards: `<main>${times(PEOPLE.cards, card)}</main>`,
  table: `<table><tr><th>Name</th><th>Title</th><th>Department</th><th>Phone</th><th>Email</th></tr>${times(PEOPLE.table, row)}</table>`,
};

/** The reader as a script that leaves its function in the page. */
async function bundleReader(): Promise<string> {
  const { output } = await build({
    input: 'extension/lib/page/in-page-addresses.ts',
    output: { format: 'iife', name: 'reader', exports: 'named' },
    write: false,
  });
  return `${output[0].code}; globalThis.read = reader.findAddressesInPage;`;
}

interface Stretches {
  /** Milliseconds. */
  longest: number;
  found: number;
}

/** Runs inside the page: reads it, and notes how long anything else had to wait. */
async function readAndWatch(request: ReadingRequest): Promise<Stretches> {
  const { read } = globalThis as unknown as { read: (request: ReadingRequest) => Promise<PageReading> };
  const { port1, port2 } = new MessageChannel();
  let [longest, last, isOver] = [0, performance.now(), false];
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!isOver) port2.postMessage(null);
  };
  port2.postMessage(null);
  const { text } = await read(request);
  longest = Math.max(longest, performance.now() - last);
  isOver = true;
  port1.close();
  return { longest, found: new Set(text.match(/person\.\d+@/g)).size };
}

/** Runs inside the page: what any reader must ask. */
function walkPlainly(): number {
  let seen = 0;
  for (const element of document.querySelectorAll('*')) {
    const { display, visibility } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (display !== 'none' && visibility === 'visible' && box.width > 0) seen += 1;
  }
  return seen;
}

/** Seconds of processor time that the page's thread has spent. */
async function threadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

async function showDirectory(page: Page, html: string, reader: string): Promise<void> {
  await page.setContent(`<!doctype html><title>Staff</title>${html}`);
  await page.evaluate(reader);
  // Laid out and painted, as it is for a person who opens the popup over it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

interface Measured {
  readMs: number;
  plainMs: number;
  longestMs: number;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const span = (values: readonly number[]) =>
  `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;

const found = await findBrowser('chromium');
if (!found) throw new Error('No Chromium to measure in.');
const reader = await bundleReader();
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
try {
  for (const kind of ['cards', 'table'] as const) {
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const spent = async <Value>(work: () => Promise<Value>): Promise<[Value, number]> => {
        await showDirectory(page, DIRECTORIES[kind], reader);
        const before = await threadSeconds(session);
        const value = await work();
        return [value, ((await threadSeconds(session)) - before) * 1000];
      };
      const [{ longest, found: people }, readMs] = await spent(() => page.evaluate(readAndWatch, REQUEST));
      if (people !== PEOPLE[kind]) throw new Error(`${people} of ${PEOPLE[kind]} people found.`);
      const [, plainMs] = await spent(() => page.evaluate(walkPlainly));
      rounds.push({ readMs, plainMs, longestMs: longest });
      await page.close();
    }
    const of = (what: keyof Measured) => rounds.map((one) => one[what]);
    const ratio = median(rounds.map(({ readMs, plainMs }) => readMs / plainMs));
    console.log(
      `${kind}, ${PEOPLE[kind]} people, ${(DIRECTORIES[kind].length / 1e6).toFixed(2)} MB: ${span(of('readMs'))} ms of the page's thread, ${ratio.toFixed(1)} times the plain walk (${span(of('plainMs'))} ms); longest stretch ${span(of('longestMs'))} ms (median ${median(of('longestMs')).toFixed(0)})`,
    );
  }
} finally {
  await browser.close();
}
