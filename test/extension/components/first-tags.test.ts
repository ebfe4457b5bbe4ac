/** The tags that a form starts with, and who gets what was chosen for many. */
import { describe, expect, it } from 'vitest';
import { decidedForm, firstRows } from '../../../extension/entrypoints/popup/bulk/bulk-rows.ts';
import { newForm, toDraft } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { isTag, settleTags } from '../../../extension/entrypoints/popup/form/first-tags.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';

const OFFERED = [
  { id: '1', name: 'Board', kind: 'tag' },
  { id: '2', name: 'Donor', kind: 'tag' },
  { id: '3', name: 'Newsletter', kind: 'subscription' },
  { id: '4', name: 'Notices', kind: 'unknown' },
] as const;
/** As an older version stored it: subscriptions among the tags. */
const last = {
  basis: 'asked',
  consentStatus: 'Express',
  interests: ['Board', 'Newsletter', 'Notices', 'Gone'],
} as const;
const form = () => newForm({ fields: { email: 'una@lake.example.ca' } }, { ...FORM_DEFAULTS, last });

describe('what a form has on from the start', () => {
  it('is of the last person only what Envoke knows to be a tag', () => {
    expect(settleTags(form(), OFFERED).interests).toEqual(['Board']);
  });

  it('is nothing of the last person where tags and subscriptions are not known, or not told apart', () => {
    expect(toDraft(settleTags(form(), [])).interests).toEqual([]);
    const named = OFFERED.map((one) => ({ ...one, kind: 'unknown' as const }));
    expect(toDraft(settleTags(form(), named)).interests).toEqual([]);
  });

  it('is each tag once', () => {
    const begun = { ...form(), interests: ['Board'] };
    expect(settleTags(begun, OFFERED).interests).toEqual(['Board']);
  });
});

describe('what was chosen for many', () => {
  const decision = { ...form(), interests: ['Donor', 'Newsletter', 'Notices'] };
  const given = (
    answer: { optIn: boolean; unclear?: string } | null,
    offered: Parameters<typeof isTag>[0],
  ) => {
    const written = answer === null ? form() : { ...form(), answer };
    const [row] = firstRows([{ ...written, listTags: ['Notices'] }], FORM_DEFAULTS);
    if (row === undefined) throw new Error('no row');
    return decidedForm(row, decision, FORM_DEFAULTS, isTag(offered)).interests;
  };

  it.each([
    ['a yes', { optIn: true }],
    ['no answer', null],
  ])('goes whole to who gave %s', (_, answer) => {
    expect(given(answer, OFFERED)).toEqual(['Donor', 'Newsletter', 'Notices']);
  });

  it.each([
    ['a no', { optIn: false }],
    ['an unclear answer', { optIn: false, unclear: 'Yes, but later' }],
  ])('goes as tags alone to who gave %s, with what their own columns say', (_, answer) => {
    expect(given(answer, OFFERED)).toEqual(['Donor', 'Notices']);
    expect(given(answer, [])).toEqual(['Notices']);
  });
});
