/**
 * Capture on generated layouts: the families it was tuned on, and those that only measure the result. The minimums lie
 * a little below the measured values; nobody lowers them to make a change pass.
 */
import { describe, expect, it } from 'vitest';
import { Scoring } from '../../../scripts/capture/scoring.ts';
import { capture, plain } from './capture-text.ts';
import { generateSamples } from './generator/samples.ts';
import { precisionOf, recallOf } from './scorer.ts';

const EACH = 12;

function score(judging: boolean): Scoring {
  const scoring = new Scoring();
  for (const { id, kind, source, expected } of generateSamples(judging, EACH))
    scoring.add(id, kind, expected, capture(source).map(plain));
  return scoring;
}

describe.each([
  ['families for judging only', true],
  ['families for tuning', false],
] as const)('captured contacts of %s', (_, judging) => {
  const scoring = score(judging);
  const misses = scoring.misses.slice(0, 40).join('\n');

  it('are wholly right nineteen times of twenty', () => {
    expect(scoring.whole(), misses).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['email', 0.995, 0.99],
    ['first_name', 0.99, 0.97],
    ['last_name', 0.99, 0.97],
    ['title', 0.97, 0.96],
    ['company', 0.97, 0.94],
    ['phone', 0.99, 0.98],
    ['address_1', 0.95, 0.9],
    ['city', 0.95, 0.9],
    ['province', 0.95, 0.9],
    ['postal_code', 0.95, 0.9],
  ] as const)('have the right %s', (field, precision, recall) => {
    expect(precisionOf(scoring.fields[field]), misses).toBeGreaterThanOrEqual(precision);
    expect(recallOf(scoring.fields[field]), misses).toBeGreaterThanOrEqual(recall);
  });
});

describe('consent in generated exports', () => {
  it('is handed on as each row says it', () => {
    const samples = generateSamples(true, EACH).filter(({ consents }) => consents.length > 0);
    expect(samples.length).toBeGreaterThan(0);
    for (const { id, source, consents } of samples)
      expect(
        capture(source).map(({ consent }) => consent),
        id,
      ).toEqual(consents.map((consent) => ({ ...consent, question: 'Newsletter opt-in' })));
  });
});
