/** French as written in Canada: what became of a write, what it would change, and what a bulk add waits for. */
import type { outbox as en } from '../en/outbox.ts';
import type { Translated } from '../messages.ts';

export const outbox: Translated<typeof en> = {
  'outbox.arrivedInPart':
    '{email}\u00a0: une modification est arrivée dans Envoke, une autre n’a pas été faite.',
  'outbox.savedForConnection':
    'Enregistré\u00a0: {name}. L’envoi à Envoke se fait dès que vous vous reconnectez.',
  'outbox.savedForNetwork':
    'Enregistré\u00a0: {name}. L’envoi à Envoke se fait dès que vous êtes de nouveau en ligne.',
  'outbox.savedUnconfirmed':
    'Enregistré\u00a0: {name}. Envoke ne l’a pas encore confirmé. L’envoi se fait automatiquement, même quand cette fenêtre est fermée.',
  'outbox.waitsForPause': 'Envoke demande une courte pause. L’envoi se fait ensuite automatiquement.',
  'outbox.waitsForAnswer':
    'Envoke ne répond pas pour le moment. Une nouvelle tentative se fait automatiquement.',
  'outbox.exists': 'L’adresse {email} est déjà dans Envoke.',
  'outbox.existsUnrecorded':
    'L’adresse {email} est déjà dans Envoke, qui n’a pas consigné que cette personne n’accepte pas et peut encore lui écrire.',
  'outbox.perhapsThere':
    'Ce que vous avez enregistré est peut-être arrivé dans Envoke malgré tout. «\u00a0{button}\u00a0» le vérifie et le retire.',
  'outbox.dropPerhaps':
    'Ce que vous avez enregistré pour {name} est peut-être arrivé dans Envoke. Supprimé ici, il y reste, et personne ne le vérifie. «\u00a0{button}\u00a0» le vérifie et le retire.',
  'outbox.triedBefore':
    'Ce que vous aviez enregistré avant votre modification est peut-être arrivé\u00a0: Envoke peut écrire à cette personne et n’a pas consigné la modification. Pour la consigner, choisissez «\u00a0{button}\u00a0».',
  'outbox.dropAnswer':
    'Ce que vous avez enregistré pour {name} ne sera pas envoyé. Envoke n’a pas consigné la réponse et peut encore écrire à cette personne.',
  'outbox.dayToCome':
    'Non envoyé à Envoke\u00a0: au Canada, le {day} est encore à venir. Vérifiez la date et l’heure de cet ordinateur, puis corrigez le jour et enregistrez de nouveau.',
  'outbox.dayOver':
    'Non envoyé à Envoke\u00a0: un consentement qui compte à partir du {day} a pris fin. Choisissez un autre motif ou «\u00a0Non fourni\u00a0», puis enregistrez de nouveau.',
  'outbox.fieldsNotTaken': 'Non envoyé à Envoke. Corrigez ceci, puis enregistrez de nouveau\u00a0: {fields}',
  'outbox.addressTaken':
    '{email}\u00a0: un autre contact dans Envoke a déjà la nouvelle adresse. Rien n’a été modifié.',
  'outbox.changed':
    'La fiche de {email} a été modifiée entre-temps dans Envoke. Votre modification n’a pas été faite.',
  'outbox.unconfirmed':
    '{email}\u00a0: ce changement de consentement demande votre confirmation. Rien n’a été modifié.',
  'outbox.undoUndecided':
    '{email}\u00a0: l’annulation n’a pas été faite et demande une décision de votre part.',
  'outbox.undoRefused': '{email}\u00a0: l’annulation a été refusée.',
  'outbox.arrivedFirst':
    'Ce que vous aviez d’abord enregistré est déjà dans Envoke. Enregistrez de nouveau pour que la fiche devienne ce qui figure ici.',
  'outbox.editTried': 'Modifier ce qui a été enregistré',
  'outbox.editSent': 'Modifier ce qui a été envoyé',
  'outbox.sentMeanwhile': 'Envoyé à Envoke entre-temps\u00a0: {name}',
  'outbox.sentChanges':
    'À l’enregistrement, ce que vous avez modifié ici devient une modification de la fiche\u00a0:',
  'outbox.sentSame': 'Rien ici ne diffère de ce qui a été envoyé.',
  'outbox.policyRefuses':
    'Les paramètres ne permettent pas cet état du consentement, ou plusieurs personnes à la fois. Rien n’a été envoyé à Envoke. Modifiez ceci, ou supprimez-le.',
  'outbox.elsewhereSwitch': 'Pour les modifier ou ouvrir les fiches, passez d’abord à ce compte.',
  'outbox.elsewhereSignIn':
    'Pour les envoyer, les modifier ou ouvrir les fiches, reconnectez d’abord ce compte.',
  'outbox.noValue': '(vide)',
  'outbox.nowInEnvoke': 'Maintenant dans Envoke\u00a0: {value}',
  'bulk.people': { one: '{count}\u00a0personne', other: '{count}\u00a0personnes' },
  'bulk.whichAdd': { one: '{count}\u00a0personne, {moment}', other: '{count}\u00a0personnes, {moment}' },
  'bulk.whichTags': {
    one: 'Étiquettes pour {count}\u00a0personne, {moment}',
    other: 'Étiquettes pour {count}\u00a0personnes, {moment}',
  },
  'bulk.onlyCounted': {
    one: '{count}\u00a0d’entre elles n’est plus que comptée ici\u00a0: son nom n’est plus conservé.',
    other:
      '{count}\u00a0d’entre elles ne sont plus que comptées ici\u00a0: leurs noms ne sont plus conservés.',
  },
  'bulk.undone': { one: '{count}\u00a0annulée.', other: '{count}\u00a0annulées.' },
  'bulk.notSent': { one: '{count}\u00a0non envoyée.', other: '{count}\u00a0non envoyées.' },
  'bulk.waitsForNetwork':
    'En attente du réseau; la suite part d’elle-même. Vous pouvez fermer cette fenêtre.',
  'bulk.waitsForBroker':
    'En attente d’une réponse de Contacts pour Envoke; la suite part d’elle-même. Vous pouvez fermer cette fenêtre.',
  'bulk.waitsForEnvoke':
    'En attente d’une réponse d’Envoke; la suite part d’elle-même. Vous pouvez fermer cette fenêtre.',
};
