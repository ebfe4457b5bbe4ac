/** What the broker is compared with: a proxy that passes everything on and checks nothing. */
import httpProxy from '@fastify/http-proxy';
import Fastify from 'fastify';

const app = Fastify();
await app.register(httpProxy, { upstream: process.env.UPSTREAM ?? '' });
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
