/** French as written in Canada: the settings page. */
import type { settings as english } from '../en/settings.ts';
import type { Translated } from '../messages.ts';

export const settings: Translated<typeof english> = {
  'settings.page': 'Contacts pour Envoke\u00a0: paramètres',
  'settings.saved': 'Enregistré.',
  'settings.notSaved': 'L’enregistrement a échoué. Réessayez.',
  'settings.managed': 'Fixé par votre équipe TI',
  'settings.policyNotValid':
    'Des paramètres fixés par votre équipe TI ne sont pas valides\u00a0: {names}. S’ils limitent quelque chose, leur lecture la plus stricte s’applique. Prévenez votre équipe TI.',
  'settings.builtIn': 'Intégré à cet exemplaire de l’extension',
  'settings.keepOne': 'C’est le dernier choix. Activez-en d’abord un autre.',
  'settings.look': 'Langue et apparence',
  'settings.language': 'Langue',
  'settings.languageAuto': 'Celle du navigateur',
  'settings.languageEn': 'English',
  'settings.languageFr': 'Français',
  'settings.theme': 'Couleurs',
  'settings.themeAuto': 'Celles du système',
  'settings.themeLight': 'Claires',
  'settings.themeDark': 'Sombres',
  'settings.adding': 'Ajout de contacts',
  'settings.defaultBasis': 'D’où vient le plus souvent le consentement',
  'settings.defaultBasisHint':
    'Proposé en premier. Un formulaire ne commence par ce motif que si celui-ci donne l’état par défaut ci-dessous\u00a0: personne n’a encore consenti.',
  'settings.defaultStatus': 'État du consentement par défaut',
  'settings.defaultStatusNone': 'Aucun\u00a0: à choisir chaque fois',
  'settings.allowedStatuses': 'États du consentement proposés dans les formulaires',
  'settings.defaultTags': 'Étiquettes par défaut',
  'settings.defaultTagsHint':
    'Par leur nom dans Envoke, en français ou en anglais. Séparez-les par des virgules.',
  'settings.grounds': 'Motifs de consentement et registre',
  'settings.offeredGrounds': 'Motifs offerts par les formulaires',
  'settings.groundStatusesHint':
    'L’état que donne chaque motif. Consultez votre juriste avant d’en changer un.',
  'settings.recordName': 'Un seul nom dans le registre, quel que soit le compte',
  'settings.recordNameRequired': 'Exiger un nom dans le registre',
  'settings.recordNameHint':
    'Laissez vide pour garder le nom donné dans chaque compte. Un nom entré ici remplace ceux-là.',
  'settings.recordNameOf': 'Dans {account}\u00a0: {name}.',
  'settings.recordNameNone': 'Dans {account}\u00a0: aucun nom pour l’instant.',
  'settings.templates': 'Descriptions du consentement',
  'settings.templatesHint': 'Laissez vide pour le texte par défaut. {placeholders} sont remplacés.',
  'settings.popup': 'La fenêtre de l’extension',
  'settings.openOn': 'À l’ouverture, afficher',
  'settings.openOnSearch': 'La recherche',
  'settings.openOnPage': 'Les personnes sur cette page',
  'settings.consentClock': 'Signaler les consentements qui prennent fin ce mois-ci',
  'settings.clockOff': 'Non',
  'settings.clockList': 'Dans la liste des contacts',
  'settings.clockBadge': 'Dans la liste des contacts, et par un nombre sur le bouton',
  'settings.consentClockHint':
    'Une fois par jour, tous les contacts sont lus en arrière-plan. Seuls des numéros de contact et des dates sont conservés dans ce navigateur.',
  'settings.pageLookup': 'Chercher des adresses sur la page à l’ouverture',
  'settings.pageLookupHint':
    'Seules les adresses quittent le navigateur, pour vérification; jamais le texte de la page.',
  'settings.bulk': 'Proposer d’ajouter plusieurs personnes à la fois',
  'settings.omnibox': 'Chercher depuis la barre d’adresse\u00a0: tapez «\u00a0env\u00a0», puis un espace',
  'settings.sidePanel': 'Proposer l’ouverture à côté de la page (volet latéral), pour les longues listes',
  'settings.shortcuts': 'Raccourcis clavier',
  'settings.shortcutOpen': 'Ouvrir la fenêtre de l’extension',
  'settings.shortcutAdd': 'Ajouter le texte sélectionné',
  'settings.shortcutNone': 'Aucun',
  'settings.changeShortcuts': 'Modifier dans le navigateur',
  'settings.shortcutsByHand':
    'Dans le menu de Firefox, ouvrez «\u00a0Extensions et thèmes\u00a0», puis la roue dentée et «\u00a0Gérer les raccourcis d’extensions\u00a0».',
  'settings.broker': 'Connexion',
  'settings.brokerUrl': 'Adresse du service Contacts pour Envoke',
  'settings.brokerUrlHint':
    'Le service qui garde votre connexion à Envoke. Votre équipe TI peut vous donner cette adresse.',
  'settings.check': 'Vérifier et utiliser',
  'settings.brokerProposed':
    'Le fichier importé nomme l’adresse {url}. {present} reste utilisée. N’utilisez l’autre que si votre équipe TI le demande\u00a0: qui l’exploite peut lire et modifier vos contacts.',
  'settings.brokerInAscii':
    'Sur le réseau, {written} s’écrit {url}. Un nom qui contient de telles lettres peut ressembler à un autre. Comparez {url} avec ce que votre équipe TI vous a donné. Si c’est la même adresse, choisissez de nouveau «\u00a0Vérifier et utiliser\u00a0».',
  'settings.checking': 'Vérification…',
  'settings.check.ok': 'Contacts pour Envoke répond à cette adresse. Elle est désormais utilisée.',
  'settings.check.not-an-address':
    'Cette adresse ne peut pas être la bonne. Écrivez https:// et le nom en minuscules, sans rien après\u00a0: https://contacts.example.ca',
  'settings.check.unreachable': 'Rien ne répond à cette adresse.',
  'settings.check.not-a-broker':
    'Quelque chose répond à cette adresse, mais ce n’est pas Contacts pour Envoke.',
  'settings.check.denied':
    'Votre navigateur bloque cette adresse. Vérifiez-la de nouveau et choisissez Autoriser.',
  'settings.transfer': 'Transférer les paramètres',
  'settings.transferHint': 'Le fichier ne contient que des paramètres\u00a0: aucun compte, aucun contact.',
  'settings.export': 'Exporter les paramètres',
  'settings.import': 'Importer des paramètres',
  'settings.imported': 'Paramètres importés.',
  'settings.importedBroker':
    'Paramètres importés, sauf l’adresse du service. Le fichier nomme {url}\u00a0: vérifiez-la d’abord sous «\u00a0Connexion\u00a0».',
  'settings.importedPartly': 'Paramètres importés. Écartés, car non valides\u00a0: {names}',
  'settings.import.not-json': 'Ce fichier n’est pas un fichier de paramètres.',
  'settings.import.not-settings': 'Ce fichier n’est pas un fichier de paramètres de cette extension.',
  'settings.import.newer-version': 'Ce fichier provient d’une version plus récente de l’extension.',
  'settings.diagnostics': 'Diagnostic',
  'settings.diagnosticsHint':
    'Pour la personne qui vous aide. Aucune donnée personnelle\u00a0: ni noms, ni adresses, ni comptes.',
  'settings.copyDiagnostics': 'Copier le diagnostic',
  'settings.diagnosticsCopied': 'Diagnostic copié.',
};
