/** The account that was connected while no view could say so; the button tells of it until the popup opens. */
import { isString } from '../storage/guards.ts';
import { defineItem, orUndefined } from '../storage/item.ts';

/** `''` when there is none. */
export const newConnectionItem = defineItem<string>({
  area: 'local',
  key: 'newConnection',
  version: 1,
  fallback: '',
  parse: orUndefined(isString),
});
