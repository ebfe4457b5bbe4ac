/** Traffic for a while with a fault every so often, and what came of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildBroker } from '../broker/hardening/child-broker.ts';
import { FAULTS } from './faults.ts';
import { startTraffic } from './traffic.ts';
import { createWorld } from './world.ts';

export interface SoakOptions {
  seconds: number;
  faultEverySeconds: number;
  /** Settings of the brokers that differ from the shipped ones. */
  env?: Readonly<Record<string, string>>;
  tell?: (line: string) => void;
}

export interface SoakFigures {
  requests: number;
  faults: Record<string, number>;
  /** Longest time from the end of a fault until every broker was ready, in milliseconds, by fault. */
  readyAgainMs: Record<string, number>;
  answers: Record<string, number>;
  problems: Record<string, number>;
  adds: number;
  lostWrites: number;
  doubleWrites: number;
  lostSessions: number;
  /** Answers that are no problem with a next step. */
  bareErrors: readonly string[];
}

const READY_MAX_MS = 120_000;
/** Of each broker's log, with the error that one does not get ready. */
const SAID_CHARS = 4_000;
/** Part of the time between two faults that a lasting one takes at most. */
const LASTS_PART = 0.5;

export async function runSoak(options: SoakOptions): Promise<SoakFigures> {
  const { seconds, faultEverySeconds, env = {}, tell = () => undefined } = options;
  const world = await createWorld(env);
  try {
    const traffic = await startTraffic(world);
    const faults: Record<string, number> = {};
    const readyAgainMs: Record<string, number> = {};
    const endsAtMs = performance.now() + seconds * 1000;
    for (let deck = shuffled(FAULTS); performance.now() < endsAtMs; deck = shuffled(FAULTS)) {
      for (const fault of deck) {
        if (performance.now() >= endsAtMs) break;
        const nextAtMs = performance.now() + faultEverySeconds * 1000;
        const lastsMs = (0.2 + Math.random() * (LASTS_PART - 0.2)) * faultEverySeconds * 1000;
        await fault.strike(world, lastsMs);
        const tookMs = await untilReady(world.brokers);
        faults[fault.name] = (faults[fault.name] ?? 0) + 1;
        readyAgainMs[fault.name] = Math.max(readyAgainMs[fault.name] ?? 0, tookMs);
        tell(`${fault.name}: ready again after ${tookMs} ms`);
        await sleep(Math.max(0, nextAtMs - performance.now()));
      }
    }
    await traffic.finish();
    const lostSessions = await traffic.lostSessions();
    const there = countsOf(
      world.envoke.accounts.flatMap(({ people }) => people.list()).map(({ text }) => text.email),
    );
    return {
      requests: sumOf(traffic.answers),
      faults,
      readyAgainMs,
      answers: Object.fromEntries(traffic.answers),
      problems: Object.fromEntries(traffic.problems),
      adds: traffic.wanted.length,
      lostWrites: traffic.wanted.filter((email) => !there.has(email)).length,
      doubleWrites: traffic.wanted.filter((email) => (there.get(email) ?? 0) > 1).length,
      lostSessions,
      bareErrors: traffic.bare,
    };
  } finally {
    await world.close();
  }
}

/** @returns milliseconds until all of them were */
async function untilReady(brokers: readonly ChildBroker[]): Promise<number> {
  const startedAtMs = performance.now();
  const isReady = async ({ origin }: ChildBroker) =>
    (await fetch(`${origin}/readyz`).catch(() => undefined))?.status === 200;
  for (;;) {
    const ready = await Promise.all(brokers.map(isReady));
    const tookMs = Math.round(performance.now() - startedAtMs);
    if (ready.every(Boolean)) return tookMs;
    if (tookMs > READY_MAX_MS) {
      const said = brokers.map((broker) => broker.said().slice(-SAID_CHARS)).join('\n---\n');
      throw new Error(`a broker does not get ready again (${ready.join()}):\n${said}`);
    }
    await sleep(100);
  }
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
