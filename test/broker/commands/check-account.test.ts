/**
 * `check-account` against the stand-in: it finds each difference, and its findings configure the stand-in to behave the
 * same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type AccountReport,
  AccountReportSchema,
} from '../../../broker/commands/check-account/account-report.ts';
import { CHECK_TABLE } from '../../../broker/commands/check-account/check-table.ts';
import { createEnvoke, type Envoke } from '../../envoke/envoke.ts';
import { MODE_TABLE, type ModeValues } from '../../envoke/modes/mode-table.ts';
import { readModeValues } from '../../envoke/modes/modes.ts';
import { visitAuthorize } from '../../envoke/visitor.ts';
import { freePort } from '../../free-port.ts';
import { CLIENT_ID, CLIENT_SECRET, recordTerminal } from './recorded-terminal.ts';

const WRITE_TO = 'operator@own.example.ca';

async function benchOf() {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const envoke = await createEnvoke({
    clients: [{ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri: `${origin}/oauth/callback` }],
  });
  onTestFinished(() => envoke.close());
  const terminal = recordTerminal({
    ENVOKE_BASE_URL: envoke.url,
    PUBLIC_URL: origin,
    PORT: String(port),
    ENVOKE_REQUESTS_PER_SECOND: '100',
  });
  const file = (name: string) => join(terminal.dataDir, name);
  const report = () => JSON.parse(readFileSync(file('report.json'), 'utf8')) as AccountReport;
  const check = async (...args: string[]) => {
    writeFileSync(file('token'), envoke.issueAccessToken());
    const code = await terminal.run(
      'check-account',
      '--token-file',
      file('token'),
      '--report',
      file('report.json'),
      ...args,
    );
    return { code, report: report() };
  };
  return { envoke, terminal, file, report, check };
}

type Bench = Awaited<ReturnType<typeof benchOf>>;

const differing = ({ lines }: AccountReport) =>
  lines.filter(({ differs }) => differs).map(({ subject }) => subject);

/** Runs it with a sign-in, by a person who opens the printed URL. */
async function checkWithSignIn({ terminal, file, report }: Bench) {
  const done = terminal.run('check-account', '--report', file('report.json'));
  let url: string | undefined;
  while (url === undefined) {
    await sleep(10);
    url = /^http\S+$/m.exec(terminal.printed())?.[0];
  }
  await fetch(await visitAuthorize(url));
  return { code: await done, report: report() };
}

describe('npm run broker -- check-account refuses', () => {
  it.each([
    ['an option it does not know', ['--delete']],
    ['an address that is none', ['--write', 'me']],
    ['a token file that is not there', ['--token-file', '/nowhere/token']],
  ])('%s', async (_what, args) => {
    const terminal = recordTerminal();
    expect(await terminal.run('check-account', ...args)).toBe(2);
  });

  it('to write to an address that already has a contact', async () => {
    const { envoke, check, terminal } = await benchOf();
    const email = envoke.accounts[0]?.people.list()[0]?.text.email ?? '';
    const { code } = await check('--write', email);
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('nothing was written');
    expect(envoke.requests.list().every(({ method }) => method === 'GET')).toBe(true);
  });

  it('to report on an Envoke that does not answer', async () => {
    const { envoke, terminal, file } = await benchOf();
    writeFileSync(file('token'), 'token');
    envoke.modes.set({ unreachable: true });
    expect(await terminal.run('check-account', '--token-file', file('token'))).toBe(1);
    expect(terminal.complained()).toContain('no answer');
  });
});

