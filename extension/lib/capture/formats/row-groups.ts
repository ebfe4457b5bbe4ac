/** Finds the employers that head groups of rows: a row of one cell stands over the people who work there. */
import { findEmails } from '../details/email-addresses.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { namesDomain } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import type { Row } from './row-name.ts';
import { filledCells, hostOfRow } from './table-row.ts';

/** The one cell of a row that has no address. */
function headingOf(row: Row): string | undefined {
  const [only, ...others] = filledCells(row);
  return only && others.length === 0 && findEmails(only).length === 0 ? only.split(' | ')[0] : undefined;
}

/**
 * The employer of each row that stands under one, where the headings are employers: one says so, or spells the host of its
 * people. "Finance" and "Council" over people of one office are none.
 */
export function employersOfGroups(rows: readonly Row[]): ReadonlyMap<Row, string> {
  const heads = new Map<Row, string>();
  let head: string | undefined;
  for (const row of rows) {
    const own = headingOf(row);
    if (own !== undefined) head = own;
    else if (head !== undefined && hostOfRow(row)) heads.set(row, head);
  }
  const isSaid = ([row, name]: [Row, string]): boolean =>
    isOrganisation(name) || namesDomain(name, hostOfRow(row));
  if (![...heads].some(isSaid)) return new Map();
  return new Map([...heads].filter((entry) => isSaid(entry) || isPerhapsOrganisation(entry[1])));
}
