/** JSON bodies: strict UTF-8, bounded nesting, no keys that reach into prototypes, no halves of characters. */
import fp from 'fastify-plugin';
import { REQUEST_MAX_BYTES, REQUEST_MAX_DEPTH } from '../../shared/limits.ts';
import { ProblemError } from '../errors.ts';

export default fp(
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: REQUEST_MAX_BYTES },
      async (_request: unknown, body: Buffer) => parseBody(body),
    );
  },
  { name: 'json-body' },
);

/** @throws ProblemError invalid-request */
export function parseBody(body: Uint8Array): unknown {
  const text = decode(body);
  if (depthOf(text) > REQUEST_MAX_DEPTH) throw invalid('json-depth');
  let value: unknown;
  try {
    value = JSON.parse(text, refuseForbiddenKey);
  } catch (error) {
    throw error instanceof ProblemError ? error : invalid('json-syntax');
  }
  if (/\\u[dD][89a-fA-F]/.test(text) && !isWellFormed(value)) throw invalid('lone-surrogate');
  return value;
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalid('utf-8');
  }
}

/** Counted before parsing, so that no parser recurses: brackets outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inText) {
      if (character === '\\') index += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function refuseForbiddenKey(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw invalid('forbidden-key');
  return value;
}

/** Half a surrogate pair cannot be sent on in a URL. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, item]) => key.isWellFormed() && isWellFormed(item));
}

function invalid(reason: string): ProblemError {
  return new ProblemError('invalid-request', reason);
}
