/**
 * What signed-in people notice of others: an Envoke that answers somebody else with bodies of 8 MB that are refused, and
 * strangers who flood the sign-in. The built broker with the limits that ship, real processes on loopback. The p99 of
 * the people beside it is compared with theirs in a calm round right before. Fails when the median of these ratios is
 * above the limit for refused bodies, when people do not get the pages they asked for, or when nobody can sign in
 * afterwards.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import { HOSTILE_BODIES } from '../../test/broker/envoke/hostile-bodies.ts';
import { createEnvoke } from '../../test/envoke/envoke.ts';
import { freePort } from '../../test/free-port.ts';
import { buildBroker } from '../broker/build-broker.ts';
import { type Child, startChild } from '../processes/child.ts';
import { untilAnswers } from '../processes/until-answers.ts';
import { registerApplication, standInSettings } from '../start/parts.ts';
import { spreadOf } from './broker/figures.ts';
import { pin, readProcesses } from './broker/process-figures.ts';
import { gatherPeople, type Noticed, type People, type Person } from './hostile/asking-people.ts';
import { HOSTILE_ID } from './hostile/hostile-id.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    /** Pushed requests of an unknown client. */
    flood: { type: 'string', default: '500021' },
    /** Pushed requests of the extension's own client id, which anybody can read: more than are remembered. */
    'known-flood': { type: 'string', default: '110000' },
  },
});
const P99_RATIO_MAX = 2;
const SERVED_PART_MIN = 0.99;
const ROUND_SECONDS = 8;
/** Accounts whose answers are refused, one after the other. */
const HOSTILE_ACCOUNTS = 2;
const [BROKER_CORE, OTHER_CORE] = [0, 1];

const folder = await mkdtemp(join(tmpdir(), 'bench-hostile-'));
const [port, envokePort] = [await freePort(), await freePort()];
const url = `http://127.0.0.1:${port}`;
const application = registerApplication(url);
const signInEnvoke = await createEnvoke({ clients: [application] });
const failures: string[] = [];
/** Goes on from round to round, so that each body has its turn. */
let nextBody = 0;

function start(name: string, script: string, env: Record<string, string>): Child {
  return startChild({ name, script, env, logFile: join(folder, `${name}.log`) });
}

function shown({ asked, statuses, p50Ms, p99Ms }: Noticed): string {
  return `${asked} asked ${JSON.stringify(statuses)}, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
}

/** On a machine with too much other work a few are told to come back after some seconds; nobody is locked out. */
function check(what: string, { asked, statuses }: Noticed): void {
  const [served = 0, later = 0] = [statuses[200], statuses[503]];
  if (served < SERVED_PART_MIN * asked || served + later < asked) {
    failures.push(`${what}: people got ${JSON.stringify(statuses)}`);
  }
}

/** Some people, each of whom gets a body that is refused for every question, at the pace that ships. */
async function refuseAll(people: People): Promise<() => Promise<unknown>> {
  const persons: Person[] = [];
  for (let at = 0; at < HOSTILE_ACCOUNTS; at += 1) persons.push(await people.signIn());
  return async () => {
    const endsAtMs = performance.now() + ROUND_SECONDS * 1_000;
    const begunAt = nextBody;
    const ask = async (person: Person) => {
      while (performance.now() < endsAtMs) {
        const at = nextBody++ % HOSTILE_BODIES.length;
        const status = await person.get(`/v1/contacts/${HOSTILE_ID + at}`);
        if (status !== 502) failures.push(`a body ${HOSTILE_BODIES[at]?.[0]} was answered ${status}`);
      }
    };
    await Promise.all(persons.map(ask));
    console.log(`  ${nextBody - begunAt} bodies refused`);
  };
}

async function flood(clientId: string, requests: string): Promise<void> {
  const startedAtMs = performance.now();
  const env = { BROKER_URL: url, CLIENT_ID: clientId, REQUESTS: requests };
  const strangers = start(`flood-${clientId}`, 'scripts/bench/hostile/flood.ts', env);
  pin(strangers.process.pid ?? 0, OTHER_CORE);
  await new Promise((resolve) => strangers.process.once('close', resolve));
  const seconds = (performance.now() - startedAtMs) / 1_000;
  console.log(`  strangers: ${strangers.tail().trim()} in ${seconds.toFixed(0)} s`);
}

const children: Child[] = [];
try {
  pin(process.pid, OTHER_CORE);
  const envoke = start('envoke', 'scripts/bench/hostile/hostile-envoke.ts', { PORT: String(envokePort) });
  children.push(envoke);
  await untilAnswers(envoke, `http://127.0.0.1:${envokePort}/v1/settings`);
  const broker = start('broker', await buildBroker(join(folder, 'built')), {
    ...standInSettings(signInEnvoke.url, application),
    ENVOKE_API_URL: `http://127.0.0.1:${envokePort}`,
    TRUST_PROXY: '127.0.0.1/32',
    PUBLIC_URL: url,
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'fatal',
  });
  children.push(broker);
  const brokerPid = broker.process.pid ?? 0;
  await untilAnswers(broker, `${url}/readyz`);
  pin(brokerPid, BROKER_CORE);
  pin(envoke.process.pid ?? 0, OTHER_CORE);
  const people = await gatherPeople(url);
  const calmly = () => people.askDuring(Promise.resolve(), ROUND_SECONDS);
  await calmly();

  const ratios: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const calm = await calmly();
    const beside = await people.askDuring((await refuseAll(people))());
    check('beside refused bodies', beside);
    ratios.push(beside.p99Ms / calm.p99Ms);
    console.log(`calm: ${shown(calm)}\nbeside refused bodies of 8 MB: ${shown(beside)}`);
  }
  const { median, low, high } = spreadOf(ratios);
  console.log(
    `p99 beside refused bodies, to calm: ${[median, low, high].map((one) => one.toFixed(2)).join(', ')}`,
  );
  if (median > P99_RATIO_MAX)
    failures.push(`the p99 beside refused bodies is ${median.toFixed(2)} times the calm one`);

  for (const [clientId, requests] of [
    ['nobody', values.flood],
    [EXTENSION_CLIENT_ID, values['known-flood']],
  ] as const) {
    console.log(`${requests} pushed requests of the client ${clientId}`);
    const calm = await calmly();
    const beside = await people.askDuring(flood(clientId, requests));
    check(`beside the flood of ${clientId}`, beside);
    const { memoryMb } = await readProcesses([brokerPid]);
    console.log(
      `  calm: ${shown(calm)}\n  beside it: ${shown(beside)}\n  memory: ${Math.round(memoryMb)} MB`,
    );
    const status = await (await people.signIn()).get('/v1/account');
    console.log(`  a new sign-in afterwards: ${status}`);
    if (status !== 200) failures.push(`nobody can sign in after the flood of ${clientId}`);
  }
} finally {
  await Promise.all(children.map((child) => child.stop()));
  await signInEnvoke.close();
  await rm(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
