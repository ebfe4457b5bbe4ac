/** Messages to the background: a closed set, of a known shape, from our own pages. */
import { describe, expect, it, vi } from 'vitest';
import { createMessageListener, type MessageHandlers } from '../../../extension/lib/messages/listener.ts';

const ID = 'clopdamfpapmagpjfalbimpfcfeihhff';
const ORIGIN = `chrome-extension://${ID}`;
const POPUP = { id: ID, url: `${ORIGIN}/popup.html`, origin: ORIGIN };
const DRAFT = { kind: 'create', draft: { email: 'a@example.ca', consent_status: 'Express' } };

function listen() {
  const done = vi.fn(async () => ({ ok: true, value: null }) as const);
  const handlers: MessageHandlers = {
    'sign-in/start': done,
    'sign-in/sign-out': async () => ({ ok: true, value: { revoked: true } }),
    'outbox/add': async () => ({ ok: true, value: { itemIds: ['1'], batchId: null } }),
    'outbox/edit': async () => Promise.reject(new Error('broken')),
    'outbox/discard-draft': async () => ({ ok: true, value: { takenOut: 0, kept: [] } }),
    'outbox/retry': done,
    'outbox/drop': done,
    'outbox/undo': async () => ({
      ok: true,
      value: { takenOut: 1, revoked: 0, turnedBack: 0, checking: 0, changedSince: 0 },
    }),
    'outbox/batch': done,
    'outbox/send-now': done,
  };
  return { listener: createMessageListener(handlers, { id: ID, origin: ORIGIN }), done };
}

const add = (payload: object) => ({
  type: 'outbox/add',
  payload: { accountId: '7', operations: [DRAFT], batch: false, ...payload },
});

describe('the message listener', () => {
  it.each<[what: string, message: unknown]>([
    ['nothing', undefined],
    ['text', 'sign-in/start'],
    ['a list', [{ type: 'outbox/send-now', payload: {} }]],
    ['an order to fetch', { type: 'fetch', url: 'https://example.org/' }],
    ['a request for the session', { type: 'getSession', payload: {} }],
    ['a name that every object has', { type: 'constructor', payload: {} }],
    ['the prototype', { type: '__proto__', payload: {} }],
    ['no payload', { type: 'sign-in/start' }],
    ['a payload of the wrong kind', { type: 'sign-in/start', payload: { reconnects: 7 } }],
    ['an account that is no text', add({ accountId: {} })],
    ['operations that are no list', add({ operations: DRAFT })],
    ['no operation at all', add({ operations: [] })],
    [
      'an operation of an unknown kind',
      add({ operations: [{ kind: 'delete', contactId: '1', email: '', changes: {} }] }),
    ],
    ['a draft without an e-mail', add({ operations: [{ kind: 'create', draft: {} }] })],
    [
      'far too much',
      add({
        operations: [{ kind: 'create', draft: { email: 'a@example.ca', company: 'x'.repeat(5_000_000) } }],
      }),
    ],
    [
      'a draft to discard without its account',
      { type: 'outbox/discard-draft', payload: { draftId: 'd', takesBack: true } },
    ],
    ['an unknown action', { type: 'outbox/batch', payload: { batchId: '1', action: 'delete' } }],
    ['more ids than a bulk add has', { type: 'outbox/drop', payload: { itemIds: Array(501).fill('1') } }],
  ])('does not answer %s', (_what, message) => {
    const { listener, done } = listen();
    const answer = vi.fn();
    expect(listener(message, POPUP, answer)).toBeUndefined();
    expect(done).not.toHaveBeenCalled();
    expect(answer).not.toHaveBeenCalled();
  });

  it('does not answer a content script, whatever it says', () => {
    const { listener, done } = listen();
    const page = { id: ID, url: 'https://example.ca/', origin: 'https://example.ca', frameId: 0 };
    expect(listener({ type: 'outbox/send-now', payload: {} }, page, vi.fn())).toBeUndefined();
    expect(done).not.toHaveBeenCalled();
  });

  it('keeps the channel open and answers with what the handler says', async () => {
    const { listener } = listen();
    const answer = Promise.withResolvers<unknown>();
    expect(listener(add({}), POPUP, answer.resolve)).toBe(true);
    expect(await answer.promise).toEqual({ ok: true, value: { itemIds: ['1'], batchId: null } });
  });

  it('answers with nothing when a handler fails, and says no more', async () => {
    const { listener } = listen();
    const answer = Promise.withResolvers<unknown>();
    const edit = { type: 'outbox/edit', payload: { itemId: '1', operation: DRAFT } };
    expect(listener(edit, POPUP, answer.resolve)).toBe(true);
    expect(await answer.promise).toBeUndefined();
  });
});
