/** French as written in Canada: consents that end soon. */
import type { ending as en } from '../en/ending.ts';
import type { Translated } from '../messages.ts';

export const ending: Translated<typeof en> = {
  'ending.title': 'Consentements qui prennent bientôt fin',
  'ending.nextMonth': {
    one: '{count}\u00a0consentement prend fin le mois prochain',
    other: '{count}\u00a0consentements prennent fin le mois prochain',
  },
  'ending.atLeast': 'Au moins {what}',
  'ending.show': 'Afficher',
  'ending.when': 'Fin du consentement',
  'ending.this': 'Ce mois-ci ({count})',
  'ending.next': 'Mois prochain ({count})',
  'ending.notWhole':
    'Il peut y en avoir d’autres\u00a0: seuls les contacts les plus récents d’un grand compte sont lus.',
  'ending.readAt': 'Lecture dans Envoke\u00a0: {moment}',
  'ending.nobody': 'Aucun consentement ne prend fin ce mois-là',
  'ending.cut': 'Les {max}\u00a0premiers à prendre fin. Une fois ceux-ci traités, les suivants s’affichent.',
  'ending.until': 'Prend fin le {day}',
  'ending.copy': { one: 'Copier {count}\u00a0adresse', other: 'Copier {count}\u00a0adresses' },
  'ending.copied': { one: '{count}\u00a0adresse copiée.', other: '{count}\u00a0adresses copiées.' },
  'ending.tag': { one: 'Étiqueter {count}\u00a0personne', other: 'Étiqueter {count}\u00a0personnes' },
  'ending.tagAs': {
    one: 'Donner l’étiquette «\u00a0{name}\u00a0» à {count}\u00a0personne',
    other: 'Donner l’étiquette «\u00a0{name}\u00a0» à {count}\u00a0personnes',
  },
  'ending.tagging': {
    one: 'Étiquette «\u00a0{name}\u00a0» en cours d’envoi pour {count}\u00a0personne.',
    other: 'Étiquette «\u00a0{name}\u00a0» en cours d’envoi pour {count}\u00a0personnes.',
  },
  'ending.allTagged': {
    one: '{count}\u00a0personne a déjà l’étiquette «\u00a0{name}\u00a0».',
    other: 'Les {count}\u00a0personnes ont déjà l’étiquette «\u00a0{name}\u00a0».',
  },
};
