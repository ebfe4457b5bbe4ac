/** What a page calls its site: in its data, or on the logo that leads to its first page. */

const IN_DATA =
  'script[type="application/ld+json"], meta[property="og:site_name"], meta[name="application-name"]';
/** The logo stands among the first links. */
const MAX_LINKS = 40;
const HOME_PATH = /^\/(?:(?:en|fr)(?:-ca)?\/?)?(?:(?:index|default)\.\w+|home|accueil)?\/?$/i;
/** Words of a link home that name no site. */
const NO_NAME =
  /^(?:(?:go |back |return )?(?:to )?(?:the )?home(?:page| page)?|(?:retour )?(?:à )?(?:l['’])?accueil|skip\b.*|aller au\b.*|english|français|en|fr|logo|menu|×)$/i;

function nameOf(link: HTMLAnchorElement): string {
  const picture = link.querySelector('img[alt], [aria-label]');
  const said = [
    link.title,
    link.getAttribute('aria-label'),
    picture?.getAttribute('alt') ?? picture?.getAttribute('aria-label'),
    link.textContent,
  ];
  return (
    said
      .map((words) => (words ?? '').replace(/\s+/g, ' ').trim())
      .find((words) => /\p{L}{2}/u.test(words) && words.length <= 100 && !NO_NAME.test(words)) ?? ''
  );
}

/** Markup of what names the site; empty where nothing does. */
export function siteNameMarkup(): string {
  const logo = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .slice(0, MAX_LINKS)
    .filter((link) => link.origin === location.origin && HOME_PATH.test(link.pathname) && link.hash === '')
    .map(nameOf)
    .find(Boolean);
  const data = [...document.querySelectorAll(IN_DATA)].map(({ outerHTML }) => outerHTML);
  if (logo === undefined) return data.join('');
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'og:site_name');
  meta.content = logo;
  return data.join('') + meta.outerHTML;
}
