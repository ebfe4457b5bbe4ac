/** What a broker promises about writes, in memory: the same key is the same write, a known e-mail is not added twice. */
import type { ServerResponse } from 'node:http';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { aContact, type StubRequest, sendJson, sendProblem } from '../stub-broker.ts';

export interface BrokerMemory {
  contacts: Contact[];
  answer(request: StubRequest, response: ServerResponse): void;
  /** Does the write of a request, answers nothing: the connection is lost after Envoke was asked. */
  write(request: StubRequest): Contact | 'exists';
}

export function createBrokerMemory(): BrokerMemory {
  const contacts: Contact[] = [];
  const byKey = new Map<string, Contact | 'exists'>();
  const add = (email: string): Contact | 'exists' => {
    if (contacts.some((contact) => contact.email === email)) return 'exists';
    const contact = aContact({ id: String(contacts.length + 1), email });
    contacts.push(contact);
    return contact;
  };
  const write = ({ url, headers, body }: StubRequest): Contact | 'exists' => {
    if (url.endsWith('/lookup')) return 'exists';
    const key = String(headers['idempotency-key']);
    const outcome = byKey.get(key) ?? add((JSON.parse(body) as { email: string }).email);
    byKey.set(key, outcome);
    return outcome;
  };
  const lookUp = ({ body }: StubRequest) => {
    const { emails } = JSON.parse(body) as { emails: string[] };
    const find = (email: string) => contacts.find((contact) => contact.email === email) ?? null;
    return { results: emails.map((email) => ({ email, contact: find(email) })) };
  };
  return {
    contacts,
    write,
    answer: (request, response) => {
      if (request.url.endsWith('/lookup')) return sendJson(response, 200, lookUp(request));
      const outcome = write(request);
      if (outcome !== 'exists') return sendJson(response, 201, outcome);
      sendProblem(response, 'contact-exists', { contact: contacts[0] });
    },
  };
}
