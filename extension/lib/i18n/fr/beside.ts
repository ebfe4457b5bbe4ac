/** French as written in Canada: the side panel. */
import type { beside as en } from '../en/beside.ts';
import type { Translated } from '../messages.ts';

export const beside: Translated<typeof en> = {
  'beside.open': 'Ouvrir à côté de la page',
  'beside.failed': 'Ce navigateur ne peut pas ouvrir les contacts à côté de la page.',
  'beside.closed':
    'L’extension peut lire cette page une fois que vous avez appuyé sur son bouton dans la barre d’outils. Appuyez dessus, puis choisissez «\u00a0Regarder de nouveau\u00a0».',
  'beside.again': 'Regarder de nouveau',
};
