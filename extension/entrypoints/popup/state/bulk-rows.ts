/** The review of many: rows, what stands against each, and what will be sent. Pure. */
import type { WritableConsentStatus } from '../../../../shared/consent.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import { basisOfStatus, toDraft } from './add-form.ts';
import type { AddForm } from './form-fields.ts';
import { looksLikeEmail } from './use-look-up.ts';

export interface BulkRow {
  id: number;
  form: AddForm;
  ticked: boolean;
  /** Set where this row differs from the decision for all. */
  ownStatus: WritableConsentStatus | null;
}

/** What keeps a row from being sent; null when nothing does. */
export type RowObstacle =
  | { kind: 'wrong-email' }
  | { kind: 'twice' }
  | { kind: 'in-envoke'; contact: Contact };

const emailOf = (row: BulkRow) => row.form.fields.email.trim().toLowerCase();

export function firstRows(forms: readonly AddForm[]): BulkRow[] {
  return forms.map((form, id) => ({ id, form, ticked: true, ownStatus: null }));
}

/** `known`: Envoke's contacts by lower-case e-mail, null for those it does not have. */
export function findObstacles(
  rows: readonly BulkRow[],
  known: ReadonlyMap<string, Contact | null>,
): ReadonlyMap<number, RowObstacle> {
  const met = new Set<string>();
  const obstacles = new Map<number, RowObstacle>();
  for (const row of rows) {
    const email = emailOf(row);
    const contact = known.get(email) ?? null;
    if (!looksLikeEmail(email)) obstacles.set(row.id, { kind: 'wrong-email' });
    else if (met.has(email)) obstacles.set(row.id, { kind: 'twice' });
    else if (contact !== null) obstacles.set(row.id, { kind: 'in-envoke', contact });
    met.add(email);
  }
  return obstacles;
}

/** The ticked rows that nothing stands against. */
export function sendable(rows: readonly BulkRow[], obstacles: ReadonlyMap<number, RowObstacle>): BulkRow[] {
  return rows.filter((row) => row.ticked && !obstacles.has(row.id));
}

/** Each row with the decision for all, unless it has its own. */
export function toOperations(rows: readonly BulkRow[], decision: AddForm): OutboxOperation[] {
  return rows.map(({ form, ownStatus }) => {
    const status = ownStatus ?? decision.status;
    const basis = ownStatus === null ? decision.basis : basisOfStatus(ownStatus);
    const { description, interests } = decision;
    return { kind: 'create', draft: toDraft({ ...form, status, basis, description, interests }) };
  });
}
