/**
 * `check-account`: run it once on a real account, and again after Envoke changes. It reports where Envoke differs from
 * what we assume, and writes a report that can be mailed and replayed. Read-only unless an option allows writes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Config, loadConfig } from '../../config.ts';
import { readArguments } from '../arguments.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { type AccountReport, accountReport, reportText } from './account-report.ts';
import { checkFilters } from './filter-checks.ts';
import { createFindings, type Findings } from './findings.ts';
import { checkHeaders, checkPace } from './line-checks.ts';
import { createProbe, EnvokeNotReached, type Probe } from './probe.ts';
import { checkById, checkContacts, checkLists, checkPaging, checkSettings } from './read-checks.ts';
import { checkCodeAgain, checkSignIn } from './sign-in-checks.ts';
import { checkWrites } from './write-checks.ts';

const REPORT_FILE = 'account-check.json';
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

interface Choices {
  tokenFile: string | undefined;
  /** E-mail address of the contact that the write checks use. */
  email: string | undefined;
  hasPace: boolean;
  asModes: boolean;
  reportFile: string;
}

export const checkAccountCommand: Command = {
  usage: 'check-account [--token-file FILE] [--write ADDRESS] [--pace] [--report FILE] [--as-modes]',
  summary:
    'Compares a real Envoke account with what is assumed of Envoke, and writes a report that can be mailed. Changes nothing unless told which address of yours it may write to.',
  async run(args, terminal) {
    const options = {
      'token-file': 'string',
      write: 'string',
      pace: 'boolean',
      report: 'string',
      'as-modes': 'boolean',
    } as const;
    const choices = choicesOf(readArguments(args, options, 0).values);
    const config = loadConfig(terminal.env);
    try {
      return await check(config, terminal, choices);
    } catch (error) {
      if (!(error instanceof EnvokeNotReached)) throw error;
      terminal.complain(`Envoke gave no answer: ${error.message}. Nothing was written to a report.`);
      return 1;
    }
  },
};

async function check(config: Config, terminal: Terminal, choices: Choices): Promise<ExitCode> {
  const findings = createFindings();
  const signedIn =
    choices.tokenFile === undefined
      ? await checkSignIn(config, terminal, findings)
      : { accessToken: readToken(choices.tokenFile), code: '' };
  if (signedIn === undefined) return 1;
  const { accessToken } = signedIn;
  const probe = createProbe(config.envoke, accessToken);
  const code = await runChecks({ terminal, findings, probe, choices, accessToken });
  if (signedIn.code !== '') await checkCodeAgain(config.envoke, findings, signedIn);
  const report = accountReport(findings, probe.seen);
  writeFileSync(choices.reportFile, reportText(report), { mode: 0o600 });
  for (const line of choices.asModes ? [JSON.stringify(report.modes)] : tableOf(report)) terminal.print(line);
  terminal.complain(`The report is in ${choices.reportFile}. It holds no value of the account.`);
  return code;
}

function choicesOf(values: Readonly<Record<string, string | boolean | undefined>>): Choices {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const email = text('write');
  if (email !== undefined && !EMAIL.test(email))
    throw new UsageError('--write must be an e-mail address of yours.');
  return {
    email,
    tokenFile: text('token-file'),
    hasPace: values.pace === true,
    asModes: values['as-modes'] === true,
    reportFile: text('report') ?? REPORT_FILE,
  };
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new UsageError(`--token-file: ${file} cannot be read.`);
  }
}

interface Run {
  terminal: Terminal;
  findings: Findings;
  probe: Probe;
  choices: Choices;
  accessToken: string;
}

async function runChecks({ terminal, findings, probe, choices, accessToken }: Run): Promise<ExitCode> {
  await checkSettings(probe, findings, accessToken);
  const sample = await checkContacts(probe, findings);
  await checkPaging(probe, findings);
  await checkFilters(probe, findings, sample);
  await checkById(probe, findings, sample);
  await checkLists(probe, findings);
  if (choices.hasPace) await checkPace(probe, findings);
  checkHeaders(probe, findings);
  if (choices.email === undefined) return 0;
  if (await checkWrites({ probe, findings, email: choices.email })) return 0;
  terminal.complain('Somebody of the account has the address of --write: nothing was written.');
  return 1;
}

function tableOf({ lines }: AccountReport): string[] {
  const rows = lines.map(({ check, subject, assumed, found, differs, decides }) => [
    String(check),
    String(subject),
    String(assumed),
    String(found),
    differs ? 'DIFFERS' : '',
    decides.join(', '),
  ]);
  const all = [['', 'subject', 'assumed', 'found', 'differs', 'decides'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
