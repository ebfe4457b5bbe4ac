/** Sends an answer, chunked like the real Envoke; cut off or endless when a mode says so. */

import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import { phpJson } from './php-json.ts';
import { RECORDED_HEADERS } from './recorded-headers.ts';

export type Manner = 'whole' | 'cut' | 'endless';

/** Pause between two pieces of an endless answer, in milliseconds: fast enough to fill a byte cap, slow enough to leave the machine alone. */
const PIECE_MS = 2;
const PIECE = ' '.repeat(16_384);

/** The bytes of the body that are sent before the rest. */
export function bodyOf(answer: Answer, before = ''): string {
  return answer.text ?? `${before}${phpJson(answer.value)}`;
}

/** Resolves when everything is sent. Rejects when the caller leaves an endless answer, as every caller must. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  body: string,
  manner: Manner,
): Promise<void> {
  response.writeHead(answer.status, {
    ...RECORDED_HEADERS,
    'transfer-encoding': 'chunked',
    ...answer.headers,
  });
  switch (manner) {
    case 'whole':
      response.end(body);
      return;
    case 'cut':
      response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
      return;
    case 'endless':
      await pipeline(forever(body.slice(0, -1)), response);
  }
}

async function* forever(start: string): AsyncGenerator<string> {
  yield start;
  for (;;) {
    yield PIECE;
    await sleep(PIECE_MS);
  }
}
