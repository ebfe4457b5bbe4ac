/**
 * What Envoke's support asks for to register an application, and other facts that it may need, as two letters. Pure.
 */

/** @see https://support.envoke.com/en/articles/6225781-oauth-authentication */
export interface Registration {
  applicationName: string;
  /** The one redirect URI that Envoke registers. */
  redirectUri: string;
  /** URL of the product's website, not of the broker; undefined leaves a gap to fill in. */
  homepageUrl: string | undefined;
  /** Who runs the broker, and how to contact them. */
  operator: string | undefined;
  contact: string | undefined;
  /** File to attach: a square image of 72 pixels or more. */
  icon: { path: string; pixels: number };
  /** Requests per second for one person, and how many may be sent at once. */
  requestsPerSecond: number;
  burst: number;
}

/** The product's name, the same in both languages, as in the extension's manifest. */
export const APPLICATION_NAME = 'Contacts for Envoke';

/**
 * Envoke endpoints that the broker calls, besides the two OAuth addresses; a test compares the list with the client.
 */
const ENDPOINTS = [
  'GET /v1/settings',
  'GET, POST, PATCH /v1/contacts',
  'GET /v1/interests, /v2/interests, /v1/customfields',
];

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
  const { applicationName, redirectUri, icon, requestsPerSecond, burst } = registration;
  return `Subject: OAuth application: ${applicationName}

Hello,

Please register this OAuth application, and send us its client ID and client secret by a secure way.

Application name: ${applicationName}
Redirect URI (one): ${redirectUri}
Description (plain text): ${DESCRIPTION.en}
Homepage URL (of the product): ${registration.homepageUrl ?? '[address of the product’s page]'}
Icon (attached, ${icon.pixels} × ${icon.pixels} pixels): ${icon.path}

Grant type: authorization code
Scope: all
Client authentication: client ID and client secret in the body of the token request
Endpoints: ${ENDPOINTS.join('; ')}
How often: when a person searches, adds or changes a contact; at most ${perSecond(requestsPerSecond, 'request', 'requests')} a second for each person, after up to ${burst} at once
Withdrawing the permission: by the person who gave it, in Envoke; the extension says so when somebody signs out
Run by: ${registration.operator ?? '[your organisation]'}
Contact: ${registration.contact ?? '[e-mail address or telephone]'}

Please tell us where in Envoke people withdraw the permission, and whether you limit the number of requests.

Thank you.`;
}

export function frenchRequest(registration: Registration): string {
  const { applicationName, redirectUri, icon, requestsPerSecond, burst } = registration;
  return `Objet\u00a0: Application OAuth\u00a0: ${applicationName}

Bonjour,

Veuillez enregistrer cette application OAuth et nous transmettre son identifiant client et son secret client par un moyen sûr.

Nom de l’application\u00a0: ${applicationName}
URI de redirection (une seule)\u00a0: ${redirectUri}
Description (texte brut)\u00a0: ${DESCRIPTION.fr}
URL de la page d’accueil (du produit)\u00a0: ${registration.homepageUrl ?? '[adresse de la page du produit]'}
Icône (en pièce jointe, ${icon.pixels} × ${icon.pixels} pixels)\u00a0: ${icon.path}

Type d’autorisation\u00a0: code d’autorisation (authorization code)
Portée\u00a0: all
Authentification du client\u00a0: identifiant et secret dans le corps de la demande de jeton
Points d’accès\u00a0: ${ENDPOINTS.join('\u00a0; ')}
Fréquence\u00a0: quand une personne cherche, ajoute ou modifie un contact\u00a0; au plus ${perSecond(requestsPerSecond, 'demande', 'demandes')} par seconde et par personne, après ${burst} d’affilée au plus
Retrait de la permission\u00a0: par la personne qui l’a donnée, dans Envoke\u00a0; l’extension le rappelle à la déconnexion
Exploité par\u00a0: ${registration.operator ?? '[votre organisation]'}
Contact\u00a0: ${registration.contact ?? '[adresse courriel ou téléphone]'}

Dites-nous, s’il vous plaît, où la permission se retire dans Envoke, et si vous limitez le nombre de demandes.

Merci.`;
}

function perSecond(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
