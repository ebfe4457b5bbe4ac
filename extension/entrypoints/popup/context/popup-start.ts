/** What the popup reads before its first paint: all of it from this browser, none from the network. */
import { browser } from 'wxt/browser';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { resolveLanguage, startTranslator, type Translator } from '../../../lib/i18n/index.ts';
import { type Draft, draftsItem } from '../../../lib/memory/drafts-item.ts';
import {
  type KeptSearches,
  keptSearchesItem,
  type Place,
  readPlace,
} from '../../../lib/memory/kept-search.ts';
import { type SeenContacts, seenContactsItem } from '../../../lib/memory/list-items.ts';
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
import type { View } from './popup-context.ts';

export interface Start {
  settings: LoadedSettings;
  accounts: AccountList;
  translator: Translator;
  signIn: SignInProgress;
  capture: WaitingCapture;
  seen: Readonly<Record<string, SeenContacts>>;
  searches: KeptSearches;
  drafts: Readonly<Record<string, readonly Draft[]>>;
  offered: Offered | null;
  place: Place;
}

/**
 * The first view of an account's popup: the contact chosen in the address bar, the page's people, or the search. An
 * unfinished draft never opens by itself, since one key in it may write a contact: the list offers it.
 */
export function firstViews(start: Start, accountId: string): View[] {
  const contact = chosenContact(start.offered, accountId);
  if (contact !== undefined) return [{ name: 'find' }, { name: 'contact', contact }];
  const { openOn, pageLookup } = start.settings.values;
  return openOn === 'page' && pageLookup ? [{ name: 'find' }, { name: 'page' }] : [{ name: 'find' }];
}

function chosenContact(offered: Offered | null, accountId: string): Contact | undefined {
  if (offered === null || offered.chosenId === null || offered.accountId !== accountId) return undefined;
  return offered.contacts.find(({ id }) => id === offered.chosenId);
}

export async function loadStart(): Promise<Start> {
  const reading = readPlace();
  const stored = await getItems({
    settings: settingsItem,
    managed: managedCopyItem,
    accounts: accountsItem,
    signIn: signInProgressItem,
    capture: waitingCaptureItem,
    seen: seenContactsItem,
    searches: keptSearchesItem,
    drafts: draftsItem,
    offered: offeredItem,
  });
  if (stored.offered !== null) void offeredItem.remove();
  const place = await reading;
  const settings = mergeSettings(stored.settings, stored.managed);
  const language = resolveLanguage(settings.values.language, browser.i18n.getUILanguage());
  return {
    ...stored,
    place,
    settings,
    accounts: summarize(stored.accounts),
    translator: startTranslator(language),
  };
}
