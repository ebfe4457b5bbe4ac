/** The notices that the licences of bundled packages ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where both bundles keep them. */
export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The licence of every package that the modules of a bundle came from, by name. The same modules give the same text.
 *
 * @throws Error where a package names no licence: it must not be shipped before somebody has looked
 */
export function thirdPartyNotices(moduleIds: Iterable<string>): string {
  const folders = new Set(
    [...moduleIds].flatMap((id) => PACKAGE_FOLDER.exec(id.replaceAll('\\', '/'))?.[0] ?? []),
  );
  const notices = new Map([...folders].map((folder) => noticeOf(folder)));
  return [...notices.keys()]
    .sort()
    .map((title) => `${title}\n\n${notices.get(title)}`)
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}

/** What is read of a package's manifest. */
interface PackageManifest {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
}

function noticeOf(folder: string): [title: string, text: string] {
  const manifest: PackageManifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author } = manifest;
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (license === undefined && texts.length === 0)
    throw new Error(`${name} ${version} names no licence: look at its terms before it is shipped.`);
  const holder = typeof author === 'string' ? author : author?.name;
  if (texts.length === 0)
    texts.push(`By ${holder ?? 'its authors'}; the package brings no text of its licence.`);
  return [`${name} ${version} (${license ?? 'licence below'})`, texts.join('\n\n')];
}
