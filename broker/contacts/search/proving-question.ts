/**
 * One question about many e-mails that proves itself: beside the e-mails it asks for two contacts that exist, in capitals
 * that are not theirs. Where both are in the answer, Envoke applied the whole filter, passes over case, and who is not
 * in it is not in Envoke. So nothing has to be known of this Envoke, and nothing known can be out of date.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { emailKey } from '../../../shared/email-key.ts';
import { type ContactFilter, isOddAddress } from '../../envoke/contact-filter.ts';
import type { EnvokeContacts } from '../../envoke/envoke-client.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { chunksOf, spellingsOf } from './email-forms.ts';
import { LISTED_MAX, listTaken, otherCaseOf } from './taken-filter.ts';

/** The newest contacts, of which two are asked for: some have no address, or share one. */
const LISTED_FIRST = 5;
/**
 * An account whose Envoke did not apply such a filter is asked by other forms for this long: a refusal may be temporary,
 * and until then each question would be two calls more.
 */
const PUT_OFF_MS = 3_600_000;
const ACCOUNTS_MAX = 1_000;

export interface ProvingQuestion {
  /**
   * All contacts with these e-mails, however Envoke spells them, and some others. Undefined when the answer proves
   * nothing. @throws EnvokeError
   */
  ask(
    envoke: EnvokeContacts,
    accessToken: string,
    emails: readonly string[],
  ): Promise<EnvokeContact[] | undefined>;
}

/** @param now milliseconds */
export function createProvingQuestion(now: () => number): ProvingQuestion {
  const failedAt = new LRUCache<string, number>({ max: ACCOUNTS_MAX });
  const isPutOff = (account: string) =>
    Math.abs(now() - (failedAt.get(account) ?? Number.NEGATIVE_INFINITY)) < PUT_OFF_MS;
  return {
    async ask(envoke, accessToken, emails) {
      const account = hash('sha256', accessToken, 'base64');
      if (isPutOff(account)) return undefined;
      const witnesses = witnessesOf(await envoke.listContacts(accessToken, { limit: LISTED_FIRST, skip: 0 }));
      if (witnesses === undefined) return undefined;
      const known = new Set(witnesses.map(({ email }) => emailKey(email)));
      const others = emails.filter((email) => !known.has(emailKey(email)));
      const chunks = chunksOf(others, (some) => filterFor(some, witnesses));
      const found: EnvokeContact[] = [];
      // A witness may share its address with another contact, so they are asked for even when nobody else is.
      for (const chunk of chunks.length > 0 ? chunks : [[]]) {
        const some = await askWith(envoke, accessToken, chunk, witnesses);
        if (some === undefined) {
          failedAt.set(account, now());
          return undefined;
        }
        found.push(...some);
      }
      return found;
    },
  };
}

type Witnesses = readonly [EnvokeContact, EnvokeContact];

/** Two contacts with plain addresses of their own, undefined when there are not two. */
function witnessesOf(present: readonly EnvokeContact[]): Witnesses | undefined {
  const plain = present.filter(({ email }) => email !== otherCaseOf(email) && !isOddAddress(email));
  const [first] = plain;
  const second = plain.find(({ email }) => first !== undefined && emailKey(email) !== emailKey(first.email));
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** The witnesses are the first and the last, since a server may use only one of several values, or cut a long one. */
function filterFor(emails: readonly string[], [first, last]: Witnesses): ContactFilter {
  const spellings = new Set(spellingsOf(emails).map((email) => email.toLowerCase()));
  return { field: 'email', oneOf: [otherCaseOf(first.email), ...spellings, otherCaseOf(last.email)] };
}

async function askWith(
  envoke: EnvokeContacts,
  accessToken: string,
  emails: readonly string[],
  witnesses: Witnesses,
): Promise<EnvokeContact[] | undefined> {
  const hasWitnesses = (found: readonly EnvokeContact[]) =>
    witnesses.every(({ id }) => found.some((one) => one.id === id));
  const isAll = (found: readonly EnvokeContact[]) => {
    const keys = new Set(found.map(({ email }) => emailKey(email)));
    return hasWitnesses(found) && emails.every((email) => keys.has(emailKey(email)));
  };
  const found = await listTaken(envoke, accessToken, filterFor(emails, witnesses), isAll);
  // A list of this length may be incomplete.
  const isWhole = found !== undefined && found.length < LISTED_MAX && hasWitnesses(found);
  return isWhole ? found : undefined;
}
