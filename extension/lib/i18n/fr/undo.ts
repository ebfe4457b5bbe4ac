/** French as written in Canada: taking back what was saved. */
import type { undo as en } from '../en/undo.ts';
import type { Translated } from '../messages.ts';

export const undo: Translated<typeof en> = {
  'undo.button': 'Annuler l’action',
  'undo.open': 'Ouvrir',
  'undo.takenOut': 'Action annulée. Rien n’a été envoyé à Envoke.',
  'undo.turnedBack': {
    one: 'Envoke avait déjà reçu l’action\u00a0: elle y est annulée. Une personne ajoutée passe à «\u00a0Retiré\u00a0».',
    other:
      'Envoke avait déjà reçu {count}\u00a0actions\u00a0: elles y sont annulées. Les personnes ajoutées passent à «\u00a0Retiré\u00a0».',
  },
  'undo.done': '{email}\u00a0: action annulée dans Envoke.',
  'undo.reason': 'Ajout fait par erreur et annulé le {day}. Aucun consentement n’a été donné.',
};
