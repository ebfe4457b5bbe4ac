/**
 * `npm run submit -- --dry-run`: hands the packages to the stores whose credentials are in the environment, by `wxt submit`.
 * A dry run looks at the packages and tries the credentials, and uploads nothing. The texts for the stores' forms are filled in
 * beside the packages; without a publisher's name in them nothing is submitted.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIREFOX_ADDON_ID } from '../../shared/client.ts';
import { runTool } from '../processes/run-tool.ts';
import { BASE_NAME, PACKAGE_FOLDER } from './extension-package.ts';
import { RELEASE_NOTES_FILE } from './release-notes.ts';
import { fillText, missingFields, TEXTS_WITH_FIELDS } from './store-texts.ts';

/** As `wxt submit` reads it too. */
const CREDENTIALS_FILE = '.env.submit';

const zip = (kind: string) => join(PACKAGE_FOLDER, `${BASE_NAME}-${kind}.zip`);

/** Each store with the variable that says that it is meant, and what `wxt submit` needs for it. */
const STORES = [
  { name: 'Chrome Web Store', variable: 'CHROME_EXTENSION_ID', args: ['--chrome-zip', zip('chrome')] },
  { name: 'Microsoft Edge Add-ons', variable: 'EDGE_PRODUCT_ID', args: ['--edge-zip', zip('edge')] },
  {
    name: 'addons.mozilla.org',
    variable: 'FIREFOX_JWT_ISSUER',
    args: [
      ...['--firefox-extension-id', FIREFOX_ADDON_ID],
      ...['--firefox-zip', zip('firefox'), '--firefox-sources-zip', zip('sources')],
    ],
  },
];

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

if (existsSync(CREDENTIALS_FILE)) process.loadEnvFile(CREDENTIALS_FILE);
const options = process.argv.slice(2);
const isDryRun = options.includes('--dry-run');
const files = STORES.flatMap(({ args }) => args.filter((arg) => arg.endsWith('.zip')));
const missing = files.filter((path) => !existsSync(path));
if (missing.length > 0) fail(`${missing.join(', ')} is not there. Run npm run package first.`);

console.log(`Packages: ${files.join(', ')}`);
console.log(`Notes for this version:\n\n${readFileSync(join(PACKAGE_FOLDER, RELEASE_NOTES_FILE), 'utf8')}`);
const unfilled = missingFields(process.env);
if (unfilled.length === 0) {
  const folder = join(PACKAGE_FOLDER, 'store');
  mkdirSync(folder, { recursive: true });
  for (const name of TEXTS_WITH_FIELDS)
    writeFileSync(join(folder, name), fillText(readFileSync(join('store', name), 'utf8'), process.env));
  console.log(`The texts for the forms, filled in: ${folder}`);
} else if (isDryRun) console.log(`Still to be filled in:\n${unfilled.join('\n')}\n`);
else fail(`The texts for the stores do not say who publishes the extension.\n${unfilled.join('\n')}`);

const chosen = STORES.filter(({ variable }) => process.env[variable]);
for (const { name, variable } of STORES.filter((store) => !chosen.includes(store)))
  console.log(`${name} is left out: ${variable} is not set (docs/releasing.md).`);
if (chosen.length > 0) {
  const args = ['submit', ...chosen.flatMap((store) => store.args), ...options];
  const { ok } = await runTool(['wxt', 'wxt'], args, { inherit: true });
  process.exitCode = ok ? 0 : 1;
} else if (!isDryRun) fail('Nothing was submitted: no store has its credentials in the environment.');
