/** A Firefox that the tests' driver cannot start is told apart before the tests begin. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTooOld } from '../../scripts/browsers/firefox-version.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firefox-version-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A program that prints what a Firefox says about itself. */
async function firefoxThatSays(version: string): Promise<string> {
  const path = join(folder, 'firefox');
  await writeFile(path, `#!/bin/sh\necho '${version}'\n`);
  await chmod(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('the Firefox to test in', () => {
  it.each(['Mozilla Firefox 140.12.0esr', 'Mozilla Firefox 9.0', 'Mozilla Firefox 142.0.1'])(
    'is refused as %s',
    async (version) => {
      const path = await firefoxThatSays(version);
      expect(await isTooOld({ kind: 'firefox', path })).toBe(true);
    },
  );

  it.each(['Mozilla Firefox 143.0', 'Mozilla Firefox 153.8.0esr', 'Mozilla Firefox 160.0a1', 'a warning'])(
    'is taken as %s',
    async (version) => {
      const path = await firefoxThatSays(version);
      expect(await isTooOld({ kind: 'firefox', path })).toBe(false);
    },
  );

  it('is taken where it does not say its version, since starting it says better what is wrong', async () => {
    expect(await isTooOld({ kind: 'firefox', path: join(folder, 'nowhere') })).toBe(false);
  });
});
