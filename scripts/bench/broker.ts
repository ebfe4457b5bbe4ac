/**
 * Measures what a request costs the built broker, compared with a bare proxy that checks nothing (@fastify/http-proxy)
 * and, where it is installed, nginx. All are real processes on loopback, warmed up and measured in turns. The broker
 * runs on SQLite, and with DATABASE_URL also on that PostgreSQL server, in a separate database. Figures are ratios
 * within a round and processor time, since the machine has other work too. Only errors make it fail, and a broker whose
 * memory grows too much, which does not depend on other work.
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
import { type Brokers, type Case, type Place, startBrokers } from './broker/brokers.ts';
import { drawChart } from './broker/chart.ts';
import { type Figures, memoryFault, rowOf, spreadOf, TABLE_HEAD } from './broker/figures.ts';
import { type Load, type Person, type Round, runRound, signIn, type Target } from './broker/load.ts';
import { startNginx } from './broker/nginx.ts';
import { pin, readProcesses } from './broker/process-figures.ts';
import { topOfProfile } from './broker/profile.ts';

const { values } = parseArgs({
  options: {
    /** Numbers of sessions in the stores. */
    sessions: { type: 'string', default: '1000' },
    /** Numbers of brokers on one store; more than one only on PostgreSQL. */
    brokers: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    /** Requests in one round. */
    requests: { type: 'string', default: '1000' },
    /** Prints where the time goes. */
    profile: { type: 'boolean', default: false },
    /** File to write the chart to. */
    chart: { type: 'string' },
  },
});
const numbers = (list: string) => list.split(',').map(Number);
const [rounds, requests] = [Number(values.rounds), Number(values.requests)];
/** Warm-up, until the engine has compiled the code that runs often. */
const WARM_UP: Load = { requests: 10_000, connections: 32 };
/** Each person has a burst of 1,000 calls to Envoke, so that the rate limit delays nobody. */
const PEOPLE = Math.ceil((WARM_UP.requests + 2 * rounds * requests) / 900) + 1;
const FAST: Load = { requests, connections: 32 };
/** With an Envoke that takes 50 ms: no more concurrent requests than one account has sockets. */
const SLOW: Load = { requests: Math.min(requests, 640), connections: 16 };
const SLOW_MS = 50;
const [SERVER_CORE, OTHER_CORE] = [0, 1];

const folder = await mkdtemp(join(tmpdir(), 'bench-broker-'));
const url = (port: number) => `http://127.0.0.1:${port}`;
const [brokerPort, proxyPort, nginxPort, upstreamPort] = [
  await freePort(),
  await freePort(),
  await freePort(),
  await freePort(),
];
const application = registerApplication(url(brokerPort));
const envoke = await createEnvoke({ clients: [application] });
const place: Place = {
  folder,
  script: await buildBroker(join(folder, 'built')),
  publicUrl: url(brokerPort),
  env: { ...standInSettings(envoke.url, application), ENVOKE_API_URL: url(upstreamPort) },
  ...(values.profile && { profileTo: join(folder, 'profile') }),
};

const stores: Case['store'][] =
  process.env.DATABASE_URL === undefined ? ['SQLite'] : ['SQLite', 'PostgreSQL'];
const cases: Case[] = stores.flatMap((store) =>
  numbers(values.sessions).flatMap((sessions) =>
    numbers(values.brokers)
      .filter((brokers) => brokers === 1 || store === 'PostgreSQL')
      .map((brokers) => ({ store, sessions, brokers })),
  ),
);

async function helper(name: string, port: number, env: Record<string, string> = {}): Promise<Child> {
  const child = startChild({
    name,
    script: `scripts/bench/broker/${name}.ts`,
    env: { PORT: String(port), ...env },
    logFile: join(folder, name),
  });
  await untilAnswers(child, `${url(port)}/v1/settings`);
  return child;
}

/** Rounds of each, one after the other, again and again. */
async function inTurns(targets: readonly Target[], people: Person[], load: Load): Promise<Round[][]> {
  const found: Round[][] = targets.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, target] of targets.entries()) found[at]?.push(await runRound(target, people, load));
  }
  return found;
}

