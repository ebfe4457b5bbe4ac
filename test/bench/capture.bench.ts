/**
 * Processor time that capture takes on half a megabyte and a megabyte of input made to be slow: ms per MB, and how many times longer
 * twice the input takes. Markup is parsed before the clock starts; the DOM is the stand-in that tests use.
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
const RUNS = { iterations: 8, time: 0, warmupIterations: 2, warmupTime: 0, now };
const MAX_MS_PER_MB = 100;
const MAX_RATIO = 2.5;

const parseHtml = createParseHtml();
const rows: string[] = [];

/** A capture of the case at one size, ready to run. */
function prepare(worst: WorstCase, size: number): { run: () => void; megabytes: number } {
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
  return { run, megabytes: input.length / 1e6 };
}

afterAll(() => {
  const table = ['| input | ms per MB | twice the input |', '| --- | --- | --- |', ...rows];
  process.stdout.write(`\n${table.join('\n')}\n`);
});

for (const worst of WORST_CASES) {
  test(`${worst.name}: linear time`, async ({ bench }) => {
    const [half, whole] = [prepare(worst, SIZE), prepare(worst, 2 * SIZE)];
    const measured = await bench.compare(bench('half', half.run), bench('whole', whole.run), RUNS);
    // The quickest of the runs: what the machine does besides says nothing about the work.
    const [once, twice] = [measured.get('half').latency.min, measured.get('whole').latency.min];
    const [perMegabyte, ratio] = [twice / whole.megabytes, twice / once];
    rows.push(`| ${worst.name} | ${perMegabyte.toFixed(0)} | ${ratio.toFixed(1)} × |`);
    // Nodes of the stand-in DOM take most of the time on markup, so that only its growth is held.
    if (worst.kind === 'text') expect.soft(perMegabyte, 'ms per MB').toBeLessThan(MAX_MS_PER_MB);
    expect.soft(ratio, 'twice the input').toBeLessThanOrEqual(MAX_RATIO);
  });
}
