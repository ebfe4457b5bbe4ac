/** The catalogue of problems. */
import { describe, expect, it } from 'vitest';
import { PROBLEM_TYPE_PREFIX, PROBLEMS, problemSlug } from '../../shared/problems.ts';

describe('the catalogue of problems', () => {
  it.each([
    '',
    'about:blank',
    'contact-exists',
    `${PROBLEM_TYPE_PREFIX}no-such`,
    `${PROBLEM_TYPE_PREFIX}toString`,
  ])('has no slug for the type %j', (type) => {
    expect(problemSlug(type)).toBeUndefined();
  });

  it.each(Object.entries(PROBLEMS))('has %s with an error status and a title', (slug, { status, title }) => {
    expect(problemSlug(PROBLEM_TYPE_PREFIX + slug)).toBe(slug);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).not.toBe('');
  });
});
