/**
 * What stands on the extension's button: how many confirmed writes have not come to an end, else that an account was
 * connected, else how many consents end.
 */
import { browser } from 'wxt/browser';
import { localDay, resolveLanguage, startTranslator } from '../i18n/index.ts';
import { consentEndsItem, endingSoon, NOTHING_READ } from '../memory/consent-ends.ts';
import { newConnectionItem } from '../memory/new-connection.ts';
import type { OutboxSnapshot } from '../outbox/outbox-item.ts';
import { loadOutbox } from '../outbox/outbox-store.ts';
import { viewStatus } from '../outbox/outbox-summary.ts';
import { type AccountList, loadAccounts } from '../session/accounts.ts';
import { managedCopyItem, settingsItem } from '../settings/settings-items.ts';
import { mergeSettings } from '../settings/settings-store.ts';
import { getItems } from '../storage/item.ts';

export interface Badge {
  text: string;
  /**
   * `attention`: something waits for a decision of the person, not for the network; `connected`, `clock`: nothing waits.
   */
  tone: 'progress' | 'attention' | 'connected' | 'clock';
}

/** Dark enough for white digits at 4.5:1 (WCAG 1.4.3). */
const COLORS: Readonly<Record<Badge['tone'], string>> = {
  progress: '#1f5f8b',
  attention: '#b3261e',
  connected: '#14613c',
  clock: '#5c5a16',
};
const MOST = 999;

/** Pure. Empty text means no badge. */
export function badgeOf({ items, batches }: OutboxSnapshot, { accounts }: AccountList): Badge {
  const statuses = items.map((item) => viewStatus(item, accounts, batches));
  const open = statuses.filter((status) => status !== 'done' && status !== 'stopped');
  const needsPerson = open.some((status) => ['failed', 'needs-decision', 'needs-sign-in'].includes(status));
  return { text: short(open.length), tone: needsPerson ? 'attention' : 'progress' };
}

const short = (count: number) => (count === 0 ? '' : count > MOST ? `${MOST}+` : String(count));

let showing: Promise<void> | null = null;
let isStale = false;
/** The badge that this background has set; null when it has just started. */
let shown: Awaited<ReturnType<typeof loadBadge>> | null = null;

/** Shows the stored state; calls during a running one cause one more run, not one each. */
export function showBadge(): Promise<void> {
  isStale = true;
  showing ??= showWhileStale().finally(() => {
    showing = null;
  });
  return showing;
}

async function showWhileStale(): Promise<void> {
  while (isStale) {
    isStale = false;
    const next = await loadBadge();
    if (next.text !== shown?.text) await browser.action.setBadgeText({ text: next.text });
    if (next.tone !== shown?.tone) {
      await browser.action.setBadgeBackgroundColor({ color: COLORS[next.tone] });
      await browser.action.setBadgeTextColor({ color: '#ffffff' });
    }
    if (next.title !== shown?.title) await browser.action.setTitle({ title: next.title });
    shown = next;
  }
}

async function loadBadge(): Promise<Badge & { title: string }> {
  const accounts = await loadAccounts();
  const waiting = badgeOf(await loadOutbox(), accounts);
  const title = browser.runtime.getManifest().name;
  const { current } = accounts;
  if (waiting.text !== '' || current?.state !== 'active') return { ...waiting, title };
  const { own, managed, ends, connected } = await getItems({
    own: settingsItem,
    managed: managedCopyItem,
    ends: consentEndsItem,
    connected: newConnectionItem,
  });
  if (connected === current.id) return { text: '✓', tone: 'connected', title: `${title} · ${current.name}` };
  const { values } = mergeSettings(own, managed);
  const { count, month } = endingSoon(ends[current.id] ?? NOTHING_READ, localDay(Date.now()));
  if (values.consentClock !== 'badge' || month !== 'this') return { ...waiting, title };
  const { t } = startTranslator(resolveLanguage(values.language, browser.i18n.getUILanguage()));
  return { text: short(count), tone: 'clock', title: t('ending.thisMonth', { count }) };
}
