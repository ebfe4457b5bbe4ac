/** French as written in Canada: the page that opens after an installation. */
import type { welcome as english } from '../en/welcome.ts';
import type { Translated } from '../messages.ts';

export const welcome: Translated<typeof english> = {
  'welcome.steps': 'Premiers pas',
  'welcome.title': 'Bienvenue dans Contacts pour Envoke',
  'welcome.lead':
    'Voyez aussitôt qui, sur une page, est dans Envoke et avec quel consentement, et ajoutez des personnes avec la preuve de leur consentement.',
  'welcome.pin': 'Gardez le bouton sous la main',
  'welcome.pinInChrome':
    'Cliquez sur la pièce de casse-tête à côté de la barre d’adresse, puis sur l’épingle à côté de «\u00a0Contacts pour Envoke\u00a0».',
  'welcome.pinInEdge':
    'Cliquez sur la pièce de casse-tête à côté de la barre d’adresse, puis sur l’œil à côté de «\u00a0Contacts pour Envoke\u00a0».',
  'welcome.pinInFirefox':
    'Cliquez sur la pièce de casse-tête à côté de la barre d’adresse, puis sur l’engrenage à côté de «\u00a0Contacts pour Envoke\u00a0», et choisissez «\u00a0Épingler à la barre d’outils\u00a0».',
  'welcome.pinned': 'Le bouton est dans votre barre d’outils.',
  'welcome.connect': 'Connectez votre compte',
  'welcome.inWindow': 'Continuez dans la fenêtre qui s’est ouverte.',
  'welcome.inTab': 'Continuez dans l’onglet qui s’est ouvert.',
  'welcome.connected': 'Compte connecté\u00a0: {name}',
  'welcome.connectedHint': 'Cliquez sur le bouton de la barre d’outils pour voir vos contacts.',
  'welcome.use': 'Trouvez et ajoutez des personnes',
  'welcome.help': 'Où trouver de l’aide',
  'welcome.helpText':
    'L’aide donne d’autres premiers pas, dit ce que deviennent vos données et permet de nous écrire.',
  'welcome.done': 'Fait\u00a0:',
};
