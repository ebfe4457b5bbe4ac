/**
 * Checks client id and secret: sends a code that cannot exist to the postback URI. Envoke must refuse the code and not
 * the client. Envoke does not document the wording of its refusals. Where the wording is not clear, the doctor sends
 * the same code twice with a secret that is certainly wrong. If Envoke gives those two the same answer and our secret
 * another one, our secret is right.
 */
import { randomBytes } from 'node:crypto';
import type { EnvokeConfig } from '../../envoke/envoke-config.ts';
import { type Finding, findingsOf } from './finding.ts';
import { ask, type HttpAnswer } from './http-answer.ts';

const { ok, warning, fail } = findingsOf('credentials');

const CANNOT_TELL_FIX = 'Sign in once with the extension; Envoke support can confirm the client id.';

type Verdict = 'code-refused' | 'client-refused' | 'unclear';

export async function checkCredentials(config: EnvokeConfig): Promise<Finding[]> {
  try {
    return [await judgeCredentials(config)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return [
      warning(
        `cannot tell: the postback URI (${config.tokenUrl}) cannot be reached: ${reason}.`,
        'See that this machine may open https connections to it.',
      ),
    ];
  }
}

async function judgeCredentials(config: EnvokeConfig): Promise<Finding> {
  const code = randomSecret();
  const answer = await offer(config, code, config.clientSecret);
  const verdict = judgeRefusal(answer);
  if (verdict === 'code-refused')
    return ok('Envoke knows the client id and secret: it refused only the trial code.');
  if (verdict === 'client-refused')
    return fail(
      'Envoke does not accept the client id and secret.',
      'Compare ENVOKE_CLIENT_ID and ENVOKE_CLIENT_SECRET with what Envoke support sent, blanks included.',
    );
  const controls = [await offer(config, code, randomSecret()), await offer(config, code, randomSecret())];
  if (standsOut(answer, controls))
    return ok('Envoke answers otherwise than to a wrong secret, so it knows the client id and secret.');
  return warning(
    `cannot tell: Envoke answers the trial with ${answer.status} and no error code that names the reason.`,
    CANNOT_TELL_FIX,
  );
}

/**
 * RFC 6749 section 5.2: `invalid_grant` refuses the code; `invalid_client` and `unauthorized_client` refuse the broker.
 */
function judgeRefusal({ status, body }: Pick<HttpAnswer, 'status' | 'body'>): Verdict {
  const error = errorCodeOf(body);
  if (error === 'invalid_grant') return 'code-refused';
  if (error === 'invalid_client' || error === 'unauthorized_client') return 'client-refused';
  return status === 401 && error !== undefined ? 'client-refused' : 'unclear';
}

/** Answers that differ each time (by a date, a request id) prove nothing. */
function standsOut(answer: HttpAnswer, [first, second]: readonly HttpAnswer[]): boolean {
  const print = (given?: HttpAnswer) => `${given?.status} ${given?.body}`;
  const isUsual = [answer, first].every((given) => given !== undefined && given.status < 429);
  return isUsual && print(first) === print(second) && print(answer) !== print(first);
}

function errorCodeOf(body: string): string | undefined {
  try {
    const json: unknown = JSON.parse(body);
    const error = typeof json === 'object' && json !== null ? Reflect.get(json, 'error') : undefined;
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}

const randomSecret = () => randomBytes(20).toString('hex');

/** The same parameters, in the same order, as a real exchange. */
function offer(config: EnvokeConfig, code: string, secret: string): Promise<HttpAnswer> {
  const form = new URLSearchParams([
    ['grant_type', 'authorization_code'],
    ['code', code],
    ['client_id', config.clientId],
    ['client_secret', secret],
    ['redirect_uri', config.redirectUri],
  ]);
  return ask(config.tokenUrl, config.deadlineMs, {
    method: 'POST',
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  });
}
