/** Ports and processes that the scripts handle. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startChild } from '../../scripts/processes/child.ts';
import { assertPortFree, PortTakenError } from '../../scripts/processes/ports.ts';
import { untilAnswers } from '../../scripts/processes/until-answers.ts';
import { freePort } from '../free-port.ts';

async function script(source: string) {
  const folder = await mkdtemp(join(tmpdir(), 'scripts-'));
  await writeFile(join(folder, 'script.mjs'), source);
  const logFile = join(folder, 'script.log');
  return { child: startChild({ name: 'It', script: join(folder, 'script.mjs'), env: {}, logFile }), logFile };
}

describe('ports', () => {
  it('says in one line which setting moves a taken port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const refusal = assertPortFree(port, 'the broker', 'PORT');
    await expect(refusal).rejects.toThrow(PortTakenError);
    await expect(refusal).rejects.toThrow(/^Port \d+ for the broker is taken: .* set PORT .*$/);
    server.close();
  });

  it('accepts a free port', async () => {
    await assertPortFree(await freePort(), 'anything', 'PORT');
  });
});

describe('child processes', () => {
  it('tells what a process said when it dies at once', async () => {
    const { child } = await script('console.error("no such setting"); process.exit(1);');
    await expect(untilAnswers(child, `http://127.0.0.1:${await freePort()}/`)).rejects.toThrow(
      'no such setting',
    );
  });

  it('keeps what a process prints, and stops it', async () => {
    const { child, logFile } = await script('console.log("here"); setInterval(() => {}, 1_000);');
    if (child.process.stdout) await once(child.process.stdout, 'data');
    const closed = once(child.process, 'close');
    await child.stop();
    await closed;
    expect(child.process.signalCode).toBe('SIGTERM');
    expect(await readFile(logFile, 'utf8')).toContain('here');
  });

  it('stops by itself when the process that started it is gone', async () => {
    const { child } = await script('console.log("here"); setInterval(() => {}, 1_000);');
    if (child.process.stdout) await once(child.process.stdout, 'data');
    child.process.disconnect();
    const [, signal] = await once(child.process, 'exit');
    expect(signal).toBe('SIGTERM');
  });

  it('stops each tool that runs side by side when it is told to stop itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scripts-'));
    const tool = join(folder, 'tool.mjs');
    await writeFile(
      tool,
      `import { writeFileSync } from 'node:fs';
       writeFileSync(${JSON.stringify(folder)} + '/' + process.pid + '.pid', '');
       setInterval(() => {}, 1_000);`,
    );
    const runTwo = `import { runScript } from './scripts/processes/run-tool.ts';
      await Promise.all([runScript(${JSON.stringify(tool)}, []), runScript(${JSON.stringify(tool)}, [])]);`;
    const runner = spawn(process.execPath, ['--input-type=module', '--eval', runTwo], { stdio: 'ignore' });
    const started = async () => (await readdir(folder)).filter((name) => name.endsWith('.pid'));
    await expect.poll(async () => (await started()).length, { timeout: 15_000 }).toBe(2);
    runner.kill('SIGTERM');
    await once(runner, 'exit');
    for (const name of await started())
      await expect.poll(() => isRunning(Number.parseInt(name, 10)), { timeout: 10_000 }).toBe(false);
  });
});

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
