/** How `npm test` counts: what did not run is never a pass, and no failure gets lost. */
import { describe, expect, it } from 'vitest';
import { countTests } from '../../scripts/test/vitest-step.ts';

const test = (status: string, fullName = status) => ({ status, fullName });

describe('the tally of npm test', () => {
  it('counts a run without a report as a failure', () => {
    expect(countTests(undefined, false)).toEqual({ passed: 0, failed: 1, notRun: [] });
  });

  it('counts a file that could not be read as a failure', () => {
    const testResults = [{ status: 'failed', name: 'broken.test.ts', assertionResults: [] }];
    expect(countTests({ numPassedTests: 2, numFailedTests: 0, testResults }, false)).toMatchObject({
      passed: 2,
      failed: 1,
    });
  });

  it('counts an error outside every test as a failure', () => {
    expect(countTests({ numPassedTests: 2, numFailedTests: 0, testResults: [] }, false).failed).toBe(1);
  });

  it('counts a failed test once', () => {
    const testResults = [{ status: 'failed', name: 'a.test.ts', assertionResults: [test('failed')] }];
    expect(countTests({ numPassedTests: 0, numFailedTests: 1, testResults }, false).failed).toBe(1);
  });

  it('names what was not run, and counts it as neither', () => {
    const assertionResults = [test('passed'), test('skipped', 'signs in with Firefox')];
    const testResults = [{ status: 'passed', name: 'a.test.ts', assertionResults }];
    expect(countTests({ numPassedTests: 1, numFailedTests: 0, testResults }, true)).toEqual({
      passed: 1,
      failed: 0,
      notRun: ['signs in with Firefox'],
    });
  });
});
