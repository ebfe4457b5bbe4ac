/**
 * An Envoke that costs nothing: one page of 26 contacts from memory for every question, and who the account is. After
 * `GET /delay?50` it takes 50 ms for each answer.
 */
import { createServer } from 'node:http';

const CONTACTS = 26;

const contact = (id: number) => ({
  id: String(100_000 - id),
  email: `person${id}@town.example.ca`,
  external_id: `secret-${id}`,
  first_name: 'Geneviève',
  last_name: `Côté-Tremblay ${id}`,
  title: 'Directrice adjointe, services aux membres',
  company: 'Association des greffiers de l’Est',
  phone: '+1 514 555 0123',
  address_1: '100, rue de l’Exemple',
  address_2: 'Bureau 400',
  city: 'Montréal',
  province: 'Québec',
  country: 'Canada',
  postal_code: 'H2X 1Y4',
  website: 'https://town.example.ca',
  language: 'fr',
  created_at: '2026-01-15 10:00:00',
  consent_status: 'Implied - Inquiry',
  consent_description: 'A écrit au comptoir le 3 mars au sujet de l’adhésion annuelle.',
  consent_status_effective_date: '2026-10-03 12:00:00',
  interests: { 1: 'Infolettre', 2: 'Membres', 3: 'Congrès' },
});

const page = Buffer.from(JSON.stringify(Array.from({ length: CONTACTS }, (_, id) => contact(id))));
const settings = Buffer.from(JSON.stringify({ id: '1042', name: 'Municipality of Harbourview' }));

let delayMs = 0;

createServer((request, response) => {
  const url = request.url ?? '';
  if (url.startsWith('/delay?')) delayMs = Number(url.slice('/delay?'.length));
  const body = url.includes('/settings') ? settings : page;
  const answer = () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  };
  if (delayMs > 0) setTimeout(answer, delayMs);
  else answer();
}).listen(Number(process.env.PORT), '127.0.0.1');
