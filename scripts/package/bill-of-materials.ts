/** The list of libraries that extension and broker are made of (CycloneDX), as package-lock.json has them. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { BASE_NAME, PACKAGE_FOLDER } from './extension-package.ts';

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: { name: string } };
}

/** Resolves with the file's name in {@link PACKAGE_FOLDER}. */
export async function writeBillOfMaterials(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'],
    { shell: process.platform === 'win32', maxBuffer: 2 ** 26 },
  );
  const { serialNumber: _serialNumber, ...bom }: Bom = JSON.parse(stdout);
  // The same commit gives the same bytes: not when it was made, nor by which npm.
  const { timestamp: _timestamp, tools: _tools, ...metadata } = bom.metadata;
  // npm takes the folder's name for the project's.
  metadata.component.name = manifest.name;
  const name = `${BASE_NAME}-sbom.cdx.json`;
  await writeFile(join(PACKAGE_FOLDER, name), `${JSON.stringify({ ...bom, metadata }, null, 2)}\n`);
  return name;
}
