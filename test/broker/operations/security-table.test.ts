/** The tables of SECURITY.md: each requirement names a place that exists, and a test that exists or a reason why there is none. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const HEADER = /^\| (requirement|threat) \| where \| test \|$/;
const STANDARDS = ['6749', '7009', '7636', '8414', '8725', '9068', '9126', '9207', '9449', '9457', '9700'];

const lines = readFileSync('SECURITY.md', 'utf8').split('\n');

/** Rows of the tables that have these three columns. */
const rows = lines.flatMap((line, index) => {
  const start = lines.findLastIndex((earlier, at) => at <= index && !earlier.startsWith('|')) + 1;
  if (!HEADER.test(lines[start] ?? '') || index < start + 2 || !line.startsWith('|')) return [];
  const [, requirement = '', where = '', test = ''] = line.split(/ ?\| ?/);
  return [{ requirement, where, test }];
});

const pathIn = (cell: string) => /^`([^`]+)`$/.exec(cell)?.[1] ?? '';

describe('the tables of SECURITY.md', () => {
  it.each(STANDARDS)('have rows for RFC %s', (number) => {
    expect(rows.filter(({ requirement }) => requirement.includes(`RFC ${number}`)).length).toBeGreaterThan(0);
  });

  it('name places that exist', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter(({ where }) => !existsSync(pathIn(where)))).toEqual([]);
  });

  it('name tests that exist, or say why there is none', () => {
    const unproven = rows.filter(({ test }) => {
      const path = pathIn(test);
      return path === '' ? !/^no test: \S/.test(test) : !path.endsWith('.test.ts') || !existsSync(path);
    });
    expect(unproven).toEqual([]);
  });
});
