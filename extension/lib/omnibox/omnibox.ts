/** The address bar's `env` keyword: contacts as you type, and the popup for the one that was chosen. */
import { browser } from 'wxt/browser';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { createAccountClient } from '../broker-client/account-client.ts';
import { resolveLanguage, startTranslator, type Translate } from '../i18n/index.ts';
import { MAIL_STATUS_KEYS, mailStatusOf } from '../i18n/mail-status.ts';
import { keepSearch, keptSearchesItem, NO_PLACE } from '../memory/kept-search.ts';
import { openPopup } from '../menus/open-popup.ts';
import { partOf } from '../outbox/outbox-item.ts';
import { loadOutbox } from '../outbox/outbox-store.ts';
import { withPending } from '../outbox/pending-contact.ts';
import { loadAccounts } from '../session/accounts.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { offeredItem } from './offered-item.ts';

/** The largest number of suggestions that browsers show below the address bar. */
const MAX_SUGGESTIONS = 6;
/** A pause in typing; Envoke is asked about a request a second. */
const PAUSE_MS = 200;

export interface Suggestion {
  content: string;
  description: string;
}

/**
 * Pure. Consent stands after the name, where a long line is not cut. Chromium reads the description as XML, Firefox as
 * text, so the marks that XML minds are left out.
 */
export function toSuggestion(contact: Contact, t: Translate): Suggestion {
  const { email, first_name, last_name, company, consent } = contact;
  const name = [first_name, last_name].filter(Boolean).join(' ');
  const mailStatus = t(MAIL_STATUS_KEYS[mailStatusOf(consent)]);
  const description = [name || email, mailStatus, name && email, company]
    .filter(Boolean)
    .join(' – ')
    .replace(/[<>&"'\p{Cc}]/gu, ' ');
  return { content: email, description };
}

async function loadWords(): Promise<Translate> {
  const { values } = await loadSettings();
  return startTranslator(resolveLanguage(values.language, browser.i18n.getUILanguage())).t;
}

/** What the first line says, in the person's language: what Enter leads to. */
export async function showHint(): Promise<void> {
  const [t, { current }] = await Promise.all([loadWords(), loadAccounts()]);
  const description = t(current?.state === 'active' ? 'find.search' : 'connect.button');
  await browser.omnibox.setDefaultSuggestion({ description });
}

/** A listener that answers only the latest text and ignores earlier ones. */
export function createInputListener(sleep: (ms: number) => Promise<void>) {
  let current = new AbortController();
  return async (text: string, suggest: (suggestions: Suggestion[]) => void): Promise<void> => {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    await sleep(PAUSE_MS);
    if (signal.aborted) return;
    const contacts = await search(text.trim(), signal).catch(() => []);
    const t = await loadWords();
    if (!signal.aborted) suggest(contacts.map((contact) => toSuggestion(contact, t)));
  };
}

/** As the writes that Envoke does not have yet leave them; the popup gets them as Envoke has them, and does the same. */
async function search(text: string, signal: AbortSignal): Promise<readonly Contact[]> {
  const { current } = await loadAccounts();
  if (text === '' || current === null || !(await isOn())) return [];
  const askedAtMs = Date.now();
  const page = await createAccountClient(current.id).searchContacts(
    { search: text, limit: MAX_SUGGESTIONS },
    { signal },
  );
  await offeredItem.set({ accountId: current.id, contacts: page.contacts, chosenId: null });
  const outbox = partOf(await loadOutbox(), (id) => id === current.id);
  return page.contacts.map((contact) => withPending(contact, outbox, askedAtMs));
}

/** Opens the popup with the contact whose suggestion was entered, or searching for the text that was. */
export async function openEntered(text: string): Promise<void> {
  const { current } = await loadAccounts();
  // Written first, because the popup starts from what it finds in storage.
  if (current !== null && (await isOn()) && !(await choose(current.id, text))) {
    await keepSearch(await keptSearchesItem.get(), current.id, text.trim(), NO_PLACE);
  }
  await openPopup('find');
}

/** Whether the text is a suggestion that was offered; the next popup then opens with its contact. */
async function choose(accountId: string, text: string): Promise<boolean> {
  const offered = await offeredItem.get();
  const chosen = offered?.contacts.find(({ email }) => email === text);
  if (offered === null || offered.accountId !== accountId || chosen === undefined) return false;
  await offeredItem.set({ ...offered, chosenId: chosen.id });
  return true;
}

async function isOn(): Promise<boolean> {
  return (await loadSettings()).values.omnibox;
}
