/** The order of the list: memory first, nobody twice, nothing stale. */
import { describe, expect, it } from 'vitest';
import {
  appendPage,
  matchSeen,
  refreshSeen,
  rememberContact,
  seenFirst,
} from '../../../extension/entrypoints/popup/state/merge-contacts.ts';
import { person } from './people.ts';

const [ana, bob, cam] = [
  person({ id: '1', first_name: 'Ana', email: 'ana@x.example' }),
  person({ id: '2', first_name: 'Bob', email: 'bob@x.example' }),
  person({ id: '3', first_name: 'Cam', email: 'cam@x.example' }),
];
const ids = (contacts: { id: string }[]) => contacts.map(({ id }) => id).join('');

describe('the list', () => {
  it('puts those found before first, in the order they were used', () => {
    expect(ids(seenFirst([ana, bob, cam], [cam, bob]))).toBe('321');
  });

  it('shows newcomers on top of what it knew, and what it knew as Envoke has it now', () => {
    const changed = person({ ...bob, company: 'Other' });
    const list = refreshSeen([cam, changed], [bob, ana]);
    expect(ids(list)).toBe('321');
    expect(list[1]?.company).toBe('Other');
  });

  it('never shows a person twice when pages overlap', () => {
    expect(ids(appendPage([ana, bob], [bob, cam]))).toBe('123');
  });

  it('searches memory by every word while the broker is asked', () => {
    expect(ids(matchSeen([ana, bob], 'x.EXAMPLE bo'))).toBe('2');
    expect(ids(matchSeen([ana, bob], ''))).toBe('12');
  });

  it('remembers whom it showed last, and no more than it needs', () => {
    expect(ids(rememberContact([ana, bob], bob))).toBe('21');
    const many = Array.from({ length: 200 }, (_, id) => person({ id: String(id) }));
    expect(rememberContact(many, ana).length).toBeLessThanOrEqual(60);
  });
});
