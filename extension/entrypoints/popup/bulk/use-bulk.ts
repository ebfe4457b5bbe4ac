/** The bulk review while the person works on it: rows, the decision for each, and what Envoke knows of each e-mail. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WritableConsentStatus } from '../../../../shared/consent.ts';
import type { ContactField } from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import { emailKey } from '../../../../shared/email-key.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { ShownError } from '../../../components/error-notice.tsx';
import type { ListUnderReview } from '../../../lib/capture/registration-list.ts';
import { waitingByAddress } from '../../../lib/outbox/pending-contact.ts';
import { useFormDefaults } from '../add/use-consent-decision.ts';
import { usePopup } from '../context/popup-context.ts';
import { toShownError } from '../context/shown-error.ts';
import type { AddForm } from '../form/form-fields.ts';
import { FOR_ONE } from '../form/list-answer.ts';
import {
  type BulkRow,
  correctOthers,
  decideForRow,
  findObstacles,
  needsCorrection,
  rereadRows,
  sendable,
  takeAnswers,
  withField,
} from './bulk-rows.ts';
import type { Review } from './review.ts';

const TYPING_PAUSE_MS = 400;

type Known = ReadonlyMap<string, Contact | null>;
/** `asOfMs`: when Envoke was asked. */
type Answers = ReadonlyMap<string, { contact: Contact | null; asOfMs: number }>;

interface KnownContacts {
  known: Known;
  /** Why the look-up in Envoke failed; null when it did not. */
  error: ShownError | null;
  isAsking: boolean;
  /** Epoch milliseconds of the oldest answer; undefined while an answer is missing. */
  lookedUpAtMs: number | undefined;
  askAgain: () => void;
}

/** Which of these e-mails Envoke has; each is looked up once. */
function useKnownContacts(emails: readonly string[]): KnownContacts {
  const { client, laidOver } = usePopup();
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [firstAtMs, setFirstAtMs] = useState<number>();
  const [error, setError] = useState<ShownError | null>(null);
  const [round, setRound] = useState(0);
  const question = emails.filter((email) => !answers.has(emailKey(email))).join(' ');
  useEffect(() => {
    if (question === '') return;
    const stop = new AbortController();
    const ask = async () => {
      setError(null);
      const atMs = Date.now();
      try {
        const results = await client.lookUp(question.split(' '), { signal: stop.signal });
        const found = results.map(
          ({ email, contact }) => [emailKey(email), { contact, asOfMs: atMs }] as const,
        );
        setAnswers((old) => new Map([...old, ...found]));
        setFirstAtMs((first) => first ?? atMs);
      } catch (failure) {
        if (!stop.signal.aborted) setError(toShownError(failure));
      }
    };
    const timer = setTimeout(() => void ask(), answers.size === 0 ? 0 : TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, question, round]);
  const known = useMemo(
    (): Known =>
      new Map([...answers].map(([key, { contact, asOfMs }]) => [key, contact && laidOver(contact, asOfMs)])),
    [answers, laidOver],
  );
  return {
    known,
    error,
    isAsking: question !== '' && error === null,
    lookedUpAtMs: question === '' ? firstAtMs : undefined,
    askAgain: () => setRound((present) => present + 1),
  };
}

/** `isSending`: its people are being handed over, and those who wait in the outbox already are not left out for that. */
export function useBulk(first: Review, isSending: boolean) {
  const words = useFormDefaults();
  const [rows, setRows] = useState(first.rows);
  const [list, setList] = useState(first.list);
  const readings = rows.map(({ form }) => readEmail(form.fields.email));
  const emails = [...new Set(readings.flatMap((reading) => (reading.ok ? [reading.email] : [])))];
  const { known, ...asked } = useKnownContacts(emails);
  const { outbox } = usePopup();
  const before = useRef(outbox);
  if (!isSending) before.current = outbox;
  const waiting = useMemo(() => waitingByAddress(before.current, null), [before.current]);
  const obstacles = useMemo(() => findObstacles(rows, known, waiting), [rows, known, waiting]);
  const change = (id: number, next: (row: BulkRow) => BulkRow) =>
    setRows((old) => old.map((row) => (row.id === id ? next(row) : row)));
  const selected = sendable(rows, obstacles);
  return {
    ...asked,
    rows,
    list,
    obstacles,
    /** Who is added, once what Envoke cannot take is corrected. */
    selected,
    /** Who is added. */
    chosen: selected.filter((row) => !needsCorrection(row)),
    /** Who was selected too, and has something that Envoke cannot take. */
    toCorrect: selected.filter(needsCorrection),
    /** Takes the people of the list as they are read with other columns. */
    reread: (forms: readonly AddForm[], next: ListUnderReview) => {
      setList(next);
      setRows((old) => rereadRows(old, forms, words));
    },
    takeAnswers: (undatedDay: string) => setRows((old) => takeAnswers(old, selected, undatedDay, words)),
    tick: (id: number, ticked: boolean) => change(id, (row) => ({ ...row, ticked })),
    tickAll: (ticked: boolean) => setRows((old) => old.map((row) => ({ ...row, ticked }))),
    setStatus: (id: number, status: WritableConsentStatus | null) =>
      change(id, (row) => decideForRow(row, status, words)),
    setDay: (id: number, happenedOn: string) =>
      change(id, (row) => ({ ...row, form: FOR_ONE.describe({ ...row.form, happenedOn }, words) })),
    setDescription: (id: number, description: string) =>
      change(id, (row) => ({ ...row, form: { ...row.form, description, descriptionEdited: true } })),
    setField: (id: number, name: ContactField, value: string) =>
      change(id, (row) => withField(row, name, value, words)),
    /** Only on request: gives a corrected value to all who have the value that it replaced. */
    correctOthers: (row: BulkRow, name: ContactField) =>
      setRows((old) => correctOthers(old, row, name, words)),
  };
}
export type Bulk = ReturnType<typeof useBulk>;
