/**
 * A thousand hostile strings, searched, looked up and written: in the requests to Envoke they are values and never
 * anything else.
 */
import { describe, expect, it } from 'vitest';
import { SEARCH_MAX_CHARS } from '../../../shared/limits.ts';
import { hostileStrings } from '../../hostile-strings.ts';
import { type Bench, DRAFT, startBench } from './support.ts';

const HOSTILE = hostileStrings();
/** All names that a query may have. */
const PARAMETER =
  /^(limit|skip|sort\[[a-z_]+\]|filter(\[\$(and|or)\]\[\d+\])*\[(id|email|first_name|last_name|company)\](\[\$regex\]|\[\$in\]\[\])?)$/;

const strangeParameters = ({ envoke }: Bench) =>
  envoke.requests
    .list()
    .flatMap(({ query }) => query.replace(/^\?/, '').split('&'))
    .filter((pair) => pair !== '')
    .map((pair) => decodeURIComponent(pair.split('=', 1)[0] ?? ''))
    .filter((name) => !PARAMETER.test(name));

describe(`${HOSTILE.length} hostile strings at Envoke`, () => {
  it('are searched as values', { timeout: 60_000 }, async () => {
    const bench = await startBench({ requestsPerSecond: 10_000, burst: 10_000 });
    for (const text of HOSTILE)
      await bench.contacts.search(bench.access, { search: text.slice(0, SEARCH_MAX_CHARS) });
    expect(bench.envoke.requests.count()).toBeGreaterThan(HOSTILE.length / 2);
    expect(strangeParameters(bench)).toEqual([]);
  });

  it('are looked up as values, and find nobody', { timeout: 60_000 }, async () => {
    const bench = await startBench({ requestsPerSecond: 10_000, burst: 10_000 });
    const emails = HOSTILE.map((text) => `${text.replace(/[\s@<>"]/g, '').slice(0, 50)}@x.example`);
    for (let at = 0; at < emails.length; at += 100) {
      const { results } = await bench.contacts.lookUp(bench.access, emails.slice(at, at + 100));
      expect(results.filter(({ contact }) => contact !== null)).toEqual([]);
    }
    expect(bench.envoke.requests.count()).toBeGreaterThan(0);
    expect(strangeParameters(bench)).toEqual([]);
  });

  it('are written unchanged, or cut as Envoke cuts', { timeout: 60_000 }, async () => {
    const bench = await startBench({ requestsPerSecond: 10_000, burst: 10_000 });
    const before = bench.account.people.list().length;
    const short = [
      ...new Set(HOSTILE.filter((text) => text.trim() !== '').map((text) => text.slice(0, 50))),
    ].filter((_, at) => at % 10 === 0);
    for (const [at, company] of short.entries())
      await bench.contacts.create(bench.caller(), { ...DRAFT, email: `h${at}@x.example`, company });
    const added = bench.account.people.list().slice(before);
    expect(added).toHaveLength(short.length);
    const wellFormed = (text = '') => text.toWellFormed().trim();
    expect(added.map(({ text }) => wellFormed(text.company))).toEqual(short.map(wellFormed));
    expect(strangeParameters(bench)).toEqual([]);
  });
});
