/** French as written in Canada: what was left unfinished. */
import type { drafts as en } from '../en/drafts.ts';
import type { Translated } from '../messages.ts';

export const drafts: Translated<typeof en> = {
  'draft.unfinished': 'À terminer\u00a0: {what}',
  'draft.people': { one: '{count}\u00a0personne', other: '{count}\u00a0personnes' },
  'draft.from': '{who}, de la page «\u00a0{page}\u00a0»',
  'draft.form': 'un nouveau contact',
  'draft.edit': 'les changements à {name}',
  'draft.unsubscribe': 'le désabonnement de {name}',
  'draft.paste': 'une liste collée',
  'draft.more': { one: '{count}\u00a0autre', other: '{count}\u00a0autres' },
  'draft.resume': 'Reprendre',
  'draft.discard': 'Supprimer',
  'draft.discarded': 'Supprimé\u00a0: {what}.',
  'draft.savedBefore': 'Enregistré auparavant, et en route vers Envoke ou déjà là\u00a0: {what}.',
};
