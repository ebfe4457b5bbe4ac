/** Decides between columns that seem to hold the same, by the headings beside them and by what they hold. */
import { type FieldKind, isOfVisit } from '../lines/field-labels.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import type { Row } from './row-name.ts';
import { hostOfRow } from './table-row.ts';

export const MUNICIPALITY = /^municipalit(?:y|é|e)(?:\s?[/|]\s?municipalit(?:y|é|e))?$/i;

/** How somebody is called, beside the name in full. */
const PREFERRED = /^(?:preferred (?:first )?name|pr[ée]nom (?:pr[ée]f[ée]r[ée]|usuel)|name you go by)$/i;

/** "Name as it should appear in print" is a sponsor's, or repeats another. */
const AS_PRINTED =
  /^(?:name|nom) (?:as|to|tel|devant)\b.*(?:appear|print|recogni|publi|badge|appara[iî]|imprim)/i;

/** "Phone:*" */
const bare = (label = ''): string => label.replace(/[\s*:：]+$/, '');

/** Where two columns seem to hold the same, the other headings decide which of them does. */
export function settle(kinds: (FieldKind | undefined)[], row: Row): void {
  const change = (pattern: RegExp, kind: FieldKind): void => {
    for (const [column, cell] of row.entries()) if (pattern.test(bare(cell))) kinds[column] = kind;
  };
  const count = (kind: FieldKind): number => kinds.filter((own) => own === kind).length;
  // "Office" beside a telephone column means a position, not an office phone.
  if (count('phone') > 1) change(/^(?:office|bureau)$/i, 'title');
  // In the same way, "Business" means the employer.
  if (count('phone') > 1) change(/^business$/i, 'company');
  // "Fonction" and "Poste" together: "Fonction" is the job title, so "Poste" is the telephone extension.
  if (count('title') > 1) change(/^poste$/i, 'phone');
  // "Role" beside "Fonction" is what a program lets somebody do; "Office" beside "Title" is a place.
  if (count('title') > 1) change(/^(?:r[oô]le|office)$/i, 'other');
  // In the federal directory a department employs, and its organisations are its branches.
  if (row.some((cell) => /^department acronym$/i.test(bare(cell)))) {
    change(/^organization name \(\w+\)$/i, 'department');
    change(/^department name \(\w+\)$/i, 'company');
  }
  if (count('company') === 0) change(/^department[ _]name(?:\s\(\w+\))?$/i, 'company');
  if (row.some((cell) => cell && isOfVisit(cell)))
    change(/^(?:(?:page |source |form )?url|referr?er)$/i, 'other');
  if (count('company') === 0) change(/^(?:m[ée]dia|outlet)$/i, 'company');
  if (count('first_name') > 1 || (count('first_name') === 1 && count('name') > 0)) change(PREFERRED, 'other');
  if (count('name') > 1) change(AS_PRINTED, 'other');
  // "cn", "sn", "givenName" in a directory
  if (count('first_name') > 0 && count('last_name') === 0) change(/^sn$/i, 'last_name');
  if (count('company') > 1)
    change(
      /^(?:groupe?|(?:team|group|club|choir|band)(?:['’]s)? name|nom d(?:u groupe|e l['’]équipe))$/i,
      'other',
    );
  if (count('company') > 1) change(/^(?:municipality|municipalit[ée])$/i, 'city');
  // In the middle of an address it is where somebody lives.
  for (const [column, cell] of row.entries()) {
    const isBeside =
      kinds[column - 1] === 'address' || ['province', 'postal_code'].includes(kinds[column + 1] ?? '');
    if (isBeside && MUNICIPALITY.test(bare(cell))) kinds[column] = 'city';
  }
}

/** "Customer" and "Full name", "Name" and "Contact person": of two names, the one that some organisation has is the employer's. */
export function tellNamesApart(kinds: (FieldKind | undefined)[], rows: readonly Row[]): void {
  const names = [...kinds.keys()].filter((column) => kinds[column] === 'name');
  const others = names.filter((column) =>
    rows.some((row) => isOrganisation(row[column] ?? '', hostOfRow(row))),
  );
  if (others.length === 1 && names.length > 1 && !kinds.includes('company'))
    kinds[others[0] ?? 0] = 'company';
}
