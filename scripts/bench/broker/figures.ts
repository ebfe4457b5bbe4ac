/** What one measurement says, as ratios and processor time, and how it is shown. Pure. */

/** Of several rounds: the median, and the range without the outermost quarters. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

export interface Figures {
  /** What was measured: the broker on its store, or what it is compared with. */
  name: string;
  /** Requests a second, as a part of the bare proxy's in the same round. */
  toProxy: Spread;
  cpuMicroseconds: Spread;
  /** Processor time of a request, as a multiple of the bare proxy's in the same round. */
  cpuToProxy: Spread;
  /** Undefined for the servers of the comparison. */
  broker?: BrokerFigures;
}

interface BrokerFigures {
  store: string;
  sessions: number;
  brokers: number;
  /** Time from the start of the process to its first answer. */
  startMs: number;
  startCpuMs: number;
  startMemoryMb: number;
  loadedMemoryMb: number;
  /** Time in addition to that of the comparison server, with an Envoke that takes 50 ms. */
  addedMs: Spread;
}

/** A broker under load had 2.4 times its memory at start before it had the settings of `MEMORY_ENV`; with them 1.3. */
const MEMORY_GROWTH_MAX = 1.8;

/** What is wrong with a broker's memory; undefined when it is right. Other work on the machine does not change it. */
export function memoryFault({ name, broker }: Figures): string | undefined {
  if (broker === undefined) return undefined;
  const growth = broker.loadedMemoryMb / broker.startMemoryMb;
  if (!(growth > MEMORY_GROWTH_MAX)) return undefined;
  return `${name} takes ${growth.toFixed(1)} times its memory at start, of at most ${MEMORY_GROWTH_MAX}`;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

export const TABLE_HEAD = `| | requests a second, to the bare proxy | CPU a request | CPU, times the bare proxy | start, and its CPU | memory at start / after load | added, Envoke of 50 ms |
| --- | --: | --: | --: | --: | --: | --: |`;

export function rowOf({ name, toProxy, cpuMicroseconds, cpuToProxy, broker }: Figures): string {
  const cells = [
    name,
    shown(toProxy, 2),
    `${shown(cpuMicroseconds, 0)} µs`,
    shown(cpuToProxy, 1),
    broker === undefined ? '' : `${Math.round(broker.startMs)} / ${Math.round(broker.startCpuMs)} ms`,
    broker === undefined
      ? ''
      : `${Math.round(broker.startMemoryMb)} / ${Math.round(broker.loadedMemoryMb)} MB`,
    broker === undefined ? '' : `${shown(broker.addedMs, 1)} ms`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function shown({ median, low, high }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
