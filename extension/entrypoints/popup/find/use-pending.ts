/** The list's contacts as the writes on their way will leave them; the code for it is loaded with the first of these. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { usePopup } from '../context/popup-context.ts';

const load = () => import('../../../lib/outbox/pending-contact.ts');

export function usePending(contacts: readonly Contact[]): readonly Contact[] {
  const { outbox } = usePopup();
  const [sinceMs] = useState(Date.now);
  const [code, setCode] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  const isNeeded = outbox.items.length > 0;
  useEffect(() => {
    if (isNeeded) void load().then(setCode);
  }, [isNeeded]);
  return useMemo(
    () => (code === null ? contacts : contacts.map((one) => code.withPending(one, outbox, sinceMs))),
    [code, contacts, outbox],
  );
}
