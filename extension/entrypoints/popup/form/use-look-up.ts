/** Looks up whether Envoke already has this e-mail, or a waiting add is about it; an outdated answer is ignored. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { readEmail } from '../../../../shared/email-address.ts';
import { isSameEmail } from '../../../../shared/email-key.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import { emailsOf, type OutboxItem, type OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import { type Unsubscribing, waitingByAddress } from '../../../lib/outbox/pending-contact.ts';

const TYPING_PAUSE_MS = 250;

/** `unknown`: there is no address to ask about. `failed`: saving is still allowed, since the broker looks it up again. */
export type LookUp =
  | { status: 'unknown' | 'asking' | 'new' | 'failed' }
  | { status: 'there'; contact: Contact }
  /** Envoke does not have it, and a saved add of the same address is on its way. */
  | { status: 'waiting'; item: OutboxItem }
  /** Envoke has not said whether it has it; but an unsubscribing of this address is not recorded there yet. */
  | ({ status: 'unsubscribing' } & Unsubscribing);

type Answer =
  | Exclude<LookUp, { status: 'there' | 'waiting' | 'unsubscribing' }>
  | { status: 'there'; contact: Contact; asOfMs: number };

interface LookUpDeps {
  client: Pick<BrokerClient, 'lookUp'>;
  outbox: OutboxSnapshot;
  laidOver: (contact: Contact, asOfMs: number) => Contact;
  /** The waiting add that the form replaces. */
  editedItemId: string | null;
}

export function useLookUp(rawEmail: string, { client, outbox, laidOver, editedItemId }: LookUpDeps): LookUp {
  const reading = readEmail(rawEmail);
  const [email, key] = reading.ok ? [reading.email, reading.key] : ['', ''];
  const [answer, setAnswer] = useState<Answer>({ status: 'unknown' });
  const isAbout = (item: OutboxItem) => emailsOf(item).some((one) => isSameEmail(one, email));
  // What was answered before a write about the address arrived is out of date.
  const arrived = outbox.items.filter((item) => item.state.status === 'done' && isAbout(item)).length;
  useEffect(() => {
    if (email === '') return setAnswer({ status: 'unknown' });
    const stop = new AbortController();
    setAnswer({ status: 'asking' });
    const ask = async () => {
      const asOfMs = Date.now();
      const [result] = await client.lookUp([email], { signal: stop.signal });
      if (stop.signal.aborted) return;
      const contact = result?.contact ?? null;
      setAnswer(contact === null ? { status: 'new' } : { status: 'there', contact, asOfMs });
    };
    const timer = setTimeout(() => {
      ask().catch(() => {
        if (!stop.signal.aborted) setAnswer({ status: 'failed' });
      });
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, email, arrived]);
  return useMemo((): LookUp => {
    if (answer.status === 'there')
      return { status: 'there', contact: laidOver(answer.contact, answer.asOfMs) };
    const { adds, unsubscribings } = waitingByAddress(outbox, editedItemId);
    const unsubscribing = answer.status === 'new' ? undefined : unsubscribings.get(key);
    if (unsubscribing !== undefined) return { status: 'unsubscribing', ...unsubscribing };
    const item = adds.get(key);
    return item === undefined ? answer : { status: 'waiting', item };
  }, [answer, key, outbox, laidOver, editedItemId]);
}
