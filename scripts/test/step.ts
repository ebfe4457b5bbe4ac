/** One step of `npm test`: a command whose outcome counts, and how long it took. */
import type { ToolOutcome } from '../processes/run-tool.ts';

export interface StepResult {
  passed: number;
  failed: number;
  /** Names of what could not be run here; neither passed nor failed. */
  notRun: string[];
}

/** Runs one step, and prints a line when it begins and when it ends; what it printed is shown only when it failed. */
export async function runStep(name: string, work: () => Promise<StepResult>): Promise<StepResult> {
  console.log(`...  ${name}`);
  const startedAt = performance.now();
  const result = await work();
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${result.failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(28)} ${seconds.padStart(6)} s`);
  return result;
}

/** A command that is one check: it passes or it does not. */
export async function oneCheck(command: Promise<ToolOutcome>): Promise<StepResult> {
  const { ok, output } = await command;
  if (!ok) console.log(output.trimEnd());
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, notRun: [] };
}
