/** French as written in Canada: what the popup fetches after its first paint, room by room. */
import type { en } from '../en/more.ts';
import type { Translated } from '../messages.ts';
import { beside } from './beside.ts';
import { bulk } from './bulk.ts';
import { contact } from './contact.ts';
import { drafts } from './drafts.ts';
import { ending } from './ending.ts';
import { forms } from './forms.ts';
import { help } from './help.ts';
import { list } from './list.ts';
import { outbox } from './outbox.ts';
import { proof } from './proof.ts';
import { settings } from './settings.ts';
import { undo } from './undo.ts';
import { welcome } from './welcome.ts';

export const fr: Translated<typeof en> = {
  ...forms,
  ...contact,
  ...beside,
  ...bulk,
  ...drafts,
  ...ending,
  ...list,
  ...outbox,
  ...proof,
  ...help,
  ...settings,
  ...undo,
  ...welcome,
};
