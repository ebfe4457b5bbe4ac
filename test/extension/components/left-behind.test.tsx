// @vitest-environment happy-dom
/** What is said of saved writes whose account is signed out, and how they are deleted. */
import { describe, expect, it, vi } from 'vitest';
import { LeftBehind } from '../../../extension/components/outbox/left-behind.tsx';
import { draw } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const focused = () => document.activeElement?.textContent;

describe('saved writes of an account that is signed out', () => {
  it('are not deleted by a key that is pressed twice', async () => {
    const drop = vi.fn();
    const drawn = await draw(
      <LeftBehind withdrawals={0} unsent={{ waiting: 2, paused: 0, toFix: 0 }} onDrop={drop} />,
    );
    await drawn.click(drawn.button('Delete'));
    expect(focused()).toBe('Cancel');
    await drawn.click(drawn.button('Cancel'));
    expect(focused()).toBe('Delete');
    expect(drop).not.toHaveBeenCalled();
  });

  it('are deleted by the answer to the question', async () => {
    const drop = vi.fn();
    const drawn = await draw(
      <LeftBehind withdrawals={0} unsent={{ waiting: 2, paused: 1, toFix: 1 }} onDrop={drop} />,
    );
    await drawn.click(drawn.button('Delete'));
    await drawn.click(drawn.button('Delete 4'));
    expect(drop).toHaveBeenCalledOnce();
  });

  it.each([
    [{ waiting: 0, paused: 0, toFix: 2 }, '2 saved changes that need correcting'],
    [{ waiting: 0, paused: 1, toFix: 0 }, '1 saved change that you paused'],
  ])(
    'are promised to leave by themselves only where nothing else is waited for: %o',
    async (unsent, words) => {
      const drawn = await draw(<LeftBehind withdrawals={0} unsent={unsent} onDrop={() => undefined} />);
      expect(drawn.text()).not.toContain('sent once you connect');
      expect(drawn.text()).toContain(words);
    },
  );

  it('says that somebody is still sent to while their unsubscribing waits', async () => {
    const unsent = { waiting: 2, paused: 0, toFix: 0 };
    const drawn = await draw(<LeftBehind withdrawals={1} unsent={unsent} onDrop={() => undefined} />);
    expect(drawn.text()).toContain('Envoke goes on sending to this person');
  });
});
