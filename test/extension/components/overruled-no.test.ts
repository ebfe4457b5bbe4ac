/** A no in a list, of somebody who is added: what is decided for all does not reach it, and the proof keeps it. */
import { describe, expect, it } from 'vitest';
import {
  type BulkRow,
  decidedForm,
  decideForRow,
  firstRows,
  isOverruled,
  withField,
} from '../../../extension/entrypoints/popup/bulk/bulk-rows.ts';
import { chooseGround, newForm } from '../../../extension/entrypoints/popup/form/add-form.ts';
import { formsFromText } from '../../../extension/entrypoints/popup/form/captured-forms.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';

const words = { ...FORM_DEFAULTS, today: '2026-11-28' } as const;
const LIST = [
  'First name,Last name,Email,Newsletter',
  'Ada,Moss,ada.moss@lake.example.ca,No',
  'Bo,Hale,bo.hale@lake.example.ca,',
].join('\n');
const NO = 'Form or list “Newsletter”: no.';
const express = chooseGround(newForm({ fields: {} }, words), 'asked', words);

function rows(): readonly [BulkRow, BulkRow] {
  const [ada, bo] = firstRows(formsFromText(LIST, words).forms, words);
  if (ada === undefined || bo === undefined) throw new Error('the list has two people');
  return [ada, bo];
}

describe('a no in a list', () => {
  it('is given no consent that was chosen for all, also not when somebody asks for "same as for all"', () => {
    const [ada, bo] = rows();
    for (const row of [ada, decideForRow(ada, null, words)]) {
      const form = decidedForm(row, express, words);
      expect(form.status).toBe('Not Provided');
      expect(form.description).toContain(NO);
    }
    const own = decideForRow(bo, 'Not Provided', words);
    expect(decidedForm(decideForRow(own, null, words), express, words).status).toBe('Express');
  });

  it('stays in the description when the status or the language of the person changes', () => {
    const [ada] = rows();
    const inquired = decideForRow(ada, 'Implied - Inquiry', words);
    expect(decideForRow(inquired, 'Not Provided', words).form.description).toContain(NO);
    const french = withField(ada, 'language', 'French', words).form.description;
    expect(french.replaceAll('\u00a0', ' ')).toContain('« Newsletter » : non.');
  });

  it('is overruled only by a consent that is chosen for this person, which needs words of its own', () => {
    const [ada, bo] = rows();
    expect([ada, bo].map(isOverruled)).toEqual([false, false]);
    const chosen = decideForRow(ada, 'Express', words);
    expect(isOverruled(chosen)).toBe(true);
    expect(chosen.form).toMatchObject({ basis: 'other', description: '' });
  });
});
