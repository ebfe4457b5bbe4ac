/** French as written in Canada: what the list says after its first paint, a contact, the account, the outbox and the people of a page. */
import type { contact as english } from '../en/contact.ts';
import type { Translated } from '../messages.ts';

export const contact: Translated<typeof english> = {
  'find.count': { one: '{count}\u00a0contact affiché', other: '{count}\u00a0contacts affichés' },
  'find.stillLooking': 'Voici ce qui a déjà été vu, la recherche continue…',
  'find.takesLonger': 'La recherche prend plus de temps que d’habitude…',
  'find.atLeast': { one: 'Au moins {count}\u00a0contact', other: 'Au moins {count}\u00a0contacts' },
  'find.keyMove': 'parcourir',
  'find.keyOpen': 'ouvrir',
  'find.keyAdd': 'ajouter',
  'contact.consent': 'Consentement',
  'contact.copy': 'Copier l’adresse courriel',
  'contact.copied': 'Adresse courriel copiée.',
  'contact.edit': 'Modifier',
  'contact.unseen':
    'Cette adresse courriel contient un caractère invisible\u00a0: les messages pourraient ne pas arriver.',
  'contact.mend': 'Corriger l’adresse',
  'owner.legend': 'À qui est cette adresse?',
  'owner.same': 'La même personne a une nouvelle adresse\u00a0: garder le consentement',
  'owner.other': 'Une autre personne\u00a0: repartir à «\u00a0Non fourni\u00a0»',
  'owner.needed': 'Précisez à qui est l’adresse. Le consentement appartient à une personne.',
  'contact.save': 'Enregistrer les changements',
  'contact.openEnvoke': 'Ouvrir Envoke',
  'contact.since': 'Depuis',
  'contact.until': 'Jusqu’au',
  'contact.daysLeft': { one: 'encore {count}\u00a0jour', other: 'encore {count}\u00a0jours' },
  'contact.lastDay': 'aujourd’hui',
  'contact.noDescription': 'Aucune description de la façon dont le consentement a été donné.',
  'contact.whyMailable': 'Envoi permis\u00a0: un consentement est consigné.',
  'contact.whyRevoked':
    'Envoi interdit\u00a0: cette personne s’est désabonnée ou a retiré son consentement, ou son ajout par erreur a été annulé.',
  'contact.whyUnrecorded':
    'Envoi interdit\u00a0: cette personne a demandé son désabonnement, et Envoke ne l’a pas encore consigné.',
  'contact.whySpam': 'Envoi interdit\u00a0: cette personne a signalé un pourriel.',
  'contact.whyNoConsent': 'Aucun envoi\u00a0: le consentement est absent ou expiré.',
  'contact.whyUnknown':
    'Envoke donne un état de consentement que cette extension ne connaît pas. Vérifiez dans Envoke.',
  'unsubscribe.open': 'Désabonner…',
  'unsubscribe.hint': 'Envoke n’enverra plus rien à cette personne. La raison est conservée comme preuve.',
  'unsubscribe.reason': 'Raison',
  'unsubscribe.button': 'Désabonner',
  'unsubscribe.taken': 'Désabonnement de {name}\u00a0: conservé ici jusqu’à ce qu’Envoke l’ait reçu.',
  'unsubscribe.underWay':
    'Désabonnement en cours. Envoke ne l’a pas encore reçu et peut encore écrire à cette personne. Il est transmis automatiquement à Envoke, même quand cette fenêtre est fermée.',
  'unsubscribe.refused': 'Le désabonnement a été refusé. Envoke peut encore écrire à cette personne.',
  'unsubscribe.nextStep':
    'Réessayez. Si cela ne suffit pas, désabonnez cette personne dans Envoke même, puis supprimez le désabonnement de la file.',
  'unsubscribe.forbidden':
    'Envoke ne le permet pas avec les droits de votre connexion. Demandez aujourd’hui même à la personne qui gère votre compte Envoke de désabonner cette personne dans Envoke, ou de vous en donner le droit; puis réessayez.',
  'unsubscribe.stuck':
    'N’écrivez pas à {email}\u00a0: le désabonnement a été refusé, et Envoke peut encore écrire à cette personne.',
  'unsubscribe.dropReally':
    'Le désabonnement de {name} ne sera pas envoyé et ne pourra pas être récupéré. S’il n’est pas fait dans Envoke même, Envoke continue d’écrire à cette personne.',
  'unsubscribe.done': 'Le désabonnement de {email} est enregistré.',
  'history.title': 'Historique',
  'history.none': 'Aucune modification faite à partir de l’extension.',
  'history.create': 'Ajout',
  'history.update': 'Modification',
  'history.interests': 'Changement d’étiquettes ou d’abonnements',
  'history.unsubscribe': 'Désabonnement',
  'history.alreadyThere': 'Déjà présent',
  'history.refused': 'Refus',
  'history.failed': 'Échec',
  'history.uncertain': 'Résultat inconnu',
  'history.onItsWay': 'En cours d’envoi',

  'connect.title': 'Vos contacts Envoke, sur chaque page',
  'connect.promise':
    'Vous vous connectez directement auprès d’Envoke\u00a0: ni votre mot de passe ni la clé de votre compte ne passent par cette extension.',
  'connect.running': 'En attente d’Envoke…',
  'connect.window': 'Continuez dans la fenêtre qui s’est ouverte. Vous pouvez fermer celle-ci.',
  'connect.tab': 'Continuez dans l’onglet qui s’est ouvert. Vous pouvez fermer cette fenêtre.',
  'signIn.cancelled': 'La fenêtre a été fermée avant la fin de la connexion. Rien n’a été conservé.',
  'signIn.tabClosed': 'L’onglet a été fermé avant la fin de la connexion. Rien n’a été conservé.',
  'signIn.closedAtOnce':
    'La fenêtre s’est fermée avant la fin de la connexion. Reconnectez-vous; si elle se ferme d’elle-même, un onglet s’ouvrira à la place.',
  'signIn.otherCookies':
    'Envoke s’est ouvert dans une fenêtre privée, ou là où les témoins sont bloqués. Reconnectez-vous depuis une fenêtre qui n’est pas privée.',
  'signIn.expired': 'Envoke n’a pas répondu à temps. Reconnectez-vous.',
  'signIn.declined': 'L’accès a été refusé chez Envoke. Reconnectez-vous quand vous voudrez l’autoriser.',
  'signIn.interrupted': 'La connexion a été interrompue. Reconnectez-vous.',
  'signIn.mismatch': 'La réponse ne correspondait pas à cette connexion et a été écartée. Reconnectez-vous.',
  'signIn.earlier': '{moment}\u00a0: {what}',
  'signIn.brokerRefused':
    'Envoke n’accepte pas les identifiants de ce service. Réessayer ne sert à rien\u00a0: prévenez votre équipe TI.',
  'signIn.refused':
    'La connexion a été refusée. Reconnectez-vous; si cela ne suffit pas, prévenez votre équipe TI.',

  'account.expires': {
    one: 'Votre connexion à Envoke prend fin dans {count}\u00a0jour. Reconnectez-vous pour tout garder tel quel.',
    other:
      'Votre connexion à Envoke prend fin dans {count}\u00a0jours. Reconnectez-vous pour tout garder tel quel.',
  },
  'account.expiresToday':
    'Votre connexion à Envoke prend fin aujourd’hui. Reconnectez-vous pour tout garder tel quel.',
  'account.later': 'Plus tard',
  'account.signingOut': 'Déconnexion en cours…',
  'account.signOut': 'Se déconnecter',
  'account.signedOut':
    'Déconnexion effectuée. Pour retirer aussi cette application d’Envoke, passez par les paramètres d’Envoke.',
  'account.signedOutHere':
    'Déconnexion effectuée dans ce navigateur seulement\u00a0: Contacts pour Envoke n’a pas répondu. Mettez fin à cette session depuis un autre appareil.',
  'shell.cancel': 'Annuler',
  'shell.close': 'Masquer',
  'account.title': 'Compte',
  'account.until': 'Connexion valide jusqu’au {day}.',
  'account.others': 'Autres comptes',
  'account.another': 'Utiliser un autre compte',
  'sessions.title': 'Sessions de ce compte',
  'sessions.device': '{browser} sous {system}',
  'sessions.this': 'Ce navigateur',
  'sessions.began': 'Connexion\u00a0: {moment}',
  'sessions.lastUsed': 'Dernière utilisation\u00a0: {moment}',
  'sessions.end': 'Mettre fin à la session de {browser}',
  'sessions.ended': 'La session de {browser} est terminée.',
  'sessions.own': 'À vous',
  'sessions.endReally':
    'C’est peut-être la session d’une autre personne, qui devrait se reconnecter. N’y mettez fin que si l’appareil est à vous ou s’il est perdu.',
  'sessions.endOthers': 'Mettre fin à mes autres sessions',
  'sessions.othersEnded': 'Vos autres sessions sont terminées.',
  'sessions.name': 'Nom de ce navigateur',
  'sessions.nameHint': 'Toutes les personnes qui utilisent ce compte le voient dans cette liste.',
  'sessions.hint':
    'Toutes les personnes connectées à ce compte Envoke avec cette extension y figurent, vos collègues aussi. «\u00a0À vous\u00a0» indique les sessions des navigateurs synchronisés avec celui-ci.',
  'sessions.endAll': 'Mettre fin à toutes les sessions de ce compte',
  'sessions.endAllReally':
    'Toutes les personnes qui utilisent ce compte sont déconnectées, sur tous les appareils, vos collègues aussi. Ce qui attend d’être envoyé reste chez elles.',
  'activity.title': 'Preuve de consentement',
  'activity.hint':
    'Chaque modification faite dans Envoke avec cette extension, avec sa date, son consentement et la page d’où elle vient, en tableau pour vos dossiers.',
  'activity.save': 'Enregistrer en CSV',
  'activity.saved': 'Le tableau est dans vos téléchargements.',
  'activity.savedWithoutNames':
    'Le tableau est dans vos téléchargements, mais sans le nom de certaines personnes\u00a0: Envoke n’a pas répondu. Enregistrez-le de nouveau quand la liste affiche vos contacts.',

  'account.signOutAsk': 'Se déconnecter…',
  'account.signOutReally': 'Se déconnecter de {name} dans ce navigateur?',
  'account.signOutAnyway': 'Se déconnecter quand même',
  'account.signOutUnfinished': {
    one: '{count}\u00a0formulaire à terminer sera supprimé à la déconnexion.',
    other: '{count}\u00a0formulaires à terminer seront supprimés à la déconnexion.',
  },
  'account.signOutWaiting': {
    one: '{count}\u00a0modification enregistrée n’est pas encore dans Envoke. Après la déconnexion, elle reste dans ce navigateur et part dès que vous vous reconnectez à ce compte.',
    other:
      '{count}\u00a0modifications enregistrées ne sont pas encore dans Envoke. Après la déconnexion, elles restent dans ce navigateur et partent dès que vous vous reconnectez à ce compte.',
  },
  'account.signOutPaused': {
    one: '{count}\u00a0modification enregistrée attend, car vous l’avez mise en pause. Après la déconnexion, elle reste dans ce navigateur jusqu’à ce que vous vous reconnectiez à ce compte et choisissiez «\u00a0Reprendre\u00a0».',
    other:
      '{count}\u00a0modifications enregistrées attendent, car vous les avez mises en pause. Après la déconnexion, elles restent dans ce navigateur jusqu’à ce que vous vous reconnectiez à ce compte et choisissiez «\u00a0Reprendre\u00a0».',
  },
  'account.signOutToFix': {
    one: '{count}\u00a0modification enregistrée est à corriger avant l’envoi. Après la déconnexion, elle reste dans ce navigateur jusqu’à ce que vous vous reconnectiez à ce compte et la corrigiez.',
    other:
      '{count}\u00a0modifications enregistrées sont à corriger avant l’envoi. Après la déconnexion, elles restent dans ce navigateur jusqu’à ce que vous vous reconnectiez à ce compte et les corrigiez.',
  },
  'outbox.elsewhere': 'Dans d’autres comptes',
  'outbox.elsewhereOf': 'Dans {name}',
  'outbox.leftBehind': {
    one: '{count}\u00a0modification enregistrée attend dans ce navigateur, pour un compte qui n’est pas connecté. Elle part dès que vous vous y reconnectez.',
    other:
      '{count}\u00a0modifications enregistrées attendent dans ce navigateur, pour un compte qui n’est pas connecté. Elles partent dès que vous vous y reconnectez.',
  },
  'outbox.leftBehindPaused': {
    one: '{count}\u00a0modification enregistrée et mise en pause est conservée dans ce navigateur. Pour l’envoyer, reconnectez-vous à ce compte et choisissez «\u00a0Reprendre\u00a0».',
    other:
      '{count}\u00a0modifications enregistrées et mises en pause sont conservées dans ce navigateur. Pour les envoyer, reconnectez-vous à ce compte et choisissez «\u00a0Reprendre\u00a0».',
  },
  'outbox.leftBehindToFix': {
    one: '{count}\u00a0modification enregistrée et à corriger est conservée dans ce navigateur. Reconnectez-vous à ce compte pour la corriger.',
    other:
      '{count}\u00a0modifications enregistrées et à corriger sont conservées dans ce navigateur. Reconnectez-vous à ce compte pour les corriger.',
  },
  'outbox.leftBehindReally': {
    one: 'Elle ne sera pas envoyée et ne pourra pas être récupérée.',
    other: 'Elles ne seront pas envoyées et ne pourront pas être récupérées.',
  },
  'outbox.dropForGood': {
    one: 'Supprimer {count}\u00a0modification',
    other: 'Supprimer {count}\u00a0modifications',
  },
  'account.signOutWithdrawals': {
    one: 'Dont {count}\u00a0désabonnement\u00a0: tant qu’Envoke ne l’a pas reçu, Envoke continue d’écrire à cette personne.',
    other:
      'Dont {count}\u00a0désabonnements\u00a0: tant qu’Envoke ne les a pas reçus, Envoke continue d’écrire à ces personnes.',
  },
  'outbox.title': 'En attente d’envoi',
  'outbox.titleToFix': 'À corriger ou à décider',
  'outbox.empty': 'Rien n’attend',
  'outbox.finished': {
    one: 'Terminée\u00a0: {count}\u00a0action',
    other: 'Terminées\u00a0: {count}\u00a0actions',
  },
  'outbox.emptyHint':
    'Ce que vous enregistrez est transmis automatiquement à Envoke, même quand cette fenêtre est fermée.',
  'outbox.fieldTooLong': '{field}\u00a0: Envoke accepte {max}\u00a0caractères au plus; il y en a {length}.',
  'outbox.edit': 'Modifier',
  'outbox.editTitle': 'Modifier avant l’envoi',
  'outbox.retry': 'Réessayer',
  'outbox.drop': 'Supprimer de la file',
  'outbox.dropReally':
    'Ce que vous avez enregistré pour {name} ne sera pas envoyé et ne pourra pas être récupéré.',
  'outbox.dropped': 'Supprimé, sans envoi\u00a0: {name}.',
  'outbox.statusWaiting': 'En attente',
  'outbox.statusSending': 'Envoi à Envoke en cours',
  'outbox.statusDecision': 'Décision requise',
  'outbox.statusFailed': 'Refusée',
  'outbox.statusDone': 'Terminée',
  'outbox.statusUndone': 'Annulée',
  'outbox.statusUndoing': 'Annulation en cours',
  'outbox.doesAdd': 'Nouveau contact',
  'outbox.doesChange': 'Modification\u00a0: {fields}',
  'outbox.doesConsent': 'Consentement\u00a0: {status}',
  'outbox.doesSet': 'Ajout à\u00a0: {names}',
  'outbox.doesUnset': 'Retrait de\u00a0: {names}',
  'outbox.doesUnsubscribe': 'Désabonnement\u00a0: «\u00a0{reason}\u00a0»',
  'outbox.doesUndo': 'Annulation de «\u00a0{what}\u00a0»',
  'outbox.statusStopped': 'Arrêtée',
  'outbox.statusSignIn': 'En attente de connexion',
  'outbox.statusPaused': 'En pause jusqu’à la reprise',
  'outbox.added': 'L’adresse {email} est maintenant dans Envoke.',
  'outbox.arrived': 'La fiche de {email} est à jour dans Envoke.',
  'outbox.refused': 'Ce que vous avez enregistré pour {email} a été refusé.',
  'outbox.look': 'Voir',
  'outbox.full':
    'Il ne reste plus assez d’espace pour conserver ceci sans risque. Envoyez ou supprimez d’abord ce qui attend.',
  'outbox.tooMany': 'C’est trop à la fois. Rien n’a été enregistré.',
  'outbox.notAllowed':
    'Les paramètres ne permettent pas cet état du consentement, ou plusieurs personnes à la fois. Rien n’a été enregistré.',
  'outbox.notEditable': 'L’envoi est en cours ou déjà terminé.',

  'error.exists': 'Cette adresse courriel est déjà dans Envoke. Ouvrez la fiche pour la modifier.',
  'error.changed': 'La fiche a été modifiée entre-temps dans Envoke. Consultez-la de nouveau.',
  'error.confirmation':
    'Ce changement de consentement exige votre confirmation explicite et une description.',
  'error.notAllowed': 'Envoke ne permet pas ce changement de consentement.',
  'error.invalid':
    'Contacts pour Envoke n’a pas pu traiter ceci tel quel et n’a rien envoyé à Envoke. S’il n’y a rien à corriger, avisez votre équipe TI.',
  'error.forbids':
    'Envoke ne le permet pas avec les droits de votre connexion. Demandez ce droit à la personne qui gère votre compte Envoke, puis réessayez.',
  'error.rejected': 'Envoke a refusé ces renseignements. Corrigez-les et enregistrez de nouveau.',
  'error.envokeAnswer': 'Réponse d’Envoke, en anglais\u00a0:',
  'error.notFound': 'Cet élément n’existe plus dans Envoke.',
  'error.uncertain': 'Envoke n’a pas confirmé l’enregistrement. Un nouvel essai ne créera pas de doublon.',

  'phone.extension': '{number}, poste\u00a0{extension}',

  'page.list': 'Personnes sur cette page',
  'page.nobody': 'Aucune adresse sur cette page',
  'page.nobodyHint': 'Sélectionnez un texte qui contient une adresse et faites un clic droit.',
  'page.reading': 'Lecture de la page…',
  'page.asking': {
    one: '{count}\u00a0adresse trouvée. Vérification dans Envoke…',
    other: '{count}\u00a0adresses trouvées. Vérification dans Envoke…',
  },
  'page.notAsked': {
    one: '{count}\u00a0adresse trouvée, mais Envoke n’a pas pu être consulté.',
    other: '{count}\u00a0adresses trouvées, mais Envoke n’a pas pu être consulté.',
  },
  'page.off': 'La lecture des pages est désactivée',
  'page.offHint': 'Vous pouvez l’activer dans les paramètres.',
  'page.unread': 'Cette page ne peut pas être parcourue',
  'page.pdf':
    'C’est un PDF, et le navigateur n’en donne le texte à personne. Sélectionnez le texte, copiez-le et collez-le ici comme liste.',
  'page.drawn':
    'Elle est dessinée comme une image et n’a aucun texte lisible. Sélectionnez le texte, copiez-le et collez-le ici comme liste.',
  'page.closed': 'Le navigateur ferme ses propres pages et sa boutique à toutes les extensions.',
  'page.silent': 'Elle est occupée et ne répond pas. Réessayez dans un instant.',
  'page.folded': 'Pas ouvert sur la page',
  'page.incomplete': 'La page est très longue\u00a0: elle n’a pas été parcourue au complet.',
  'page.notInEnvoke': 'Pas dans Envoke',
  'page.tick': 'Choisir {name}',
  'page.tickAll': 'Tout choisir',
  'page.tickNone': 'Ne choisir personne',
  'page.add': 'Ajouter',
  'page.addSeveral': { one: 'Ajouter {count}\u00a0personne', other: 'Ajouter {count}\u00a0personnes' },
};
