/** What the popup reads before its first paint: all of it from this browser, none from the network. */
import { browser } from 'wxt/browser';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { resolveLanguage, startTranslator, type Translator } from '../../../lib/i18n/index.ts';
import {
  type TypedEdit,
  type TypedText,
  typedEditsItem,
  typedTextItem,
  type UnfinishedReview,
  unfinishedReviewItem,
} from '../../../lib/memory/add-form-items.ts';
import {
  type PutOffNotice,
  putOffNoticesItem,
  type SeenContacts,
  seenContactsItem,
} from '../../../lib/memory/list-items.ts';
import { type Offered, offeredItem } from '../../../lib/omnibox/offered-item.ts';
import type { WaitingCapture } from '../../../lib/page/page-source.ts';
import { waitingCaptureItem } from '../../../lib/page/waiting-capture-item.ts';
import { type AccountList, summarize } from '../../../lib/session/accounts.ts';
import { accountsItem } from '../../../lib/session/accounts-item.ts';
import type { LoadedSettings } from '../../../lib/settings/settings.ts';
import { managedCopyItem, settingsItem } from '../../../lib/settings/settings-items.ts';
import { mergeSettings } from '../../../lib/settings/settings-store.ts';
import type { SignInProgress } from '../../../lib/sign-in/progress.ts';
import { signInProgressItem } from '../../../lib/sign-in/progress-item.ts';
import { getItems } from '../../../lib/storage/item.ts';
import { unflattenForm } from '../form/typed-form.ts';
import type { View } from './popup-context.ts';

export interface Start {
  settings: LoadedSettings;
  accounts: AccountList;
  translator: Translator;
  signIn: SignInProgress;
  capture: WaitingCapture;
  seen: Readonly<Record<string, SeenContacts>>;
  typed: Readonly<Record<string, TypedText>>;
  reviews: Readonly<Record<string, UnfinishedReview>>;
  offered: Offered | null;
  putOff: Readonly<Record<string, PutOffNotice>>;
  edits: Readonly<Record<string, TypedEdit>>;
}

/**
 * Where an account's popup begins: with the contact chosen in the address bar, with the form that was not finished,
 * on the page's people, or searching. A review of many never opens by itself: it is offered (find-notices.tsx), since one
 * key in it may write many people.
 */
export function firstViews(start: Start, accountId: string): View[] {
  const typed = start.typed[accountId];
  const flat = typed?.form ?? typed?.aside?.at(-1) ?? null;
  const form = flat === null ? null : unflattenForm(flat);
  const contact = chosenContact(start.offered, accountId);
  if (form !== null || contact !== undefined)
    return [
      { name: 'find' },
      ...(form === null ? [] : [{ name: 'add', form, editedItemId: flat?.editedItemId ?? '' } as const]),
      ...(contact === undefined ? [] : [{ name: 'contact', contact } as const]),
    ];
  const edit = start.edits[accountId];
  if (edit !== undefined)
    return [{ name: 'find' }, { name: 'contact', contact: edit.contact, edit: edit.values }];
  const { openOn, pageLookup } = start.settings.values;
  return openOn === 'page' && pageLookup ? [{ name: 'find' }, { name: 'page' }] : [{ name: 'find' }];
}

function chosenContact(offered: Offered | null, accountId: string): Contact | undefined {
  if (offered === null || offered.chosenId === null || offered.accountId !== accountId) return undefined;
  return offered.contacts.find(({ id }) => id === offered.chosenId);
}

export async function loadStart(): Promise<Start> {
  const stored = await getItems({
    settings: settingsItem,
    managed: managedCopyItem,
    accounts: accountsItem,
    signIn: signInProgressItem,
    capture: waitingCaptureItem,
    seen: seenContactsItem,
    typed: typedTextItem,
    reviews: unfinishedReviewItem,
    offered: offeredItem,
    putOff: putOffNoticesItem,
    edits: typedEditsItem,
  });
  if (stored.offered !== null) void offeredItem.remove();
  const settings = mergeSettings(stored.settings, stored.managed);
  const language = resolveLanguage(settings.values.language, browser.i18n.getUILanguage());
  return {
    ...stored,
    settings,
    accounts: summarize(stored.accounts),
    translator: startTranslator(language),
  };
}
