/**
 * Parses large JSON in steps and lets other requests run between them: an answer of some megabytes, made for that
 * purpose, could otherwise block every request for seconds. First it counts brackets and commas, to refuse text that is
 * too deep, has too many values or is incomplete. Then it parses a list in groups of elements.
 */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { EnvokeError } from './envoke-error.ts';

const STEP_BYTES = 131_072;
/** Envoke's answers have four levels. */
const DEPTH_MAX = 32;
/** A page of 100 contacts with hundreds of custom fields each has half as many values. */
const VALUES_MAX = 100_000;
/** Size of one list element, or of a whole value that is not a list: each is parsed in one step. */
const VALUE_MAX_BYTES = 1_048_576;

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACE = 0x20;

/** What the scan knows about the text up to a position. */
interface Outline {
  depth: number;
  values: number;
  isInString: boolean;
  /** The next character is escaped. */
  isEscaped: boolean;
  /** Position of the last comma between two elements of the outermost value; 0 when there is none yet. */
  commaAt: number;
  /** Position of the bracket that ends the outermost value. */
  endAt: number | undefined;
}

/**
 * @param json UTF-8, with a bracket as its first byte
 * @throws EnvokeError 'not-json' or 'too-large'
 */
export async function parseLargeJson(json: Buffer): Promise<unknown> {
  const isList = json[0] === OPEN_LIST;
  if (!isList && json[0] !== OPEN_MAP) throw new EnvokeError('not-json', { code: 'syntax' });
  const outline: Outline = {
    depth: 0,
    values: 0,
    isInString: false,
    isEscaped: false,
    commaAt: 0,
    endAt: undefined,
  };
  const parts: unknown[][] = [];
  let partStart = 1;
  for (let from = 0; from < json.length; from += STEP_BYTES) {
    await yieldToOthers();
    const to = Math.min(from + STEP_BYTES, json.length);
    readOutline(outline, json, from, to);
    if (isList && outline.commaAt > 0) {
      parts.push(parseElements(json, partStart, outline.commaAt));
      partStart = outline.commaAt + 1;
      outline.commaAt = 0;
    }
    if ((outline.endAt ?? to) - partStart > VALUE_MAX_BYTES)
      throw new EnvokeError('too-large', { code: 'value' });
  }
  const { endAt } = outline;
  if (endAt === undefined || json[endAt] !== (isList ? CLOSE_LIST : CLOSE_MAP))
    throw new EnvokeError('not-json', { code: 'not-whole' });
  await yieldToOthers();
  if (!isList || parts.length === 0) return parse(json.toString('utf8', 0, endAt + 1));
  parts.push(parseElements(json, partStart, endAt));
  return parts.flat();
}

/** @throws EnvokeError for text that is incomplete or too large */
function readOutline(outline: Outline, json: Buffer, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const char = json[at] ?? SPACE;
    if (outline.isEscaped) outline.isEscaped = false;
    else if (outline.isInString) {
      if (char === BACKSLASH) outline.isEscaped = true;
      else if (char === QUOTE) outline.isInString = false;
    } else if (char <= SPACE) continue;
    else if (outline.endAt !== undefined) throw new EnvokeError('not-json', { code: 'not-whole' });
    else if (char === QUOTE) outline.isInString = true;
    else if (char === COMMA) {
      outline.values += 1;
      if (outline.depth === 1) outline.commaAt = at;
    } else if (char === OPEN_LIST || char === OPEN_MAP) {
      outline.values += 1;
      outline.depth += 1;
      if (outline.depth > DEPTH_MAX) throw new EnvokeError('not-json', { code: 'too-deep' });
    } else if (char === CLOSE_LIST || char === CLOSE_MAP) {
      outline.depth -= 1;
      if (outline.depth === 0) outline.endAt = at;
    }
    if (outline.values > VALUES_MAX) throw new EnvokeError('too-large', { code: 'too-many-values' });
  }
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
