// @vitest-environment happy-dom
/** What the card of a bulk add says of who was undone, who was never sent, and what it waits for. */
import { expect, it, vi } from 'vitest';
import { BatchCard } from '../../../extension/components/outbox/batch-progress.tsx';
import type { Language } from '../../../extension/lib/i18n/index.ts';
import type { BatchProgress } from '../../../extension/lib/outbox/batch-counts.ts';
import type { OutboxBatch } from '../../../extension/lib/outbox/outbox-item.ts';
import { draw } from './draw.tsx';

const NOTHING: BatchProgress = {
  ...{ total: 14, done: 0, failed: 0, needsDecision: 0, open: 0, stopped: 0, undone: 0, takenOut: 0 },
  removed: 0,
  ...{ secondsLeft: null, waitsFor: null },
};

async function card(progress: Partial<BatchProgress>, state: OutboxBatch['state'], language: Language) {
  const batch = { id: 'b', accountId: '7', createdAtMs: 0, total: 14, state };
  const on = { onAction: vi.fn(), onDismiss: vi.fn(), onCopy: vi.fn(), onSave: vi.fn() };
  const drawn = await draw(
    <BatchCard batch={batch} progress={{ ...NOTHING, ...progress }} adds {...on} />,
    language,
  );
  return [...drawn.root.querySelectorAll('p')].map(({ textContent }) => textContent);
}

it.each([
  ['en', ['5 of 14 done, 0 added', '5 undone.', '9 not sent.']],
  ['fr', ['5 sur 14\u00a0traitées, 0\u00a0ajoutée', '5\u00a0annulées.', '9\u00a0non envoyées.']],
] as const)('counts in %s who was undone and who was not sent, not as handled', async (language, words) => {
  expect(await card({ undone: 5, takenOut: 9 }, 'stopped', language)).toEqual(words);
});

it.each([
  ['broker-unreachable', 'En attente d’une réponse de Contacts pour Envoke'],
  ['envoke-busy', 'En attente d’une réponse d’Envoke'],
  ['offline', 'En attente du réseau'],
  ['permission-needed', 'Choisissez Autoriser'],
] as const)('says after %s what it waits for, without a time', async (waitsFor, words) => {
  const said = (await card({ done: 5, open: 9, waitsFor }, 'running', 'fr')).join('\n');
  expect(said).toContain(words);
  expect(said).not.toContain('Terminé dans');
});

it.each([
  ['en', true, '14 people, November 30, 2026', '3 of them are only counted here'],
  ['fr', true, '14\u00a0personnes, 30 novembre 2026', '3\u00a0d’entre elles ne sont plus'],
  ['en', false, 'Tags for 14 people, November 30, 2026', '3 of them are only counted here'],
] as const)(
  'says in %s which bulk add it is, and who is no longer named: adds %s',
  async (language, adds, title, words) => {
    const createdAtMs = new Date(2026, 10, 30, 14, 5).getTime();
    const batch = { id: 'b', accountId: '7', createdAtMs, total: 14, state: 'running' } as const;
    const on = { onAction: vi.fn(), onDismiss: vi.fn(), onCopy: vi.fn(), onSave: vi.fn() };
    const progress = { ...NOTHING, done: 11, failed: 3, removed: 3 };
    const drawn = await draw(<BatchCard batch={batch} progress={progress} adds={adds} {...on} />, language);
    expect(drawn.find('h2').textContent).toMatch(new RegExp(`^${title} .*05`));
    expect(drawn.text()).toContain(words);
  },
);
