/** The notices of bundled packages. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { thirdPartyNotices } from '../../scripts/licences/third-party-notices.ts';

/** A module of a package with this manifest and these files. */
async function moduleOf(manifest: object, files: Record<string, string> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'notices-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const folder = join(root, 'node_modules/@maple/syrup');
  await mkdir(folder, { recursive: true });
  const all = {
    'package.json': JSON.stringify({ name: '@maple/syrup', version: '1.2.3', ...manifest }),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return join(folder, 'dist/index.js');
}

it('refuses a package that names no licence and brings no text of one', async () => {
  const id = await moduleOf({});
  expect(() => thirdPartyNotices([id])).toThrow('@maple/syrup 1.2.3 names no licence');
});

it('gives the licence texts of a package once, whatever number of its modules is bundled', async () => {
  const id = await moduleOf(
    { license: 'MIT' },
    { LICENSE: 'Permission is granted', 'NOTICE.md': 'Made of sap' },
  );
  const notices = thirdPartyNotices([id, id.replace('index', 'other')]);
  expect(notices).toBe('@maple/syrup 1.2.3 (MIT)\n\nPermission is granted\n\nMade of sap\n');
});

it('names the author where a package brings no text of its licence', async () => {
  const id = await moduleOf({ license: 'MIT', author: { name: 'Ann Roe' } });
  expect(thirdPartyNotices([id])).toContain('By Ann Roe; the package brings no text of its licence.');
});

it('leaves out modules of the project itself', () => {
  expect(thirdPartyNotices(['/somewhere/shared/consent.ts'])).toBe('\n');
});
