/** Formats the findings for a person or for a script. Pure. */
import type { Finding, Level } from './finding.ts';

const MARKS: Record<Level, string> = { ok: 'ok     ', warning: 'warning', fail: 'FAIL   ' };

export function reportLines(findings: readonly Finding[]): string[] {
  const lines = findings.flatMap(({ step, level, message, fix }) => [
    `${MARKS[level]}  ${step}: ${message}`,
    ...(fix === undefined ? [] : [`         → ${fix}`]),
  ]);
  return [...lines, '', summary(findings)];
}

/** One JSON object: `ok`, and the findings unchanged. */
export function reportJson(findings: readonly Finding[]): string {
  return JSON.stringify({ ok: !hasFailed(findings), findings }, null, 2);
}

export function hasFailed(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'fail');
}

function summary(findings: readonly Finding[]): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  if (hasFailed(findings)) return `${count('fail')} to repair, ${count('warning')} to mind.`;
  return count('warning') === 0 ? 'All is well.' : `Usable; ${count('warning')} to mind.`;
}
