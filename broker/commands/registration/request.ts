/** What Envoke's support asks for to register an application, as two letters. Pure. */

/** @see https://support.envoke.com/en/articles/6225781-oauth-authentication */
export interface Registration {
  applicationName: string;
  /** The one redirect URI that Envoke registers. */
  redirectUri: string;
  homepageUrl: string;
  /** File to attach: square, 72 pixels or more. */
  iconPath: string;
}

/** The product's name, the same in both languages, as the extension's manifest has it. */
export const APPLICATION_NAME = 'Contacts for Envoke';

/** Plain text: Envoke shows it to the person who authorizes. */
const DESCRIPTION = {
  en:
    'A browser extension that finds and adds Envoke contacts from any web page, with their consent and its proof. ' +
    'It reads and writes contacts, and reads the account name, tags, subscriptions and custom fields of the account ' +
    'that authorizes it. It sends no e-mail.',
  fr:
    'Une extension de navigateur qui trouve et ajoute des contacts Envoke à partir de n’importe quelle page Web, ' +
    'avec leur consentement et sa preuve. Elle lit et écrit les contacts, et lit le nom du compte, les étiquettes, ' +
    'les abonnements et les champs personnalisés du compte qui l’autorise. Elle n’envoie aucun courriel.',
};

export function englishRequest(registration: Registration): string {
  return `Subject: OAuth application: ${registration.applicationName}

Hello,

Please register this OAuth application, and send us its client ID and client secret by a secure way.

Application name: ${registration.applicationName}
Redirect URI (one): ${registration.redirectUri}
Description (plain text): ${DESCRIPTION.en}
Homepage URL: ${registration.homepageUrl}
Icon (attached, 72 × 72 pixels or more): ${registration.iconPath}

Thank you.`;
}

export function frenchRequest(registration: Registration): string {
  return `Objet\u00a0: Application OAuth\u00a0: ${registration.applicationName}

Bonjour,

Veuillez enregistrer cette application OAuth et nous transmettre son identifiant client et son secret client par un moyen sûr.

Nom de l’application\u00a0: ${registration.applicationName}
URI de redirection (une seule)\u00a0: ${registration.redirectUri}
Description (texte brut)\u00a0: ${DESCRIPTION.fr}
URL de la page d’accueil\u00a0: ${registration.homepageUrl}
Icône (en pièce jointe, 72 × 72 pixels ou plus)\u00a0: ${registration.iconPath}

Merci.`;
}
