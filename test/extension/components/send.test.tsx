// @vitest-environment happy-dom
/** Handing writes to the background: after a lost answer the request is repeated, and nothing is stored twice. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Announcement } from '../../../extension/components/notice.tsx';
import type { View } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { useWrites } from '../../../extension/entrypoints/popup/shell/use-writes.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { aDraft } from '../outbox/items.ts';
import { draw } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

type Asked = { payload: { requestId: string } };

interface SaverProps {
  announce: (words: Announcement) => void;
  open?: (view: View) => void;
}

function Saver({ announce, open = () => undefined }: SaverProps) {
  const { send } = useWrites('7', announce, open);
  return (
    <button type="button" onClick={() => void send([aDraft('a@example.ca')], { taken: 'Taken.' })}>
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
