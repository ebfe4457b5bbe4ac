/** Notices of an ending permission that a person has dismissed. */
import { isNumber, isShaped } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

/** The dismissed notice of an ending permission, with its end date: a renewed permission gets notices again. */
interface PutOffNotice {
  connectionExpiresAt: number;
  notice: number;
}

/** By account id. */
export type PutOffNotices = Readonly<Record<string, PutOffNotice>>;

export const putOffNoticesItem = defineItem<PutOffNotices>({
  area: 'local',
  key: 'putOffNotices',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<PutOffNotice>({ connectionExpiresAt: isNumber, notice: isNumber })),
});
