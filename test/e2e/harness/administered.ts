/** A browser that an administrator has set up by a sample in `docs/policies/`: the extension comes by policy alone. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type BrowserContext, chromium, firefox } from 'playwright-core';
import { filesIn, readFiles, writeZip } from '../../../scripts/package/write-zip.ts';
import { CHROME_EXTENSION_ID, FIREFOX_ADDON_ID } from '../../../shared/client.ts';
import { mendConnection } from './firefox-connection.ts';
import { ownLane } from './lanes.ts';

export interface AdministeredBrowser {
  context: BrowserContext;
  settingsUrl: string;
  /** As the button on the browser's own page about policies. */
  reloadPolicies(): Promise<void>;
  close(): Promise<void>;
}

/** Policies hold for the whole machine. In a mount namespace they hold for one browser and are gone with it, which takes root. */
export const CAN_ADMINISTER =
  process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0;

/** Where Chromium, Chrome and Edge look on Linux, below `/etc`. */
const MANAGED = ['chromium', 'opt/chrome', 'opt/chrome_for_testing', 'opt/edge'].map(
  (folder) => `${folder}/policies/managed`,
);
/** Else nobody may look into an extension that came by policy, the test neither. */
const INSPECTION = JSON.stringify({ DeveloperToolsAvailability: 1 });
const FIREFOX_UUID = 'a6f0b3b0-6b0e-4c39-8d3b-2f9a1c7d5e44';

/** Lays files over a folder, for the browser that it then runs and nothing else. */
const LAUNCHER = (folder: string, files: string, path: string) => `#!/bin/sh
exec unshare --mount sh -c 'mount -t tmpfs none "$3" && mkdir "$3/upper" "$3/work" && cp -r "$2/." "$3/upper" &&
mount -t overlay none -o "lowerdir=$1,upperdir=$3/upper,workdir=$3/work" "$1" && shift 3 && exec "$@"' sh '${folder}' '${files}' "$(mktemp -d)" '${path}' "$@"
`;

/** @param files contents by their paths below the folder */
async function launcherFor(workshop: string, folder: string, files: [path: string, text: string][]) {
  const over = join(workshop, 'over');
  for (const [path, text] of files) {
    await mkdir(dirname(join(over, path)), { recursive: true });
    await writeFile(join(over, path), text);
  }
  const launcher = join(workshop, 'browser');
  await writeFile(launcher, LAUNCHER(folder, over, ownLane().browser.path), { mode: 0o755 });
  return launcher;
}

const makeWorkshop = () => mkdtemp(join(tmpdir(), 'contacts-for-envoke-policy-'));

/** @param sample its file in `docs/policies/`; the address of the broker becomes the one that the extension is built for */
export async function openAdministeredChromium(sample: string): Promise<AdministeredBrowser> {
  const workshop = await makeWorkshop();
  const { brokerPort, chromium: copy } = ownLane();
  const extension = join(workshop, 'extension');
  await cp(copy.extension, extension, { recursive: true });
  // As in the package for the stores; the id is then that of the key it is signed with.
  const { key: _key, ...manifest } = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest));
  const { id, archive } = await signExtension(extension);
  const store = await serveUpdates(id, manifest.version, archive);
  const policies = (await readFile(`docs/policies/${sample}`, 'utf8'))
    .replaceAll(CHROME_EXTENSION_ID, id)
    .replace(/"update_url": ".*?"/, `"update_url": "${store.url}"`)
    .replace('https://broker.example.ca', `http://127.0.0.1:${brokerPort}`);
  const files = MANAGED.flatMap((folder): [string, string][] => [
    [`${folder}/sample.json`, policies],
    [`${folder}/inspection.json`, INSPECTION],
  ]);
  const context = await chromium.launchPersistentContext(join(workshop, 'profile'), {
    executablePath: await launcherFor(workshop, '/etc', files),
    headless: false,
    // The second one would switch off what fetches extensions.
    ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking'],
    args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
  return {
    context,
    settingsUrl: `chrome-extension://${id}/settings.html`,
    async reloadPolicies() {
      const page = await context.newPage();
      await page.goto('chrome://policy');
      await page.getByRole('button', { name: 'Reload policies' }).click();
      await page.close();
    },
    async close() {
      await context.close();
      store.close();
      await rm(workshop, { recursive: true, force: true });
    },
  };
}

/** Chromium itself makes the archive, with a key of its own for it; the id is a part of the key's hash. */
async function signExtension(folder: string): Promise<{ id: string; archive: Buffer }> {
  const args = ['--headless=new', '--no-sandbox', `--user-data-dir=${folder}-profile`];
  execFileSync(ownLane().browser.path, [...args, `--pack-extension=${folder}`], { stdio: 'ignore' });
  const key = createPublicKey(await readFile(`${folder}.pem`)).export({ type: 'spki', format: 'der' });
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = [...hex].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
  return { id, archive: await readFile(`${folder}.crx`) };
}

/** What a store answers: which version there is, and the archive. */
async function serveUpdates(id: string, version: string, archive: Buffer) {
  const server = createServer((request, answer) => {
    const { port } = server.address() as AddressInfo;
    const isArchive = request.url === '/extension.crx';
    answer.setHeader('content-type', isArchive ? 'application/x-chrome-extension' : 'text/xml');
    if (isArchive) answer.end(archive);
    else
      answer.end(`<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">
      <updatecheck codebase="http://127.0.0.1:${port}/extension.crx" version="${version}"/></app></gupdate>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/update.xml`, close: () => server.close() };
}

export async function openAdministeredFirefox(): Promise<AdministeredBrowser> {
  const workshop = await makeWorkshop();
  const { browser, firefox: copy } = ownLane();
  const archive = join(workshop, 'extension.xpi');
  const files = await filesIn(copy.extension);
  await writeZip(archive, await readFiles(files, (file) => relative(copy.extension, file)));
  const policies = (await readFile('docs/policies/firefox.json', 'utf8')).replace(
    'https://downloads.example.ca/contacts-for-envoke.xpi',
    `file://${archive}`,
  );
  const installation = dirname(await realpath(browser.path));
  mendConnection();
  const context = await firefox.launchPersistentContext(join(workshop, 'profile'), {
    channel: 'moz-firefox',
    executablePath: await launcherFor(workshop, installation, [['distribution/policies.json', policies]]),
    headless: true,
    viewport: null,
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ADDON_ID]: FIREFOX_UUID }),
      'xpinstall.signatures.required': false,
    },
  });
  return {
    context,
    settingsUrl: `moz-extension://${FIREFOX_UUID}/settings.html`,
    // Firefox has no such button: it reads them when it starts.
    reloadPolicies: async () => undefined,
    async close() {
      await context.close();
      await rm(workshop, { recursive: true, force: true });
    },
  };
}
