/**
 * JSON bodies: strict UTF-8, limited nesting, no duplicate keys, no keys that reach prototypes, no half surrogate
 * pairs. Our own code, since Fastify's secure-json-parse only checks prototypes.
 */
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { REQUEST_MAX_BYTES, REQUEST_MAX_DEPTH } from '../../shared/limits.ts';
import { ProblemError } from '../errors.ts';

export default fp(
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: REQUEST_MAX_BYTES },
      async ({ headers }: FastifyRequest, body: Buffer) => {
        checkCharset(headers['content-type']);
        return parseBody(body);
      },
    );
  },
  { name: 'json-body' },
);

/** JSON is UTF-8 (RFC 8259 section 8.1); with another charset the client means another text than the one read here. */
function checkCharset(contentType = ''): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new ProblemError('unsupported-media-type', 'charset');
}

/** @throws ProblemError invalid-request */
function parseBody(body: Uint8Array): unknown {
  const text = decode(body);
  const { depth, members } = outlineOf(text);
  if (depth > REQUEST_MAX_DEPTH) throw invalid('json-depth');
  let value: unknown;
  try {
    value = JSON.parse(text, refuseForbiddenKey);
  } catch (error) {
    throw error instanceof ProblemError ? error : invalid('json-syntax');
  }
  // When a name occurs twice, JSON.parse keeps the last member, other parsers the first.
  if (membersIn(value) !== members) throw invalid('doubled-key');
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

interface Outline {
  /** Depth of the deepest bracket. */
  depth: number;
  /** Members of all objects together: each has one colon. */
  members: number;
}

/** Counts brackets and colons outside of strings before parsing, so that no parser recurses too deep. */
function outlineOf(text: string): Outline {
  const outline = { depth: 0, members: 0 };
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inText) {
      if (character === '\\') index += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === ':') outline.members += 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > outline.depth) outline.depth = depth;
  }
  return outline;
}

function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, item) => sum + membersIn(item), own);
}

function refuseForbiddenKey(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw invalid('forbidden-key');
  return value;
}

/** A URL cannot contain half a surrogate pair. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, item]) => key.isWellFormed() && isWellFormed(item));
}

function invalid(reason: string): ProblemError {
  return new ProblemError('invalid-request', reason);
}
