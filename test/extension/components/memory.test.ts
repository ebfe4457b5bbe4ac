/** The order of the list: contacts used before, then the newest; no contact twice, no outdated data. */
import { describe, expect, it } from 'vitest';
import {
  appendPage,
  forgetContact,
  listNewest,
  matchSeen,
  NOTHING_SEEN,
  refresh,
  rememberNewest,
  rememberUsed,
  unanswered,
  usedFirst,
} from '../../../extension/entrypoints/popup/find/merge-contacts.ts';
import { person } from './people.ts';

const [ana, bob, cam] = [
  person({ id: '1', first_name: 'Ana', email: 'ana@x.example' }),
  person({ id: '2', first_name: 'Bob', email: 'bob@x.example' }),
  person({ id: '3', first_name: 'Cam', email: 'cam@x.example' }),
];
const many = Array.from({ length: 200 }, (_, id) => person({ id: String(id) }));
const ids = (contacts: readonly { id: string }[]) => contacts.map(({ id }) => id).join('');

describe('the list', () => {
  it('never shows a person twice when pages overlap', () => {
    expect(ids(appendPage([ana, bob], [bob, cam]))).toBe('123');
    expect(ids(listNewest({ used: [bob], newest: [ana, bob] }))).toBe('21');
  });

  it('begins with the few used last, and leaves room for the newest', () => {
    expect(ids(listNewest({ used: [cam], newest: [ana, bob] }))).toBe('312');
    expect(listNewest({ used: many, newest: [] }).length).toBeLessThan(8);
  });

  it('puts those used before first among the answers to a search, in the order they were used', () => {
    expect(ids(usedFirst([ana, bob, cam], { used: [cam, bob], newest: [] }, 'x.example'))).toBe('321');
  });

  it('puts who is called like the search before those who only have it within a name, used or not', () => {
    const una = person({ id: '4', first_name: 'Una', email: 'una@x.example' });
    const nadia = person({ id: '5', first_name: 'Nadia', last_name: 'Raghunathan', email: 'n@x.example' });
    expect(ids(usedFirst([nadia, una], { used: [nadia], newest: [] }, 'UNA'))).toBe('45');
    expect(ids(matchSeen({ used: [nadia], newest: [una] }, 'una'))).toBe('45');
    const elodie = person({ id: '6', first_name: 'Élodie', email: 'e@x.example' });
    expect(ids(usedFirst([nadia, elodie], { used: [], newest: [] }, 'elo'))).toBe('65');
  });

  it('searches memory by every word while the broker is asked', () => {
    const seen = { used: [bob], newest: [ana, bob] };
    expect(ids(matchSeen(seen, 'x.EXAMPLE bo'))).toBe('2');
    expect(ids(matchSeen(seen, ''))).toBe('21');
  });
});

describe('what is known from before', () => {
  it('is asked about anew where the newest say nothing of it', () => {
    expect(ids(unanswered([bob, cam], { used: [ana, bob], newest: [] }))).toBe('1');
    expect(unanswered([], { used: [person({ id: '9', email: '' })], newest: [] })).toEqual([]);
  });

  it("is replaced by Envoke's present answer, and removed where Envoke has nobody", () => {
    const changed = person({ ...ana, company: 'Other' });
    const results = [
      { email: ana.email, contact: changed },
      { email: bob.email, contact: null },
    ];
    const fresh = refresh([ana, bob, cam], results);
    expect(ids(fresh)).toBe('13');
    expect(fresh[0]?.company).toBe('Other');
  });

  it('keeps the others when a look-up finds somebody else with the same e-mail', () => {
    const twin = person({ ...ana, id: '8' });
    expect(ids(refresh([ana], [{ email: ana.email, contact: twin }]))).toBe('1');
  });

  it('keeps the last used contacts first, and a bounded number', () => {
    expect(ids(rememberUsed({ used: [ana, bob], newest: [] }, bob).used)).toBe('21');
    expect(rememberUsed({ used: many, newest: [] }, ana).used.length).toBeLessThanOrEqual(60);
  });

  it('never keeps a contact twice', () => {
    const changed = person({ ...ana, company: 'Other' });
    expect(rememberUsed({ used: [], newest: [ana] }, changed).newest).toEqual([changed]);
    expect(rememberNewest({ used: [ana], newest: [] }, [changed]).used).toEqual([changed]);
  });

  it('forgets a contact that Envoke no longer has', () => {
    expect(forgetContact({ used: [ana], newest: [ana] }, ana.id)).toEqual(NOTHING_SEEN);
  });
});
