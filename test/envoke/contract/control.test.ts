/** The switches for another process, and the table of modes in the README. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModeDefinition } from '../modes/mode-definition.ts';
import { MODE_TABLE } from '../modes/mode-table.ts';
import { initialValue } from '../modes/modes.ts';
import { type Bench, createBench } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

const control = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
  fetch(`${bench.envoke.url}/control/${path}`, { method, headers, ...(body !== undefined && { body }) });

describe('the control endpoint', () => {
  it.each([
    ['a mode it does not have', '{"slow":1}', "There is no mode 'slow'"],
    ['a value that a mode cannot have', '{"slowMs":"1"}', 'Mode \'slowMs\' cannot be "1"'],
    ['a count below nothing', '{"cut":-1}', "Mode 'cut' cannot be -1"],
    ['a choice that is none', '{"getById":"map"}', 'Mode \'getById\' cannot be "map"'],
    ['a list', '[]', 'An object of modes is expected'],
  ])('refuses %s, and changes nothing', async (_, body, error) => {
    const response = await control('PUT', 'modes', body);
    expect([response.status, await response.json()]).toEqual([400, { error }]);
    const both = await control('PUT', 'modes', `{"cut":true,"unknown":1}`);
    expect([both.status, bench.envoke.modes.get('cut')]).toEqual([400, false]);
  });

  it('refuses a page in a browser', async () => {
    const response = await control('PUT', 'modes', '{}', { origin: 'https://page.example.org' });
    expect(response.status).toBe(403);
  });

  it('refuses a switch it does not have', async () => {
    expect((await control('POST', 'explode')).status).toBe(404);
  });

  it('sets several modes at once, leaves the others, and resets', async () => {
    await control('PUT', 'modes', '{"transient401":2,"retryAfter":"date"}');
    await control('PUT', 'modes', '{"slowMs":5}');
    expect(await (await control('GET', 'modes')).json()).toMatchObject({
      transient401: 2,
      retryAfter: 'date',
      slowMs: 5,
      cut: false,
    });
    await control('DELETE', 'modes');
    expect(bench.envoke.modes.get('transient401')).toBe(false);
  });

  it('tells and forgets the requests, and is not among them', async () => {
    await control('DELETE', 'requests');
    await bench.api.get('/v1/settings');
    expect(await (await control('GET', 'requests')).json()).toMatchObject([
      { method: 'GET', path: '/v1/settings' },
    ]);
  });

  it('withdraws every access token', async () => {
    const other = await createBench();
    await fetch(`${other.envoke.url}/control/access_tokens`, { method: 'DELETE' });
    expect((await other.api.get('/v1/settings')).status).toBe(401);
    await other.envoke.close();
  });
});

describe('README.md', () => {
  it('has one row per mode with its section and default, in the order of the table', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const cells = /^\| `(\w+)` +\| ([^|]+?) +\| `([^`]*)` +\|/gm;
    const rows = Array.from(readme.matchAll(cells), ([, name, section, initial]) => [name, section, initial]);
    const expected = Object.entries(MODE_TABLE).map(([name, mode]: [string, ModeDefinition]) => [
      name,
      mode.section,
      initialValue(mode) === '' ? "''" : String(initialValue(mode)),
    ]);
    expect(rows).toEqual(expected);
  });
});
