/** Waits for a process that was just started to answer over HTTP. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';

const START_DEADLINE_MS = 20_000;
const POLL_MS = 50;

/** @throws {Error} with what the process said last when it dies or stays silent. */
export async function untilAnswers(child: Child, url: string): Promise<void> {
  const giveUpAt = Date.now() + START_DEADLINE_MS;
  while (Date.now() < giveUpAt) {
    if (child.process.exitCode !== null) throw new Error(`${child.name} did not start:\n${child.tail()}`);
    if (await answers(url)) return;
    await pause(POLL_MS);
  }
  throw new Error(`${child.name} does not answer at ${url}:\n${child.tail()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'manual' });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
