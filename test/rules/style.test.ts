/** Rules of style that no linter knows; each failure says which file and what to do. */
import { describe, expect, it } from 'vitest';
import { REASONS } from '../e2e/harness/firefox-cannot.ts';
import { readSourceFiles, type SourceFile } from './source-tree.ts';

const SOURCE_MAX_LINES = 300;
const TEST_MAX_LINES = 400;

const RULES: [rule: string, problem: (file: SourceFile) => string | undefined][] = [
  [
    'keeps files small',
    ({ path, text }) => {
      const lines = text.split('\n').length - 1;
      const max = path.startsWith('test/') ? TEST_MAX_LINES : SOURCE_MAX_LINES;
      return lines > max ? `${path} has ${lines} lines, more than ${max}: split it by noun.` : undefined;
    },
  ],
  [
    'names files in kebab-case',
    ({ path }) =>
      /^[a-z0-9/.-]+$/.test(path) ? undefined : `${path}: name it with lower-case words and hyphens.`,
  ],
  [
    'begins every file by saying what it is',
    ({ path, text }) =>
      /^(#!.*\n)?\/(\*\*|\/)/.test(text) ? undefined : `${path}: begin with a sentence that says what it is.`,
  ],
  [
    'switches no types off',
    ({ path, text }) =>
      /@ts-(?:ignore|nocheck|expect-error)/.test(text)
        ? `${path}: describe the type instead of switching it off.`
        : undefined,
  ],
  [
    'prints only from scripts and from the process that owns the terminal',
    ({ path, text }) =>
      /\bconsole\.\w+\(/.test(text) && !/^(scripts\/|test\/|broker\/server\.ts)/.test(path)
        ? `${path}: log through the broker's logger, or show the person a message.`
        : undefined,
  ],
  [
    'writes HTML only through the view library',
    ({ path, text }) =>
      /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML\(|document\.write\(/.test(text) &&
      path.startsWith('extension/')
        ? `${path}: build the nodes with Preact or textContent; markup from a string can carry script.`
        : undefined,
  ],
  [
    'names no folder that only one machine has',
    ({ path, text }) =>
      /['"`\s(]\/(home|root|work|Users)\//.test(text)
        ? `${path}: take the place from the project's folder, an argument or the environment.`
        : undefined,
  ],
  [
    'leaves no scenario out of a browser without a reason in firefox-cannot.ts',
    ({ path, text }) =>
      path.startsWith('test/e2e/') &&
      /\.(?:skip|only|todo|skipIf|runIf)\b(?!\((?:firefoxCannot\(|CAN_ADMINISTER\)))/.test(text)
        ? `${path}: write it.skipIf(firefoxCannot('…')), with the reason in test/e2e/harness/firefox-cannot.ts.`
        : undefined,
  ],
  [
    'dates its intentions',
    ({ path, text }) =>
      /\b(TODO|FIXME)\b(?! \[\d{4}-\d{2}-\d{2}\])/.test(text) && !path.startsWith('test/rules/')
        ? `${path}: write TODO [YYYY-MM-DD] with the day it should be gone, or do it now.`
        : undefined,
  ],
  [
    'takes secrets from the system, not from a pseudo-random number',
    ({ path, text }) =>
      /\bMath\.random\(/.test(text) && /^(broker|extension|shared)\//.test(path)
        ? `${path}: use node:crypto or Web Crypto; Math.random can be predicted.`
        : undefined,
  ],
];

/** Names that more than one room needs: the process or page a room begins with, and its configuration. */
const SHARED_NAMES = new Set(['main', 'app', 'config', 'index']);
/** The two languages have the same catalogues; migrations are found by their number. */
const WITHOUT_NAMES = /\/i18n\/(en|fr)\/|\/migrations\//;
const POPUP_FOLDER_MAX_FILES = 12;

/** Files by a key of their path; only what the product and its commands consist of. */
function productFilesBy(files: SourceFile[], keyOf: (path: string) => string): Map<string, string[]> {
  const paths = files.map(({ path }) => path).filter((path) => !path.startsWith('test/'));
  return Map.groupBy(paths, keyOf);
}

describe('the house style', () => {
  it('gives no two files the same name', async () => {
    const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    const named = productFilesBy(
      (await readSourceFiles()).filter(({ path }) => !WITHOUT_NAMES.test(path)),
      nameOf,
    );
    const twice = [...named].filter(([name, paths]) => paths.length > 1 && !SHARED_NAMES.has(name));
    expect(
      twice.map(([, paths]) => `${paths.join(' and ')} have one name: say in each what sets it apart.`),
    ).toEqual([]);
  });

  it('lists nothing that Firefox cannot do without a scenario that asks for it', async () => {
    const scenarios = (await readSourceFiles()).filter(({ path }) => path.startsWith('test/e2e/'));
    const asked = scenarios.flatMap(({ text }) =>
      [...text.matchAll(/firefoxCannot\((['"])(.+?)\1\)/g)].map((match) => match[2]),
    );
    const unasked = Object.keys(REASONS).filter((what) => !asked.includes(what));
    expect(unasked.map((what) => `No scenario asks whether Firefox can ${what}: take it out.`)).toEqual([]);
  });

  it('keeps folders of the popup small', async () => {
    const popup = productFilesBy(
      (await readSourceFiles()).filter(({ path }) => path.startsWith('extension/entrypoints/popup/')),
      (path) => path.slice(0, path.lastIndexOf('/')),
    );
    const full = [...popup].filter(([, paths]) => paths.length > POPUP_FOLDER_MAX_FILES);
    expect(
      full.map(([folder]) => `${folder} has over ${POPUP_FOLDER_MAX_FILES} files: split it by noun.`),
    ).toEqual([]);
  });

  it.each(RULES)('%s', async (_rule, problem) => {
    const files = await readSourceFiles();
    expect(files.map(problem).filter((found) => found !== undefined)).toEqual([]);
  });
});
