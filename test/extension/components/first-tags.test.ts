/** The tags that a form starts with, and who gets what was chosen for many. */
import { describe, expect, it } from 'vitest';
import { findTags } from '../../../extension/components/interest-name.ts';
import { decidedForm, firstRows } from '../../../extension/entrypoints/popup/bulk/bulk-rows.ts';
import { newForm, toDraft } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { isTag, settleTags } from '../../../extension/entrypoints/popup/form/first-tags.ts';
import { flattenForm, unflattenForm } from '../../../extension/entrypoints/popup/form/flat-form.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';

const OFFERED = [
  { id: '1', name: 'Board', kind: 'tag' },
  { id: '2', name: 'Donor', kind: 'tag' },
  { id: '3', name: 'Newsletter', kind: 'subscription' },
  { id: '4', name: 'Notices', kind: 'unknown' },
  {
    id: '5',
    name: 'Annual conference',
    kind: 'tag',
    display_names: { en: 'Annual conference', fr: 'Congrès annuel' },
  },
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

  const wishing = (...defaultTags: string[]) => {
    const settings = { ...FORM_DEFAULTS.settings, defaultTags };
    return newForm({ fields: {} }, { ...FORM_DEFAULTS, settings });
  };

  it.each([
    ['its own name', 'Annual conference'],
    ['its French name', 'Congrès annuel'],
    ['another case, without accents', ' congres ANNUEL'],
  ])('is a tag of the settings by %s, under the name that Envoke has', (_, name) => {
    expect(settleTags(wishing(name, name), OFFERED).interests).toEqual(['Annual conference']);
  });

  it('is nothing of the settings that Envoke does not have, or that is a subscription', () => {
    const form = wishing('Nowhere', 'Newsletter', 'Board');
    expect(settleTags(form, OFFERED).interests).toEqual(['Board']);
    expect(findTags(form.wishedTags ?? [], OFFERED).unknown).toEqual(['Nowhere', 'Newsletter']);
  });

  it('is looked up later where a form is left before the lists are known', () => {
    const resumed = unflattenForm(flattenForm(wishing('Congrès annuel'), null));
    expect(resumed && settleTags(resumed, OFFERED).interests).toEqual(['Annual conference']);
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

  it('goes to nobody twice, and is what the settings wish where the lists are not known', () => {
    const [row] = firstRows([{ ...form(), wishedTags: ['Mine'] }], FORM_DEFAULTS);
    if (row === undefined) throw new Error('no row');
    const decided = decidedForm(
      row,
      { ...form(), interests: ['Board'], wishedTags: ['Press', 'Board'] },
      FORM_DEFAULTS,
    );
    expect(toDraft(decided).interests).toEqual(['Board', 'Press']);
  });
});
