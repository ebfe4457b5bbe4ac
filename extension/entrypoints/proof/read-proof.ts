/** Reads the data for the proof of one contact, and what waits here and Envoke does not have; nothing is stored. */
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import type { Proof, Unrecorded } from '../../components/proof/proof-sheet.tsx';
import { createAccountClient } from '../../lib/broker-client/account-client.ts';
import type { BrokerClient } from '../../lib/broker-client/broker-client.ts';
import { type OutboxSnapshot, partOf } from '../../lib/outbox/outbox-item.ts';
import { withPending } from '../../lib/outbox/pending-contact.ts';
import { unsubscribingOf } from '../../lib/outbox/shown-consent.ts';
import { loadAccounts } from '../../lib/session/accounts.ts';

export interface ProofOf {
  accountId: string;
  contactId: string;
}

const PAGE = 100;

/** @throws BrokerError; Error for an account that this browser does not have */
export async function readProof({ accountId, contactId }: ProofOf, nowMs: number): Promise<Proof> {
  const account = (await loadAccounts()).accounts.find(({ id }) => id === accountId);
  if (account === undefined) throw new Error('no such account');
  const client = createAccountClient(accountId);
  const [contact, entries] = await Promise.all([client.contact(contactId), readAll(client, contactId)]);
  const words = await sha256(contact.consent.description.trim());
  const wordsOf = entries.find(
    ({ outcome, description_digest }) => outcome === 'done' && description_digest === words,
  );
  return { accountName: account.name, contact, entries, wordsOf, readAt: Math.floor(nowMs / 1_000) };
}

/** Null where Envoke has every consent that was stated here. @param all the outbox of all accounts */
export function unrecordedOf(
  { contact, readAt }: Proof,
  all: OutboxSnapshot,
  accountId: string,
): Unrecorded | null {
  const outbox = partOf(all, (id) => id === accountId);
  const { consent } = withPending(contact, outbox, readAt * 1_000);
  const unsubscribing = unsubscribingOf(contact.id, outbox.items);
  return consent === contact.consent ? null : { consent, unsubscribing };
}

async function readAll(client: BrokerClient, contactId: string): Promise<ActivityEntry[]> {
  const entries: ActivityEntry[] = [];
  let before: string | null | undefined;
  while (before !== null) {
    const page = await client.activity({
      contact_id: contactId,
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    entries.push(...page.entries);
    before = page.next_before;
  }
  return entries;
}

/** In hex. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
