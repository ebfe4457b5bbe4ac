/**
 * `npm test`: what there is to check, in the order that tells soonest, ending in `N passed, N failed`. One step at a time:
 * side by side they took no less time, and tests with short limits failed by chance. `npm run test:all` runs in Firefox too
 * what takes longest there, and as often as meant what `npm test` repeats less.
 */
import { rm, writeFile } from 'node:fs/promises';
import { FIREFOX_PROJECT } from '../../test/e2e/harness/lane-count.ts';
import { WHOLE_RUN_VARIABLE } from '../../test/whole-run.ts';
import { browserAdvice, findOrInstallBrowser } from '../browsers/install.ts';
import { runTool } from '../processes/run-tool.ts';
import { oneCheck, runStep, type StepResult } from './step.ts';
import { listScenarios, runVitestProject } from './vitest-step.ts';

/** From signing in and adding to signing out; the others take longest, and run with `--all`. */
const QUICK_IN_FIREFOX = ['connect', 'contacts', 'sign-out'].map((name) => `test/e2e/${name}.test.ts`);
const isAll = process.argv.includes('--all');
if (isAll) process.env[WHOLE_RUN_VARIABLE] = '1';
const startedAt = performance.now();
await rm('.output/test', { recursive: true, force: true });
// Installing waits for the network most of the time, so the checks that need no browser go on beside it.
const browsers = findOrInstallBrowsers();

const results: StepResult[] = [
  await runStep('prepare (wxt)', () => oneCheck(runTool(['wxt', 'wxt'], ['prepare']))),
  await runStep('types (tsc)', () => oneCheck(runTool(['typescript', 'tsc'], ['-p', '.']))),
  await runStep('lint (biome)', () => oneCheck(runTool(['@biomejs/biome', 'biome'], ['ci', '.']))),
  await runStep('unused code (knip)', () => oneCheck(runTool(['knip', 'knip'], ['--no-progress']))),
  await runStep('unit and integration', () => runVitestProject('unit*')),
  await runStep('end to end, in Chromium', runInChromium),
  await runStep('end to end, in Firefox', runInFirefox),
];

async function findOrInstallBrowsers() {
  return { chromium: await findOrInstallBrowser('chromium'), firefox: await findOrInstallBrowser('firefox') };
}

/** Without any Chromium nothing has been shown to work: that is a failure, with what to do about it. */
async function runInChromium(): Promise<StepResult> {
  const { chromium } = await browsers;
  if (chromium) return runVitestProject('e2e');
  console.log(`No Chromium to test in. ${browserAdvice('chromium')}`);
  return { passed: 0, failed: 1, notRun: [] };
}

async function runInFirefox(): Promise<StepResult> {
  const { firefox } = await browsers;
  if (firefox) return runVitestProject(FIREFOX_PROJECT, isAll ? [] : QUICK_IN_FIREFOX);
  console.log(`No Firefox to test in. ${browserAdvice('firefox')}`);
  return { passed: 0, failed: 0, notRun: ['every scenario in Firefox'] };
}

const scenarios = [await listScenarios('e2e', 'Chromium'), await listScenarios(FIREFOX_PROJECT, 'Firefox')];
await writeFile('.output/test/scenarios.tsv', scenarios.join(''));
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const name of results.flatMap((result) => result.notRun)) console.log(`not run: ${name}`);
console.log('each scenario with its browser: .output/test/scenarios.tsv');
console.log(`took ${Math.round((performance.now() - startedAt) / 1_000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
