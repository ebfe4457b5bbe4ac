/**
 * Scores capture against labelled samples: `npm run capture:score -- FILE [--misses]`. FILE is a JSON array of
 * `{ id, kind, source, expected, accept }`. Prints contacts wholly right, precision and recall by field, and each kind.
 */
import { capture, plain } from '../../test/extension/capture/capture-text.ts';
import { precisionOf, recallOf } from '../../test/extension/capture/scorer.ts';
import { readSamples, runScript } from './samples.ts';
import { JUDGED_FIELDS, Scoring } from './scoring.ts';

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

runScript('capture:score', () => {
  const [file, ...flags] = process.argv.slice(2);
  const scoring = new Scoring();
  for (const { id, kind, source, expected = [], accept } of readSamples(file))
    scoring.add(id, kind, expected, capture(source).map(plain), accept);
  const lines = [`contacts wholly right: ${percent(scoring.whole())}`];
  for (const field of JUDGED_FIELDS) {
    const tally = scoring.fields[field];
    lines.push(
      `${field.padEnd(12)} precision ${precisionOf(tally).toFixed(3)}  recall ${recallOf(tally).toFixed(3)}  of ${tally.wanted}`,
    );
  }
  for (const [kind, { samples, contacts, right, extra }] of scoring.kinds)
    lines.push(`${kind.padEnd(40)} samples ${samples}  contacts ${contacts}  right ${right}  extra ${extra}`);
  if (flags.includes('--misses')) lines.push(...scoring.misses);
  process.stdout.write(`${lines.join('\n')}\n`);
});
