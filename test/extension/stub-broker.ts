/** An HTTP server on loopback instead of a broker: answers as told and keeps what it was asked. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_PERSON } from '../../shared/contact-fields.ts';
import { PROBLEM_TYPE_PREFIX, PROBLEMS, type ProblemSlug } from '../../shared/problems.ts';
import type { Contact } from '../../shared/schemas/contact.ts';

export interface StubRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type StubAnswer = (request: StubRequest, response: ServerResponse) => unknown;

export interface StubBroker {
  url: string;
  requests: StubRequest[];
  answer: StubAnswer;
  close(): Promise<void>;
}

export async function startStubBroker(answer: StubAnswer, port = 0): Promise<StubBroker> {
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    };
    stub.requests.push(request);
    await stub.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stub: StubBroker = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

export function sendProblem(
  response: ServerResponse,
  slug: ProblemSlug,
  { headers = {}, ...more }: { headers?: Record<string, string>; [member: string]: unknown } = {},
) {
  const { status, title } = PROBLEMS[slug];
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8', ...headers });
  response.end(
    JSON.stringify({ type: PROBLEM_TYPE_PREFIX + slug, title, status, instance: 'request-1', ...more }),
  );
}

export function aContact(changes: Partial<Contact> = {}): Contact {
  return {
    id: '1001',
    ...NO_PERSON,
    email: 'amelie.roy@example.ca',
    first_name: 'Amélie',
    last_name: 'Roy',
    language: 'fr',
    created_at: '',
    consent: { status: 'Express', description: '', effective_date: '', ends_on: null, mailable: 'yes' },
    interests: [],
    custom_fields: {},
    ...changes,
  };
}
