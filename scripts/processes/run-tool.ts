/** Runs a tool that the packages bring (tsc, biome, vitest …), or a script of ours, to its end with this Node. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ToolOutcome {
  ok: boolean;
  /** What it printed on both streams, in order; empty when it went straight to the terminal. */
  output: string;
}

export interface ToolOptions {
  env?: Record<string, string | undefined>;
  /** Lets the tool print straight to the terminal instead of collecting what it says. */
  inherit?: boolean;
}

/** Absolute path of the script behind a package's command, without a shell or `.cmd` shim in between. */
function commandPath(packageName: string, command: string): string {
  const manifestPath = join(process.cwd(), 'node_modules', packageName, 'package.json');
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const path = typeof bin === 'string' ? bin : bin[command];
  if (path === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifestPath), path);
}

/** Runs the command that a package brings. */
export function runTool(
  [packageName, command]: readonly [packageName: string, command: string],
  args: readonly string[],
  options?: ToolOptions,
): Promise<ToolOutcome> {
  return runScript(commandPath(packageName, command), args, options);
}

/** Resolves when the script has ended, whatever came of it; stops it when this process is told to stop. */
export function runScript(
  path: string,
  args: readonly string[],
  { env = {}, inherit = false }: ToolOptions = {},
): Promise<ToolOutcome> {
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', inherit ? 'inherit' : 'pipe', inherit ? 'inherit' : 'pipe'],
  });
  const stopToo = () => {
    child.kill('SIGTERM');
    // Later, since other tools may run beside this one and have to be told too.
    setImmediate(() => process.exit(1));
  };
  process.once('SIGTERM', stopToo);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', stopToo);
      resolve({ ok: code === 0, output });
    });
  });
}
