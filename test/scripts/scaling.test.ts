/** The page on scaling has the figures that its simulation gives. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const simulate = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/bench/scaling.ts', ...args]);

it('refuses inputs of which some are missing, and names them', async () => {
  const file = join(tmpdir(), `scaling-${process.pid}.json`);
  await writeFile(file, '{"people":[0]}');
  await expect(simulate(file)).rejects.toThrow(/openingsAnHour[\s\S]*\/people\/0/);
});

it('gives the table of docs/scaling.md, the same each time', async () => {
  const { stdout } = await simulate();
  expect(stdout.split('\n')).toHaveLength(6);
  expect(await readFile('docs/scaling.md', 'utf8')).toContain(stdout);
});
