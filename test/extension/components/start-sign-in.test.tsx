// @vitest-environment happy-dom
/** A click on Connect: what is asked, and what is said when it cannot begin. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useConnect } from '../../../extension/components/use-connect.ts';
import { browser, resetBrowser } from '../fake-browser.ts';
import { draw } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

function Connecting({ announce }: { announce: (words: { text: string } | null) => void }) {
  const connect = useConnect('https://broker.example.ca', announce);
  return (
    <button type="button" onClick={() => connect('7')}>
      Connect
    </button>
  );
}

describe('starting a sign-in', () => {
  let said: string[];
  let asked: unknown[];

  beforeEach(() => {
    resetBrowser();
    said = [];
    asked = [];
    Object.assign(browser.permissions, { request: async () => true });
    Object.assign(browser.runtime, {
      sendMessage: async (message: unknown) => {
        asked.push(message);
        return { ok: true, value: null };
      },
    });
  });

  const click = async () => {
    const drawn = await draw(<Connecting announce={(words) => words !== null && said.push(words.text)} />);
    await drawn.click(drawn.button('Connect'));
  };

  it.each([
    ['the person says no', async () => false],
    ['the browser does not ask', () => Promise.reject(new Error('This function must be called by a click'))],
  ])('says that access is withheld when %s, and starts nothing', async (_why, request) => {
    Object.assign(browser.permissions, { request });
    await click();
    await vi.waitFor(() => expect(said).toEqual([expect.stringContaining('is blocking the connection')]));
    expect(asked).toEqual([]);
  });

  it('says that the extension is being updated when its background does not answer', async () => {
    const sendMessage = () => Promise.reject(new Error('Could not establish connection.'));
    Object.assign(browser.runtime, { sendMessage });
    await click();
    await vi.waitFor(() => expect(said).toEqual([expect.stringContaining('being updated')]));
  });

  it('hands over to the background, with the account that it is for', async () => {
    await click();
    const message = { type: 'sign-in/start', payload: { reconnects: '7' } };
    await vi.waitFor(() => expect(asked).toEqual([message]));
    expect(said).toEqual([]);
  });
});
