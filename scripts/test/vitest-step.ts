/** Runs one Vitest project, shows its report as it goes, and counts from its JSON report. */
import { readFile } from 'node:fs/promises';
import { runTool } from '../processes/run-tool.ts';
import type { StepResult } from './step.ts';

/** The part of Vitest's JSON report that is counted. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    status: string;
    name: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** `unit` stands for the extension's own unit tests too. */
export async function runVitestProject(project: 'unit' | 'e2e'): Promise<StepResult> {
  const report = `.output/test/${project}.json`;
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runTool(['vitest', 'vitest'], ['run', '--project', `${project}*`, ...reporters], {
    inherit: true,
  });
  return countTests(await readReport(report), ok);
}

async function readReport(path: string): Promise<VitestReport | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A file that could not even be read, or an error outside every test, counts as one failure. */
export function countTests(report: VitestReport | undefined, ok: boolean): StepResult {
  if (report === undefined) return { passed: 0, failed: 1, notRun: [] };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    notRun: tests
      .filter(({ status }) => status === 'pending' || status === 'skipped')
      .map((test) => test.fullName),
  };
}