describe('npm run broker -- check-account', () => {
  it('finds no difference in the unchanged stand-in, and writes nothing', async () => {
    const bench = await benchOf();
    const { code, report } = await checkWithSignIn(bench);
    expect(code).toBe(0);
    expect(differing(report)).toEqual([]);
    expect(report.modes).toEqual({});
    const requests = bench.envoke.requests.list();
    expect(requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/v'))).toEqual([]);
    expect(bench.terminal.printed()).toMatch(/^\s+subject\s+assumed\s+found/m);
  });

  it('runs every check when it may write, and leaves the trial contact Revoked', async () => {
    const { envoke, check } = await benchOf();
    const { code, report } = await check('--write', WRITE_TO, '--pace');
    expect(code).toBe(0);
    expect(differing(report)).toEqual([]);
    const asked = report.lines.filter(({ check }) => check > 3 && check !== 9);
    expect(asked.filter(({ found }) => found === 'not asked')).toEqual([]);
    const made = envoke.accounts[0]?.people.list().filter(({ text }) => text.email === WRITE_TO);
    expect(made?.map(({ consent }) => consent.status)).toEqual(['Revoked']);
  });

  it.each<Partial<ModeValues>>([
    {
      endedTokenAnswer: '400',
      settingsShape: 'account_id',
      idForm: 'number',
      emptyMaps: 'object',
      dateForm: 'iso',
      consentSpelling: 'article',
      getById: 'list',
      getByIdMiss: '404',
    },
    {
      endedTokenAnswer: 'html',
      settingsShape: 'name',
      consentSpelling: 'hooks',
      unsortedOrder: 'descending',
      inRefused: true,
      getByIdMiss: 'list',
      v2Unauthorized: true,
    },
    {
      endedTokenAnswer: '302',
      settingsShape: 'huge-id',
      unsortedOrder: 'shuffled',
      orRefused: true,
      regexCaseSensitive: true,
      emailCaseSensitive: true,
      labelledHtml: true,
    },
    { filterIgnored: 'all', wwwAuthenticate: true, phpNotices: true },
    { filterIgnored: 'operators', interestFilterTaken: true, refusalStatus: '200' },
    { filterIgnored: 'in', unprovenFiltersRefused: true, regexRefused: true },
    { operatorsFind: 'nobody', settingsShape: 'wrapped', endedTokenAnswer: '500' },
  ])('finds %j, and says it as modes', async (modes) => {
    const { envoke, terminal, check } = await benchOf();
    envoke.modes.set(modes);
    const { report } = await check('--as-modes');
    expect(report.modes).toEqual(modes);
    expect(readModeValues(JSON.parse(terminal.printed()))).toEqual(report.modes);
    expect(differing(report).length).toBeGreaterThanOrEqual(Object.keys(modes).length);
  });

  it.each<Partial<ModeValues>>([
    {
      createAnswer: 'id',
      createStatus: '201',
      updateAnswer: 'no-data',
      successForm: 'text',
      overlongTruncated: true,
      unknownItems: 'ignored',
      clearingIgnored: true,
      languagesLimited: true,
    },
    { createAnswer: 'bare', consentChangeRefused: true, unsetRefused: true, staleReads: true },
    { effectiveDate: 'taken' },
    { effectiveDate: 'refused' },
    { successForm: 'number', updateAnswer: 'id', descriptionAlways: true, duplicateEmails: true },
  ])('finds %j by writing', { timeout: 60_000 }, async (modes) => {
    const { envoke, check } = await benchOf();
    envoke.modes.set(modes);
    const { report } = await check('--write', WRITE_TO);
    expect(report.modes).toMatchObject(modes);
  });

  it.each<Partial<ModeValues>>([
    { stateMaxChars: 40, tokenAnswer: 'nested' },
    { stateRefused: true, tokenOrder: 'strict', tokenAnswer: 'text' },
    { stateDropped: true, tokenAnswer: 'access_token' },
  ])('finds %j by signing in', async (modes) => {
    const bench = await benchOf();
    bench.envoke.modes.set(modes);
    const { report } = await checkWithSignIn(bench);
    expect(report.modes).toEqual(modes);
  });

  it('finds how many requests a second Envoke accepts', async () => {
    const { envoke, check } = await benchOf();
    envoke.modes.set({ requestsPerSecond: 15, tooFast: '429' });
    const { report } = await check('--pace');
    expect(report.modes).toMatchObject({ requestsPerSecond: 15, tooFast: '429' });
  });
});

describe('a report', () => {
  it('decides only modes that the stand-in has', () => {
    const decided = Object.values(CHECK_TABLE).flatMap(({ decides }): readonly string[] => decides);
    expect(decided.filter((name) => !(name in MODE_TABLE))).toEqual([]);
  });

  it('is of its schema and holds no value of the account, whatever Envoke answers', {
    timeout: 120_000,
  }, async () => {
    const bench = await benchOf();
    const anyModes = fc.record(
      {
        settingsShape: fc.constantFrom(...MODE_TABLE.settingsShape.choices),
        endedTokenAnswer: fc.constantFrom(...MODE_TABLE.endedTokenAnswer.choices),
        filterIgnored: fc.constantFrom(...MODE_TABLE.filterIgnored.choices),
        createAnswer: fc.constantFrom(...MODE_TABLE.createAnswer.choices),
        wrongShape: fc.constantFrom(false, 3),
        wrongFields: fc.boolean(),
        phpNotices: fc.boolean(),
        errorBodies: fc.constantFrom(...MODE_TABLE.errorBodies.choices),
        idForm: fc.constantFrom('text', 'number'),
      },
      { requiredKeys: [] },
    );
    const property = fc.asyncProperty(anyModes, async (modes) => {
      bench.envoke.modes.reset();
      bench.envoke.modes.set(modes as Partial<ModeValues>);
      const { report } = await bench.check();
      expect([...Value.Errors(AccountReportSchema, report)]).toEqual([]);
      const text = JSON.stringify(report).toLowerCase();
      for (const value of valuesOf(bench.envoke)) expect(text).not.toContain(`"${value.toLowerCase()}"`);
      expect(text).not.toMatch(/@|example\.(?:ca|org)/);
    });
    await fc.assert(property, { numRuns: 8 });
  });

  it('does not fit its schema when it holds a value of the account', async () => {
    const { check } = await benchOf();
    const { report } = await check();
    const [line] = report.lines;
    expect(Value.Check(AccountReportSchema, report)).toBe(true);
    expect(Value.Check(AccountReportSchema, { ...report, lines: [{ ...line, found: 'Jane Roe' }] })).toBe(
      false,
    );
    expect(Value.Check(AccountReportSchema, { ...report, account: 'Town' })).toBe(false);
    const [answer] = report.answers;
    const keys = { email: { kind: 'text', length: 'jane@roe.example' } };
    expect(Value.Check(AccountReportSchema, { ...report, answers: [{ ...answer, keys }] })).toBe(false);
  });

  it('makes the stand-in behave as the account did', async () => {
    const odd = await benchOf();
    odd.envoke.modes.set({
      endedTokenAnswer: '200',
      settingsShape: 'wrapped',
      filterIgnored: 'in',
      idForm: 'number',
    });
    const { report } = await odd.check();
    const replay = await benchOf();
    replay.envoke.modes.set(readModeValues(report.modes));
    const again = (await replay.check()).report;
    expect(again.lines).toEqual(report.lines);
  });
});

/** Texts of the account, without short ones that may be ordinary words. */
function valuesOf(envoke: Envoke): string[] {
  return envoke.accounts
    .flatMap(({ id, name, people, interests, customFields }) => [
      id,
      name,
      ...people
        .list()
        .flatMap(({ text, externalId, consent }) => [
          externalId,
          consent.description,
          ...Object.values(text),
        ]),
      ...[...interests.list(), ...customFields.list()].map((item) => item.name),
    ])
    .filter((value) => value.length > 5);
}

it.each(['as-assumed', 'odd'])(
  'the report %s in the documents is of the schema, and of all lines',
  (name) => {
    const report: unknown = JSON.parse(readFileSync(`docs/account-check/${name}.json`, 'utf8'));
    expect([...Value.Errors(AccountReportSchema, report)]).toEqual([]);
    const { lines, modes } = report as AccountReport;
    expect(lines.map(({ subject }) => subject)).toEqual(
      Object.values(CHECK_TABLE).map(({ subject }) => subject),
    );
    expect(Object.keys(modes).length > 0).toBe(name === 'odd');
  },
);
