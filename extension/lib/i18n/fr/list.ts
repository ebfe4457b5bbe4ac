/** French as written in Canada: registration lists. */
import type { list as en } from '../en/list.ts';
import type { Translated } from '../messages.ts';

export const list: Translated<typeof en> = {
  'list.columns': {
    one: '{count}\u00a0colonne lue\u00a0: à vérifier',
    other: '{count}\u00a0colonnes lues\u00a0: à vérifier',
  },
  'list.columnsHint':
    'Choisissez un autre sens si une colonne a été mal lue\u00a0: toutes les lignes sont relues.',
  'list.column': 'Colonne {number}',
  'list.unused': 'Non utilisée',
  'list.name': 'Nom complet',
  'list.contact': 'Adresse courriel et téléphone',
  'list.consent': 'Accepte ou refuse les courriels',
  'list.consentDay': 'Jour de l’acceptation',
  'list.submitted': 'Jour de l’envoi du formulaire',
  'list.tag': 'Étiquette\u00a0: {name}',
  'list.subscription': 'Abonnement\u00a0: {name}',
  'list.lost': { one: '{count}\u00a0ligne non comprise', other: '{count}\u00a0lignes non comprises' },
  'list.lostRow': 'Ligne {row}\u00a0: {text}',
  'list.answers': 'La liste dit qui accepte les courriels',
  'list.answersTo': 'La liste dit\u00a0: «\u00a0{question}\u00a0»',
  'list.counts': '{yes}\u00a0oui, {no}\u00a0non, {none}\u00a0sans réponse.',
  'list.noes': {
    one: '{count}\u00a0personne a dit non\u00a0: consignée comme Non fourni.',
    other: '{count}\u00a0personnes ont dit non\u00a0: consignées comme Non fourni.',
  },
  'list.unclear': {
    one: '{count}\u00a0réponse n’est pas claire\u00a0: consignée comme Non fourni, avec les mots de la réponse dans la description.',
    other:
      '{count}\u00a0réponses ne sont pas claires\u00a0: consignées comme Non fourni, avec les mots de chacune dans la description.',
  },
  'list.overruled': {
    one: '{count}\u00a0personne n’a pas dit oui et reçoit le consentement que vous avez choisi pour elle.',
    other:
      '{count}\u00a0personnes n’ont pas dit oui et reçoivent le consentement que vous avez choisi pour elles.',
  },
  'list.notAsked':
    'Envoke n’a pas pu être consulté. S’il a déjà l’une de ces personnes, sa réponse n’y est pas consignée.',
  'list.unrecorded': {
    one: 'Envoke peut encore écrire à {count}\u00a0personne dont la réponse n’est pas un oui',
    other: 'Envoke peut encore écrire à {count}\u00a0personnes dont la réponse n’est pas un oui',
  },
  'list.unrecordedHint':
    'Ajouter les autres ne le consigne pas. Chaque bouton ouvre la fiche, avec la réponse comme raison; aucun désabonnement n’a lieu avant que vous le confirmiez.',
  'list.editWaiting': 'Modifier l’ajout',
  'list.withheld': {
    one: 'Non attribué à {count}\u00a0personne dont la réponse n’est pas un oui\u00a0: {names}.',
    other: 'Non attribué à {count}\u00a0personnes dont la réponse n’est pas un oui\u00a0: {names}.',
  },
  'list.undated': {
    one: 'Jour pour {count}\u00a0personne dont le oui est sans date',
    other: 'Jour pour {count}\u00a0personnes dont le oui est sans date',
  },
  'list.unclearDays': {
    one: 'La date de {count}\u00a0oui n’est pas claire. Entrez-la pour cette personne\u00a0: ce que dit la liste figure dans la description.',
    other:
      'La date de {count}\u00a0oui n’est pas claire. Entrez celle de chaque personne\u00a0: ce que dit la liste figure dans la description.',
  },
  'list.take': {
    one: 'Le oui compte\u00a0: {count} comme {status}',
    other: 'Le oui compte\u00a0: {count} comme {status}',
  },
  'list.taken': {
    one: '{count}\u00a0personne sera ajoutée comme {status}, au jour de son oui.',
    other: '{count}\u00a0personnes seront ajoutées comme {status}, chacune au jour de son oui.',
  },
  'paste.drop': 'Vous pouvez aussi déposer un fichier CSV ici, ou coller un fichier copié.',
  'paste.tooLarge': 'Ce fichier est trop grand pour une liste. Enregistrez en CSV la partie voulue.',
};
