/** Who may give the background orders. */
import { describe, expect, it } from 'vitest';
import { isInternalSender, type MessageSender } from '../../../extension/lib/security/sender.ts';

const ID = 'clopdamfpapmagpjfalbimpfcfeihhff';
const ORIGIN = `chrome-extension://${ID}`;
const SELF = { id: ID, origin: ORIGIN };

const REFUSED: [who: string, sender: MessageSender | undefined][] = [
  ['nobody', undefined],
  ['a sender that says nothing', {}],
  ['a sender without an id', { url: `${ORIGIN}/popup.html`, origin: ORIGIN }],
  ['a sender without a URL', { id: ID, origin: ORIGIN }],
  ['another extension', { id: 'abcdefghijklmnopabcdefghijklmnop', url: `${ORIGIN}/popup.html` }],
  ['an id that only begins like ours', { id: `${ID}a`, url: `${ORIGIN}/popup.html` }],
  ['an id in other letters', { id: ID.toUpperCase(), url: `${ORIGIN}/popup.html` }],
  [
    'a content script of ours in a page',
    { id: ID, url: 'https://example.ca/', origin: 'https://example.ca', frameId: 0 },
  ],
  [
    'a content script in a page that lies of its origin',
    { id: ID, url: 'https://example.ca/', origin: ORIGIN },
  ],
  [
    'a page whose origin is not that of its URL',
    { id: ID, url: `${ORIGIN}/popup.html`, origin: 'https://example.ca' },
  ],
  ['an opaque origin', { id: ID, url: `${ORIGIN}/popup.html`, origin: 'null' }],
  ['a host that continues our id', { id: ID, url: `chrome-extension://${ID}.example.ca/popup.html` }],
  ['our id as a user name', { id: ID, url: `chrome-extension://${ID}@example.ca/popup.html` }],
  ['our id in the path', { id: ID, url: `https://example.ca/${ORIGIN}/popup.html` }],
  ['the same id under another scheme', { id: ID, url: `moz-extension://${ID}/popup.html` }],
  ['the same id over https', { id: ID, url: `https://${ID}/popup.html` }],
  ['a file', { id: ID, url: 'file:///popup.html' }],
  ['a data URL', { id: ID, url: 'data:text/html,x' }],
  ['a blank page', { id: ID, url: 'about:blank' }],
  ['a script URL', { id: ID, url: 'javascript:0' }],
  ['something that is no URL', { id: ID, url: 'popup.html' }],
  ['a frame within one of our pages', { id: ID, url: `${ORIGIN}/popup.html`, frameId: 3 }],
];

describe('the sender check', () => {
  it.each(REFUSED)('refuses %s', (_who, sender) => {
    expect(isInternalSender(sender, SELF)).toBe(false);
  });

  it.each<[who: string, sender: MessageSender]>([
    ['the popup', { id: ID, url: `${ORIGIN}/popup.html`, origin: ORIGIN }],
    ['the popup in a browser that names no origin', { id: ID, url: `${ORIGIN}/popup.html?view=add#x` }],
    ['the settings page in its tab', { id: ID, url: `${ORIGIN}/settings.html`, origin: ORIGIN, frameId: 0 }],
  ])('takes %s', (_who, sender) => {
    expect(isInternalSender(sender, SELF)).toBe(true);
  });

  it('knows Firefox by its own origin', () => {
    const origin = 'moz-extension://11111111-2222-4333-8444-555555555555';
    const sender = { id: 'contacts-for-envoke@extension', url: `${origin}/popup.html` };
    expect(isInternalSender(sender, { id: 'contacts-for-envoke@extension', origin })).toBe(true);
  });
});
