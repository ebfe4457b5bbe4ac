/** What changed in a version, as CHANGELOG.md has it. Pure. */

/** Where a package keeps them. */
export const RELEASE_NOTES_FILE = 'release-notes.md';

/** The part of this version; what is not released yet where it has none. @throws Error when there is neither */
export function releaseNotes(changelog: string, version: string): string {
  const [, ...parts] = changelog.split(/^## /m);
  const partOf = (name: string) =>
    parts.find((part) => part.startsWith(`[${name}]`) || part.split(/\s/, 1)[0] === name);
  const part = partOf(version) ?? partOf('Unreleased');
  const notes = part?.slice(part.indexOf('\n')).trim() ?? '';
  if (notes === '')
    throw new Error(`CHANGELOG.md says nothing of ${version}. Write what changed, then package again.`);
  return `${notes}\n`;
}
