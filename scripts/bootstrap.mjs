/**
 * First thing `npm start` and `npm test` run, with whatever Node (18 or later) the system has: installs the packages when
 * they are missing or older than package-lock.json, then runs the script named on the command line with the package's own
 * Node. Plain JavaScript and no imports but Node's, because nothing is installed yet.
 *
 *     node scripts/bootstrap.mjs scripts/start/main.ts
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');

/** Oldest Node that runs this project's TypeScript as it is and has `node:sqlite`. */
const OLDEST_NODE_MAJOR = 24;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function lockedPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** npm records what it installed in its own lock file; optional packages differ between machines. */
function packagesAreStale() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const installed = lockedPackages(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(wanted).some(
    ([path, entry]) =>
      path !== '' &&
      !entry.optional &&
      !entry.devOptional &&
      !entry.peer &&
      installed[path]?.version !== entry.version,
  );
}

function installPackages() {
  console.error('Installing packages (npm ci); the first time this takes a minute or two.');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm ci failed: see its message above, then run the command again.');
}

/** This Node where it is new enough and npm ran no install scripts, otherwise the one that the `node` package carries. */
function findNode() {
  const folder = join(root, 'node_modules/node');
  const own = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE_MAJOR) return process.execPath;
  console.error('npm ran no install scripts here; bringing the Node that the project runs on.');
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'ignore' });
  if (existsSync(own)) return own;
  return fail(
    `This is Node ${process.versions.node}, and the newer one could not be brought.\n` +
      `Run: npm rebuild node --ignore-scripts=false   (or use Node ${OLDEST_NODE_MAJOR} or later), then the command again.`,
  );
}

/** The child process stops by itself if this process is killed before it can stop it. */
function run(script) {
  const child = spawn(
    findNode(),
    ['--import', './scripts/processes/exit-with-parent.mjs', script, ...process.argv.slice(3)],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH: searchPath(), NODE_COMPILE_CACHE: compileCache() },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function searchPath() {
  return [join(root, 'node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
}

/** Tests start dozens of processes of the same code. */
function compileCache() {
  return process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node');
}

if (packagesAreStale()) installPackages();
run(process.argv[2]);
