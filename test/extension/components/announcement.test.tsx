// @vitest-environment happy-dom
/** The message of a page: how it is said, how long it stays, and what ends it. */
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Announcement, LiveRegions } from '../../../extension/components/notice.tsx';
import {
  type Announce,
  useAnnouncement,
  withoutFault,
} from '../../../extension/components/use-announcement.ts';
import { draw } from './draw.tsx';

const regions = (announcement: Announcement | null, onClose = () => undefined) => (
  <LiveRegions announcement={announcement} onClose={onClose} />
);

describe('the live regions', () => {
  it('are there before there is anything to say', async () => {
    const drawn = await draw(regions(null));
    expect(drawn.root.querySelectorAll('[role=status], [role=alert]')).toHaveLength(2);
    expect(drawn.text()).toBe('');
  });

  it('interrupt for bad news only', async () => {
    const good = await draw(regions({ tone: 'good', text: 'Saved.' }));
    expect(good.find('[role=status]').textContent).toBe('Saved.');
    const bad = await draw(regions({ tone: 'bad', text: 'Refused.' }));
    expect(bad.find('[role=alert]').textContent).toContain('Refused.');
    expect(bad.find('[role=status]').textContent).toBe('');
  });

  it('offer to dismiss bad news, since it stays until then', async () => {
    const onClose = vi.fn();
    const drawn = await draw(regions({ tone: 'bad', text: 'Refused.' }, onClose));
    await drawn.click(drawn.button('Dismiss'));
    expect(onClose).toHaveBeenCalledOnce();
    const good = await draw(regions({ tone: 'good', text: 'Saved.' }));
    expect(good.root.querySelector('button')).toBeNull();
  });

  it('let a question be answered with no', async () => {
    const onClose = vi.fn();
    const actions = [{ label: 'Sign out anyway', run: () => undefined }];
    const question = { tone: 'bad', text: 'Sign out?', actions, isQuestion: true } as const;
    const drawn = await draw(regions(question, onClose), 'fr');
    const labels = [...drawn.root.querySelectorAll('button')].map(({ textContent }) => textContent);
    expect(labels).toEqual(['Sign out anyway', 'Annuler']);
    expect(document.activeElement).toBe(drawn.button('Annuler'));
    await drawn.click(drawn.button('Annuler'));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('an announcement', () => {
  let announce: Announce<Announcement>;
  function Page() {
    const control = useAnnouncement<Announcement>();
    announce = control.announce;
    return <LiveRegions announcement={control.said} onClose={() => control.announce(null)} />;
  }
  const say = (announcement: Announcement) => act(() => announce(announcement));
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(['good', 'bad'] as const)('in the same words is said again (%s)', async (tone) => {
    const drawn = await draw(<Page />);
    await say({ tone, text: 'The email address is copied.' });
    const region = drawn.find(tone === 'bad' ? '[role=alert]' : '[role=status]');
    const [first] = region.children;
    await say({ tone, text: 'The email address is copied.' });
    expect(region.children).toHaveLength(1);
    expect(region.children[0]).not.toBe(first);
  });

  it.each([
    ['good', ''],
    ['info', ''],
    ['bad', 'What was said.'],
  ] as const)('that is %s shows after ten seconds: "%s"', async (tone, left) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const drawn = await draw(<Page />);
    await say({ tone, text: 'What was said.' });
    await act(() => void vi.advanceTimersByTime(10_000));
    expect(drawn.root.querySelector('.notice span')?.textContent ?? '').toBe(left);
  });

  it('of a fault ends with its view, and that of what was saved does not', () => {
    const saved = { tone: 'good', text: 'Saved.' } as const;
    expect(withoutFault({ tone: 'bad', text: 'Refused.' })).toBeNull();
    expect(withoutFault(saved)).toBe(saved);
    expect(withoutFault(null)).toBeNull();
  });
});
