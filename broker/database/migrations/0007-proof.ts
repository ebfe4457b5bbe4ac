/** The proof of a consent: the day, what was confirmed, by whom, in which words, and the resulting status in Envoke. */
import type { Migration } from '../migration.ts';

export const proof: Migration = {
  id: 7,
  name: 'proof',
  statements: ['happened_on', 'conditions', 'person', 'description_digest', 'answer'].map(
    (column) => `ALTER TABLE activity ADD COLUMN ${column} TEXT NOT NULL DEFAULT ''`,
  ),
};
