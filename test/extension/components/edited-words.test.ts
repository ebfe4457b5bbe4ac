/** The description of an add that is edited: words that were generated follow the ground, and somebody's own stay. */
import { expect, it } from 'vitest';
import { newForm, toAdd } from '../../../extension/entrypoints/popup/form/add-form.ts';
import type { AddForm } from '../../../extension/entrypoints/popup/form/form-fields.ts';
import { editOfAdd, FOR_ONE } from '../../../extension/entrypoints/popup/form/list-answer.ts';
import { anItem } from '../outbox/items.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';

const FOUND = newForm(
  {
    fields: { email: 'una@lake.example.ca' },
    pageTitle: 'Our team',
    pageUrl: 'https://lake.example.ca/team',
  },
  FORM_DEFAULTS,
);

/** The add as it waits, opened again, with another ground. */
function edited(form: AddForm, basis: AddForm['basis'], kept = toAdd(form)): AddForm {
  const view = editOfAdd(anItem({ operation: JSON.parse(JSON.stringify(kept)) }));
  if (view === undefined) throw new Error('no add');
  expect(view.form.description).toBe(form.description);
  return FOR_ONE.describe(FOR_ONE.chooseGround(view.form, basis, FORM_DEFAULTS), FORM_DEFAULTS);
}

it('an add without consent that becomes one who asked says so, with its page', () => {
  expect(edited(FOUND, 'asked').description).toMatch(
    /^Asked to receive our emails \(page “Our team”, https:\/\/lake\.example\.ca\/team\)/,
  );
});

it('a consent that is taken out of an add leaves no words of it', () => {
  const asked = FOR_ONE.describe(FOR_ONE.chooseGround(FOUND, 'asked', FORM_DEFAULTS), FORM_DEFAULTS);
  expect(edited(asked, 'found').description).toMatch(/^No consent yet, address found/);
});

it('what somebody wrote stays, and what an earlier version kept, which does not tell', () => {
  const own = { ...FOUND, description: 'Told me at the fair.', descriptionEdited: true };
  expect(edited(own, 'asked').description).toBe('Told me at the fair.');
  const { kind, draft } = toAdd(FOUND) as Extract<ReturnType<typeof toAdd>, { kind: 'create' }>;
  expect(edited(FOUND, 'asked', { kind, draft }).description).toBe(FOUND.description);
});
