/** `npm run package`: what the stores take, in `.output/package`, with a list of its libraries and checksums. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { writeBillOfMaterials } from './bill-of-materials.ts';
import { PACKAGE_BROWSERS, PACKAGE_FOLDER, packageExtension } from './extension-package.ts';
import { readPackageSettings } from './package-settings.ts';
import { RELEASE_NOTES_FILE, releaseNotes } from './release-notes.ts';
import { archiveSources } from './sources-archive.ts';

async function makePackages(): Promise<string[]> {
  const settings = await readPackageSettings(process.env);
  await rm(PACKAGE_FOLDER, { recursive: true, force: true });
  await mkdir(PACKAGE_FOLDER, { recursive: true });
  const names: string[] = [];
  for (const browser of PACKAGE_BROWSERS) names.push(await packageExtension(browser, settings));
  names.push(await archiveSources(settings));
  names.push(await writeBillOfMaterials());
  const notes = releaseNotes(await readFile('CHANGELOG.md', 'utf8'), manifest.version);
  await writeFile(join(PACKAGE_FOLDER, RELEASE_NOTES_FILE), notes);
  return names;
}

async function checksum(name: string): Promise<string> {
  const content = await readFile(join(PACKAGE_FOLDER, name));
  return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
}

try {
  const sums = await Promise.all((await makePackages()).map(checksum));
  await writeFile(join(PACKAGE_FOLDER, 'SHA256SUMS'), sums.join(''));
  console.log(`In ${PACKAGE_FOLDER}:\n${sums.join('')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
