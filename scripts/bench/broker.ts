/**
 * What a request costs the broker, against a bare proxy that checks nothing (@fastify/http-proxy) on the same machine in the
 * same minute: real processes, warmed up, in turns. `--sessions 1000,100000` measures stores of those sizes, `--requests N`
 * the length of a round, `--profile` prints where the time goes; with DATABASE_URL the store is that PostgreSQL. Figures are
 * ratios and processor time, since the machine has other work too; fails on errors only.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEnvoke } from '../../test/envoke/envoke.ts';
import { freePort } from '../../test/free-port.ts';
import { buildBroker } from '../broker/build-broker.ts';
import { type Child, startChild } from '../processes/child.ts';
import { untilAnswers } from '../processes/until-answers.ts';
import { registerApplication, standInSettings } from '../start/parts.ts';
import { drawChart } from './broker/chart.ts';
import type { Figures } from './broker/figures.ts';
import { addSessions } from './broker/fill-store.ts';
import { median, type Person, type Round, runRound, signIn } from './broker/load.ts';
import { pin, readProcess } from './broker/process-figures.ts';
import { topOfProfile } from './broker/profile.ts';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '1500' },
    profile: { type: 'boolean', default: false },
    chart: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);
/** Each has a burst of 1,000 calls to Envoke, so that the pace holds nobody up. */
const PEOPLE = Math.ceil(((rounds + 1) * requests) / 900) + 1;
const [SERVER_CORE, OTHER_CORE] = [0, 1];

const folder = await mkdtemp(join(tmpdir(), 'bench-broker-'));
const script = await buildBroker(join(folder, 'built'));
const logFile = join(folder, 'log');
const url = (port: number) => `http://127.0.0.1:${port}`;
const [brokerPort, proxyPort, upstreamPort] = [await freePort(), await freePort(), await freePort()];
const application = registerApplication(url(brokerPort));
const envoke = await createEnvoke({ clients: [application] });

const helper = (name: string, env: Record<string, string>) =>
  startChild({ name, script: `scripts/bench/broker/${name}.ts`, env, logFile: join(folder, name) });

async function startBroker(dataDir: string): Promise<Child> {
  const broker = startChild({
    name: 'broker',
    script,
    logFile,
    env: {
      ...standInSettings(envoke.url, application),
      PUBLIC_URL: url(brokerPort),
      PORT: String(brokerPort),
      DATA_DIR: dataDir,
      ENVOKE_API_URL: url(upstreamPort),
      ENVOKE_REQUESTS_PER_SECOND: '100',
      ENVOKE_BURST: '1000',
      RATE_SESSION_PER_MINUTE: '1000000',
      RATE_ADDRESS_PER_MINUTE: '1000000',
      RATE_SIGN_IN_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      ...(values.profile && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${join(folder, 'profile')}` }),
    },
  });
  await untilAnswers(broker, `${url(brokerPort)}/readyz`);
  return broker;
}

async function inTurns(people: Person[], broker: number, proxy: number): Promise<[Round[], Round[]]> {
  const found: [Round[], Round[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await runRound(url(brokerPort), broker, people, requests);
    const theirs = await runRound(url(proxyPort), proxy, people, requests);
    // The first is for warming up.
    if (round === 0) continue;
    found[0].push(ours);
    found[1].push(theirs);
  }
  return found;
}

async function measure(sessions: number, proxy: number): Promise<Figures> {
  const dataDir = join(folder, `data-${sessions}`);
  await mkdir(dataDir);
  const first = await startBroker(dataDir);
  await signIn(url(brokerPort), 1);
  await first.stop();
  await addSessions(dataDir, sessions);
  const broker = await startBroker(dataDir);
  const pid = broker.process.pid ?? 0;
  const started = await readProcess(pid);
  pin(pid, SERVER_CORE);
  const people = await signIn(url(brokerPort), PEOPLE);
  const [ours, theirs] = await inTurns(people, pid, proxy);
  const loaded = await readProcess(pid);
  await broker.stop();
  const ratios = ours.map(({ perSecond }, at) => perSecond / (theirs[at]?.perSecond ?? Number.NaN));
  return {
    store: process.env.DATABASE_URL === undefined ? 'SQLite' : 'PostgreSQL',
    sessions,
    toProxy: median(ratios),
    cpuMicroseconds: median(ours.map((round) => round.cpuMicroseconds)),
    proxyCpuMicroseconds: median(theirs.map((round) => round.cpuMicroseconds)),
    startCpuMs: started.cpuSeconds * 1_000,
    startMemoryMb: started.memoryMb,
    loadedMemoryMb: loaded.memoryMb,
  };
}

function rowOf(one: Figures): string {
  const cells = [
    `${one.store}, ${one.sessions.toLocaleString('en')} sessions`,
    one.toProxy.toFixed(2),
    `${Math.round(one.cpuMicroseconds)} µs`,
    `${Math.round(one.proxyCpuMicroseconds)} µs`,
    `${Math.round(one.startCpuMs)} ms`,
    `${Math.round(one.startMemoryMb)} / ${Math.round(one.loadedMemoryMb)} MB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const children: Child[] = [];
try {
  pin(process.pid, OTHER_CORE);
  children.push(helper('upstream', { PORT: String(upstreamPort) }));
  children.push(helper('plain-proxy', { PORT: String(proxyPort), UPSTREAM: url(upstreamPort) }));
  for (const child of children) pin(child.process.pid ?? 0, OTHER_CORE);
  const proxy = children[1]?.process.pid ?? 0;
  pin(proxy, SERVER_CORE);
  const [waitFor] = children.slice(1);
  if (waitFor !== undefined) await untilAnswers(waitFor, `${url(proxyPort)}/v1/settings`);
  console.log(
    '| store | to the bare proxy | CPU a request | bare proxy | CPU to start | memory at start / after load |',
  );
  console.log('| --- | --: | --: | --: | --: | --: |');
  const all: Figures[] = [];
  for (const sessions of values.sessions.split(',').map(Number)) {
    const figures = await measure(sessions, proxy);
    all.push(figures);
    console.log(rowOf(figures));
  }
  await mkdir('.output', { recursive: true });
  await writeFile('.output/bench-broker.json', `${JSON.stringify(all, null, 2)}\n`);
  if (values.chart !== undefined) await writeFile(values.chart, drawChart(all));
  if (values.profile) {
    const [name = ''] = (await readdir(join(folder, 'profile'))).toSorted().slice(-1);
    console.log(topOfProfile(await readFile(join(folder, 'profile', name), 'utf8')));
  }
} finally {
  await Promise.all(children.map((child) => child.stop()));
  await envoke.close();
  await rm(folder, { recursive: true, force: true });
}
