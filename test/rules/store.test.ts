/** Compares the store listings (`store/`) with the manifest, in both languages. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../extension/lib/i18n/en/start.ts';
import { fr } from '../../extension/lib/i18n/fr/start.ts';
import config from '../../wxt.config.ts';
import { TRY_OUT_LOGIN } from '../envoke/options.ts';

interface Manifest {
  permissions: string[];
  optional_host_permissions?: string[];
  browser_specific_settings: { gecko: { data_collection_permissions: { required: string[] } } };
}

/** The stores' own limits, in characters. */
const NAME_MAX = 45;
const SHORT_DESCRIPTION_MAX = 132;
const PICTURE = { width: 1280, height: 800 };
/** Mozilla's names of what is collected, in the words that people read there. */
const DATA_WORDS: Record<string, string> = {
  authenticationInfo: 'authentication information',
  browsingActivity: 'browsing activity',
  personallyIdentifyingInfo: 'personally identifiable information',
  websiteContent: 'website content',
};

async function manifestFor(browser: string): Promise<Manifest> {
  const env = { browser, command: 'build', mode: 'production', manifestVersion: 3 } as const;
  return (
    typeof config.manifest === 'function' ? await config.manifest(env) : await config.manifest
  ) as Manifest;
}

/** The general build's, which asks for the most. */
const [chrome, firefox] = [await manifestFor('chrome'), await manifestFor('firefox')];

/** Text below each heading of this depth. */
function sections(text: string, depth: 2 | 3): Map<string, string> {
  const parts = text.split(new RegExp(`^${'#'.repeat(depth)} `, 'm')).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return [heading, lines.join('\n').trim()];
    }),
  );
}

const rows = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );

function pictureSize(path: string): { width: number; height: number } {
  const png = readFileSync(path);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

describe.each(['en', 'fr'])('the listing in %s', (language) => {
  const listing = sections(readFileSync(`store/listing.${language}.md`, 'utf8'), 2);
  const words = JSON.parse(readFileSync(`extension/public/_locales/${language}/messages.json`, 'utf8'));
  const part = (heading: string) => listing.get(heading) ?? '';

  it('gives a reason for every permission, and for none that is not asked for', () => {
    const reasons = sections(part('Permissions'), 3);
    const asked = [
      ...chrome.permissions.map((name) => `\`${name}\``),
      'Host permission',
      ...(chrome.optional_host_permissions ?? []).map((pattern) => `\`${pattern}\` (optional)`),
    ];
    expect([...reasons.keys()].toSorted()).toEqual(asked.toSorted());
    expect([...reasons].filter(([, reason]) => reason.length < 40)).toEqual([]);
  });

  it('declares the same data as the manifest, and where it goes', () => {
    const { required } = firefox.browser_specific_settings.gecko.data_collection_permissions;
    const declared = rows(part('Data use'));
    expect(declared.map(([kind]) => kind).toSorted()).toEqual(
      required.map((name) => DATA_WORDS[name]).toSorted(),
    );
    expect(declared.flat().filter((cell) => cell === '')).toEqual([]);
  });

  it("has the manifest's name and description, within what the stores take", () => {
    expect(part('Name')).toBe(words.extension_name.message);
    expect(part('Short description').replaceAll('\n', ' ')).toBe(words.extension_description.message);
    expect(part('Name').length).toBeLessThanOrEqual(NAME_MAX);
    expect(part('Short description').length).toBeLessThanOrEqual(SHORT_DESCRIPTION_MAX);
    expect(part('Description').length).toBeGreaterThan(500);
    expect(part('Single purpose')).not.toBe('');
  });

  it('has five pictures of the size that stores take, each with its caption', () => {
    const pictures = rows(part('Screenshots'));
    expect(pictures).toHaveLength(5);
    for (const [path = '', caption] of pictures) {
      expect(pictureSize(path.replaceAll('`', ''))).toEqual(PICTURE);
      expect(path).toContain(`-${language}.png`);
      expect(caption).not.toBe('');
    }
  });

  it('comes with a privacy policy that names what is read, what leaves and what is kept', () => {
    expect(readFileSync(`store/privacy.${language}.md`, 'utf8').match(/^\*\*.+\.\*\*/gm)).toHaveLength(6);
  });
});

it('the notes for reviewers have the login of the try-out Envoke, in both languages', () => {
  const notes = readFileSync('store/reviewer-notes.md', 'utf8');
  for (const secret of Object.values(TRY_OUT_LOGIN)) expect(notes.split(`\`${secret}\``)).toHaveLength(3);
});

describe('what reviewers and staff are told to choose', () => {
  it.each(['store/reviewer-notes.md', 'docs/rolling-out.md'])('%s names by its own words', (path) => {
    // A quoted text for staff may break its lines inside a name.
    const text = readFileSync(path, 'utf8').replaceAll(/\n>? ?\s*/g, ' ');
    for (const words of [en, fr])
      for (const key of ['connect.button', 'menu_add'] as const) expect(text).toContain(`*${words[key]}*`);
  });
});
