// @vitest-environment happy-dom
/** The account view: the sessions on all devices, and the activity file for others. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountView } from '../../../extension/entrypoints/popup/account/account-view.tsx';
import { type Popup, PopupContext } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import { draftsItem } from '../../../extension/lib/memory/drafts-item.ts';
import { writeNew } from '../../../extension/lib/outbox/outbox-store.ts';
import { deviceNameItem } from '../../../extension/lib/session/this-device.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { unknownName } from '../../../shared/unknown-name.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const SESSION = { browser: 'Firefox on Linux', created_at: 1_795_000_000, last_used_at: 1_795_000_000 };
const HERE = { ...SESSION, id: 'here', current: true, own: true, device_name: '' };
const ELSEWHERE = { ...HERE, id: 'elsewhere', current: false, own: false };
const AT_HOME = { ...ELSEWHERE, id: 'at-home', own: true, device_name: 'At home' };
const UNREACHABLE = new BrokerError('broker-unreachable');

describe('the account', () => {
  let said: string[];
  let done: string[];
  let saved: Blob[];

  beforeEach(() => {
    resetBrowser();
    said = [];
    done = [];
    saved = [];
    Object.assign(browser.runtime, {
      sendMessage: async ({ type }: { type: string }) => {
        done.push(type);
        return { ok: true, value: { revoked: true } };
      },
    });
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:saved';
    });
  });

  const drawAccount = async (sessions: object[], calls: object = {}) => {
    const account = { id: '7', name: 'Harbourview', connectionExpiresAt: 1_820_000_000, state: 'active' };
    const client = {
      sessions: async () => sessions,
      endSession: async (id: string) => void done.push(`end ${id}`),
      endOtherSessions: async () => void done.push('end mine'),
      endAllSessions: async () => void done.push('end all'),
      nameSession: async (id: string, name: string) => void done.push(`${id} is ${name}`),
      activityFile: async () => 'at,action\r\n',
      ...calls,
    };
    const popup = {
      account,
      accounts: { current: account, accounts: [account] },
      client,
      settings: defaultSettings(),
      outbox: { items: [], batches: [] },
      elsewhere: { items: [], batches: [] },
      back: () => undefined,
      announce: (words: { text: string } | null) => said.push(words?.text ?? ''),
      reconnect: () => undefined,
    } as unknown as Popup;
    const drawn = await draw(
      <PopupContext.Provider value={popup}>
        <AccountView />
      </PopupContext.Provider>,
    );
    await vi.waitFor(() => expect(drawn.text()).toContain('Firefox on Linux'));
    return drawn;
  };

  const endAll = async (drawn: Awaited<ReturnType<typeof drawAccount>>) => {
    for (const _step of ['asked', 'confirmed']) {
      await drawn.click(drawn.button('End all sessions of this account'));
    }
  };

  it('signs nobody out when the broker cannot end the sessions', async () => {
    const endAllSessions = () => Promise.reject(UNREACHABLE);
    const drawn = await drawAccount([HERE, ELSEWHERE], { endAllSessions });
    await endAll(drawn);
    await vi.waitFor(() => expect(said.at(-1)).toContain('Contacts for Envoke is not answering'));
    expect(done).toEqual([]);
  });

  it('ends all sessions of the account: the others first, then this one', async () => {
    const drawn = await drawAccount([HERE, ELSEWHERE]);
    await endAll(drawn);
    await vi.waitFor(() => expect(said.at(-1)).toContain('Signed out.'));
    expect(done).toEqual(['end all', 'sign-in/sign-out']);
  });

  it('says how many unfinished forms and waiting writes there are before it signs out', async () => {
    const paste = { kind: 'paste', text: 'a@example.ca' } as const;
    await draftsItem.set({ 7: [1, 2].map((id) => ({ ...paste, id: `${id}` })), 8: [{ ...paste, id: '3' }] });
    await writeNew([anItem({ accountId: '7' })], null);
    const drawn = await drawAccount([HERE]);
    await drawn.click(drawn.button('Sign out…'));
    await drawn.click(drawn.button('Sign out'));
    await vi.waitFor(() => expect(said.at(-1)).toContain('2 unfinished forms are deleted'));
    expect(said.at(-1)).toContain('1 saved change has not reached Envoke');
    expect(said.at(-1)).not.toContain('Envoke goes on sending');
    expect(done).toEqual([]);
  });

  it('says that people are still sent to whose unsubscribing waits or was refused', async () => {
    const about = { contactId: '42', email: 'una@lake.example.ca', said: { reason: 'Phoned.' } };
    const failed = { status: 'failed', failure: REFUSED } as const;
    const unsubscribe = anItem({ accountId: '7', operation: { kind: 'unsubscribe', ...about } });
    await writeNew([unsubscribe, { ...unsubscribe, id: 'refused', state: failed }], null);
    const drawn = await drawAccount([HERE]);
    await drawn.click(drawn.button('Sign out…'));
    await drawn.click(drawn.button('Sign out'));
    await vi.waitFor(() => expect(said.at(-1)).toContain('Envoke goes on sending to these people'));
  });

  it('says that colleagues are signed out too before it ends all sessions, and can be left', async () => {
    const drawn = await drawAccount([HERE, ELSEWHERE]);
    await drawn.click(drawn.button('End all sessions of this account'));
    expect(drawn.text()).toContain('Everyone who uses this account is signed out');
    await drawn.click(drawn.button('Cancel'));
    expect(drawn.text()).not.toContain('Everyone who uses this account is signed out');
    expect(done).toEqual([]);
  });

  it('ends a person’s own other sessions without asking and without signing out', async () => {
    const drawn = await drawAccount([HERE, ELSEWHERE, AT_HOME]);
    await drawn.click(drawn.button('End my other sessions'));
    await vi.waitFor(() => expect(said.at(-1)).toBe('Your other sessions have ended.'));
    expect(done).toEqual(['end mine']);
  });

  it('does not offer to end a person’s other sessions where all others may be colleagues’', async () => {
    const drawn = await drawAccount([HERE, ELSEWHERE]);
    expect(drawn.text()).not.toContain('End my other sessions');
  });

  it('asks before it ends a session that may be a colleague’s', async () => {
    const drawn = await drawAccount([HERE, ELSEWHERE]);
    const end = () => drawn.click(drawn.find('.lines .button-link, [role=alert] .button-danger'));
    await end();
    expect(drawn.text()).toContain('This may be the session of a colleague');
    expect(done).toEqual([]);
    await end();
    await vi.waitFor(() => expect(done).toEqual(['end elsewhere']));
  });

  it('ends one of a person’s own sessions at once', async () => {
    const drawn = await drawAccount([HERE, AT_HOME]);
    await drawn.click(drawn.find('.lines .button-link'));
    await vi.waitFor(() => expect(said.at(-1)).toBe('The session of At home has ended.'));
    expect(done).toEqual(['end at-home']);
  });

  it('names this browser, without characters that nobody sees, also for the next sign-in', async () => {
    const drawn = await drawAccount([HERE]);
    const field = drawn.find<HTMLInputElement>('.lines + .field input');
    await drawn.type(field, ' Front\u202E desk ');
    field.dispatchEvent(new Event('blur'));
    await vi.waitFor(() => expect(done).toEqual(['here is Front desk']));
    expect(await deviceNameItem.get()).toBe('Front desk');
  });

  it('asks before it signs out, with the focus on the way back', async () => {
    const drawn = await drawAccount([HERE]);
    await drawn.click(drawn.button('Sign out…'));
    expect(document.activeElement?.textContent).toBe('Cancel');
    expect(done).toEqual([]);
    await drawn.click(drawn.button('Sign out'));
    await vi.waitFor(() => expect(done).toEqual(['sign-in/sign-out']));
  });

  it('has the session of this browser first, and the day on which each began', async () => {
    const drawn = await drawAccount([{ ...ELSEWHERE, created_at: 1_790_000_000 }, HERE]);
    const lines = [...drawn.root.querySelectorAll('.lines li')].map((line) => line.textContent ?? '');
    expect(lines[0]).toContain('This browser');
    expect(lines[0]).toMatch(/Signed in November \d+, 2026/);
    expect(lines[1]).toMatch(/Signed in September \d+, 2026/);
  });

  it('does not offer to end all sessions where there is one device', async () => {
    const drawn = await drawAccount([HERE]);
    expect(drawn.text()).not.toContain('End all sessions');
  });

  it('says why the proof cannot be read, and saves nothing', async () => {
    const drawn = await drawAccount([HERE], { activityFile: () => Promise.reject(UNREACHABLE) });
    await drawn.click(drawn.button('Save as CSV'));
    await vi.waitFor(() => expect(said.at(-1)).toContain('Contacts for Envoke is not answering'));
    expect(saved).toEqual([]);
  });

  it('says where names are missing in the table that it saves', async () => {
    const file = `at,action,name\r\n2026-12-01,create,${unknownName()}\r\n`;
    const drawn = await drawAccount([HERE], { activityFile: async () => file });
    await drawn.click(drawn.button('Save as CSV'));
    await vi.waitFor(() => expect(said.at(-1)).toContain('without the names of some people'));
  });

  it('saves the proof as a table that a spreadsheet reads with its accents', async () => {
    const drawn = await drawAccount([HERE]);
    await drawn.click(drawn.button('Save as CSV'));
    await vi.waitFor(() => expect(said.at(-1)).toBe('The table is in your downloads.'));
    const bytes = new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('at,action\r\n');
  });
});
