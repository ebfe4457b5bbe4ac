/**
 * Builds the broker as it runs in production, with all its packages: one file for what every broker runs, others for what
 * only some do, and a small one that starts it with a cache of compiled code. Development runs the TypeScript as it is.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'rolldown';
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
 * Little outlives the young generation, so one thread collects it soon: where cores are busy, threads that share that work
 * mostly wait for each other, and waiting costs processor time too.
 *
 * CommonJS: each `import` of `node:http` from an ES module also loads Node's own `fetch`, which the broker does not use.
 * Where the folder cannot be written, Node goes without the cache of compiled code.
 */
const START = `import { createRequire, enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
setFlagsFromString('--heap-growing-percent=60');
setFlagsFromString('--no-parallel-scavenge');
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

/**
 * Packages that Fastify asks for only in an app without schema compilers of its own (`server-options.ts`), or whose
 * routes are called without a server, as tests do. The source of a sixth of the broker would be kept in memory for them.
 */
const NEVER_ASKED_FOR = new Set([
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  'light-my-request',
]);

/** Each of them says its name if it is asked for after all. */
const leaveOut: Plugin = {
  name: 'leave-out',
  resolveId: (id) => (NEVER_ASKED_FOR.has(id) ? `\0left-out:${id}` : undefined),
  load(id) {
    const [, name] = id.split('\0left-out:');
    return name && `throw new Error('${name} is not part of the built broker');`;
  },
};

/** Resolves with the path of the file to start. */
export async function buildBroker(outDir: string = OUT_DIR): Promise<string> {
  const folder = resolve(outDir);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'parts'), { recursive: true });
  const { output } = await build({
    cwd: resolve(import.meta.dirname, '../..'),
    input: 'broker/server.ts',
    platform: 'node',
    // An optional part of the PostgreSQL driver that is not installed.
    external: ['pg-native'],
    plugins: [leaveOut],
    // What is loaded by `import()` gets a file of its own: the engine keeps the source of each file that it has loaded.
    output: {
      dir: folder,
      format: 'cjs',
      entryFileNames: 'broker.cjs',
      chunkFileNames: 'parts/[name].cjs',
      comments: false,
    },
    write: false,
  });
  const files = output.filter((file) => file.type === 'chunk');
  for (const { fileName, code } of files) await writeFile(join(folder, fileName), inAscii(code));
  await writeFile(join(folder, NOTICES_FILE), thirdPartyNotices(files.flatMap(({ moduleIds }) => moduleIds)));
  const start = join(folder, BROKER_START);
  await writeFile(start, START);
  return start;
}

if (import.meta.main) console.log(await buildBroker(process.argv[2]));
