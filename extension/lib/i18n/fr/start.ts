/** French as written in Canada: what the popup needs to start. */
import type { en } from '../en/start.ts';
import type { Translated } from '../messages.ts';

export const fr: Translated<typeof en> = {
  'shell.loading': 'Chargement…',
  'shell.back': 'Retour',

  menu_add: 'Ajouter aux contacts Envoke',

  'connect.button': 'Se connecter à Envoke',

  'account.button': 'Compte\u00a0:',
  'account.switchTo': 'Passer à {name}',

  'settings.title': 'Paramètres',

  'find.search': 'Chercher des contacts',
  'find.list': 'Contacts',
  'find.recent': 'Contacts récents',
  'find.results': 'Résultats',
  'find.more': 'Afficher la suite',
  'find.nobody': 'Aucun résultat pour «\u00a0{search}\u00a0»',
  'find.nobodyHint': 'Vérifiez l’orthographe ou ajoutez cette personne dès maintenant.',
  'find.noneYet': 'Aucun contact pour l’instant',
  'find.noneYetHint':
    'Ajoutez le premier ici, ou sélectionnez du texte sur une page Web et faites un clic droit.',
  'find.narrowed':
    'La recherche est limitée dans ce compte Envoke. S’il manque quelqu’un, tapez le nom complet ou l’adresse courriel complète.',

  'page.title': 'Sur cette page',
  'page.summary': { one: '{count}\u00a0adresse', other: '{count}\u00a0adresses' },
  'page.unknown': { one: '{count}\u00a0pas dans Envoke', other: '{count}\u00a0pas dans Envoke' },

  'ending.thisMonth': {
    one: '{count}\u00a0consentement prend fin ce mois-ci',
    other: '{count}\u00a0consentements prennent fin ce mois-ci',
  },

  'add.button': 'Ajouter un contact',

  'mail.mailable': 'Envoi permis',
  'mail.withdrawn': 'Envoi interdit',
  'mail.noConsent': 'Pas de consentement',
  'mail.unknown': 'Inconnu',

  'outbox.waiting': { one: '{count}\u00a0à envoyer', other: '{count}\u00a0à envoyer' },
  'outbox.toFix': { one: '{count}\u00a0à corriger', other: '{count}\u00a0à corriger' },

  'error.retry': 'Réessayer',
  'error.reconnect': 'Se reconnecter',
  'error.allow': 'Autoriser',
  'error.requestId': 'Référence pour votre équipe TI\u00a0: {id}',
  'error.offline':
    'Vous êtes hors ligne. Voici les résultats conservés; ce que vous enregistrez sera envoyé plus tard.',
  'error.brokerUnreachable':
    'Contacts pour Envoke ne répond pas. Ce que vous enregistrez est conservé ici et sera envoyé plus tard.',
  'error.permission': 'Votre navigateur bloque la connexion. Choisissez Autoriser.',
  'error.sessionEnded':
    'Votre session est terminée. Reconnectez-vous; ce que vous avez saisi et enregistré est conservé.',
  'error.connectionEnded':
    'Votre connexion à Envoke a pris fin ou a été retirée. Reconnectez-vous; ce que vous avez saisi et enregistré est conservé.',
  'error.envokeUnreachable': 'Envoke ne répond pas pour le moment. Réessayez dans un instant.',
  'error.busy': 'Envoke demande une courte pause. Réessayez dans un instant.',
  'error.busyFor': 'Envoke demande une pause de {minutes}\u00a0minutes. Réessayez ensuite.',
  'error.search': 'Envoke ne peut pas faire cette recherche. Essayez d’autres mots.',
  'error.broker':
    'Un problème est survenu dans Contacts pour Envoke. Réessayez; si cela ne suffit pas, prévenez votre équipe TI.',
  'error.background': 'L’extension est en cours de mise à jour. Ouvrez-la de nouveau dans un instant.',
};
