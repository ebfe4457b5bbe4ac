/** What a tag or subscription is called in the reader's language, and which tag somebody means by a name. Pure. */

import type { Lists } from '../../shared/schemas/contact.ts';
import { looseText } from '../../shared/search-text.ts';
import type { Language } from '../lib/i18n/index.ts';

export function interestName(
  { name, display_names }: Pick<Lists['interests'][number], 'name' | 'display_names'>,
  language: Language,
): string {
  return display_names?.[language] ?? name;
}

/** The same for a name alone, as writes have it. */
export function interestNames(offered: Lists['interests'], language: Language): (name: string) => string {
  const names = new Map(offered.map((one) => [one.name, interestName(one, language)]));
  return (name) => names.get(name) ?? name;
}

type Offered = readonly Lists['interests'][number][];

const sameText = (one: string, other: string) => looseText(one.trim()) === looseText(other.trim());

/** The tag that a name means, in either language, in any case and without accents; a subscription is never meant. */
function tagNamed(wanted: string, offered: Offered): string | undefined {
  const tags = offered.filter(({ kind }) => kind !== 'subscription');
  const hasName = ({ name, display_names: shown }: Offered[number]) =>
    [name, ...(shown === undefined ? [] : [shown.en, shown.fr])].some((one) => sameText(one, wanted));
  return (tags.find(({ name }) => name === wanted) ?? tags.find(hasName))?.name;
}

/** Envoke's names of the tags that are meant, each once, and the names that mean none of its tags. */
export function findTags(names: readonly string[], offered: Offered): { found: string[]; unknown: string[] } {
  const meant = names.map((name) => tagNamed(name, offered));
  return {
    found: [...new Set(meant.filter((name) => name !== undefined))],
    unknown: [...new Set(names.filter((_, at) => meant[at] === undefined))],
  };
}
