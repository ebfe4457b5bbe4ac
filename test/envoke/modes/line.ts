/** The network between a handler and the caller, with its faults: waits, drops, cuts, answers from a gateway. */

import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isJsonObject } from '../api/api-call.ts';
import { refused } from '../api/envelope.ts';
import type { Clock } from '../clock.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { bodyOf, type Manner, send } from '../http/sending.ts';
import { answerInstead, disturb, PHP_NOTICES } from './answer-modes.ts';
import { createModes, type Modes } from './modes.ts';
import type { Pace } from './pace.ts';

export interface LineContext {
  readonly modes: Modes;
  readonly pace: Pace;
  readonly clock: Clock;
  /** Milliseconds that every answer takes at least. */
  readonly latencyMs: number;
}

/** Answers a machine's request: a handler's answer, unless a mode steps in before, after or on the way. */
export async function answerOnLine(
  call: Incoming,
  response: ServerResponse,
  handle: () => Answer,
  { modes, pace, clock, latencyMs }: LineContext,
): Promise<void> {
  const applies = `${call.method} ${call.path}`.includes(modes.get('only'));
  const line = applies ? modes : createModes();
  if (line.take('unreachable')) {
    response.destroy();
    return;
  }
  await wait(Math.max(latencyMs, line.get('slowMs')));
  const instead = answerInstead(call, line, pace, clock.now());
  const answer = instead ?? handle();
  await wait(line.get('slowAnswerMs'));
  const wasWrite = instead === undefined && call.method !== 'GET' && succeeded(answer);
  if (wasWrite && line.take('writeThenDrop')) {
    response.destroy();
    return;
  }
  const said = wasWrite && line.take('writeThenServerError') ? refused(500, 'Internal error') : answer;
  const given = disturb(said, line);
  const notices = 'value' in given && line.take('phpNotices') ? PHP_NOTICES : '';
  await send(response, given, bodyOf(given, notices), chooseManner(line));
}

/** Refusals may hide behind HTTP 200. */
function succeeded({ status, value }: Answer): boolean {
  const refusedSoftly = isJsonObject(value) && value.success === false;
  return status < 300 && !refusedSoftly;
}

/** Lets the process end meanwhile. */
async function wait(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false });
}

function chooseManner(line: Pick<Modes, 'take'>): Manner {
  if (line.take('cut')) return 'cut';
  return line.take('endless') ? 'endless' : 'whole';
}
