/** French as written in Canada: who answers for a record, and the proof of one contact's consent. */
import type { proof as english } from '../en/proof.ts';
import type { Translated } from '../messages.ts';

export const proof: Translated<typeof english> = {
  'recorder.name': 'Votre nom dans le registre',
  'recorder.hint':
    'Demandé une seule fois après la connexion\u00a0: la preuve du consentement indique qui l’a consigné.',
  'recorder.needed': 'Votre organisation veut savoir qui consigne ceci. Entrez votre nom.',
  'recorder.title': 'Qui consigne le consentement',
  'recorder.none': 'Aucun nom indiqué.',
  'recorder.inSettings': 'Les paramètres nomment une seule personne, quel que soit le compte.',
  'outbox.nameNeeded': 'Votre organisation veut savoir qui consigne ceci. Entrez votre nom à la page Compte.',
  'outbox.nameEnter': 'Entrer votre nom',
  'activity.saveJson': 'Enregistrer en JSON',
  'proof.open': 'Preuve de consentement',
  'proof.title': 'Preuve de consentement\u00a0: {name}',
  'proof.of': '{account}, en date du {moment}',
  'proof.print': 'Imprimer',
  'proof.now': 'Dans Envoke maintenant',
  'proof.waits':
    'Une modification de ce consentement a été enregistrée dans ce navigateur. Ce qui suit est ce qu’Envoke avait sans elle.',
  'proof.name': 'Nom',
  'proof.words': 'Description du consentement',
  'proof.noWords': 'Envoke n’a aucune description de ce consentement.',
  'proof.wordsSame': 'Consigné en ces mots\u00a0: {moment}',
  'proof.wordsOther': 'Ces mots n’ont pas été consignés par cette extension ou ont été modifiés depuis.',
  'proof.record': 'Ce qui a été consigné',
  'proof.nothing':
    'Rien n’a été consigné par cette extension au sujet de ce contact. Ce qu’Envoke contient figure ci-dessus.',
  'proof.change': 'État du consentement',
  'proof.ground': 'Motif',
  'proof.section': '{ground} (LCAP, article {section})',
  'proof.day': 'Compte à partir du',
  'proof.confirmed': 'Confirmé',
  'proof.asked': 'Changement confirmé',
  'proof.yes': 'Oui, en réponse à une question ou par une annulation',
  'proof.page': 'Page d’origine',
  'proof.who': 'Consigné par',
  'proof.nobody': 'Aucun nom indiqué',
  'proof.answer': 'Dans Envoke ensuite',
  'proof.digest': 'Empreinte de la description (SHA-256)',
  'proof.line': 'Ligne du registre',
  'proof.failed': 'La preuve n’a pas pu être lue.',
  'proof.notFound': 'Ouvrez la preuve à partir d’un contact dans l’extension.',
};
