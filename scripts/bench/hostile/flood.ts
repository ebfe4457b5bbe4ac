/**
 * Strangers in a process of their own: pushed requests as fast as they go, each with a fresh proof and from another IPv6
 * network. Prints the answers by status as JSON.
 */
import { Pool } from 'undici';
import { TestClient } from '../../../test/broker/test-client.ts';

const { BROKER_URL: url = '', CLIENT_ID: clientId = '', REQUESTS = '0' } = process.env;
const PATH = '/oauth/par';
const CONNECTIONS = 32;
/** Different /64 networks: more than the broker counts in a minute. */
const NETWORKS = 250_000;

const stranger = new TestClient({ url, clock: Date });
const body = new URLSearchParams({ ...stranger.parParameters(), client_id: clientId }).toString();
const pool = new Pool(url, { connections: CONNECTIONS, allowH2: false });
const statuses: Record<string, number> = {};
let next = 0;

async function push(): Promise<void> {
  for (let at = next++; at < Number(REQUESTS); at = next++) {
    const network = at % NETWORKS;
    const {
      statusCode,
      headers,
      body: answer,
    } = await pool.request({
      method: 'POST',
      path: PATH,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        dpop: stranger.proof('POST', PATH),
        'x-forwarded-for': `2001:db8:${(network >> 16).toString(16)}:${(network & 0xffff).toString(16)}::1`,
      },
      body,
    });
    await answer.dump();
    const nonce = headers['dpop-nonce'];
    if (typeof nonce === 'string') stranger.nonce = nonce;
    statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
  }
}

await Promise.all(Array.from({ length: CONNECTIONS }, push));
await pool.close();
console.log(JSON.stringify(statuses));
