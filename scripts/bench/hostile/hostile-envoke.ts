/**
 * An Envoke that answers for some contacts with bodies that must be refused, and for everything else with a page of
 * contacts. Each token is of an account of its own.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { HOSTILE_BODIES } from '../../../test/broker/envoke/hostile-bodies.ts';
import { HOSTILE_ID } from './hostile-id.ts';

const BODIES = HOSTILE_BODIES.map(([, bodyOf, encoding]) => ({ body: bodyOf(), encoding }));
const CONTACTS = 26;

const contact = (id: number) => ({
  id: String(100_000 - id),
  email: `person${id}@town.example.ca`,
  first_name: 'Geneviève',
  last_name: `Côté-Tremblay ${id}`,
  company: 'Association des greffiers de l’Est',
  consent_status: 'Implied - Inquiry',
  created_at: '2026-01-15 10:00:00',
  interests: { 1: 'Infolettre', 2: 'Membres' },
});
const page = Buffer.from(JSON.stringify(Array.from({ length: CONTACTS }, (_, id) => contact(id))));

function settingsOf(authorization = ''): Buffer {
  const id = createHash('sha256').update(authorization).digest().readUInt32BE();
  return Buffer.from(JSON.stringify({ id: String(id), name: `Account ${id}` }));
}

createServer((request, response) => {
  const url = request.url ?? '';
  const hostile = BODIES[Number(/\/contacts\/(\d+)/.exec(url)?.[1]) - HOSTILE_ID];
  const plain = url.includes('/settings') ? settingsOf(request.headers.authorization) : page;
  const { body, encoding } = hostile ?? { body: plain, encoding: '' };
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': body.length,
    ...(encoding !== '' && { 'content-encoding': encoding }),
  });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
