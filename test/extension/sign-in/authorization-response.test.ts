/** The URL that the sign-in window ends at: only the answer to this request, from this broker, is used. */
import { describe, expect, it } from 'vitest';
import { parseAuthorizationResponse } from '../../../extension/lib/sign-in/authorization-response.ts';
import { SignInError } from '../../../extension/lib/sign-in/sign-in-error.ts';

const REDIRECT_URI = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const EXPECTED = { redirectUri: REDIRECT_URI, state: 'state-1', issuer: 'https://broker.example.ca' };
const GOOD = { code: 'code-1', state: 'state-1', iss: 'https://broker.example.ca' };

const responseUrl = (changes: Record<string, string | undefined>) => {
  const entries = Object.entries({ ...GOOD, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `${REDIRECT_URI}?${new URLSearchParams(entries)}`;
};
const failureOf = (url: string) => {
  try {
    return parseAuthorizationResponse(url, EXPECTED);
  } catch (error) {
    if (error instanceof SignInError) return error.failure;
    throw error;
  }
};

describe('the authorization response', () => {
  it.each([
    ['is no URL', 'code-1'],
    ['has another origin', responseUrl({}).replace('abcd', 'bbcd')],
    ['has another path', responseUrl({}).replace('/?', '/elsewhere?')],
    ['has no state', responseUrl({ state: undefined })],
    ['has another state', responseUrl({ state: 'state-2' })],
    ['has a state that only begins like ours', responseUrl({ state: 'state-12' })],
    ['has the state twice', `${responseUrl({})}&state=state-1`],
    ['has no issuer', responseUrl({ iss: undefined })],
    ['has another issuer', responseUrl({ iss: 'https://broker.example.org' })],
    ['has the issuer with a slash', responseUrl({ iss: 'https://broker.example.ca/' })],
    ['has no code', responseUrl({ code: undefined })],
    ['has an empty code', responseUrl({ code: '' })],
    ['has two codes', `${responseUrl({})}&code=code-2`],
    ['has all of it in the fragment', responseUrl({}).replace('?', '#')],
    ['says no on behalf of somebody else', responseUrl({ error: 'access_denied', state: 'state-2' })],
  ])('is a mismatch when it %s', (_what, url) => {
    expect(failureOf(url)).toBe('mismatch');
  });

  it.each([
    ['access_denied', 'declined'],
    ['temporarily_unavailable', 'envoke-unreachable'],
    ['server_error', 'envoke-unreachable'],
    ['unauthorized_client', 'broker-refused'],
    ['invalid_request', 'refused'],
    ['<script>', 'refused'],
  ])('with the error %s ends as %s', (error, failure) => {
    expect(failureOf(responseUrl({ error, code: undefined }))).toBe(failure);
  });

  it('gives the code when everything is as expected', () => {
    expect(failureOf(responseUrl({}))).toBe('code-1');
  });
});
