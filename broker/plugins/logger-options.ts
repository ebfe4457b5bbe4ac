/** How the broker logs: JSON lines, times in ISO 8601, errors without the data that they may quote. */
import type { FastifyServerOptions } from 'fastify';

/** Where log lines go; standard output by default. */
export interface LogDestination {
  write(line: string): void;
}

export function loggerOptions(
  level: string,
  destination?: LogDestination,
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: errorFacts },
    ...(destination !== undefined && { stream: destination }),
  };
}

const STACK_FRAMES_MAX = 12;
/**
 * JavaScript's own errors, whose messages are about code. Messages of other errors may quote a body, a row or an
 * answer.
 */
const PLAIN_ERRORS = new Set(['TypeError', 'ReferenceError', 'RangeError']);

/** The kind of error, its reason and its place in the code; all of them are safe to keep. */
interface ErrorFacts {
  [fact: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  return {
    type: error.name,
    message: PLAIN_ERRORS.has(error.name) ? error.message : '',
    stack: framesOf(error),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('reason' in error && typeof error.reason === 'string' && { reason: error.reason }),
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  };
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return frames.slice(0, STACK_FRAMES_MAX).join('\n');
}
