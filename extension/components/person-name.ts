/** How a person is named on screen. Pure. */

interface Named {
  email: string;
  first_name?: string | undefined;
  last_name?: string | undefined;
}

/** "First Last", or the e-mail where there is no name. */
export function displayName(person: Named): string {
  return [person.first_name, person.last_name].filter(Boolean).join(' ').trim() || person.email;
}

/** Particles inside a family name, which do not count as initials; in lower case as people write them. */
const PARTICLES: ReadonlySet<string> = new Set(
  'da das de del den der des di dos du el la las le les los van von y'.split(' '),
);

/** One or two letters for the avatar; of an e-mail, those of the part before the sign. */
export function initials(name: string): string {
  const [before = ''] = name.split('@');
  const all = before.split(/[\s._-]+/).filter(Boolean);
  const telling = all.filter((word) => !PARTICLES.has(word));
  const words = telling.length === 0 ? all : telling;
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => Array.from(word?.replace(/^[dl][’'](?=.)/u, '') ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
