/** Parameters of OAuth requests. A parameter must not occur twice, and an empty one counts as absent (RFC 6749 section 3.1). */
import { OAuthError } from './oauth-error.ts';

export type Parameters = Readonly<Record<string, string>>;

const PARAMETERS_MAX = 40;

/** Parses `application/x-www-form-urlencoded`. @throws OAuthError invalid_request */
export function parseParameters(text: string): Parameters {
  const parameters: Record<string, string> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > PARAMETERS_MAX)
      throw new OAuthError('invalid_request', 'too-many-parameters', 'Too many parameters.');
    if (name in parameters)
      throw new OAuthError('invalid_request', 'doubled-parameter', 'A parameter occurs twice.');
    parameters[name] = value;
  }
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
}

/** @throws OAuthError invalid_request */
export function requireParameter(parameters: Parameters, name: string): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined) {
    throw new OAuthError('invalid_request', `missing-${name}`, `The parameter ${name} is missing.`);
  }
  return value;
}
