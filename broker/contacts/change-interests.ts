/** Putting a contact on tags and subscriptions, and taking it off. */
import type { Contact, InterestChanges } from '../../shared/schemas/contact.ts';
import type { EnvokeContact } from '../envoke/contact.ts';
import type { ContactWrite } from '../envoke/contact-writes.ts';
import type { Caller } from './caller.ts';
import { changeContact } from './change-contact.ts';
import { invalidAt } from './contact-problems.ts';
import { runGuarded } from './guarded-write.ts';
import { rereadContact, type WriteDeps } from './write-deps.ts';

interface Wish {
  /** Name or id, as Envoke is told. */
  key: string;
  /** As a contact has it when read. */
  name: string;
  state: 'Set' | 'Unset';
}

/** @throws ProblemError; see {@link runGuarded} */
export async function changeInterests(
  deps: WriteDeps,
  caller: Caller,
  id: string,
  changes: InterestChanges,
): Promise<Contact> {
  const { set = [], unset = [] } = changes;
  if (set.some((key) => unset.includes(key)))
    throw invalidAt('/unset', 'an interest cannot be set and unset at once');
  return runGuarded(deps, caller, {
    subject: `id ${id}`,
    request: { interests: id, changes },
    intention: {
      action: 'interests',
      contactId: id,
      consentTo: '',
      basis: '',
      pageUrl: '',
      confirmed: false,
    },
    work: async (claim) => {
      const wishes = await readWishes(deps, caller.envokeToken, set, unset);
      const diff = (present: EnvokeContact) => diffInterests(present, wishes);
      return changeContact(deps, caller.envokeToken, id, { diff, check: () => undefined }, claim);
    },
    reread: (contactId) => rereadContact(deps, caller.envokeToken, contactId),
  });
}

/** Contacts name their interests; ids are looked up only when a request uses them. */
async function readWishes(
  { envoke }: WriteDeps,
  token: string,
  set: string[],
  unset: string[],
): Promise<Wish[]> {
  const isId = (key: string) => /^[0-9]+$/.test(key);
  const interests = [...set, ...unset].some(isId) ? await envoke.listInterests(token) : [];
  const nameOf = (key: string) => interests.find((interest) => interest.id === key)?.name ?? key;
  const wish = (state: Wish['state']) => (key: string) => ({ key, name: nameOf(key), state });
  return [...set.map(wish('Set')), ...unset.map(wish('Unset'))];
}

function diffInterests(present: EnvokeContact, wishes: readonly Wish[]): ContactWrite | undefined {
  const has = new Set(present.interests.map((name) => name.toLowerCase()));
  const missing = wishes.filter(({ name, state }) => has.has(name.toLowerCase()) !== (state === 'Set'));
  if (missing.length === 0) return undefined;
  return { interests: Object.fromEntries(missing.map(({ key, state }) => [key, state])) };
}
