/** English: what was left unfinished. */
export const drafts = {
  'draft.unfinished': 'Unfinished: {what}',
  'draft.people': { one: '{count} person', other: '{count} people' },
  'draft.from': '{who} from {page}',
  'draft.form': 'a new contact',
  'draft.edit': 'changes to {name}',
  'draft.unsubscribe': 'the unsubscribing of {name}',
  'draft.paste': 'a pasted list',
  'draft.more': { one: '{count} more', other: '{count} more' },
  'draft.resume': 'Resume',
  'draft.discard': 'Discard',
  'draft.discarded': 'Discarded: {what}.',
  'draft.savedBefore': 'This was saved before, and is on its way to Envoke or there already: {what}.',
} as const;
