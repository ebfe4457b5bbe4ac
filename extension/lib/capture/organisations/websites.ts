/** Finds the web site of a person or organisation among the URLs and host names of a few lines. */
import { domainOf, isFreeMail, isSameSite } from './domains.ts';

const URL_TEXT =
  /(?<![@\p{L}\p{N}./-])(?:https?:\/\/[^\s<>"'()|]{3,200}|(?:www\.)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,5}\p{L}{2,18}(?:\/[^\s<>"'()|]{0,120})?)(?![\p{L}\p{N}@])/gu;
const SOCIAL =
  /(?:^|\.)(?:facebook|twitter|x|instagram|linkedin|youtube|youtu|tiktok|threads|bsky|mastodon|vimeo|flickr|pinterest|github|zoom|teams|calendly|eventbrite|google|goo|bit|wa|t|linktr|orcid|researchgate|scholar|whatsapp|snapchat|messenger|medium|meetup|doodle|surveymonkey)\.\w+(?:\.\w+)?$/i;
const LABELLED =
  /(?:^|[\s|·•,;])(?:web(?:site|page)?|site(?: web| internet)?|url|internet|w|page web|home ?page|online|visit|visitez|en ligne)\s{0,2}[.:：]{0,2}\s{0,2}$/i;
const ENDINGS =
  /\.(?:ca|com|org|net|info|edu|quebec|coop|church|health|fr|uk|us|eu|io|co|biz|me|tv|news|gov|museum|example|test|life|community|foundation|online|site|club|dev|app|design|studio|agency|press|media|art|earth|green|social|farm)$/i;

export interface SiteCandidate {
  url: string;
  start: number;
  end: number;
  labelled: boolean;
  /** It stands in a sentence, which may be about anybody. */
  told?: boolean;
}

const withoutTrail = (text: string): string => text.replace(/[.,;:!?)\]]+$/, '');
const hostOfText = (text: string): string =>
  text
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .toLowerCase();

/** URLs and host names written in a line, e-mail addresses apart. */
export function findSites(line: string): SiteCandidate[] {
  const found: SiteCandidate[] = [];
  for (const match of line.matchAll(URL_TEXT)) {
    const url = withoutTrail(match[0]);
    const host = hostOfText(url);
    if (!/^https?:|^www\./i.test(url) && !ENDINGS.test(host)) continue;
    if (line[match.index - 1] === '@') continue;
    found.push({
      url,
      start: match.index,
      end: match.index + url.length,
      labelled: LABELLED.test(line.slice(Math.max(0, match.index - 20), match.index)),
    });
  }
  return found;
}

/** Deep links are articles and profiles; a home page has at most a language or one short word behind the host. */
export function isHomePage(url: string): boolean {
  const path = url.replace(/^https?:\/\//i, '').replace(/^[^/?#]*/, '');
  return (
    !/[?#]/.test(path) &&
    (path === '' || path === '/' || /^\/(?:[a-z]{2}(?:-[a-z]{2})?|index\.\w+|home|accueil)\/?$/i.test(path))
  );
}

/** "www.elm.example.ca/nursing": a part of the own site, printed as somebody's page. */
const isPartOfSite = (url: string): boolean =>
  /^(?:https?:\/\/)?[^/?#]+\/~?[\p{L}\p{N}-]{2,20}\/?$/u.test(url);

const isSocial = (url: string): boolean => SOCIAL.test(hostOfText(url));

/**
 * The site to keep: labelled as one, or a home page on the host of the address, or the only home page written out.
 * @param written as it stands in the text; @param hrefs of links whose text says that they are a site
 */
export function bestSite(
  written: readonly SiteCandidate[],
  hrefs: readonly string[],
  email: string,
): string | undefined {
  const host = domainOf(email);
  const own = (url: string): boolean => host !== '' && !isFreeMail(host) && isSameSite(hostOfText(url), host);
  const usable = written.filter((site) => !isSocial(site.url));
  const homes = usable.filter((site) => isHomePage(site.url));
  const chosen =
    homes.find((site) => own(site.url)) ??
    usable.find((site) => site.labelled) ??
    homes.find((site) => !site.told) ??
    usable.find((site) => !site.told && own(site.url) && isPartOfSite(site.url));
  return (
    chosen?.url ??
    hrefs.find((url) => !isSocial(url) && /^https?:/.test(url) && (own(url) || isHomePage(url)))
  );
}

/** Nothing but the address of a site: "www.elm.example.ca". */
export const isSite = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(text);
