/**
 * Parses large JSON in steps and lets other requests run between them: an answer of some megabytes, made for that
 * purpose, could otherwise block every request for seconds. A list is parsed in groups of elements, and only when the
 * outline of the whole is good.
 */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { EnvokeError } from './envoke-error.ts';
import { JsonOutline } from './json-outline.ts';
import { startOfJson } from './json-start.ts';

const STEP_BYTES = 65_536;
const [CLOSE_LIST, CLOSE_MAP] = [0x5d, 0x7d];

/**
 * @param outline of as much as was looked through while it arrived
 * @throws EnvokeError 'not-json' or 'too-large'
 */
export async function parseLargeJson(
  body: Buffer,
  outline: JsonOutline = new JsonOutline(startOfJson(body)),
): Promise<unknown> {
  while (outline.at < body.length) {
    await yieldToOthers();
    outline.readTo(body, Math.min(outline.at + STEP_BYTES, body.length));
  }
  const { start, endAt, isList, cuts } = outline;
  if (endAt === undefined || body[endAt] !== (isList ? CLOSE_LIST : CLOSE_MAP))
    throw new EnvokeError('not-json', { code: 'not-whole' });
  if (cuts.length === 0) return parse(body.toString('utf8', start, endAt + 1));
  const groups: unknown[][] = [];
  let from = start + 1;
  for (const to of [...cuts, endAt]) {
    await yieldToOthers();
    groups.push(parseElements(body, from, to));
    from = to + 1;
  }
  return groups.flat();
}

/** Some elements of a list, from after one bracket or comma to a later one; at least one element. */
function parseElements(json: Buffer, from: number, to: number): unknown[] {
  const elements = parse(`[${json.toString('utf8', from, to)}]`);
  if (!Array.isArray(elements) || elements.length === 0)
    throw new EnvokeError('not-json', { code: 'syntax' });
  return elements;
}

/** @throws EnvokeError 'not-json' */
export function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new EnvokeError('not-json', { code: 'syntax' });
  }
}
