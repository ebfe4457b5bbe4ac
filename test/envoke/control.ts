/**
 * `/control/…`: sets the stand-in's modes from tests in another process. Loopback only, JSON, and never for a page in a
 * browser (a request with an `Origin` is refused).
 */

import type { Answer } from './http/answer.ts';
import { json } from './http/answer.ts';
import type { Incoming } from './http/incoming.ts';
import type { RequestLog } from './http/request-log.ts';
import { type Modes, readModeValues } from './modes/modes.ts';
import type { Grants } from './oauth/grants.ts';

export interface ControlContext {
  readonly modes: Modes;
  readonly requests: RequestLog;
  readonly grants: Grants;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export function answerControl(call: Incoming, { modes, requests, grants }: ControlContext): Answer {
  const mayControl = LOOPBACK.has(call.remoteAddress) && call.headers.origin === undefined;
  if (!mayControl) return json({ error: 'The control endpoint is for this machine only' }, 403);
  switch (`${call.method} ${call.path}`) {
    case 'GET /control/modes':
      return json(modes.all());
    case 'PUT /control/modes':
      return setModes(call.body, modes);
    case 'DELETE /control/modes':
      modes.reset();
      return json(modes.all());
    case 'GET /control/requests':
      return json(requests.list());
    case 'DELETE /control/requests':
      requests.clear();
      return json([]);
    case 'DELETE /control/access_tokens':
      grants.withdraw();
      return json([]);
    default:
      return json({ error: 'There is no such switch' }, 404);
  }
}

function setModes(body: string, modes: Modes): Answer {
  try {
    modes.set(readModeValues(JSON.parse(body)));
    return json(modes.all());
  } catch (error) {
    return json({ error: error instanceof Error ? error.message : 'Bad request' }, 400);
  }
}
