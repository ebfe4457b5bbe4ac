/** Processor time and memory of a process, as Linux keeps them; elsewhere NaN. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

export interface ProcessFigures {
  cpuSeconds: number;
  memoryMb: number;
}

export async function readProcess(pid: number): Promise<ProcessFigures> {
  try {
    const [stat, status] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/status`, 'utf8'),
    ]);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const memoryKb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      memoryMb: memoryKb / 1_024,
    };
  } catch {
    return { cpuSeconds: Number.NaN, memoryMb: Number.NaN };
  }
}

/** Keeps a process on one core where the system can, so that the bench and what it measures do not share it. */
export function pin(pid: number, core: number): void {
  spawnSync('taskset', ['-pc', String(core), String(pid)], { stdio: 'ignore' });
}
