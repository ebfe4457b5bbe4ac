/** Tags and subscriptions as the three v2 lists show them (envoke-api 3.4). */

import type { Interest } from '../accounts/catalogue.ts';
import type { Modes } from '../modes/modes.ts';
import { wireId } from './api-call.ts';
import type { ItemView, V2List } from './v2-list.ts';

const TAG_FIELDS = ['id', 'external_id', 'name', 'group', 'description', 'display_names'];
const SORTABLE = new Set(['name']);

export const INTEREST_LIST: V2List = {
  fields: new Set([...TAG_FIELDS, 'type']),
  filterable: new Set(['id', 'name', 'external_id', 'group', 'description']),
  sortable: SORTABLE,
};

export const TAG_LIST: V2List = { ...INTEREST_LIST, fields: new Set(TAG_FIELDS) };

export const SUBSCRIPTION_LIST: V2List = {
  fields: new Set([...TAG_FIELDS, 'display_descriptions', 'prefpage_access']),
  filterable: new Set(['id', 'name', 'external_id', 'group', 'prefpage_access']),
  sortable: SORTABLE,
};

/** An item of `/v2/interests`, where only `type` tells a tag (`interest`) from a subscription. */
export function viewInterest(interest: Interest, modes: Modes): ItemView {
  const { id, external_id, ...rest } = viewTag(interest, modes);
  return { id, external_id, type: interest.type, ...rest };
}

export function viewTag(interest: Interest, modes: Modes): ItemView {
  return {
    id: wireId(interest.id, modes),
    external_id: interest.externalId,
    name: interest.name,
    group: interest.group,
    description: interest.description,
    display_names: interest.displayNames,
  };
}

export function viewSubscription(interest: Interest, modes: Modes): ItemView {
  return {
    ...viewTag(interest, modes),
    display_descriptions: interest.displayDescriptions,
    prefpage_access: interest.prefpageAccess,
  };
}
