/** The pre-written proof of consent in the form. */
import { describe, expect, it } from 'vitest';
import {
  describeConsent,
  describeNewOwner,
  fillDescriptionTemplate,
} from '../../../extension/lib/i18n/consent-description.ts';

const page = {
  pageTitle: '  Our   team ',
  pageUrl: 'https://lakeside.example.org/team',
  day: '2026-11-23',
};

describe('the pre-written consent description', () => {
  it('says what happened, where and when', () => {
    expect(describeConsent({ basis: 'inquired', ...page }, 'en')).toBe(
      'Sent us an inquiry (page “Our team”, https://lakeside.example.org/team), November 23, 2026.',
    );
  });

  it('is French for a French-speaking contact', () => {
    expect(describeConsent({ basis: 'asked', ...page }, 'fr')).toBe(
      'A demandé à recevoir nos courriels (page «\u00a0Our team\u00a0», https://lakeside.example.org/team), le 23 novembre 2026.',
    );
  });

  it('does not claim consent for an address that was only found', () => {
    expect(describeConsent({ basis: 'found', ...page }, 'en')).toMatch(/^No consent yet/);
  });

  it('leaves the page out when there was none, and its title when it had none', () => {
    expect(describeConsent({ basis: 'client', ...page, pageUrl: '' }, 'en')).not.toContain('page');
    expect(describeConsent({ basis: 'client', ...page, pageTitle: '' }, 'en')).toContain('(page https://');
  });

  it('cuts a very long title', () => {
    const text = describeConsent({ basis: 'client', ...page, pageTitle: 'x'.repeat(5_000) }, 'en');
    expect(text.length).toBeLessThan(300);
  });
});

describe("a person's own template", () => {
  it('has page, address and date filled in, each as often as it stands there', () => {
    const text = fillDescriptionTemplate('{date}: {page} {page} {url}', page, 'en');
    expect(text).toBe('November 23, 2026: Our team Our team https://lakeside.example.org/team');
  });

  it('leaves other braces alone', () => {
    expect(fillDescriptionTemplate('{name}', page, 'en')).toBe('{name}');
  });
});

it.each([
  ['fr', /^L’adresse courriel est devenue celle d’une autre personne; .*donné\.$/],
  ['EN', /^The email address was changed to that of another person; .*given\.$/],
  ['', /^The email address .*given\. \/ L’adresse courriel .*donné\.$/],
])('says in the contact’s own language that the address is somebody else’s now: %s', (said, words) => {
  expect(describeNewOwner(said)).toMatch(words);
});
