/** Looks up whether Envoke already has this e-mail while the form is filled in; an outdated answer is ignored. */
import { useEffect, useState } from 'preact/hooks';
import { readEmail } from '../../../../shared/email-address.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';

const TYPING_PAUSE_MS = 250;

/** `unknown`: there is no address to ask about. `failed`: saving is still allowed, since the broker looks it up again. */
export type LookUp =
  | { status: 'unknown' | 'asking' | 'new' | 'failed' }
  | { status: 'there'; contact: Contact };

export function useLookUp(client: Pick<BrokerClient, 'lookUp'>, rawEmail: string): LookUp {
  const reading = readEmail(rawEmail);
  const email = reading.ok ? reading.email : '';
  const [answer, setAnswer] = useState<LookUp>({ status: 'unknown' });
  useEffect(() => {
    if (email === '') return setAnswer({ status: 'unknown' });
    const stop = new AbortController();
    setAnswer({ status: 'asking' });
    const ask = async () => {
      const [result] = await client.lookUp([email], { signal: stop.signal });
      if (stop.signal.aborted) return;
      const contact = result?.contact ?? null;
      setAnswer(contact === null ? { status: 'new' } : { status: 'there', contact });
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
  }, [client, email]);
  return answer;
}
