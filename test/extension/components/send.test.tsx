// @vitest-environment happy-dom
/** Handing writes to the background: after a lost answer the request is repeated, and nothing is stored twice. */
import { useRef } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Announcement } from '../../../extension/components/notice.tsx';
import type { Announce } from '../../../extension/components/use-announcement.ts';
import type { View } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { useWrites } from '../../../extension/entrypoints/popup/shell/use-writes.ts';
import type { BrokerErrorSlug } from '../../../extension/lib/broker-client/broker-error.ts';
import type { Language } from '../../../extension/lib/i18n/index.ts';
import { changeItem, writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { keepAccount } from '../../../extension/lib/session/accounts.ts';
import type { StoredAccount } from '../../../extension/lib/session/stored-account.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { aDraft, anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

type Asked = { payload: { requestId: string } };

interface SaverProps {
  announce: (words: Announcement) => void;
  open?: (view: View) => void;
  name?: string;
}

/** Hears a change of what is shown as often as there is one. */
function Saver({ announce, open = () => undefined, ...who }: SaverProps) {
  const shown = useRef<Announcement | null>(null);
  const show: Announce<Announcement> = (said) => {
    const next = typeof said === 'function' ? said(shown.current) : said;
    if (next !== null && next !== shown.current) announce(next);
    shown.current = next;
  };
  const { send } = useWrites('7', show, open);
  return (
    <button type="button" onClick={() => void send([aDraft('a@example.ca')], { taken: 'Taken.', ...who })}>
      Save
    </button>
  );
}

describe('handing over to the background', () => {
  let asked: string[];
  let said: string[];
  beforeEach(() => {
    resetBrowser();
    asked = [];
    said = [];
  });

  /** The background dies as often, each time before it has answered. */
  const save = async (deaths: number) => {
    const sendMessage = async ({ payload }: Asked) => {
      asked.push(payload.requestId);
      if (asked.length <= deaths) throw new Error('The message port closed before a response was received.');
      return { ok: true, value: { itemIds: ['i'], batchId: null } };
    };
    Object.assign(browser.runtime, { sendMessage });
    const drawn = await draw(<Saver announce={(words) => said.push(words.text)} />);
    await drawn.click(drawn.button('Save'));
    await vi.waitFor(() => expect(said).toHaveLength(1));
  };

  it('says when the background does not come back', async () => {
    await save(9);
    expect(said).toEqual(['The extension is being updated. Open it again in a moment.']);
  });

  it('repeats the request to a background that died', async () => {
    await save(1);
    expect(said).toEqual(['Taken.']);
    expect(asked).toHaveLength(2);
    expect(new Set(asked).size).toBe(1);
  });

  it('leads to the place where the name is entered that a record needs', async () => {
    Object.assign(browser.runtime, { sendMessage: async () => ({ ok: false, refusal: 'name-needed' }) });
    const words: Announcement[] = [];
    const views: string[] = [];
    const drawn = await draw(
      <Saver announce={(one) => words.push(one)} open={({ name }) => views.push(name)} />,
    );
    await drawn.click(drawn.button('Save'));
    await vi.waitFor(() => expect(words).toHaveLength(1));
    expect(words[0]?.actions?.map(({ label }) => label)).toEqual(['Enter your name']);
    words[0]?.actions?.[0]?.run();
    expect(views).toEqual(['account']);
  });

  it('sends a new request for each new save', async () => {
    await save(0);
    said = [];
    await save(0);
    expect(new Set(asked).size).toBe(2);
  });
});

describe('what is said of something that was saved', () => {
  let said: string[];
  beforeEach(() => {
    resetBrowser();
    said = [];
  });

  const account = (state: 'active' | 'connection-ended'): StoredAccount => ({
    id: '7',
    name: 'Lakeside',
    brokerUrl: 'https://broker.example',
    sessionToken: state === 'active' ? 'token' : null,
    keyId: 'k',
    state,
    sessionExpiresAt: 0,
    connectionExpiresAt: 0,
  });
  const failed = (slug: BrokerErrorSlug) =>
    changeItem('i', (item) => ({ ...item, lastFailure: { ...REFUSED, slug } }));
  const save = async (state: 'active' | 'connection-ended', language: Language = 'en') => {
    await keepAccount(account(state));
    const sendMessage = async () => {
      await writeNew([anItem({ id: 'i' })], null);
      return { ok: true, value: { itemIds: ['i'], batchId: null } };
    };
    Object.assign(browser.runtime, { sendMessage });
    const drawn = await draw(<Saver announce={(words) => said.push(words.text)} name="Ann Roe" />, language);
    await drawn.click(drawn.button('Save'));
    await vi.waitFor(() => expect(said).toHaveLength(1));
  };

  it.each([
    ['active', 'Taken.'],
    [
      'connection-ended',
      'Enregistré\u00a0: Ann Roe. L’envoi à Envoke se fait dès que vous vous reconnectez.',
    ],
  ] as const)('is that it is being sent only where there is a connection: %s', async (state, words) => {
    await save(state, 'fr');
    expect(said).toEqual([words]);
  });

  it('changes when a try shows that the connection has ended', async () => {
    await save('active');
    await keepAccount(account('connection-ended'));
    await changeItem('i', (item) => ({ ...item, attempts: 1 }));
    await vi.waitFor(() => expect(said).toHaveLength(2));
    expect(said[1]).toBe('Saved: Ann Roe. It is sent to Envoke as soon as you reconnect.');
  });

  it('changes while Envoke asks for a pause, and no more once it has arrived', async () => {
    await save('active');
    await failed('envoke-busy');
    await vi.waitFor(() => expect(said).toHaveLength(2));
    expect(said[1]).toContain('Envoke has not confirmed it yet. It is sent automatically');
    await changeItem('i', (item) => ({ ...item, state: { status: 'done', contactId: '1', atMs: 0 } }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).toHaveLength(2);
  });
});
