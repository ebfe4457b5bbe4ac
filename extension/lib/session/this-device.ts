/**
 * What the broker is told of this browser at sign-in, so that the list of sessions tells a person's own from those of
 * colleagues. Neither value gives access to anything.
 */
import { DEVICE_NAME_MAX_CHARS, DEVICE_NAME_UNSEEN } from '../../../shared/limits.ts';
import { isString } from '../storage/guards.ts';
import { defineItem, orUndefined } from '../storage/item.ts';
import { randomText } from './encoding.ts';

const OWNER_MARK_BYTES = 16;

/**
 * Random, and the same in all browsers that the person synchronizes; each person has another one. Where nothing is
 * synchronized, it is that of this browser alone.
 */
const ownerMarkItem = defineItem<string>({
  area: 'sync',
  key: 'ownerMark',
  version: 1,
  fallback: '',
  parse: orUndefined(isString),
});

/** What the person calls this browser; `''` for no name. */
export const deviceNameItem = defineItem<string>({
  area: 'local',
  key: 'deviceName',
  version: 1,
  fallback: '',
  parse: orUndefined(isString),
});

export interface ThisDevice {
  name: string;
  /** `''` where the browser keeps nothing to synchronize. */
  ownerMark: string;
}

export async function loadThisDevice(): Promise<ThisDevice> {
  return { name: await deviceNameItem.get(), ownerMark: await loadOwnerMark() };
}

async function loadOwnerMark(): Promise<string> {
  try {
    return await ownerMarkItem.update((mark) => mark || randomText(OWNER_MARK_BYTES));
  } catch {
    // A browser can be set up to refuse this area. A sign-in does not depend on it.
    return '';
  }
}

/** A name as the broker takes it. Pure. */
export function cleanDeviceName(text: string): string {
  const seen = text.replace(new RegExp(`[${DEVICE_NAME_UNSEEN}]`, 'gu'), '');
  return [...seen].slice(0, DEVICE_NAME_MAX_CHARS).join('').trim();
}
