/** Runs a stand-in alone: `node test/envoke/main.ts`. Settings: `PORT`, `HOST`, `CLIENT_ID`, `CLIENT_SECRET`, `REDIRECT_URI`, `LATENCY_MS`. */

import process from 'node:process';
import { createEnvoke } from './envoke.ts';
import { TRY_OUT_LOGIN } from './options.ts';

const { PORT, HOST, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, LATENCY_MS } = process.env;

const registered = CLIENT_ID !== undefined && CLIENT_SECRET !== undefined;
const redirectUri = REDIRECT_URI ?? 'http://127.0.0.1:8787/oauth/callback';

const port = Number(PORT ?? 8788);

const envoke = await createEnvoke({
  port,
  host: HOST ?? '127.0.0.1',
  latencyMs: Number(LATENCY_MS ?? 0),
  ...(registered && { clients: [{ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri }] }),
}).catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(taken ? `Port ${port} is taken; choose another with PORT.` : error.message);
  process.exit(1);
});

console.log(`Envoke stand-in    ${envoke.url}`);
console.log(`Log in with        ${TRY_OUT_LOGIN.email} / ${TRY_OUT_LOGIN.password}`);
console.log(`Redirect URI       ${envoke.clients[0]?.redirectUri}`);
if (!registered) {
  console.log(`ENVOKE_CLIENT_ID=${envoke.clients[0]?.clientId}`);
  console.log(
    `ENVOKE_CLIENT_SECRET=${envoke.clients[0]?.clientSecret}   (made up just now; opens nothing but this process)`,
  );
}
console.log('ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void envoke.close());
