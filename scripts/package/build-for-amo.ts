/** `npm run build-for-amo`: builds the Firefox package anew, as a reviewer does from the sources archive. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_FOLDER, packageExtension } from './extension-package.ts';
import { readPackageSettings } from './package-settings.ts';

try {
  const settings = await readPackageSettings(process.env);
  await mkdir(PACKAGE_FOLDER, { recursive: true });
  console.log(join(PACKAGE_FOLDER, await packageExtension('firefox', settings)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
