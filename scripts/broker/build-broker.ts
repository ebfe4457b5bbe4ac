/**
 * Builds the broker as it runs in production: one file with all its packages in it, and a small one that starts it with a
 * cache of compiled code. Development runs the TypeScript as it is.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { NOTICES_FILE, thirdPartyNotices } from '../licences/third-party-notices.ts';

/**
 * Environment of a broker in production, which the Dockerfile and the systemd unit set too: half the memory under load,
 * at the same processor time (docs/performance.md). A young generation of 4 MB takes half as much time again.
 */
export const MEMORY_ENV = { NODE_OPTIONS: '--max-semi-space-size=8', MALLOC_ARENA_MAX: '2' } as const;

/** What starts: `node .output/broker/start.mjs`, with the same commands as the source. */
const BROKER_START = 'start.mjs';
const OUT_DIR = '.output/broker';

/**
 * The memory of a busy broker is mostly what its requests have left behind: collected once the heap has grown by six
 * tenths, and not by twice or four times, it takes a third less. The young generation and the allocator can only be set
 * before the process starts: see {@link MEMORY_ENV}.
 *
 * CommonJS: each `import` of `node:http` from an ES module also loads Node's own `fetch`, which the broker does not use.
 * Where the folder cannot be written, Node goes without the cache of compiled code.
 */
const START = `import { createRequire, enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
setFlagsFromString('--heap-growing-percent=60');
enableCompileCache(import.meta.dirname + '/compile-cache');
createRequire(import.meta.url)('./broker.cjs');
`;

/**
 * The same JavaScript in ASCII: one letter outside Latin-1, and the engine keeps the whole source with two bytes a
 * character, which was 4 MB.
 */
function inAscii(code: string): string {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Resolves with the path of the file to start. */
export async function buildBroker(outDir: string = OUT_DIR): Promise<string> {
  const folder = resolve(outDir);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { output } = await build({
    cwd: resolve(import.meta.dirname, '../..'),
    input: 'broker/server.ts',
    platform: 'node',
    // An optional part of the PostgreSQL driver that is not installed.
    external: ['pg-native'],
    output: { file: join(folder, 'broker.cjs'), format: 'cjs', codeSplitting: false },
    write: false,
  });
  await writeFile(join(folder, 'broker.cjs'), inAscii(output[0].code));
  await writeFile(join(folder, NOTICES_FILE), thirdPartyNotices(output[0].moduleIds));
  const start = join(folder, BROKER_START);
  await writeFile(start, START);
  return start;
}

if (import.meta.main) console.log(await buildBroker(process.argv[2]));
