/** The style sheets against the views: every class used is defined, and every class defined is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const STYLES = 'extension/components/styles';
/** Class names that the code composes: `button-${weight}` and similar ones. */
const BUILT = /^(button|tone|field-note)-/;

const read = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');

const css = read(STYLES, /\.css$/);
const views = read('extension', /\.(tsx|html)$/);
const all = (pattern: RegExp) => [...new Set([...css.matchAll(pattern)].map(([, name = '']) => name))];

it('every custom property that is used is defined', () => {
  const defined = new Set(all(/(?:^|[\s{;])(--[\w-]+):/g));
  expect(all(/var\((--[\w-]+)/g).filter((name) => !defined.has(name))).toEqual([]);
});

it('every custom property that is defined is used', () => {
  const used = new Set(all(/var\((--[\w-]+)/g));
  expect(all(/(?:^|[\s{;])(--[\w-]+):/g).filter((name) => !used.has(name))).toEqual([]);
});

it('every styled class is used in a view', () => {
  const words = new Set(views.match(/[\w-]+/g));
  expect(
    all(/\.([a-z][\w-]*)/g).filter((name) => !words.has(name) && !BUILT.test(name) && name !== 'css'),
  ).toEqual([]);
});

it('no button looks as if it could be pressed while it cannot: each rule for the pointer leaves disabled ones out', () => {
  expect(all(/(\.button[\w-]*:hover)/g)).not.toEqual([]);
  expect(css.match(/\.button[\w-]*:hover(?!:not\(:disabled\)).*/g)).toBeNull();
});

it('every animation stops with reduced motion', () => {
  const transitions = [...css.matchAll(/transition:([^;]*);/g)].map(([, value = '']) => value);
  expect(transitions.length).toBeGreaterThan(0);
  for (const value of transitions) expect(value).not.toMatch(/\d+m?s\b/);
});
