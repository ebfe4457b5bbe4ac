/** Checks the broker's answers: each has the expected shape, or becomes an error that says why not. */
import { PROBLEM_TYPE_PREFIX, type Problem, problemSlug } from '../../../shared/problems.ts';
import { isArrayOf, isNumber, isObject, isShaped, isString } from '../storage/guards.ts';
import { BrokerError, type BrokerErrorSlug } from './broker-error.ts';
import { isContact } from './contact-guards.ts';

export type Guard<Value> = (value: unknown) => value is Value;

/** The body of a successful answer; throws {@link BrokerError} for everything else. */
export async function readAnswer<Value>(response: Response, isValue: Guard<Value>): Promise<Value> {
  if (!response.ok) throw await readProblem(response);
  const body = await readJson(response);
  if (!isValue(body)) throw badAnswer(response);
  return body;
}

/** Throws unless the call succeeded; for calls whose answer has no body. */
export async function expectDone(response: Response): Promise<void> {
  if (!response.ok) throw await readProblem(response);
}

const isFieldErrors = isArrayOf(
  isShaped<{ pointer: string; detail: string }>({ pointer: isString, detail: isString }),
);
const isTexts = isArrayOf(isString);

/**
 * The error of an unsuccessful answer; `bad-answer` when its body is not a problem of the catalogue. @see RFC 9457
 * section 3
 */
export async function readProblem(response: Response): Promise<BrokerError> {
  const body = await readJson(response);
  if (!isObject(body) || !isString(body.type)) return badAnswer(response);
  const slug = problemSlug(body.type) ?? unknownSlug(body.type, response.status);
  return new BrokerError(slug, {
    status: response.status,
    requestId: isString(body.instance) ? body.instance : requestId(response),
    errors: isFieldErrors(body.errors) ? body.errors : [],
    envokeErrors: isTexts(body.envoke_errors) ? body.envoke_errors : [],
    contact: isContact(body.contact) ? body.contact : undefined,
    retryAfterSeconds: retryAfter(response, body as Partial<Problem>),
  });
}

/** A problem that only a later broker has: it did answer, so it is not said to be unreachable. */
function unknownSlug(type: string, status: number): BrokerErrorSlug {
  return type.startsWith(PROBLEM_TYPE_PREFIX) && status !== 429 ? 'bad-answer' : slugOfStatus(status);
}

/** The statuses that a gateway sends when the broker does not answer. @see RFC 9110 sections 15.6.3 to 15.6.5 */
const GATEWAY_STATUSES: readonly number[] = [502, 503, 504];

export function badAnswer(response: Response): BrokerError {
  return new BrokerError(slugOfStatus(response.status), {
    status: response.status,
    requestId: requestId(response),
    retryAfterSeconds: retryAfter(response, {}),
  });
}

/** What the status alone says. A gateway may limit the pace too, in an answer of its own. */
function slugOfStatus(status: number): BrokerErrorSlug {
  if (status === 429) return 'too-many-requests';
  return GATEWAY_STATUSES.includes(status) ? 'broker-unreachable' : 'bad-answer';
}

function requestId(response: Response): string | undefined {
  return response.headers.get('x-request-id') ?? undefined;
}

/** Seconds; the broker sends numbers only, in the header and the body alike. @see RFC 9110 section 10.2.3 */
function retryAfter(response: Response, body: Partial<Problem>): number | undefined {
  const header = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  const seconds = isNumber(body.retry_after) ? body.retry_after : header;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** The JSON of an answer; undefined when it is none. A connection that breaks off still throws. */
export async function readJson(response: Response): Promise<unknown> {
  if (!/^application\/(problem\+)?json\b/i.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
