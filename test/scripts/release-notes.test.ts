/** What the stores and people are told of a version comes from the changelog, or the package is not made. */
import { expect, it } from 'vitest';
import { releaseNotes } from '../../scripts/package/release-notes.ts';

const CHANGELOG = `# Changelog

## Unreleased

### Added
- Something new.

## [0.2.0] - 2026-11-20

### Fixed
- Something else.

## 0.1.0 - 2026-10-01

First version.
`;

it.each([
  ['0.2.0', '### Fixed\n- Something else.\n'],
  ['0.1.0', 'First version.\n'],
])('are what stands under %s', (version, notes) => {
  expect(releaseNotes(CHANGELOG, version)).toBe(notes);
});

it('are what is not released yet, for a version that has nothing of its own', () => {
  expect(releaseNotes(CHANGELOG, '0.3.0')).toBe('### Added\n- Something new.\n');
});

it.each(['# Changelog\n', '# Changelog\n\n## Unreleased\n\n## 0.1.0\n'])(
  'refuse a changelog that says nothing of the version',
  (changelog) => {
    expect(() => releaseNotes(changelog, '0.2.0')).toThrow('CHANGELOG.md says nothing of 0.2.0.');
  },
);
