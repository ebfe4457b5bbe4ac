/** The stand-in as a process of its own, as `npm start` runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { visitAuthorize } from '../visitor.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const REDIRECT_URI = 'http://127.0.0.1:8787/oauth/callback';

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...env }, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const until = async (part: string) => {
    while (!said.includes(part)) await once(child.stdout, 'data');
    return said;
  };
  return { child, until, said: () => said };
}

it('runs alone, says how to reach it, lets the try-out login in, and stops when told to', async () => {
  const { child, until } = start({ PORT: '0' });
  const said = await until('ready');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
  const clientId = /ENVOKE_CLIENT_ID=(\w{32})/.exec(said)?.[1] ?? '';
  const [email, password] = /Log in with +(\S+) \/ (\S+)/.exec(said)?.slice(1) ?? [];
  const request = { response_type: 'code', client_id: clientId, scope: 'all', redirect_uri: REDIRECT_URI };
  const back = await visitAuthorize(`${url}/ext/oauth/authorize?${new URLSearchParams(request)}`, {
    ...(email !== undefined && { email }),
    ...(password !== undefined && { password }),
  });
  expect(back.searchParams.has('code')).toBe(true);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('never prints a secret that it was given', async () => {
  const { child, until } = start({
    PORT: '0',
    CLIENT_ID: 'c'.repeat(32),
    CLIENT_SECRET: 'given-from-outside',
  });
  expect(await until('ready')).not.toContain('given-from-outside');
  child.kill('SIGTERM');
  await once(child, 'exit');
});

it('says which setting moves it when its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const { child, said } = start({ PORT: port });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said()).toContain(`Port ${port} is taken; choose another with PORT.`);
  other.close();
});
