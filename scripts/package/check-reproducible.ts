/**
 * `npm run package:check`: two clones of the same commit, each with its own installation, give the same packages, and so does
 * the sources archive as a reviewer builds it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { BASE_NAME, PACKAGE_FOLDER } from './extension-package.ts';

const BROKER_URL = 'https://broker.example.ca';
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
const workshop = mkdtempSync(join(tmpdir(), 'contacts-for-envoke-packages-'));

function npm(folder: string, args: string[], env: Record<string, string> = {}): void {
  execFileSync('npm', args, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
}

function packageFromClone(name: string): string {
  const folder = join(workshop, name);
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), folder], { stdio: 'inherit' });
  execFileSync('git', ['checkout', '--quiet', '--detach', commit], { cwd: folder });
  npm(folder, ['ci', '--no-audit', '--no-fund']);
  npm(folder, ['run', 'package'], { BROKER_URL });
  return join(folder, PACKAGE_FOLDER);
}

/** As BUILDING.md in the archive says. */
function buildFromSources(archive: string): string {
  const folder = join(workshop, 'sources');
  for (const [path, content] of Object.entries(unzipSync(readFileSync(archive)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  npm(folder, ['ci', '--no-audit', '--no-fund']);
  npm(folder, ['run', 'build-for-amo']);
  return join(folder, PACKAGE_FOLDER);
}

function compare(what: string, file: string, one: string, other: string): void {
  const isSame = readFileSync(join(one, file)).equals(readFileSync(join(other, file)));
  console.log(`${isSame ? 'same bytes' : 'DIFFERENT'}: ${what}`);
  if (!isSame) process.exitCode = 1;
}

try {
  const [one, other] = [packageFromClone('one'), packageFromClone('other')];
  const rebuilt = buildFromSources(join(one, `${BASE_NAME}-sources.zip`));
  compare('everything, from two clones (by its checksums)', 'SHA256SUMS', one, other);
  compare('the Firefox package, from the sources archive', `${BASE_NAME}-firefox.zip`, one, rebuilt);
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
