/** Options of Fastify and of the HTTP server under it. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type FastifyHttpOptions, type FastifyInstance, LogController } from 'fastify';
import { REQUEST_MAX_BYTES } from '../../shared/limits.ts';
import type { Config } from '../config.ts';
import { ProblemError } from '../errors.ts';
import { createShortIds } from '../keys/random-id.ts';
import { createProxyTrust } from '../rate-limit/client-address.ts';
import { answerBrokenRequest, createBrokenRequestCount } from './broken-request.ts';
import { type LogDestination, loggerOptions } from './logger-options.ts';
import { sendProblem } from './problem-handler.ts';
import { securityHeaders } from './security-headers.ts';

/** Only these three options together end slow headers and slow bodies: Fastify sets the first one to "forever". */
export const REQUEST_TIMEOUT_MS = 5_000;
const HEADERS_TIMEOUT_MS = 4_000;
const CONNECTIONS_CHECK_INTERVAL_MS = 1_000;
const HEADERS_MAX_BYTES = 16_384;
/** Longer than load balancers keep idle connections, so that the balancer closes them first. */
const KEEP_ALIVE_MS = 72_000;
/**
 * Time without any data in or out: a client that does not read its answer. Longer than a call to Envoke
 * (ENVOKE_TIMEOUT_MS).
 */
const CONNECTION_TIMEOUT_MS = 90_000;

function notOurs(): never {
  throw new Error('a route exists before the schema compilers of the broker are set');
}

export function serverOptions(config: Config, log?: LogDestination): FastifyHttpOptions<Server> {
  let count: ((code: string) => void) | undefined;
  return {
    logger: loggerOptions(config.logLevel, log),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    // Only ids that we generate: an id from outside could bring any text into the log.
    requestIdHeader: false,
    genReqId: createShortIds(),
    trustProxy: config.trustProxy.length > 0 ? createProxyTrust(config.trustProxy) : false,
    bodyLimit: REQUEST_MAX_BYTES,
    // `schema-validation.ts` sets our own. Without these two, Fastify loads Ajv and fast-json-stringify at each start.
    schemaController: { compilersFactory: { buildValidator: notOurs, buildSerializer: notOurs } },
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    // While the broker stops, requests on open connections are still answered.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: CONNECTIONS_CHECK_INTERVAL_MS,
      maxHeaderSize: HEADERS_MAX_BYTES,
    },
    clientErrorHandler(this: FastifyInstance, error: { code: string }, socket: Socket) {
      count ??= createBrokenRequestCount(() => this.log);
      count(error.code);
      answerBrokenRequest(error, socket);
    },
    // No hook runs before routing, so the fixed headers are set here.
    frameworkErrors: (_error, request, reply) => {
      reply.headers(securityHeaders(config.publicUrl)).header('x-request-id', request.id);
      sendProblem(request, reply, new ProblemError('invalid-request', 'request-target'));
    },
  };
}
