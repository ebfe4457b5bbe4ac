/** The number on the extension's button. */
import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../extension/lib/badge/badge.ts';
import type { OutboxState } from '../../../extension/lib/outbox/outbox-item.ts';
import { anItem, REFUSED } from '../outbox/items.ts';

const STATES: Record<string, OutboxState> = {
  waiting: { status: 'waiting' },
  sending: { status: 'sending' },
  done: { status: 'done', contactId: '1', atMs: 0 },
  stopped: { status: 'stopped' },
  failed: { status: 'failed', failure: REFUSED },
  'needs-decision': { status: 'needs-decision', failure: REFUSED },
};
const account = {
  id: '7',
  name: 'Association',
  brokerUrl: 'https://broker.example.ca',
  sessionExpiresAt: 0,
  connectionExpiresAt: 0,
} as const;

const badge = (statuses: string[], state: 'active' | 'ended' = 'active') => {
  const items = statuses.map((status) => anItem({ state: STATES[status] ?? { status: 'waiting' } }));
  const shown = { ...account, state };
  return badgeOf({ items, batches: [] }, { current: shown, accounts: [shown] });
};

describe('the badge', () => {
  it.each([
    [[], '', 'progress'],
    [['done', 'stopped'], '', 'progress'],
    [['waiting', 'sending', 'done'], '2', 'progress'],
    [['waiting', 'failed'], '2', 'attention'],
    [['needs-decision'], '1', 'attention'],
    [Array(1200).fill('waiting'), '999+', 'progress'],
  ] as const)('for %j says "%s" in the tone of %s', (statuses, text, tone) => {
    expect(badge([...statuses])).toEqual({ text, tone });
  });

  it('asks for attention when what waits needs a sign-in', () => {
    expect(badge(['waiting'], 'ended')).toEqual({ text: '1', tone: 'attention' });
  });
});
