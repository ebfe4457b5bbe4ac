/** Processor time and memory of processes, as Linux keeps them; elsewhere NaN. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

export interface ProcessFigures {
  cpuSeconds: number;
  memoryMb: number;
}

/** All threads of all these processes together. */
export async function readProcesses(pids: readonly number[]): Promise<ProcessFigures> {
  const each = await Promise.all(pids.map(readProcess));
  return {
    cpuSeconds: each.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    memoryMb: each.reduce((sum, { memoryMb }) => sum + memoryMb, 0),
  };
}

async function readProcess(pid: number): Promise<ProcessFigures> {
  try {
    const threads = await readdir(`/proc/${pid}/task`);
    // Nanoseconds; what /proc/PID/stat counts are hundredths of a second.
    const spent = await Promise.all(
      threads.map(async (thread) => {
        const [nanoseconds] = (await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')).split(' ');
        return Number(nanoseconds);
      }),
    );
    const memoryKb = Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return { cpuSeconds: spent.reduce((sum, one) => sum + one, 0) / 1e9, memoryMb: memoryKb / 1_024 };
  } catch {
    return { cpuSeconds: Number.NaN, memoryMb: Number.NaN };
  }
}

/** Keeps a process on one core where the system can, so that the bench and what it measures do not share it. */
export function pin(pid: number, core: number): void {
  spawnSync('taskset', ['-apc', String(core), String(pid)], { stdio: 'ignore' });
}
