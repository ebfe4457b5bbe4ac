/** Storage items: what is read back, what is not, and that writers do not lose one another's changes. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineItem, getItems } from '../../../extension/lib/storage/item.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const isText = (stored: unknown) => (typeof stored === 'string' ? stored : undefined);

const words = defineItem({
  area: 'local',
  key: 'words',
  version: 3,
  fallback: 'none',
  parse: isText,
  migrations: { 2: (older) => `${String(older)}+2`, 3: (older) => `${String(older)}+3` },
});

describe('a storage item', () => {
  beforeEach(resetBrowser);

  it.each<[what: string, stored: unknown]>([
    ['nothing', undefined],
    ['a bare value', 'words'],
    ['null', null],
    ['a value of the wrong kind', { version: 3, value: 7 }],
    ['a value of a later version', { version: 4, value: 'later' }],
    ['a value of a version that has no migration', { version: 0, value: 'old' }],
    ['a version that is no number', { version: '3', value: 'words' }],
  ])('falls back when storage holds %s', async (_what, stored) => {
    if (stored !== undefined) await browser.storage.local.set({ words: stored });
    expect(await words.get()).toBe('none');
  });

  it('reads what it wrote', async () => {
    await words.set('written');
    expect(await words.get()).toBe('written');
  });

  it('is read together with others by one question to each area', async () => {
    const seen = defineItem({ area: 'session', key: 'seen', version: 1, fallback: 'none', parse: isText });
    const typed = defineItem({ area: 'session', key: 'typed', version: 1, fallback: '', parse: isText });
    await Promise.all([words.set('written'), seen.set('before')]);
    const ask = vi.spyOn(browser.storage.session, 'get');
    expect(await getItems({ words, seen, typed })).toEqual({ words: 'written', seen: 'before', typed: '' });
    expect(ask).toHaveBeenCalledTimes(1);
    ask.mockRestore();
  });

  it('brings an older value to the present version step by step', async () => {
    await browser.storage.local.set({ words: { version: 1, value: 'old' } });
    expect(await words.get()).toBe('old+2+3');
  });

  it('loses no change when many are made at once', async () => {
    const count = defineItem({
      area: 'local',
      key: 'count',
      version: 1,
      fallback: 0,
      parse: (stored) => (typeof stored === 'number' ? stored : undefined),
    });
    await Promise.all(Array.from({ length: 50 }, () => count.update((present) => present + 1)));
    expect(await count.get()).toBe(50);
  });

  it('is not written by an update that changes nothing', async () => {
    const set = vi.spyOn(browser.storage.local, 'set');
    await words.update((present) => present);
    expect(set).not.toHaveBeenCalled();
  });

  it('notifies watchers of each new value until they stop', async () => {
    const seen: string[] = [];
    const stop = words.watch((value) => seen.push(value));
    await words.set('first');
    await words.remove();
    stop();
    await words.set('unheard');
    expect(seen).toEqual(['first', 'none']);
  });
});
