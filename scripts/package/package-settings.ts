/** What a package is made for: one broker, and the page about the extension. Pure, but for the file of a sources archive. */
import { readFile } from 'node:fs/promises';
import { parseBrokerUrl } from '../../extension/lib/settings/broker-url.ts';

export interface PackageSettings {
  BROKER_URL: string;
  /** The page that the browser's list of extensions leads to. */
  HOMEPAGE_URL?: string;
}

type Given = Readonly<Record<string, unknown>>;

/** In a sources archive: what its package was made for, so that it is made again without being told. */
export const SETTINGS_FILE = 'package-settings.json';

/** @throws Error in one sentence: a package without a broker of its own would point at the developer's machine */
export function packageSettings({ BROKER_URL, HOMEPAGE_URL }: Given): PackageSettings {
  const isSecure = typeof BROKER_URL === 'string' && BROKER_URL.startsWith('https://');
  if (!isSecure || parseBrokerUrl(BROKER_URL) !== BROKER_URL)
    throw new Error(
      'Set BROKER_URL to the https address of your broker, without a path or a slash at the end, as in BROKER_URL=https://broker.example.ca npm run package',
    );
  if (HOMEPAGE_URL === undefined || HOMEPAGE_URL === '') return { BROKER_URL };
  if (typeof HOMEPAGE_URL !== 'string' || URL.parse(HOMEPAGE_URL)?.protocol !== 'https:')
    throw new Error('Set HOMEPAGE_URL to an https address, or leave it out.');
  return { BROKER_URL, HOMEPAGE_URL };
}

/** The environment's, else those that came with a sources archive. */
export async function readPackageSettings(env: Given): Promise<PackageSettings> {
  const file = await readFile(SETTINGS_FILE, 'utf8').catch(() => null);
  return packageSettings(env.BROKER_URL === undefined && file !== null ? JSON.parse(file) : env);
}
