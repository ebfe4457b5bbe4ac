/** The words of the authorize pages, in English and French. */

export type Language = 'en' | 'fr';

const EN = {
  title: 'Envoke (stand-in)',
  notice: 'This is a stand-in for tests and for trying out. Nothing here is real.',
  logIn: 'Log in',
  email: 'Email',
  password: 'Password',
  wrongLogin: 'The email or password is not correct.',
  review: 'Review access',
  asks: (application: string) => `${application} asks for full access to an Envoke account:`,
  account: 'Account',
  may: 'It will be able to read and change contacts, tags, subscriptions and consent for one year, or until you remove it.',
  authorize: 'Authorize',
  decline: 'Decline',
  signedInAs: (email: string) => `Logged in as ${email}.`,
  other: 'Log in as someone else',
  stays: 'You declined. You may close this window.',
  refused: 'This request cannot be authorized',
};

export type Words = typeof EN;

const FR: Words = {
  title: 'Envoke (doublure)',
  notice: 'Ceci est une doublure pour les essais. Rien ici n’est réel.',
  logIn: 'Se connecter',
  email: 'Courriel',
  password: 'Mot de passe',
  wrongLogin: 'Le courriel ou le mot de passe est incorrect.',
  review: 'Vérifier l’accès',
  asks: (application) => `${application} demande un accès complet à un compte Envoke :`,
  account: 'Compte',
  may: 'L’application pourra lire et modifier les contacts, les étiquettes, les abonnements et le consentement pendant un an, ou jusqu’à ce que vous la retiriez.',
  authorize: 'Autoriser',
  decline: 'Refuser',
  signedInAs: (email) => `Connecté en tant que ${email}.`,
  other: 'Se connecter avec un autre compte',
  stays: 'Vous avez refusé. Vous pouvez fermer cette fenêtre.',
  refused: 'Cette demande ne peut pas être autorisée',
};

/** `ui_locales` first, then `Accept-Language`; English when neither says French before English. */
export function chooseLanguage(uiLocales: string | undefined, acceptLanguage: string | undefined): Language {
  const wishes = [...(uiLocales ?? '').split(/\s+/), ...(acceptLanguage ?? '').split(',')];
  const first = wishes
    .map((wish) => wish.trim().slice(0, 2).toLowerCase())
    .find((wish) => wish === 'en' || wish === 'fr');
  return first === 'fr' ? 'fr' : 'en';
}

export function wordsIn(language: Language): Words {
  return language === 'fr' ? FR : EN;
}
