/** Adds tags and subscriptions to a contact, and removes them. */
import type { Contact, InterestChanges } from '../../../shared/schemas/contact.ts';
import type { ContactWrite, InterestWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import type { Caller } from '../caller.ts';
import { invalidAt } from '../contact-problems.ts';
import { changeContact } from './change-contact.ts';
import { runGuarded, type WriteDeps } from './guarded-write.ts';

/** @throws ProblemError; see {@link runGuarded} */
export async function changeInterests(
  deps: WriteDeps,
  caller: Caller,
  id: string,
  changes: InterestChanges,
): Promise<Contact> {
  return runGuarded(deps, caller, {
    subject: `id ${id}`,
    request: { interests: id, changes },
    intention: { action: 'interests', contactId: id, person: changes.person ?? '' },
    work: async (claim) => {
      const wishes = await readWishes(deps, caller.envokeToken, changes);
      checkWishes(wishes);
      const diff = (present: EnvokeContact) => diffInterests(present, wishes);
      return changeContact(deps, caller, id, { diff, check: () => undefined }, claim);
    },
  });
}

/** @throws ProblemError when a request sets and unsets the same interest, once by name and once by id */
function checkWishes(wishes: readonly InterestWrite[]): void {
  const named = (state: InterestWrite['state']) =>
    wishes.filter((wish) => wish.state === state).map(({ name }) => name.toLowerCase());
  const unset = new Set(named('Unset'));
  if (named('Set').some((name) => unset.has(name)))
    throw invalidAt('/unset', 'an interest cannot be set and unset at once');
}

/** Contacts name their interests, so ids are looked up only when a request uses ids. */
export async function readWishes(
  { envoke }: WriteDeps,
  token: string,
  { set = [], unset = [] }: InterestChanges,
): Promise<InterestWrite[]> {
  const isId = (key: string) => /^[0-9]+$/.test(key);
  const interests = [...set, ...unset].some(isId) ? await envoke.listInterests(token) : [];
  const nameOf = (key: string) => interests.find((interest) => interest.id === key)?.name ?? key;
  const wish = (state: InterestWrite['state']) => (key: string) => ({ key, name: nameOf(key), state });
  return [...set.map(wish('Set')), ...unset.map(wish('Unset'))];
}

/** Undefined when the contact already has all of it. */
export function diffInterests(
  present: EnvokeContact,
  wishes: readonly InterestWrite[],
): ContactWrite | undefined {
  const spellings = new Map(present.interests.map((name) => [name.toLowerCase(), name]));
  const missing = wishes.flatMap(({ key, name, state }) => {
    const spelling = spellings.get(name.toLowerCase());
    if ((spelling !== undefined) === (state === 'Set')) return [];
    // Envoke receives a name in its own spelling.
    return [{ key: key === name ? (spelling ?? name) : key, name, state }];
  });
  return missing.length === 0 ? undefined : { interests: missing };
}
