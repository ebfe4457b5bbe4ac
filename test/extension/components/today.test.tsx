// @vitest-environment happy-dom
/** The day of a view that stays open over midnight. */
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useToday } from '../../../extension/components/use-today.ts';
import { draw } from './draw.tsx';

function Day() {
  return <p>{useToday()}</p>;
}

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-27T15:00:00Z') }));
afterEach(() => vi.useRealTimers());

it.each<[string, () => void]>([
  ['somebody presses anything in it', () => document.dispatchEvent(new Event('pointerdown'))],
  ['its window has the focus again', () => globalThis.dispatchEvent(new Event('focus'))],
  ['time passes', () => vi.advanceTimersByTime(20_000)],
])('is the new one once %s', async (_, happens) => {
  const drawn = await draw(<Day />);
  expect(drawn.text()).toBe('2026-11-27');
  vi.setSystemTime(new Date('2026-11-30T15:00:00Z'));
  await act(happens);
  expect(drawn.text()).toBe('2026-11-30');
});
