/** French as written in Canada: help, the two statements, and feedback. */
import type { help as english } from '../en/help.ts';
import type { Translated } from '../messages.ts';

export const help: Translated<typeof english> = {
  'help.title': 'Aide',
  'help.find':
    'Pour trouver une personne, ouvrez la fenêtre de l’extension et tapez une partie de son nom, de son adresse courriel ou du nom de son organisation.',
  'help.add':
    'Pour ajouter une personne, sélectionnez son nom et son adresse courriel sur une page, faites un clic droit et choisissez «\u00a0Ajouter aux contacts Envoke\u00a0». Indiquez d’où vient le consentement, puis enregistrez.',
  'help.page': '«\u00a0Sur cette page\u00a0» montre qui, sur la page, est dans Envoke et qui ne l’est pas.',
  'help.keys':
    'Maintenez Ctrl, ou tapez un point d’interrogation dans la recherche vide, pour voir les touches de la fenêtre.',
  'help.privacy': 'Aucun pistage',
  'help.privacyText':
    'Cette extension ne compte rien et ne transmet rien à ses auteurs. Ce que vous cherchez et enregistrez va à Envoke en passant par {service}, et nulle part ailleurs.',
  'help.accessibility': 'Accessibilité',
  'help.accessibilityText':
    'L’objectif est le niveau AA des WCAG 2.2\u00a0: au clavier, avec un lecteur d’écran, à 200\u00a0%, à 320\u00a0pixels, en contraste élevé et sans mouvement. Chaque version est vérifiée automatiquement; des personnes qui utilisent un lecteur d’écran tous les jours ne l’ont pas encore essayée. Si quelque chose vous gêne, écrivez-nous.',
  'help.feedback': 'Questions et commentaires',
  'help.supportEmail': 'Adresse courriel pour les questions',
  'help.supportEmailHint':
    'Celle de votre propre soutien, par exemple. Vide\u00a0: vous choisissez dans votre logiciel de courriel.',
  'help.supportEmailWrong': 'Ce n’est pas une adresse courriel.',
  'help.attach': 'Joindre le diagnostic ci-dessous',
  'help.write': 'Écrire un courriel',
  'help.writeHint': 'Votre logiciel de courriel s’ouvre. Rien n’est envoyé avant que vous l’envoyiez.',
  'help.subject': 'Contacts pour Envoke {version}',
  'help.body': 'Ce que j’ai fait\u00a0:\n\n\nCe que j’attendais\u00a0:\n\n\nCe qui s’est passé\u00a0:\n\n',
  'help.paste': '(Le diagnostic a été copié. Collez-le ici.)',
  'help.version': 'Version {version}',
};
