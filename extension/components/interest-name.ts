/** What a tag or subscription is called in the reader's language: Envoke's other name where it has one. Pure. */
import type { Lists } from '../../shared/schemas/contact.ts';
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
