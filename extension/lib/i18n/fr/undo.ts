/** French as written in Canada: taking back what was saved. */
import type { undo as en } from '../en/undo.ts';
import type { Translated } from '../messages.ts';

export const undo: Translated<typeof en> = {
  'undo.button': 'Annuler l’action',
  'undo.open': 'Ouvrir',
  'undo.takenOut': 'Action annulée. Rien n’a été envoyé à Envoke.',
  'undo.revoked': {
    one: 'Envoke avait déjà reçu l’ajout\u00a0: la personne ajoutée y passe à «\u00a0Retiré\u00a0».',
    other:
      'Envoke avait déjà reçu {count}\u00a0ajouts\u00a0: les personnes ajoutées y passent à «\u00a0Retiré\u00a0».',
  },
  'undo.turnedBack': {
    one: 'Envoke avait déjà reçu l’action\u00a0: elle y est annulée.',
    other: 'Envoke avait déjà reçu {count}\u00a0actions\u00a0: elles y sont annulées.',
  },
  'undo.checking': {
    one: 'L’annulation est notée. L’action a pu atteindre Envoke, alors on vérifie\u00a0: ce qu’Envoke n’a pas n’est jamais envoyé, ce qu’il a y est annulé.',
    other:
      'L’annulation est notée. {count}\u00a0actions ont pu atteindre Envoke, alors on vérifie\u00a0: ce qu’Envoke n’a pas n’est jamais envoyé, ce qu’il a y est annulé.',
  },
  'undo.changedSince': {
    one: 'Action non annulée\u00a0: la même chose a été modifiée de nouveau depuis.',
    other: '{count}\u00a0actions non annulées\u00a0: la même chose a été modifiée de nouveau depuis.',
  },
  'undo.unchecked': '{email}\u00a0: impossible de vérifier si Envoke a ce que vous avez annulé.',
  'undo.uncheckedNext':
    'Impossible de savoir si Envoke a ce que vous avez annulé. Réessayez; si cela ne suffit pas, cherchez la personne dans Envoke.',
  'undo.refusedNext':
    'L’annulation n’a pas été faite\u00a0: Envoke a encore ce qui a été enregistré. Réessayez; si cela ne suffit pas, choisissez «\u00a0{button}\u00a0» et faites la modification dans la fiche.',
  'undo.done': '{email}\u00a0: action annulée dans Envoke.',
  'undo.reason': 'Ajout fait par erreur et annulé le {day}. Aucun consentement n’a été donné.',
};
