/** `npm test`: everything there is to check, in the order that tells soonest, ending in `N passed, N failed`. */
import { rm } from 'node:fs/promises';
import { browserAdvice, findOrInstallBrowser } from '../browsers/install.ts';
import { runTool } from '../processes/run-tool.ts';
import { oneCheck, runStep, type StepResult } from './step.ts';
import { runVitestProject } from './vitest-step.ts';

const startedAt = performance.now();
await rm('.output/test', { recursive: true, force: true });
// Installing waits for the network most of the time, so the checks that need no browser go on beside it.
const browsers = findOrInstallBrowsers();

const results: StepResult[] = [
  await runStep('prepare (wxt)', () => oneCheck(runTool(['wxt', 'wxt'], ['prepare']))),
  await runStep('types (tsc)', () => oneCheck(runTool(['typescript', 'tsc'], ['-p', '.']))),
  await runStep('lint (biome)', () => oneCheck(runTool(['@biomejs/biome', 'biome'], ['ci', '.']))),
  await runStep('unused code (knip)', () => oneCheck(runTool(['knip', 'knip'], ['--no-progress']))),
  await runStep('unit and integration', () => runVitestProject('unit')),
  await runStep('end to end', runEndToEnd),
];

async function findOrInstallBrowsers() {
  return { chromium: await findOrInstallBrowser('chromium'), firefox: await findOrInstallBrowser('firefox') };
}

/** Without any Chromium nothing has been shown to work: that is a failure, with what to do about it. */
async function runEndToEnd(): Promise<StepResult> {
  const { chromium, firefox } = await browsers;
  if (!chromium) {
    console.log(`No Chromium to test in. ${browserAdvice('chromium')}`);
    return { passed: 0, failed: 1, notRun: [] };
  }
  if (!firefox) console.log(`No Firefox here. ${browserAdvice('firefox')}`);
  return runVitestProject('e2e');
}

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const name of results.flatMap((result) => result.notRun)) console.log(`not run: ${name}`);
console.log(`took ${Math.round((performance.now() - startedAt) / 1_000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
