/** Why somebody who is in Envoke is not added again: the words name a way that the form offers. */
import { expect, it } from 'vitest';
import { existingWords } from '../../../extension/entrypoints/popup/add/look-up-result.tsx';
import { newForm } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person, UNSUBSCRIBED } from './people.ts';

const { email } = person();
const PLAIN = newForm({ fields: { email } }, FORM_DEFAULTS);
const WITH_PHONE = newForm({ fields: { email, phone: '613-555-0142' } }, FORM_DEFAULTS);
const GONE = person({ consent: UNSUBSCRIBED });

it.each([
  ['nothing is missing', PLAIN, person(), ['“Open contact”'], ['Fill in', 'Resubscribe']],
  [
    'something is missing',
    WITH_PHONE,
    person(),
    ['“Fill in 1 field”'],
    ['Nothing is missing', 'Resubscribe'],
  ],
  ['the person unsubscribed', PLAIN, GONE, ['“Resubscribe with this consent”'], ['Fill in', 'missing']],
  [
    'the form says no, and something is missing',
    { ...WITH_PHONE, answer: { optIn: false } },
    person(),
    ['“Unsubscribe…”'],
    ['Fill in', 'missing', 'Resubscribe'],
  ],
  [
    'the person unsubscribed and something is missing',
    WITH_PHONE,
    GONE,
    ['“Resubscribe with this consent”', '“Fill in 1 field”'],
    ['Nothing is missing'],
  ],
])('names what can be done where %s', async (_, form, contact, named, unnamed) => {
  const { t } = await loadTranslator('en');
  const words = existingWords(form, contact, t);
  expect(words).toContain(`${email} is already in Envoke.`);
  for (const way of named) expect(words).toContain(way);
  for (const way of unnamed) expect(words).not.toContain(way);
});

it('names the button as it is written in French', async () => {
  const { t } = await loadTranslator('fr');
  expect(existingWords(PLAIN, GONE, t)).toContain('«\u00a0Réabonner avec ce consentement\u00a0»');
});
