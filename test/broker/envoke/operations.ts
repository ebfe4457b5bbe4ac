/** Every call of the client, each with a check of its answer: right, or an EnvokeError's reason. */
import { EnvokeError } from '../../../broker/envoke/envoke-error.ts';
import { parseConsentStatus } from '../../../shared/consent.ts';
import type { Contact } from '../../envoke/accounts/contact.ts';
import type { Bench } from './support.ts';

export const OPERATIONS = [
  'account',
  'list',
  'find',
  'get',
  'miss',
  'interests',
  'fields',
  'create',
  'update',
] as const;
export type Operation = (typeof OPERATIONS)[number];
export const WRITES: ReadonlySet<Operation> = new Set(['create', 'update']);

export const NEW_EMAIL = 'zoe.nouvelle@example.ca';

/** `right`, `wrong`, or the reason; a lost answer to a write has ` (may have happened)` after it. */
export async function judge(bench: Bench, operation: Operation): Promise<string> {
  try {
    return (await OPERATE[operation](bench)) ? 'right' : 'wrong';
  } catch (error) {
    if (!(error instanceof EnvokeError)) throw error;
    return error.mayHaveHappened ? `${error.reason} (may have happened)` : error.reason;
  }
}

const people = ({ envoke }: Bench) => envoke.accounts[0]?.people.list() ?? [];
/** Somebody whose status has one spelling only. */
const somebody = (bench: Bench): Contact => {
  const found = people(bench).find(({ consent }) => consent.status === 'Express');
  if (found === undefined) throw new Error('the stand-in has nobody with express consent');
  return found;
};

const OPERATE: Record<Operation, (bench: Bench) => Promise<boolean>> = {
  async account({ client, token, envoke }) {
    const { id, name } = await client.readAccount(token);
    return id === envoke.accounts[0]?.id && name === envoke.accounts[0]?.name;
  },
  async list(bench) {
    const found = await bench.client.listContacts(bench.token, { limit: 30, skip: 10 });
    const expected = people(bench).toReversed().slice(10, 40);
    return (
      found.map(({ id }) => id).join() === expected.map(({ id }) => String(id)).join() &&
      found.every(({ email }, index) => email === expected[index]?.text.email)
    );
  },
  async find(bench) {
    const { id, text } = somebody(bench);
    const filter = { field: 'email', is: text.email.toUpperCase() } as const;
    const found = await bench.client.listContacts(bench.token, { filter, limit: 5, skip: 0 });
    return found.length === 1 && found[0]?.id === String(id) && found[0].consentStatus === 'Express';
  },
  async get(bench) {
    const { id, text, consent } = somebody(bench);
    const found = await bench.client.getContact(bench.token, String(id));
    if (found === undefined) return false;
    const names = [found.person.first_name, found.person.last_name, found.email].join();
    return (
      names === [text.first_name, text.last_name, text.email].join() &&
      parseConsentStatus(found.consentStatus) === 'Express' &&
      found.consentDescription === consent.description
    );
  },
  async miss({ client, token }) {
    return (await client.getContact(token, '4000000000')) === undefined;
  },
  async interests(bench) {
    const found = await bench.client.listInterests(bench.token);
    const expected = bench.envoke.accounts[0]?.interests.list() ?? [];
    const text = (items: readonly { id: string | number; name: string }[]) =>
      items.map(({ id, name }) => `${id} ${name}`).sort();
    return text(found).join('\n') === text(expected).join('\n');
  },
  async fields({ client, token, envoke }) {
    const expected = envoke.accounts[0]?.customFields.list().map(({ name }) => name);
    return (await client.listCustomFields(token)).sort().join() === expected?.sort().join();
  },
  async create(bench) {
    const answer = await bench.client.createContact(bench.token, {
      email: NEW_EMAIL,
      person: { first_name: 'Zoé' },
      consentStatus: 'Express',
      consentDescription: 'Asked at the counter',
      consentDay: '2025-03-31',
    });
    const made = people(bench).filter(({ text }) => text.email === NEW_EMAIL);
    return made.length === 1 && (answer.id === undefined || answer.id === String(made[0]?.id));
  },
  async update(bench) {
    const { id } = somebody(bench);
    const answer = await bench.client.updateContact(bench.token, String(id), {
      person: { city: 'Gatineau' },
    });
    const changed = people(bench).find((contact) => contact.id === id);
    return changed?.text.city === 'Gatineau' && (answer.id === undefined || answer.id === String(id));
  },
};
