/** English: what the popup fetches after its first paint, room by room. */
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

export const en = {
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
} as const;
