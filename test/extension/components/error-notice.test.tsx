// @vitest-environment happy-dom
/** How long a pause that Envoke asks for lasts, as the notice says it. */
import { expect, it } from 'vitest';
import { ErrorNotice } from '../../../extension/components/error-notice.tsx';
import { toShownError } from '../../../extension/entrypoints/popup/context/shown-error.ts';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import { draw } from './draw.tsx';

const shown = (retryAfterSeconds?: number) =>
  toShownError(new BrokerError('envoke-busy', retryAfterSeconds === undefined ? {} : { retryAfterSeconds }));
const drawn = async (seconds: number | undefined, language: 'en' | 'fr') =>
  (await draw(<ErrorNotice error={shown(seconds)} onStep={() => undefined} />, language)).text();

it.each([
  [undefined, 'en', 'a short pause. Try again in a moment.'],
  [60, 'en', 'a short pause. Try again in a moment.'],
  [300, 'en', 'a pause of 5 minutes. Try again after that.'],
  [61, 'fr', 'une pause de 2\u00a0minutes. Réessayez ensuite.'],
] as const)('%s seconds, in %s: %s', async (seconds, language, words) => {
  expect(await drawn(seconds, language)).toContain(words);
});
