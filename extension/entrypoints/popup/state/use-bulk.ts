/** The review of many while it is worked on: rows, the decision for all, and what Envoke knows of each e-mail. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import { type BulkRow, findObstacles, firstRows, sendable } from './bulk-rows.ts';
import type { AddForm, PersonField } from './form-fields.ts';
import { usePopup } from './popup-context.ts';
import { toShownError } from './shown-error.ts';
import { looksLikeEmail } from './use-look-up.ts';

const TYPING_PAUSE_MS = 400;

export function useBulk(forms: readonly AddForm[]) {
  const { client } = usePopup();
  const [rows, setRows] = useState<readonly BulkRow[]>(() => firstRows(forms));
  const [known, setKnown] = useState<ReadonlyMap<string, Contact | null>>(new Map());
  const [error, setError] = useState<ShownError | null>(null);
  const emails = [...new Set(rows.map(({ form }) => form.fields.email.trim().toLowerCase()))];
  const unasked = emails.filter((email) => looksLikeEmail(email) && !known.has(email));
  const question = unasked.join(' ');

  useEffect(() => {
    if (question === '') return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const results = await client.lookUp(question.split(' '), { signal: stop.signal });
        setKnown(
          (old) => new Map([...old, ...results.map(({ email, contact }) => [email, contact] as const)]),
        );
        setError(null);
      } catch (failure) {
        if (!stop.signal.aborted) setError(toShownError(failure));
      }
    };
    const timer = setTimeout(() => void ask(), known.size === 0 ? 0 : TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, question]);

  const obstacles = useMemo(() => findObstacles(rows, known), [rows, known]);
  const change = (id: number, part: (row: BulkRow) => Partial<BulkRow>) =>
    setRows((old) => old.map((row) => (row.id === id ? { ...row, ...part(row) } : row)));
  return {
    rows,
    obstacles,
    error,
    isAsking: question !== '' && error === null,
    chosen: sendable(rows, obstacles),
    tick: (id: number, ticked: boolean) => change(id, () => ({ ticked })),
    setStatus: (id: number, ownStatus: BulkRow['ownStatus']) => change(id, () => ({ ownStatus })),
    setField: (id: number, name: PersonField, value: string) =>
      change(id, ({ form }) => ({ form: { ...form, fields: { ...form.fields, [name]: value } } })),
  };
}
