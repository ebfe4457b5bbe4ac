/**
 * Shared by the endpoints of the sign-in window: they read query parameters, and show an error page when they cannot
 * redirect.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BrowserError } from '../../authorization/browser-error.ts';
import { WINDOW_PAGE_POLICY, type WindowPage, windowPage } from '../../authorization/browser-page.ts';
import { type Parameters, parseParameters } from '../../authorization/form.ts';
import { OAuthError } from '../../authorization/oauth-error.ts';
import { logProblem, problemOfRequest, setRetryAfter } from '../../plugins/problem-handler.ts';

/** Registered in its own scope, so that the error pages apply to these routes only. */
export function becomeWindowScope(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof BrowserError || error instanceof OAuthError) {
      request.log.info({ reason: error.reason }, 'refused');
      const languages = error instanceof BrowserError ? error.uiLocales : '';
      return sendPage(request, reply, { status: 400, page: 'start-again', languages });
    }
    const problem = problemOfRequest(error, request);
    logProblem(request, problem);
    setRetryAfter(reply, problem);
    const page = problem.status >= 429 ? 'later' : 'start-again';
    return sendPage(request, reply, { status: problem.status, page, languages: '' });
  });
}

/** @throws OAuthError when a parameter occurs twice */
export function queryOf(request: FastifyRequest): Parameters {
  const start = request.url.indexOf('?');
  return parseParameters(start < 0 ? '' : request.url.slice(start + 1));
}

interface PageToSend {
  status: number;
  page: WindowPage;
  /** `ui_locales`; the browser's own languages when empty. */
  languages: string;
}

export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, page, languages }: PageToSend,
): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', WINDOW_PAGE_POLICY)
    .send(windowPage(page, languages || (request.headers['accept-language'] ?? ''), request.id));
}
