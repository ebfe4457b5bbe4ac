/**
 * For an Envoke that takes no patterns: the addresses that it would miss, because of their capitals or of characters that
 * are invisible or look like others, are read from the list of all contacts. Memory holds digests and contact ids.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { emailKey, isSameEmail } from '../../../shared/email-key.ts';
import { CONTACTS_PAGE_MAX } from '../../../shared/limits.ts';
import type { EnvokeContacts } from '../../envoke/envoke-client.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { notTaken } from './taken-filter.ts';

/** Only a change of an old contact is noticed this late; new contacts are read at once. */
const FRESH_MS = 3_600_000;
const ACCOUNTS_MAX = 100;
/** At one request a second, this many contacts take half of {@link FRESH_MS}. */
const CONTACTS_MAX = 180_000;

export interface OddAddresses {
  /** The contacts with this e-mail in a spelling of their own. @throws EnvokeError */
  find(accessToken: string, email: string): Promise<EnvokeContact[]>;
}

interface Account {
  newestId: number;
  /** Contact ids by digest of the mailbox. */
  odd: Map<string, Set<string>>;
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64');

/** @param envoke lists at its own pace, also when the request that began it has ended */
export function createOddAddresses(envoke: EnvokeContacts): OddAddresses {
  const accounts = new LRUCache<string, Account, string>({
    max: ACCOUNTS_MAX,
    ttl: FRESH_MS,
    allowStale: true,
    fetchMethod: (_key, _stale, { context: accessToken }) =>
      readOn(envoke, accessToken, { newestId: 0, odd: new Map() }),
  });
  return {
    async find(accessToken, email) {
      const account = await accounts.forceFetch(digestOf(accessToken), { context: accessToken });
      await readOn(envoke, accessToken, account);
      const ids = account.odd.get(digestOf(emailKey(email))) ?? [];
      const contacts = await Promise.all([...ids].map((id) => envoke.getContact(accessToken, id)));
      return contacts
        .filter((contact) => contact !== undefined)
        .filter((one) => isSameEmail(one.email, email));
    },
  };
}

/** Reads the contacts that are newer than those already read. @throws EnvokeError when the list has no end */
async function readOn(envoke: EnvokeContacts, accessToken: string, account: Account): Promise<Account> {
  const { newestId: known } = account;
  let newestId = known;
  const seen = new Set<string>();
  while (seen.size < CONTACTS_MAX) {
    const before = seen.size;
    const page = await envoke.listContacts(accessToken, { limit: CONTACTS_PAGE_MAX, skip: before });
    for (const { id, email } of page) {
      seen.add(id);
      newestId = Math.max(newestId, Number(id));
      const key = emailKey(email);
      if (email === key) continue;
      const digest = digestOf(key);
      account.odd.set(digest, (account.odd.get(digest) ?? new Set()).add(id));
    }
    // An Envoke that ignores `skip` gives the first page again: only a page that is not full is all there is.
    const isEnd = page.length === 0 || (seen.size === before && page.length < CONTACTS_PAGE_MAX);
    if (isEnd || page.some(({ id }) => Number(id) <= known)) {
      account.newestId = Math.max(account.newestId, newestId);
      return account;
    }
    if (seen.size === before) break;
  }
  throw notTaken();
}
