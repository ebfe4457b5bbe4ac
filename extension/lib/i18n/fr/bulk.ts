/** French as written in Canada: many people at once. */
import type { bulk as english } from '../en/bulk.ts';
import type { Translated } from '../messages.ts';

export const bulk: Translated<typeof english> = {
  'paste.title': 'Coller une liste',
  'paste.label': 'Noms et adresses courriel',
  'paste.hint':
    'D’un tableur, d’un courriel ou d’un document, sous n’importe quelle forme. Jusqu’à {max}\u00a0personnes; rien n’est enregistré avant votre vérification.',
  'paste.find': 'Continuer',
  'paste.nobody': 'Ce texte ne contient aucune adresse courriel.',
  'bulk.title': { one: 'Vérifier {count}\u00a0personne', other: 'Vérifier {count}\u00a0personnes' },
  'bulk.list': 'Personnes à ajouter',
  'bulk.ready': {
    one: '{count}\u00a0personne sera ajoutée.',
    other: '{count}\u00a0personnes seront ajoutées.',
  },
  'bulk.tooMany': 'Seules les {max}\u00a0premières personnes ont été retenues. Ajoutez les autres ensuite.',
  'bulk.everyone': 'Toutes les personnes',
  'bulk.noName': 'Sans nom',
  'bulk.inEnvoke': 'Déjà dans Envoke\u00a0: aucune modification.',
  'bulk.waits': 'Ajout déjà enregistré, en attente d’envoi\u00a0: pas ajouté de nouveau.',
  'bulk.unsubscribing':
    'Envoi interdit\u00a0: désabonnement demandé, et Envoke ne l’a pas encore consigné. Non ajouté.',
  'bulk.noUnrecorded': 'La réponse n’est pas un oui, et n’est pas consignée.',
  'bulk.twice': 'Deux fois dans cette liste\u00a0: ajoutée une seule fois.',
  'bulk.tooLong': 'Trop long pour Envoke\u00a0: {fields}',
  'bulk.toCorrect': {
    one: '{count}\u00a0personne demande une correction.',
    other: '{count}\u00a0personnes demandent une correction.',
  },
  'bulk.showFault': 'Voir ce qui est à corriger',
  'bulk.correctOthers': {
    one: '{field}\u00a0: reprendre pour {count}\u00a0autre personne',
    other: '{field}\u00a0: reprendre pour {count}\u00a0autres personnes',
  },
  'bulk.fix': 'Modifier',
  'bulk.ownStatus': 'Consentement de cette personne',
  'bulk.ownDayWrong':
    'À cette date, le consentement a pris fin ou n’a pas commencé. Entrez une autre date ou choisissez un autre consentement.',
  'bulk.ownDescription': 'Description du consentement de cette personne',
  'bulk.lacksGround': 'Le motif du consentement n’est pas complet\u00a0: vérifiez le jour et les conditions.',
  'bulk.lacksProof': {
    one: 'Le consentement de {count}\u00a0personne n’a pas de description. Précisez comment il a été donné\u00a0: c’est votre preuve.',
    other:
      'Le consentement de {count}\u00a0personnes n’a pas de description. Précisez comment il a été donné\u00a0: c’est votre preuve.',
  },
  'bulk.asAll': 'Comme pour toutes les personnes',
  'bulk.forAll': 'Consentement pour toutes les personnes',
  'bulk.recordForAll': 'Ce qui est consigné pour toutes les personnes',
  'bulk.eachOwn':
    'Rédigée pour chaque personne dans sa langue et avec sa page, sauf si vous la modifiez ici.',
  'bulk.send': { one: 'Ajouter {count}\u00a0personne', other: 'Ajouter {count}\u00a0personnes' },
  'bulk.sendAs': {
    one: 'Ajouter {count}\u00a0personne comme {status}',
    other: 'Ajouter {count}\u00a0personnes comme {status}',
  },
  'bulk.taken': {
    one: 'Envoi à Envoke en cours\u00a0: {count}\u00a0personne.',
    other: 'Envoi à Envoke en cours\u00a0: {count}\u00a0personnes.',
  },
  'bulk.progress': 'Progression',
  'bulk.soFar': '{handled}, {outcome}',
  'bulk.handled': { one: '{count} sur {total}\u00a0traitée', other: '{count} sur {total}\u00a0traitées' },
  'bulk.added': { one: '{count}\u00a0ajoutée', other: '{count}\u00a0ajoutées' },
  'bulk.tagged': { one: '{count}\u00a0étiquetée', other: '{count}\u00a0étiquetées' },
  'bulk.ended': {
    one: '{count}\u00a0personne ajoutée à Envoke.',
    other: '{count}\u00a0personnes ajoutées à Envoke.',
  },
  'bulk.endedTags': { one: '{count}\u00a0personne étiquetée.', other: '{count}\u00a0personnes étiquetées.' },
  'bulk.endedToFix': '{ended} {toFix}.',
  'bulk.notTagged': {
    one: '{count}\u00a0non étiquetée\u00a0: voir ci-dessous.',
    other: '{count}\u00a0non étiquetées\u00a0: voir ci-dessous.',
  },
  'bulk.notAdded': {
    one: '{count}\u00a0non ajoutée\u00a0: voir ci-dessous.',
    other: '{count}\u00a0non ajoutées\u00a0: voir ci-dessous.',
  },
  'bulk.secondsLeft': {
    one: 'Terminé dans environ {count}\u00a0seconde. Vous pouvez fermer cette fenêtre.',
    other: 'Terminé dans environ {count}\u00a0secondes. Vous pouvez fermer cette fenêtre.',
  },
  'bulk.minutesLeft': {
    one: 'Terminé dans environ {count}\u00a0minute. Vous pouvez fermer cette fenêtre.',
    other: 'Terminé dans environ {count}\u00a0minutes. Vous pouvez fermer cette fenêtre.',
  },
  'bulk.paused': {
    one: '{count}\u00a0personne attend que vous choisissiez «\u00a0Reprendre\u00a0».',
    other: '{count}\u00a0personnes attendent que vous choisissiez «\u00a0Reprendre\u00a0».',
  },
  'bulk.pause': 'Mettre en pause',
  'bulk.resume': 'Reprendre',
  'bulk.stop': 'Arrêter',
  'bulk.sendRest': 'Envoyer le reste',
  'bulk.stopped': {
    one: '{count}\u00a0arrêtée, non envoyée.',
    other: '{count}\u00a0arrêtées, non envoyées.',
  },
  'bulk.retryFailed': 'Réessayer les échecs',
  'bulk.copyResult': 'Copier le résultat',
  'bulk.saveCsv': 'Enregistrer en CSV',
  'bulk.dismiss': 'Fermer',
  'bulk.dismissAnyway': 'Fermer quand même',
  'bulk.dismissLoses': {
    one: '{count}\u00a0personne n’a pas été ajoutée. Si vous fermez, son nom sera oublié.',
    other: '{count}\u00a0personnes n’ont pas été ajoutées. Si vous fermez, leurs noms seront oubliés.',
  },
  'bulk.copied': 'Résultat copié.',
};
