// @vitest-environment happy-dom
/** What was done to a contact, in the person's words. */
import { expect, it } from 'vitest';
import { History } from '../../../extension/components/contact/history.tsx';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import { draw } from './draw.tsx';

const entry = (changes: Partial<ActivityEntry>): ActivityEntry => ({
  id: '1',
  at: 1_795_000_000,
  session_id: 'session',
  action: 'update',
  contact_id: '7',
  consent_from: '',
  consent_to: '',
  basis: '',
  page_url: '',
  confirmed: false,
  request_id: '',
  outcome: 'done',
  ...changes,
});

const NONE: ReadonlySet<string> = new Set();

const shown = async (changes: Partial<ActivityEntry>, language: 'en' | 'fr' = 'en') =>
  (await draw(<History entries={[entry(changes)]} onTheirWay={NONE} />, language)).text();

it('says honestly when nothing was done from here', async () => {
  expect((await draw(<History entries={[]} onTheirWay={NONE} />)).text()).toContain('No changes made');
});

it.each(['already-there', 'refused', 'failed', 'uncertain'] as const)(
  'says in a word when an outcome is %s',
  async (outcome) => {
    const drawn = await draw(<History entries={[entry({ outcome })]} onTheirWay={NONE} />);
    expect(drawn.find('.badge').textContent).not.toBe('');
  },
);

it('names a change of consent in the language of the person', async () => {
  const changes = { consent_from: 'Not Provided', consent_to: 'Express' };
  expect(await shown(changes)).toContain('Not Provided → Express');
  expect(await shown(changes, 'fr')).toContain('Non fourni → Exprès');
});

it('says nothing of consent that stayed as it was', async () => {
  expect(await shown({ consent_from: 'Express', consent_to: 'Express' })).not.toContain('Express');
});

it('shows a status that it does not know as it is', async () => {
  expect(await shown({ consent_to: 'Something new' })).toContain('Something new');
});

it('says of a write that is on its way so, and not that its result is unknown', async () => {
  const entries = [entry({ id: '2', outcome: 'uncertain' }), entry({ outcome: 'uncertain' })];
  const drawn = await draw(<History entries={entries} onTheirWay={new Set(['2'])} />, 'fr');
  const badges = [...drawn.root.querySelectorAll('.badge')].map(({ textContent }) => textContent);
  expect(badges).toEqual(['En cours d’envoi', 'Résultat inconnu']);
});
