/** One person without an address, when the selection shows exactly one who can be reached by phone or mail. */

import { type CapturedContact, withProvenance } from '../captured-contact.ts';
import type { Line } from '../lines/line.ts';
import { splitRole } from '../organisations/roles.ts';
import { findLeadingName } from './leading-name.ts';
import { readFacts } from './region-facts.ts';

const MAX_LINES = 40;

/** Null when there are more people than one, or nothing to reach the one by. */
export function readPartialContact(lines: readonly Line[]): CapturedContact | null {
  if (lines.length === 0 || lines.length > MAX_LINES) return null;
  const facts = readFacts(lines, '');
  if (!facts.values.phone && !facts.values.postal_code) return null;
  const people = facts.words.flatMap((word) => {
    const found = findLeadingName(word.text, '');
    return found?.whole && (found.name.clean || found.name.marked) && found.name.first
      ? [{ ...found, index: word.index }]
      : [];
  });
  const [person] = people;
  if (!person || people.length > 1) return null;
  const roles = [
    person.rest,
    ...facts.words.filter((word) => word.index !== person.index).map((word) => word.text),
  ].map((text) => splitRole(text, ''));
  return withProvenance(
    {
      ...facts.values,
      first_name: person.name.first,
      last_name: person.name.last,
      title: facts.labelled.title ?? roles.find((role) => role.title)?.title,
      company: facts.labelled.company ?? roles.find((role) => role.company)?.company,
    },
    'text',
  );
}
