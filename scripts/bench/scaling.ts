/**
 * What the busiest hour of a day asks of brokers, PostgreSQL and Envoke, for a number of signed-in people: each opens the
 * popup at random moments, and each opening sends some requests within seconds. A simulation, second by second, the same each
 * time. All its inputs are in `scaling.json`, or in the file that is given.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const Amount = Type.Number({ minimum: 0 });
const InputsSchema = Type.Object(
  {
    people: Type.Array(Type.Integer({ minimum: 1, maximum: 5_000_000 })),
    /** Openings of the popup by one person in an average working hour. */
    openingsAnHour: Amount,
    requestsAnOpening: Type.Integer({ minimum: 1, maximum: 100 }),
    /** As a multiple of an average hour. */
    busiestHourFactor: Amount,
    envokeCallsARequest: Amount,
    envokeMs: Amount,
    /** Part of the requests that change a contact. */
    writesPart: Amount,
    /** Processor time of a request; `npm run bench:broker` measures it on your own machine. */
    cpuMicroseconds: Type.Object({ SQLite: Amount, PostgreSQL: Amount }),
    /** Highest use of a core, so that a busy second does not cause a queue. */
    coreUseMax: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    /**
     * Rows that PostgreSQL reads for a request (the session and the days of consent) and writes (its proof, the removal
     * of the proof, and its count).
     */
    rowsRead: Amount,
    rowsWritten: Amount,
    /** Rows for a write to a contact: claim, audit line, outcome, withdrawal. */
    rowsWrittenByAWrite: Amount,
    /** A session's time of use is written this often at most. */
    touchSeconds: Type.Number({ exclusiveMinimum: 0 }),
    /** How long the row of a proof is kept. */
    proofSeconds: Amount,
    sessionBytes: Amount,
    proofBytes: Amount,
    connectionsABroker: Amount,
    /** Rows that one primary can write in a second; measure it on your own server. */
    postgresRowsWrittenMax: Amount,
  },
  { additionalProperties: false },
);
type Inputs = Static<typeof InputsSchema>;

const HOUR_SECONDS = 3_600;
/** The requests of one opening come within so many seconds. */
const OPENING_SECONDS = 5;
/** Above it Poisson's and the normal distribution are the same for this purpose. */
const POISSON_EXACT_MAX = 50;

/** Numbers from 0 to 1, the same at each run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function poisson(mean: number, random: () => number): number {
  if (mean > POISSON_EXACT_MAX) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + normal * Math.sqrt(mean)));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** Requests of each second of the busiest hour. */
function busiestHour(people: number, inputs: Inputs): number[] {
  const random = createRandom(people);
  const openings = (people * inputs.openingsAnHour * inputs.busiestHourFactor) / HOUR_SECONDS;
  const perSecond = Array<number>(HOUR_SECONDS + OPENING_SECONDS).fill(0);
  for (let second = 0; second < HOUR_SECONDS; second += 1) {
    const requests = poisson(openings, random) * inputs.requestsAnOpening;
    for (let one = 0; one < requests; one += 1) {
      const at = second + Math.floor(random() * OPENING_SECONDS);
      perSecond[at] = (perSecond[at] ?? 0) + 1;
    }
  }
  return perSecond;
}

function rowOf(people: number, inputs: Inputs): string {
  const perSecond = busiestHour(people, inputs);
  const mean = perSecond.reduce((sum, one) => sum + one, 0) / HOUR_SECONDS;
  const peak = perSecond.toSorted((a, b) => a - b)[Math.floor(perSecond.length * 0.99)] ?? 0;
  const cores = (store: 'SQLite' | 'PostgreSQL') =>
    ((peak * inputs.cpuMicroseconds[store]) / 1e6 / inputs.coreUseMax).toFixed(2);
  const touched = Math.min(people / inputs.touchSeconds, peak);
  const written = peak * (inputs.rowsWritten + inputs.writesPart * inputs.rowsWrittenByAWrite) + touched;
  const brokers = Math.max(2, Math.ceil(Number(cores('PostgreSQL'))));
  const megabytes = (people * inputs.sessionBytes + mean * inputs.proofSeconds * inputs.proofBytes) / 1e6;
  const cells = [
    people.toLocaleString('en'),
    `${mean.toFixed(1)} / ${peak}`,
    `${cores('SQLite')} / ${cores('PostgreSQL')}`,
    `${Math.round(peak * inputs.rowsRead)} / ${Math.round(written)}`,
    `${Math.round((100 * written) / inputs.postgresRowsWrittenMax)} %`,
    `${brokers * inputs.connectionsABroker}`,
    `${Math.round(megabytes)} MB`,
    `${Math.round(peak * inputs.envokeCallsARequest)}`,
    `${Math.ceil((peak * inputs.envokeCallsARequest * inputs.envokeMs) / 1_000)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const file = process.argv[2] ?? join(import.meta.dirname, 'scaling.json');
const inputs: unknown = JSON.parse(await readFile(file, 'utf8'));
const form = Compile(InputsSchema);
if (form.Check(inputs)) {
  console.log(
    '| people | requests a second, mean / busiest | cores, SQLite / PostgreSQL | rows a second, read / written | of a primary | connections | store | calls to Envoke a second | sockets to Envoke |',
  );
  console.log('| --: | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const people of inputs.people) console.log(rowOf(people, inputs));
} else {
  const wrong = form.Errors(inputs).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  console.error(`${file} cannot be used:\n${wrong.join('\n')}`);
  process.exitCode = 1;
}
