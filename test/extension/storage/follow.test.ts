/** What a page shows of a stored value when the value changes while it is read. */
import { expect, it, vi } from 'vitest';
import { follow } from '../../../extension/lib/storage/follow.ts';

/** A source whose reading is answered when the test says so. */
function slowSource() {
  let answer = (_value: string): void => undefined;
  let tell = (_value: string): void => undefined;
  const unwatch = vi.fn();
  const source = {
    get: () => new Promise<string>((resolve) => (answer = resolve)),
    watch: (onChange: (value: string) => void) => {
      tell = onChange;
      return unwatch;
    },
  };
  return {
    source,
    unwatch,
    tell: (value: string) => tell(value),
    async answer(value: string) {
      answer(value);
      await Promise.resolve();
    },
  };
}

it('a change is not replaced by what was read before it and arrives after it', async () => {
  const { source, tell, answer } = slowSource();
  const show = vi.fn();
  follow(source, show);
  tell('ready');
  await answer('reading');
  expect(show.mock.calls).toEqual([['ready']]);
});

it('the present value is told, and each change after it', async () => {
  const { source, tell, answer, unwatch } = slowSource();
  const show = vi.fn();
  const stop = follow(source, show);
  await answer('reading');
  tell('ready');
  tell('none');
  expect(show.mock.calls).toEqual([['reading'], ['ready'], ['none']]);
  stop();
  expect(unwatch).toHaveBeenCalledOnce();
});
