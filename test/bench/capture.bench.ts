/**
 * Processor time of capture on half a megabyte and a megabyte of slow input: ms per MB, the ratio to just reading the
 * characters, and the ratio between the two sizes. Markup is parsed before the clock starts; the DOM is the tests'
 * stand-in.
 */
import { afterAll, expect, test } from 'vitest';
import { captureContacts } from '../../extension/lib/capture/capture-contacts.ts';
import type { CaptureSource } from '../../extension/lib/capture/captured-contact.ts';
import { createParseHtml } from '../extension/capture/parse-html.ts';
import { WORST_CASES, type WorstCase } from './worst-cases.ts';

const SIZE = 500_000;
/** Time of this thread alone, in ms: the machine may be busy with something else. */
const now = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const RUNS = { iterations: 6, time: 0, warmupIterations: 2, warmupTime: 0, now };
/** Thread time that one measurement of the smaller size takes at least: some systems count it in steps of 4 ms. */
const WORK_MS = 60;
/** Times as long as only reading the same text, character by character, in the same run. */
const MAX_TO_READING = 25;
/** Twice the input takes twice as long, and four times where the work grows with the square. */
const MAX_RATIO = 3;

const parseHtml = createParseHtml();
const rows: string[] = [];

/** A capture of the case at one size, ready to run. */
function prepare(worst: WorstCase, size: number): { run: () => void; read: () => void; megabytes: number } {
  const input = worst.write(size);
  const isHtml = worst.kind === 'html';
  const root = isHtml ? parseHtml(input) : null;
  const source: CaptureSource = {
    text: isHtml ? '' : input,
    html: isHtml ? input : null,
    url: 'https://page.example/',
    title: '',
    linkUrl: null,
  };
  const run = (): void => {
    captureContacts(source, (html) => root ?? parseHtml(html));
  };
  return { run, read: () => void countLetters(input), megabytes: input.length / 1e6 };
}

function countLetters(text: string): number {
  let letters = 0;
  for (const char of text) if (/\p{L}/u.test(char)) letters += 1;
  return letters;
}

/** Repeats the same work until it takes long enough to measure. */
function often(times: number, run: () => void): () => void {
  return () => {
    for (let time = 0; time < times; time += 1) run();
  };
}

function timesFor(run: () => void): number {
  run();
  const startedAt = now();
  for (let times = 1; ; times += 1) {
    run();
    if (now() - startedAt >= WORK_MS) return times;
  }
}

afterAll(() => {
  const table = [
    '| input | ms per MB | to reading it | twice the input |',
    '| --- | --- | --- | --- |',
    ...rows,
  ];
  process.stdout.write(`\n${table.join('\n')}\n`);
});

for (const worst of WORST_CASES) {
  test(`${worst.name}: linear time`, async ({ bench }) => {
    const [half, whole] = [prepare(worst, SIZE), prepare(worst, 2 * SIZE)];
    const times = timesFor(half.run);
    const measured = await bench.compare(
      bench('half', often(times, half.run)),
      bench('whole', often(times, whole.run)),
      bench('reading', often(times, whole.read)),
      RUNS,
    );
    // The quickest of the runs: the machine's other work says nothing about this one.
    const quickest = (name: 'half' | 'whole' | 'reading') => measured.get(name).latency.min / times;
    const perMegabyte = quickest('whole') / whole.megabytes;
    const ratio = quickest('whole') / quickest('half');
    const toReading = quickest('whole') / quickest('reading');
    rows.push(
      `| ${worst.name} | ${perMegabyte.toFixed(0)} | ${toReading.toFixed(1)} × | ${ratio.toFixed(1)} × |`,
    );
    // On markup, the stand-in DOM takes most of the time, so that only the growth is checked.
    if (worst.kind === 'text') expect.soft(toReading, 'to reading it').toBeLessThan(MAX_TO_READING);
    expect.soft(ratio, 'twice the input').toBeLessThanOrEqual(MAX_RATIO);
  });
}
