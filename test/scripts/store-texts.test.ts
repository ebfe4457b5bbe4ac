/** The publisher's own words in the store's texts: none goes out unfilled. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillText, missingFields, TEXTS_WITH_FIELDS } from '../../scripts/package/store-texts.ts';

const FILLED = {
  PUBLISHER_NAME: 'Example Association',
  PUBLISHER_CONTACT: 'privacy@example.ca',
  PRIVACY_POLICY_URL: 'https://example.ca/privacy',
  REVIEW_BROKER_URL: 'https://broker.example.ca',
};

describe('the texts for the stores', () => {
  it.each(Object.keys(FILLED))('are refused without %s, which is named', (name) => {
    for (const nothing of [undefined, '', '  '])
      expect(missingFields({ ...FILLED, [name]: nothing })).toEqual([
        expect.stringContaining(`Set ${name}: `),
      ]);
  });

  it('are not filled in with a field that nobody knows', () => {
    expect(() => fillText('{{PUBLISHER_NAMES}}', FILLED)).toThrow('{{PUBLISHER_NAMES}} is not filled in.');
    expect(() => fillText('{{toString}}', FILLED)).toThrow();
  });

  it('are filled in, each field somewhere', () => {
    expect(missingFields(FILLED)).toEqual([]);
    const texts = TEXTS_WITH_FIELDS.map((name) => readFileSync(`store/${name}`, 'utf8'));
    const filled = texts.map((text) => fillText(text, FILLED)).join('\n');
    expect(filled).not.toMatch(/\{\{|\}\}/);
    for (const [name, value] of Object.entries(FILLED)) {
      expect(texts.join('\n')).toContain(`{{${name}}}`);
      expect(filled).toContain(value);
    }
  });
});
