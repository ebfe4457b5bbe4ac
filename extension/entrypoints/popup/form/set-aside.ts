/** Half-filled forms that something captured has overtaken: kept in memory, the latest first to come back. */
import { type TypedText, typedTextItem } from '../../../lib/memory/add-form-items.ts';
import { changeTyped } from './typed-text.ts';

type FlatForm = Readonly<Record<string, string>>;

/** Forms of one account that wait; the oldest gives way. */
const ASIDE_MAX = 20;

const asText = (form: FlatForm) =>
  JSON.stringify(Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Makes room for what was captured: the form that is being filled in waits. */
export function setAside(accountId: string): Promise<void> {
  return changeTyped(accountId, (typed) =>
    typed.form === null
      ? typed
      : { ...typed, form: null, aside: [...(typed.aside ?? []), typed.form].slice(-ASIDE_MAX) },
  );
}

/** The form that was set aside last, and no longer waits; null when there is none. */
export async function takeAside(accountId: string): Promise<FlatForm | null> {
  let taken: FlatForm | null = null;
  await changeTyped(accountId, (typed) => {
    taken = typed.aside?.at(-1) ?? null;
    return { ...typed, aside: typed.aside?.slice(0, -1) ?? [] };
  });
  return taken;
}

/** This form is on top now. */
export function forgetAside(accountId: string, form: FlatForm): Promise<void> {
  const same = asText(form);
  return changeTyped(accountId, (typed) => ({
    ...typed,
    aside: (typed.aside ?? []).filter((one) => asText(one) !== same),
  }));
}

/** Says how many wait, now and whenever it changes; returns what ends it. */
export function watchAside(accountId: string, say: (count: number) => void): () => void {
  const tell = (all: Readonly<Record<string, TypedText>>) => say(all[accountId]?.aside?.length ?? 0);
  void typedTextItem.get().then(tell);
  return typedTextItem.watch(tell);
}
