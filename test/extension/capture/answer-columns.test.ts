/** Columns called "Oui" and "Non" of one question, as lists of members have them. */
import { describe, expect, it } from 'vitest';
import {
  findRegistrationList,
  readRegistrationList,
} from '../../../extension/lib/capture/registration-list.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { capture, lines } from './capture-text.ts';

type Said = FormAnswer | undefined;
const inText = (...rows: string[]): Said[] => capture({ text: lines(...rows) }).map(({ consent }) => consent);
const inTable = (...rows: string[]): Said[] =>
  capture({ html: `<table><tr>${rows.join('</tr><tr>')}</tr></table>` }).map(({ consent }) => consent);
const cells = (...texts: string[]): string => texts.map((text) => `<td>${text}</td>`).join('');

const NO = { optIn: false, question: 'Infolettre' };
const YES = { optIn: true, question: 'Infolettre' };

describe('a mark below "Non", in a second row of headings below "Infolettre"', () => {
  it.each(['X', '✓', '☒', '1', 'Oui', '[x]'])('is a no, and below "Oui" a yes: %s', (mark) => {
    expect(
      inTable(
        '<th>Nom</th><th>Courriel</th><th colspan="2">Infolettre</th>',
        cells('', '', 'Oui', 'Non'),
        cells('Ann Roe', 'ann@elm.example.ca', '', mark),
        cells('Bo Hale', 'bo@elm.example.ca', mark, ''),
        cells('Jo Park', 'jo@elm.example.ca', '', ''),
      ),
    ).toEqual([NO, YES, undefined]);
  });

  it('is one where the other headings reach down into that row', () => {
    expect(
      inTable(
        '<th rowspan="2">Nom</th><th rowspan="2">Courriel</th><th colspan="2">Infolettre</th>',
        '<th>Oui</th><th>Non</th>',
        cells('Ann Roe', 'ann@elm.example.ca', '', 'X'),
        cells('Bo Hale', 'bo@elm.example.ca', 'X', ''),
      ),
    ).toEqual([NO, YES]);
  });

  it('is one where the other headings stand in the second row', () => {
    const found = inTable(
      '<th colspan="2">Contact</th><th colspan="3">Infolettre</th>',
      cells('Name', 'Email', 'Oui', 'Non', 'Peut-être'),
      cells('Ann Roe', 'ann@elm.example.ca', '', 'x', ''),
      cells('Bo Hale', 'bo@elm.example.ca', '', '', 'x'),
    );
    expect(found).toEqual([NO, { ...NO, unclear: 'Peut-être' }]);
  });

  it('is not taken for that of another question', () => {
    expect(
      inTable(
        '<th>Nom</th><th>Courriel</th><th colspan="2">Photos</th><th colspan="2">Infolettre</th>',
        cells('', '', 'Oui', 'Non', 'Oui', 'Non'),
        cells('Ann Roe', 'ann@elm.example.ca', 'x', '', '', 'x'),
        cells('Bo Hale', 'bo@elm.example.ca', '', 'x', 'x', ''),
      ),
    ).toEqual([NO, YES]);
  });

  it.each(['\t', ','])('is one in a list between %j', (mark) => {
    const row = (...texts: string[]): string => texts.join(mark);
    const text = [
      row('Nom', 'Courriel', 'Infolettre', ''),
      row('', '', 'Oui', 'Non'),
      row('Ann Roe', 'ann@elm.example.ca', '', 'X'),
      row('Bo Hale', 'bo@elm.example.ca', 'X', ''),
    ];
    expect(inText(...text)).toEqual([NO, YES]);
    const list = findRegistrationList(lines(...text));
    const read = list && readRegistrationList(list);
    expect(read?.people.map(({ contact }) => contact.consent)).toEqual([NO, YES]);
    expect(read?.lost).toEqual([]);
  });
});

describe('columns called "Infolettre (oui)" and "Infolettre (non)"', () => {
  it.each(['Infolettre (oui),Infolettre (non)', 'Infolettre - Oui,Infolettre - Non'])(
    'are one question: %s',
    (labels) => {
      expect(
        inText(
          `Nom,Courriel,${labels}`,
          'Ann Roe,ann@elm.example.ca,0,1',
          'Bo Hale,bo@elm.example.ca,1,0',
          'Jo Park,jo@elm.example.ca,x,x',
          'Al Reed,al@elm.example.ca,☐,☐',
        ),
      ).toEqual([NO, YES, NO, undefined]);
    },
  );
});
