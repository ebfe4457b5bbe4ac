/** Folders, tags, subscriptions, custom fields and automated messages of an account, with labels in both languages. */

import type { Account } from '../accounts/account.ts';
import type { CustomFieldType } from '../accounts/catalogue.ts';

const GROUPS = [
  { name: 'Events', type: 'interest', exclusive: false },
  { name: 'Roles', type: 'interest', exclusive: false },
  { name: 'Membership level', type: 'interest', exclusive: true },
  { name: 'Newsletters', type: 'subscription', exclusive: false },
] as const;

/** Type, folder, English label (also the name), French label. */
const INTERESTS = [
  ['interest', 'Events', 'Annual conference', 'Congrès annuel'],
  ['interest', 'Events', 'Open house', 'Journée portes ouvertes'],
  ['interest', 'Roles', 'Board member', 'Membre du conseil'],
  ['interest', 'Roles', 'Volunteer', 'Bénévole'],
  ['interest', 'Roles', 'Media', 'Médias'],
  ['interest', 'Membership level', 'Level: regular', 'Niveau : régulier'],
  ['interest', 'Membership level', 'Level: student', 'Niveau : étudiant'],
  ['interest', '', 'Francophone', 'Francophone'],
  ['subscription', 'Newsletters', 'Monthly newsletter', 'Infolettre mensuelle'],
  ['subscription', 'Newsletters', 'Job postings', 'Offres d’emploi'],
  ['subscription', 'Newsletters', 'Road closures', 'Fermetures de routes'],
  ['subscription', '', 'Emergency notices', 'Avis d’urgence'],
] as const;

const CUSTOM_FIELDS: readonly (readonly [string, CustomFieldType, string])[] = [
  ['member_number', 'text', 'Member number / Numéro de membre'],
  ['member_until', 'date', 'Membership ends / Fin de l’adhésion'],
  ['department', 'text', 'Department / Service'],
  ['accessibility', 'note', 'Accessibility needs / Besoins d’accessibilité'],
  ['profile_page', 'url', 'Profile page / Page de profil'],
];

const AUTORESPONDERS = ['Welcome series', 'Série de bienvenue', 'Renewal reminder'];

/** Fills the lists of an account; `newExternalId` gives 32 hex digits. */
export function seedLists(account: Account, newExternalId: () => string): void {
  for (const group of GROUPS) account.groups.add((id) => ({ id, ...group }));
  for (const [type, group, en, fr] of INTERESTS) {
    account.interests.add((id) => ({
      id,
      externalId: newExternalId(),
      type,
      name: en,
      group,
      description: '',
      displayNames: { en, fr },
      displayDescriptions: { en: '', fr: '' },
      prefpageAccess: 'public',
    }));
  }
  for (const [name, fieldType, description] of CUSTOM_FIELDS) {
    account.customFields.add((id) => ({ id, name, fieldType, description }));
  }
  for (const name of AUTORESPONDERS) account.autoresponders.add((id) => ({ id, name }));
}
