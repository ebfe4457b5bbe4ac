/** The log check that runs at the end of every broker finds what it looks for. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEnvoke, type Envoke } from '../envoke/envoke.ts';
import { checkLog } from './log-check.ts';

let envoke: Envoke;
beforeAll(async () => {
  envoke = await createEnvoke({
    clients: [{ clientId: 'a', clientSecret: 'b', redirectUri: 'http://127.0.0.1/' }],
  });
});
afterAll(() => envoke.close());

it.each<[string, () => string]>([
  ['a session token', () => '{"msg":"eyJhbGciOiJFUzI1NiJ9.e30.AA"}'],
  ["Envoke's token", () => `{"msg":"${'0a'.repeat(24)}"}`],
  ['an e-mail address', () => '{"msg":"not found: ada@example.ca"}'],
  ['a query', () => '{"url":"/oauth/callback?code=1"}'],
  ['a planted value', () => '{"msg":"canary-search"}'],
  ['a line for people', () => 'broker listens'],
  ["a contact's family name", () => `{"msg":"${familyName()} was not found"}`],
])('finds %s', (_what, line) => {
  expect(() => checkLog(`{"msg":"answered"}\n${line()}\n`, envoke)).toThrow(/A log line holds/);
});

it('accepts lines without secrets', () => {
  expect(() => checkLog('{"route":"/v1/contacts/:id","status":200}\n', envoke)).not.toThrow();
  expect(() => checkLog('{"request_id":"U5eyJMDBzIxYjPHE","status":200}\n', envoke)).not.toThrow();
});

function familyName(): string {
  const contacts = envoke.accounts[0]?.people.list() ?? [];
  return contacts.find(({ text }) => /^\p{L}{6,}$/u.test(text.last_name))?.text.last_name ?? '';
}
