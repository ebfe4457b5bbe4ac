/** Hands confirmed writes to the outbox, shows the result, and undoes them; the background does the sending. */
import type { Announcement } from '../../../components/notice.tsx';
import type { Announce } from '../../../components/use-announcement.ts';
import type { MessageKey, Translator } from '../../../lib/i18n/index.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import type { OutboxRefusal, Outcome, Undone } from '../../../lib/outbox/outbox-requests.ts';
import { followSaved, type WaitsFor, waitsNow } from '../../../lib/outbox/waits-for.ts';

export const REFUSAL_KEYS = {
  'no-account': 'error.sessionEnded',
  'storage-full': 'outbox.full',
  'too-many': 'outbox.tooMany',
  'not-allowed': 'outbox.notAllowed',
  'name-needed': 'outbox.nameNeeded',
  'not-editable': 'outbox.notEditable',
  arrived: 'outbox.arrivedFirst',
  'not-found': 'outbox.notEditable',
} as const satisfies Record<OutboxRefusal, MessageKey>;

interface SendWords {
  /** What is said while they are being sent, or about to be. */
  taken: string;
  /** Who they are about, for what is said instead while they wait; absent where `taken` is true then, too. */
  name?: string;
  batch?: boolean;
  /** Whether the person is offered to undo it; they are, unless told otherwise. */
  hasUndo?: boolean;
  /** See {@link AddRequest}. */
  lookedUpAtMs?: number | undefined;
  draftId?: string;
  /** Called when the person has undone it. */
  onUndone?: ((undone: Undone) => void) | undefined;
}

/** Resolves with the notice shown when the writes were accepted; null when they were refused. */
type Send = (operations: readonly OutboxOperation[], words: SendWords) => Promise<Announcement | null>;

/** Undoes writes, and says so. */
type Undo = (itemIds: readonly string[], onUndone?: SendWords['onUndone']) => void;

const WAITS_KEYS = {
  connection: 'outbox.savedForConnection',
  network: 'outbox.savedForNetwork',
  answer: 'outbox.savedUnconfirmed',
} as const satisfies Record<WaitsFor, MessageKey>;

/** Why nothing was saved, with a button to the place where that is changed. */
function refusalWords(refusal: OutboxRefusal, { openAccount, t }: WriteEffects): Announcement {
  const said: Announcement = { tone: 'bad', text: t(REFUSAL_KEYS[refusal]) };
  if (refusal !== 'name-needed') return said;
  return { ...said, actions: [{ label: t('outbox.nameEnter'), run: openAccount }] };
}

/** Asks the background, and shows its answer or why it refused; null when it refused. */
async function askAloud<Value>(
  ask: () => Promise<Outcome<Value, OutboxRefusal>>,
  words: (value: Value) => Announcement | Promise<Announcement>,
  effects: WriteEffects,
): Promise<Announcement | null> {
  const { announce, t } = effects;
  try {
    const answer = await ask();
    const said = answer.ok ? await words(answer.value) : refusalWords(answer.refusal, effects);
    announce(said);
    return answer.ok ? said : null;
  } catch {
    announce({ tone: 'bad', text: t('error.background') });
    return null;
  }
}

export interface Writes {
  /** Hands writes to the outbox; shows a notice with Undo, or why they were refused. */
  send: Send;
  /** Replaces a waiting write with another one. */
  replace: (itemId: string, operation: OutboxOperation, words: SendWords) => Promise<Announcement | null>;
  undo: Undo;
}

interface WriteEffects extends Pick<Translator, 't' | 'language'> {
  accountId: string;
  announce: Announce<Announcement>;
  /** Goes to where the person says who they are. */
  openAccount: () => void;
}

export function createWrites(effects: WriteEffects): Writes {
  const { accountId, announce, t, language } = effects;
  const undo: Undo = (itemIds, onUndone) => {
    const question = async () => {
      const { undoQuestion } = await import('./undo-question.ts');
      const { ask, words } = undoQuestion({ itemIds, onUndone, announce, t, language });
      await askAloud(ask, words, effects);
    };
    question().catch(() => announce({ tone: 'bad', text: t('error.background') }));
  };
  /** The notice, which changes while it is shown and they begin or cease to wait for something. */
  const saying = async (
    { taken, name, hasUndo = true, onUndone }: SendWords,
    itemIds: readonly string[],
  ): Promise<Announcement> => {
    const saidOf = (waits: WaitsFor | null): Announcement => ({
      tone: 'good',
      text: waits === null || name === undefined ? taken : t(WAITS_KEYS[waits], { name }),
      ...(hasUndo && { actions: [{ label: t('undo.button'), run: () => undo(itemIds, onUndone) }] }),
    });
    const first = saidOf(await waitsNow(itemIds));
    let last = first;
    const own = new Set<Announcement | null>([first]);
    followSaved(itemIds, (waits) => {
      const next = saidOf(waits);
      if (next.text === last.text) return;
      last = next;
      own.add(next);
      announce((shown) => (own.has(shown) ? next : shown));
    });
    return first;
  };
  return {
    undo,
    send: (operations, words) => {
      const { batch = false, lookedUpAtMs, draftId } = words;
      const request = {
        requestId: crypto.randomUUID(),
        accountId,
        operations,
        batch,
        lookedUpAtMs,
        draftId,
        isHeld: true,
      };
      const ask = () => sendMessage('outbox/add', request);
      // A background that dies cannot answer, though it may have done the work; so the same request goes to the next
      // one.
      return askAloud(
        () => ask().catch(ask),
        ({ itemIds }) => saying(words, itemIds),
        effects,
      );
    },
    replace: (itemId, operation, words) =>
      askAloud(
        () => sendMessage('outbox/edit', { itemId, operation, draftId: words.draftId }),
        ({ id }) => saying(words, [id]),
        effects,
      ),
  };
}
