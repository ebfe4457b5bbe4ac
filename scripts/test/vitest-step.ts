/** Runs one Vitest project, and counts from its JSON report; what it printed is shown only when something failed. */
import { readFile } from 'node:fs/promises';
import { runTool } from '../processes/run-tool.ts';
import type { StepResult } from './step.ts';

/** The part of Vitest's JSON report that is read. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    status: string;
    name: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** `files` picks some of its files; without any, all run. */
export async function runVitestProject(project: string, files: readonly string[] = []): Promise<StepResult> {
  const report = reportPath(project);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--project', project, ...reporters, ...files];
  const { ok, output } = await runTool(['vitest', 'vitest'], args);
  if (!ok) console.log(output.trimEnd());
  return countTests(await readReport(report), ok);
}

/** What one project's scenarios came to, a line each, with the browser that they ran in. */
export async function listScenarios(project: string, browser: string): Promise<string> {
  const report = await readReport(reportPath(project));
  const tests = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  return tests.map(({ status, fullName }) => `${status}\t${browser}\t${fullName}\n`).join('');
}

function reportPath(project: string): string {
  return `.output/test/${project.replace('*', '')}.json`;
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
