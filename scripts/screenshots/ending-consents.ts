/** Consents that end soon, as a picture needs them: the stand-in's people have no end that is near on every day. */
import type { Page } from 'playwright-core';
import { localDay } from '../../extension/lib/i18n/index.ts';
import { monthsFrom } from '../../extension/lib/memory/consent-ends.ts';
import { addMonths } from '../../shared/consent.ts';
import type { Contact } from '../../shared/schemas/contact.ts';
import { dropItem, getItem, putVersioned } from './storage.ts';

/** As if they had been read a moment ago, and as the broker answers for them. */
export async function answerEnding(page: Page): Promise<void> {
  const [thisMonth, nextMonth] = monthsFrom(localDay(Date.now()));
  const last = addMonths(`${thisMonth}-31`, 0);
  const seen = (await getItem(page, 'session', 'seenContacts')) as {
    value: Record<string, { newest: Contact[] }>;
  };
  const [[accountId, { newest }] = ['', { newest: [] as Contact[] }]] = Object.entries(seen.value);
  const ending = newest.slice(0, 5).map((contact, at) => ({
    ...contact,
    consent: {
      ...contact.consent,
      status: 'Implied - Inquiry',
      mailable: 'yes',
      ends_on: at < 4 ? last : `${nextMonth}-12`,
    },
  }));
  await page.route('**/v1/contacts/by-id*', (route) => route.fulfill({ json: { contacts: ending } }));
  const days = Object.fromEntries(ending.map(({ id, consent }) => [id, consent.ends_on]));
  const ends = { days, isWhole: true, readAtMs: Date.now(), reading: null };
  await putVersioned(page, 'local', 'consentEnds', { [accountId]: ends });
  const { value } = (await getItem(page, 'local', 'settings')) as { value: object };
  await putVersioned(page, 'local', 'settings', { ...value, consentClock: 'list' });
}

export async function forgetEnding(page: Page): Promise<void> {
  await dropItem(page, 'local', 'settings');
  await dropItem(page, 'local', 'consentEnds');
}
