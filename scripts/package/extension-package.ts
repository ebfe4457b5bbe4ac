/** One browser's package: built for its store, and put into a zip. */
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { runScript } from '../processes/run-tool.ts';
import type { PackageSettings } from './package-settings.ts';
import { filesIn, readFiles, writeZip } from './write-zip.ts';

export const PACKAGE_BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type PackageBrowser = (typeof PACKAGE_BROWSERS)[number];

/** What every file of a release is named after. */
export const BASE_NAME = `${manifest.name}-${manifest.version}`;
/** Where they are put. */
export const PACKAGE_FOLDER = '.output/package';

/**
 * Resolves with the zip's name in {@link PACKAGE_FOLDER}.
 * @throws {Error} with what WXT said when the build fails.
 */
export async function packageExtension(browser: PackageBrowser, settings: PackageSettings): Promise<string> {
  const folder = join(PACKAGE_FOLDER, `${browser}-mv3`);
  await rm(folder, { recursive: true, force: true });
  const { ok, output } = await runScript('scripts/extension/wxt-build.ts', [browser, PACKAGE_FOLDER], {
    env: { ...settings, FOR_STORE: 'yes', NODE_ENV: 'production' },
  });
  if (!ok) throw new Error(`The package for ${browser} could not be built:\n${output}`);
  const name = `${BASE_NAME}-${browser}.zip`;
  const content = await readFiles(await filesIn(folder), (path) => relative(folder, path));
  await writeZip(join(PACKAGE_FOLDER, name), content);
  return name;
}