function compare(name: string, own: readonly Round[], proxy: readonly Round[]): Figures {
  const against = (of: 'perSecond' | 'cpuMicroseconds') =>
    spreadOf(own.map((round, at) => round[of] / (proxy[at]?.[of] ?? Number.NaN)));
  return {
    name,
    toProxy: against('perSecond'),
    cpuMicroseconds: spreadOf(own.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    cpuToProxy: against('cpuMicroseconds'),
  };
}

async function delay(ms: number): Promise<void> {
  await (await fetch(`${url(upstreamPort)}/delay?${ms}`)).arrayBuffer();
}

/** The broker's figures, and those of the others beside it. */
async function measure(wanted: Case, others: readonly [Target, ...Target[]]): Promise<Figures[]> {
  const brokers: Brokers = await startBrokers(place, wanted);
  try {
    const started = await readProcesses(brokers.pids);
    for (const pid of brokers.pids) pin(pid, SERVER_CORE);
    const people = await signIn(place.publicUrl, PEOPLE);
    for (const target of [brokers, ...others]) {
      if (!warm.has(target.name)) await runRound(target, people, WARM_UP);
      warm.add(target.name);
    }
    const [own = [], ...rest] = await inTurns([brokers, ...others], people, FAST);
    const loaded = await readProcesses(brokers.pids);
    await delay(SLOW_MS);
    const [slow = [], against = []] = await inTurns([brokers, others.at(-1) ?? others[0]], people, SLOW);
    const [proxy = []] = rest;
    return [
      {
        ...compare(brokers.name, own, proxy),
        broker: {
          ...wanted,
          startMs: brokers.startMs,
          startCpuMs: (started.cpuSeconds * 1_000) / wanted.brokers,
          startMemoryMb: started.memoryMb / wanted.brokers,
          loadedMemoryMb: loaded.memoryMb / wanted.brokers,
          addedMs: spreadOf(slow.map(({ p50Ms }, at) => p50Ms - (against[at]?.p50Ms ?? Number.NaN))),
        },
      },
      ...others.map(({ name }, at) => compare(name, rest[at] ?? [], proxy)),
    ];
  } finally {
    await delay(0);
    await brokers.stop();
  }
}

/** By name: the servers for comparison keep running from case to case. */
const warm = new Set<string>();
const stops: (() => Promise<void>)[] = [];
try {
  pin(process.pid, OTHER_CORE);
  const upstream = await helper('upstream', upstreamPort);
  const plainProxy = await helper('plain-proxy', proxyPort, { UPSTREAM: url(upstreamPort) });
  const nginx = await startNginx(nginxPort, `127.0.0.1:${upstreamPort}`, folder);
  stops.push(upstream.stop, plainProxy.stop, ...(nginx === undefined ? [] : [nginx.stop]));
  const proxy = { name: 'bare proxy', urls: [url(proxyPort)], pids: [plainProxy.process.pid ?? 0] };
  pin(upstream.process.pid ?? 0, OTHER_CORE);
  for (const pid of [...proxy.pids, ...(nginx?.pids ?? [])]) pin(pid, SERVER_CORE);

  const all: Figures[] = [];
  await mkdir('.output', { recursive: true });
  console.log(TABLE_HEAD);
  for (const wanted of cases) {
    const [own, ...others] = await measure(wanted, nginx === undefined ? [proxy] : [proxy, nginx]);
    // What it is compared with is measured beside each case, and shown once.
    const shown = [...(all.length === 0 ? others : []), ...(own === undefined ? [] : [own])];
    for (const figures of shown) console.log(rowOf(figures));
    // A profile is kept in memory.
    const fault = own === undefined || values.profile ? undefined : memoryFault(own);
    if (fault !== undefined) {
      console.error(fault);
      process.exitCode = 1;
    }
    all.push(...shown);
    // Written after each case, so that a run that is stopped early keeps its results.
    await writeFile('.output/bench-broker.json', `${JSON.stringify(all, null, 2)}\n`);
    if (values.chart !== undefined) await writeFile(values.chart, drawChart(all));
  }
  if (place.profileTo !== undefined) {
    const [name = ''] = (await readdir(place.profileTo)).toSorted().slice(-1);
    console.log(topOfProfile(await readFile(join(place.profileTo, name), 'utf8')));
  }
} finally {
  await Promise.all(stops.map((stop) => stop()));
  await envoke.close();
  await rm(folder, { recursive: true, force: true });
}
