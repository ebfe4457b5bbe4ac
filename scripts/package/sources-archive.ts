/** What a reviewer at addons.mozilla.org builds the package from: what the build reads, and nothing else. */
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { BASE_NAME, PACKAGE_FOLDER } from './extension-package.ts';
import { type PackageSettings, SETTINGS_FILE } from './package-settings.ts';
import { readFiles, writeZip } from './write-zip.ts';

/** Named one by one: no `.env`, no test corpus and no picture but the icons can come along by accident. */
const SOURCES = [
  'extension/**/*.{ts,tsx,css,html,json,svg,png,txt}',
  'shared/**/*.ts',
  'scripts/bootstrap.mjs',
  'scripts/{extension,licences,package,processes}/**/*.{ts,mjs}',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'CHANGELOG.md',
  'LICENSE',
];

const BUILDING = `# How to build this add-on

You need npm 10 or later, and the network for npm's packages. In this folder:

    npm ci && npm run build-for-amo

The result is \`${PACKAGE_FOLDER}/${BASE_NAME}-firefox.zip\`, the same bytes as the package that was uploaded. \`${SETTINGS_FILE}\` names the
broker it talks to. The code is TypeScript; WXT (Vite, Rolldown) bundles and minifies it. Nothing is generated otherwise,
and nothing is loaded from elsewhere at run time. The libraries in it, with their licences, are in
\`third-party-notices.txt\` of the package.
`;

/** Paths of the sources, from the project's folder. */
export const listSources = (): Promise<string[]> => Array.fromAsync(glob(SOURCES));

/** Resolves with the archive's name in {@link PACKAGE_FOLDER}. */
export async function archiveSources(settings: PackageSettings): Promise<string> {
  const content = await readFiles(await listSources(), (path) => path);
  content.set(SETTINGS_FILE, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
  content.set('BUILDING.md', Buffer.from(BUILDING));
  const name = `${BASE_NAME}-sources.zip`;
  await writeZip(join(PACKAGE_FOLDER, name), content);
  return name;
}
