/** Words for what a part of an organisation works at: the core of "Hall Rentals" and of "Mise en page", folded. */
import { wordSet } from './word-set.ts';

export const FIELDS_OF_WORK = wordSet(
  `communication communications recreation circulation finance finances operations membership memberships marketing sales admissions accounts accounting payroll billing
  advertising program programs programming events outreach development fundraising research planning administration reception photography design editorial production
  layout engagement relations resources services works giving philanthropy technology rentals licensing leasing registration registrations logistics facilities grounds
  maintenance security safety policy strategy partnerships education training donations serials cataloguing cataloging collections exhibitions volunteers volunteering
  workshops arrangements management bookings reservations scheduling catering concessions props wardrobe publicity promotion promotions
  sponsorship sponsorships transport transportation bookkeeping procurement purchasing inquiries enquiries subscriptions distribution shipping
  translation interpretation interpreting instruction curriculum governance compliance privacy ethics acquisitions reference
  desk office affairs content web multimedia analytics evaluation intake enrolment enrollment counselling recruitment hiring retention gift legacy`,
  `comptabilite ventes abonnements inscriptions inscription loisirs urbanisme voirie programmation benevolat adhesions adhesion redaction publicite graphisme logistique direction
  secretariat gestion soutien entretien approvisionnement affaires relations ressources services travaux mise tenue coordination edition production diffusion billetterie
  location locations accueil animation formation recherche mediation hebergement restauration commandites partenariats colloques traduction revision`,
);
