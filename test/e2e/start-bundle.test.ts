/** The popup stays light: what it loads before its first paint has a limit. */
import { expect, it } from 'vitest';
import { START_BUNDLE_MAX_BYTES, startBundle, totalBytes } from '../../scripts/extension/start-bundle.ts';
import { ownLane } from './harness/lanes.ts';

it(`starts the popup with at most ${START_BUNDLE_MAX_BYTES} gzipped bytes of HTML and two scripts, with styles and text in it`, async () => {
  const files = await startBundle(ownLane().chromium.extension);
  const kinds = files.map(({ path }) => path.split('.').at(-1));
  // Each file more is one more to wait for.
  expect(kinds).toEqual(['html', 'js', 'js']);
  expect(totalBytes(files), JSON.stringify(files, null, 1)).toBeLessThanOrEqual(START_BUNDLE_MAX_BYTES);
});
