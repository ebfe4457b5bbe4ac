/** Capture against labelled samples of every kind of page that people add contacts from. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CaptureSource } from '../../../extension/lib/capture/captured-contact.ts';
import { capture, plain } from './capture-text.ts';
import { precisionOf, recallOf, SCORED_FIELDS, Scorer, type Values } from './scorer.ts';

interface Sample {
  id: string;
  kind: string;
  source: CaptureSource;
  expected: Values[];
}

const FOLDER = new URL('./samples/', import.meta.url);

function readSamples(): Sample[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Sample[]);
}

const samples = readSamples();
const scorer = new Scorer();
for (const { id, source, expected } of samples) scorer.add(id, expected, capture(source).map(plain));

const thresholds = (field: string): { precision: number; recall: number } => {
  if (field === 'email') return { precision: 0.99, recall: 0.98 };
  return field.endsWith('_name') ? { precision: 0.95, recall: 0.92 } : { precision: 0.93, recall: 0.85 };
};

describe('captured contacts, compared with what a person reads', () => {
  it('captures nobody from pages without contacts', () => {
    const empty = samples.filter((sample) => sample.kind === 'no-contact');
    expect(empty.length).toBeGreaterThan(5);
    for (const { id, source } of empty) expect(capture(source), id).toEqual([]);
  });

  it.each(SCORED_FIELDS.map((field) => [field, thresholds(field)] as const))(
    '%s is right as often as promised',
    (field, { precision, recall }) => {
      const misses = scorer.misses.filter((miss) => miss.includes(` ${field}: `)).join('\n');
      expect(precisionOf(scorer.tallies[field]), misses).toBeGreaterThanOrEqual(precision);
      expect(recallOf(scorer.tallies[field]), misses).toBeGreaterThanOrEqual(recall);
    },
  );

  it('are measured on samples of every kind, with unique ids', () => {
    expect(samples.length).toBeGreaterThanOrEqual(60);
    expect(new Set(samples.map((sample) => sample.id)).size).toBe(samples.length);
    expect(new Set(samples.map((sample) => sample.kind)).size).toBeGreaterThanOrEqual(14);
  });
});
