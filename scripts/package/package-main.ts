/** `npm run package`: the files that the stores take, in `.output/`, and their checksums. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageBrokerUrl } from './package-broker-url.ts';

const FOLDER = '.output';

function packages(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.zip'));
}

try {
  const brokerUrl = packageBrokerUrl(process.env.BROKER_URL);
  for (const name of packages()) rmSync(join(FOLDER, name));
  for (const browser of ['chrome', 'edge', 'firefox']) {
    // A process each: WXT changes the environment it runs in.
    const { status } = spawnSync('wxt', ['zip', '-b', browser], {
      stdio: 'inherit',
      env: { ...process.env, BROKER_URL: brokerUrl, FOR_STORE: 'yes' },
    });
    if (status !== 0) throw new Error(`The package for ${browser} could not be made; see above.`);
  }
  const sums = packages().map((name) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(FOLDER, name)))
      .digest('hex');
    return `${sum}  ${name}\n`;
  });
  writeFileSync(join(FOLDER, 'SHA256SUMS'), sums.join(''));
  console.log(sums.join(''));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
