/** The broker's own pages of a sign-in: in both languages, with fixed text that contains nothing of the request. */
import { hash } from 'node:crypto';

/** `allowed` and `declined` end a sign-in in a tab; the others are errors. */
export type WindowPage = 'allowed' | 'declined' | 'start-again' | 'later';

interface Words {
  title: string;
  text: string;
}

const REFERENCE = { en: 'Reference:', fr: 'Référence\u00a0:' } as const;
const WORDS: Record<'en' | 'fr', Record<WindowPage, Words>> = {
  en: {
    allowed: {
      title: 'Envoke has allowed access',
      text: 'You can close this tab. Open the extension to go on.',
    },
    declined: {
      title: 'Access was declined at Envoke',
      text: 'Nothing was connected. You can close this tab. Choose “Connect to Envoke” in the extension again when you want to allow it.',
    },
    'start-again': {
      title: 'This sign-in cannot go on',
      text: 'It was not begun in this browser, or it took too long. Close this window and choose “Connect to Envoke” in the extension again.',
    },
    later: {
      title: 'Not just now',
      text: 'The service has too much to do, or cannot reach what it needs. Close this window and try again in a minute.',
    },
  },
  fr: {
    allowed: {
      title: 'Envoke a autorisé l’accès',
      text: 'Vous pouvez fermer cet onglet. Ouvrez l’extension pour continuer.',
    },
    declined: {
      title: 'L’accès a été refusé chez Envoke',
      text: 'Rien n’a été connecté. Vous pouvez fermer cet onglet. Choisissez de nouveau «\u00a0Se connecter à Envoke\u00a0» dans l’extension quand vous voudrez l’autoriser.',
    },
    'start-again': {
      title: 'Cette connexion ne peut pas continuer',
      text: 'Elle n’a pas été commencée dans ce navigateur, ou elle a pris trop de temps. Fermez cette fenêtre et choisissez de nouveau «\u00a0Se connecter à Envoke\u00a0» dans l’extension.',
    },
    later: {
      title: 'Pas pour le moment',
      text: 'Le service est trop occupé ou ne peut joindre ce dont il a besoin. Fermez cette fenêtre et réessayez dans une minute.',
    },
  },
};

const STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:34rem;margin:10vh auto;padding:0 1.5rem}h1,h2{font-size:1.35rem;line-height:1.25}section+section{margin-top:2.5rem;padding-top:1rem;border-top:1px solid}small{font-family:ui-monospace,monospace}';

/** Forbids scripts, images, forms and frames; allows only this style. */
export const WINDOW_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * @param languages `ui_locales` or `Accept-Language`; of English and French, the one it names first is shown first
 * @param requestId the same as in the log; the broker generates it
 */
export function windowPage(page: WindowPage, languages: string, requestId: string): string {
  const first = prefersFrench(languages) ? 'fr' : 'en';
  const second = first === 'fr' ? 'en' : 'fr';
  const words = WORDS[first][page];
  return `<!doctype html>
<html lang="${first}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title><style>${STYLE}</style></head>
<body><main>
${section(WORDS[first][page], first, 'h1')}
${section(WORDS[second][page], second, 'h2')}
<p><small>${REFERENCE[first]} ${requestId}</small></p>
</main></body>
</html>
`;
}

function section({ title, text }: Words, language: string, heading: 'h1' | 'h2'): string {
  return `<section lang="${language}"><${heading}>${title}</${heading}><p>${text}</p></section>`;
}

function prefersFrench(languages: string): boolean {
  const french = languages.search(/\bfr\b/i);
  const english = languages.search(/\ben\b/i);
  return french >= 0 && (english < 0 || french < english);
}
