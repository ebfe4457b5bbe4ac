/** Builds the extension, unless the output was made from the same sources for the same broker. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runScript } from '../processes/run-tool.ts';
import { sourceFingerprint } from './fingerprint.ts';

export interface ExtensionBuild {
  browser: 'chrome' | 'firefox';
  /** Origin of the broker that this build talks to; without it, a person or an administrator names one. */
  brokerUrl?: string;
  /** Folder that holds one folder per browser. */
  outDir: string;
}

/** Lies in the output, so that any other build removes it. */
const FINGERPRINT_FILE = '.built-from';

/** Absolute path of the folder to load into the browser. */
export function extensionFolder({ browser, outDir }: Pick<ExtensionBuild, 'browser' | 'outDir'>): string {
  return resolve(outDir, `${browser}-mv3`);
}

/**
 * Resolves with the folder to load.
 * @throws {Error} with what WXT said when the build fails.
 */
export async function buildExtension(build: ExtensionBuild): Promise<string> {
  const folder = extensionFolder(build);
  const note = join(folder, FINGERPRINT_FILE);
  const fingerprint = await sourceFingerprint(build.brokerUrl);
  if ((await readFile(note, 'utf8').catch(() => '')) === fingerprint) return folder;
  const { ok, output } = await runScript('scripts/extension/wxt-build.ts', [build.browser, build.outDir], {
    // A test runner sets another, and then Vite leaves checks for developers in.
    env: { BROKER_URL: build.brokerUrl, NODE_ENV: 'production' },
  });
  if (!ok) throw new Error(`The extension could not be built:\n${output}`);
  await writeFile(note, fingerprint);
  return folder;
}
