/** A registration list: its answers about consent count only when a person says so, each with its own day. */
import { describe, expect, it } from 'vitest';
import {
  countAnswers,
  decidedForm,
  firstRows,
  rereadRows,
  takeAnswers,
} from '../../../extension/entrypoints/popup/bulk/bulk-rows.ts';
import {
  flattenReview,
  newReview,
  unflattenReview,
} from '../../../extension/entrypoints/popup/bulk/review.ts';
import {
  chooseGround,
  groundProblem,
  newForm,
  toDraft,
} from '../../../extension/entrypoints/popup/form/add-form.ts';
import {
  formsFromList,
  formsFromText,
  reviewOf,
} from '../../../extension/entrypoints/popup/form/captured-forms.ts';
import { flattenForm, unflattenForm } from '../../../extension/entrypoints/popup/form/flat-form.ts';
import { readContacts } from '../../../extension/lib/capture/capture-contacts.ts';
import {
  type ColumnUse,
  findRegistrationList,
  largestList,
  readRegistrationList,
} from '../../../extension/lib/capture/registration-list.ts';
import { createParseHtml } from '../capture/parse-html.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';

const parseHtml = createParseHtml();
const defaults = { ...FORM_DEFAULTS, today: '2026-11-28' } as const;
const HEADER = 'First name,Last name,Email,Newsletter opt-in,Opt-in date,Board';
const LINES = [
  HEADER,
  'Ada,Moss,ada.moss@lake.example.ca,Yes,2026-03-02,x',
  'Ben,Ivory,ben.ivory@lake.example.ca,No,2026-03-03,',
  'Cy,Oak,cy.oak@lake.example.ca,,,',
  'Dee,Ash,dee.ash@lake.example.ca,Yes,,',
  'Nobody,Here,by phone only,Yes,2026-03-04,',
];
const CSV = LINES.join('\n');
const list = (text = CSV) => {
  const found = findRegistrationList(text);
  if (found === null) throw new Error('no list is found');
  return found;
};
const rowsOf = (text = CSV) => firstRows(formsFromText(text, defaults).forms, defaults);
const draftsOf = (rows: ReturnType<typeof rowsOf>) => {
  const decision = newForm({ fields: {} }, defaults);
  return rows.map((row) => toDraft(decidedForm(row, decision, defaults)));
};

describe('a registration list', () => {
  it.each([
    ['commas', CSV],
    ['semicolons', CSV.replaceAll(',', ';')],
    ['tabs', CSV.replaceAll(',', '\t')],
    ['no header', LINES.slice(1, 4).join('\n')],
  ])('is found between %s', (_, text) => {
    expect(readRegistrationList(list(text)).people[0]?.contact).toMatchObject({
      email: { value: 'ada.moss@lake.example.ca' },
      first_name: { value: 'Ada' },
      last_name: { value: 'Moss' },
    });
  });

  it.each(['', 'Hello Ann,\nsee you there', 'ann@lake.example.ca'])('is not seen in %j', (text) => {
    expect(findRegistrationList(text)).toBeNull();
  });

  it('says which lines hold nobody, by their place in the list', () => {
    expect(readRegistrationList(list()).lost).toEqual([
      { row: 6, text: 'Nobody | Here | by phone only | Yes | 2026-03-04' },
    ]);
  });

  it('tells what its columns hold, and reads all rows again when somebody says otherwise', () => {
    const { columns, ...rest } = list();
    expect(columns.map(({ label, use }) => [label, use && 'holds' in use ? use.holds : null])).toEqual([
      ['First name', 'first_name'],
      ['Last name', 'last_name'],
      ['Email', 'email'],
      ['Newsletter opt-in', 'consent'],
      ['Opt-in date', 'consent_day'],
      ['Board', null],
    ]);
    const corrected = (at: number, use: ColumnUse) =>
      readRegistrationList({
        ...rest,
        columns: columns.map((one, index) => (index === at ? { ...one, use } : one)),
      }).people;
    expect(corrected(5, { tags: 'Board members' }).map(({ tags }) => tags)).toEqual([
      ['Board members'],
      [],
      [],
      [],
    ]);
    expect(corrected(3, null)[1]?.contact.consent?.optIn).not.toBe(false);
    expect(corrected(0, { holds: 'company' })[0]?.contact.company?.value).toBe('Ada');
  });

  it('takes a yes in a column that somebody chose for the consent, whatever it is called', () => {
    const { columns, ...rest } = list('Prénom;Nom;Courriel;Bénévole\nAda;Moss;ada.moss@lake.example.ca;Oui');
    const chosen = columns.map((one, at) =>
      at === 3 ? { ...one, use: { holds: 'consent' } as const } : one,
    );
    const [ada] = readRegistrationList({ ...rest, columns: chosen }).people;
    expect(ada?.contact.consent).toMatchObject({ optIn: true, question: 'Bénévole' });
  });

  it('takes 500, and one more so that the review can say that somebody was left out', () => {
    const many = Array.from({ length: 600 }, (_, at) => `P,Q,p${at}@lake.example.ca,Yes,2026-03-02,`);
    expect(readRegistrationList(list([HEADER, ...many].join('\n'))).people).toHaveLength(501);
  });
});

describe('what a list says of consent', () => {
  it('makes nobody someone who may be emailed by itself, and keeps every no', () => {
    const rows = rowsOf();
    expect(countAnswers(rows)).toEqual({
      yes: 2,
      taken: 0,
      no: 1,
      unclear: 0,
      none: 1,
      undated: 1,
      unclearDays: 0,
    });
    expect(draftsOf(rows).map((draft) => draft.consent_status)).toEqual(Array(4).fill('Not Provided'));
    expect(draftsOf(rows)[1]?.consent_description).toContain('Form or list “Newsletter opt-in”: no.');
  });

  it('counts when a person says so: yes as Express on its own day, or on the day given', () => {
    const listed = rowsOf();
    const rows = takeAnswers(listed, listed, '2026-04-01', defaults);
    expect(countAnswers(rows)).toMatchObject({ yes: 2, taken: 2 });
    expect(draftsOf(rows)).toMatchObject([
      {
        consent_status: 'Express',
        basis: 'asked',
        happened_on: '2026-03-02',
        consent_description: expect.stringMatching(/2026.*Form or list “Newsletter opt-in”: yes\.$/),
      },
      { consent_status: 'Not Provided', basis: 'found' },
      { consent_status: 'Not Provided', basis: 'found' },
      { consent_status: 'Express', happened_on: '2026-04-01' },
    ]);
  });

  it('gives nobody another day than the one that is written, where that is not clear', () => {
    const text = [
      'Prénom;Nom;Courriel;Langue;Infolettre;Date du consentement',
      'Ada;Moss;ada.moss@lake.example.ca;français;Oui;03/04/2026',
      'Bo;Hale;bo.hale@lake.example.ca;français;Oui;',
    ].join('\n');
    const listed = firstRows(formsFromText(text, defaults).forms, defaults);
    expect(countAnswers(listed)).toMatchObject({ yes: 2, undated: 1, unclearDays: 1 });
    const [ada, bo] = takeAnswers(listed, listed, '2026-04-01', defaults);
    expect(ada?.form.happenedOn).toBe('');
    expect(ada && groundProblem(ada.form, '2026-12-01')).toBe('day');
    expect(ada?.form.description).toContain('oui («\u00a003/04/2026\u00a0»)');
    expect(bo?.form.happenedOn).toBe('2026-04-01');
  });

  it.each([
    ['Oui', 'Non', 'no'],
    ['Non', 'Oui', 'no'],
    ['Oui', 'Oui, mais retirez-moi', 'Oui, mais retirez-moi'],
  ])('makes nobody Express who stands there twice, with %s and %s', (one, other, said) => {
    const text = [
      'Prénom;Nom;Courriel;Infolettre',
      `Ada;Moss;ada.moss@lake.example.ca;${one}`,
      'Bo;Hale;bo.hale@lake.example.ca;Oui',
      `Ada;Moss;Ada.Moss@lake.example.ca;${other}`,
    ].join('\n');
    const listed = firstRows(formsFromText(text, defaults).forms, defaults);
    const rows = takeAnswers(listed, listed, '2026-04-01', defaults);
    const [ada, bo] = draftsOf(rows);
    expect(ada).toMatchObject({ consent_status: 'Not Provided', basis: 'found' });
    expect(ada?.consent_description).toContain(said);
    expect(bo?.consent_status).toBe('Express');
  });

  it.each([
    ['Oui', '', '✓ Ada Moss'],
    ['', 'Oui', '✓ Bo Moss'],
    ['Oui', 'Non', 'no'],
  ])('gives no yes of one of two people at an address to the other: %s, %s', (one, other, said) => {
    const text = [
      'Prénom;Nom;Courriel;Infolettre',
      `Ada;Moss;moss@lake.example.ca;${one}`,
      'Bo;Hale;bo.hale@lake.example.ca;Oui',
      `Bo;Moss;moss@lake.example.ca;${other}`,
    ].join('\n');
    const listed = firstRows(formsFromText(text, defaults).forms, defaults);
    const [ada, , moss] = draftsOf(takeAnswers(listed, listed, '2026-04-01', defaults));
    for (const draft of [ada, moss]) {
      expect(draft).toMatchObject({ consent_status: 'Not Provided', basis: 'found' });
      expect(draft?.consent_description).toContain(said);
    }
  });

  it.each([
    ['Infolettre', 'retiré le 2025-02-01', '« retiré le 2025-02-01 », ne veut pas recevoir de courriels'],
    ['Infolettre', 'plus tard', '« plus tard »'],
    ['Désabonné', 'Oui', '« Oui », ne veut pas recevoir de courriels'],
  ])('is Express by no ground chosen for all, and named in its own words: %s, %s', (label, said, words) => {
    const text = [
      `Prénom;Nom;Courriel;Langue;${label}`,
      `Ada;Moss;ada.moss@lake.example.ca;français;${said}`,
      'Bo;Hale;bo.hale@lake.example.ca;français;',
    ].join('\n');
    const rows = firstRows(formsFromText(text, defaults).forms, defaults);
    const decision = chooseGround(newForm({ fields: {} }, defaults), 'asked', defaults);
    const [ada, bo] = rows.map((row) => decidedForm(row, decision, defaults));
    expect(bo?.status).toBe('Express');
    expect(ada?.status).toBe('Not Provided');
    expect(ada?.description.replaceAll('\u00a0', ' ')).toContain(`« ${label} » : ${words}.`);
  });

  it('is kept with the tags of its columns while the review waits', () => {
    const [form] = formsFromText(CSV, defaults).forms;
    const answer = { optIn: false, unclear: 'Yes, but not now', question: 'Newsletter opt-in' };
    const whole = { ...form, answer, listTags: ['Board members'] } as NonNullable<typeof form>;
    expect(unflattenForm(flattenForm(whole, null))).toEqual(whole);
  });

  it('adds the tags of the columns to those for everyone', () => {
    const [row] = rowsOf();
    if (row === undefined) throw new Error('no row');
    const decision = { ...newForm({ fields: {} }, defaults), interests: ['AGM'] };
    const tagged = { ...row, form: { ...row.form, listTags: ['Board members'] } };
    expect(decidedForm(tagged, decision, defaults).interests).toEqual(['AGM', 'Board members']);
  });
});

describe('a list on a page', () => {
  const table = (rows: readonly string[][]) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const page = (html: string) => ({
    text: 'Personnes inscrites à notre atelier du printemps, avec leur adresse courriel et leur réponse',
    html,
    url: 'https://lac.example.ca/inscriptions',
    title: 'Inscriptions – Société du Lac',
    linkUrl: null,
  });
  const HEAD = ['Nom', 'Courriel', 'Infolettre'];
  const PEOPLE = [
    ['Zoé Roy', 'zoe.roy@lac.example.ca', 'oui'],
    ['Luc Lê', 'luc.le@lac.example.ca', ''],
    ['Sans adresse', '', 'oui'],
  ];

  const listOn = (html: string) => largestList(readContacts(page(html), parseHtml).tables, {});

  it('is not found where no table has people', () => {
    const rooms = [
      ['Salle', 'Heure'],
      ['A', '9 h'],
    ];
    expect(listOn('<p>Zoé Roy, zoe.roy@lac.example.ca</p>')).toBeNull();
    expect(listOn(table(rooms))).toBeNull();
  });

  it('is the table with most people', () => {
    const few = table([HEAD, ['Guy Hétu', 'guy.hetu@lac.example.ca', 'non']]);
    const found = listOn(few + table([HEAD, ...PEOPLE]));
    expect(found?.columns).toEqual([
      { label: 'Nom', use: { holds: 'name' } },
      { label: 'Courriel', use: { holds: 'email' } },
      { label: 'Infolettre', use: { holds: 'consent' } },
    ]);
    expect(found?.rows.map(([name]) => name)).toEqual(['Zoé Roy', 'Luc Lê', 'Sans adresse']);
  });

  const reading = readContacts(
    page(
      `${table([HEAD, ...PEOPLE, ['Ève Dû', 'eve.du@lac.example.ca', 'non']])}<p>guy.hetu@lac.example.ca</p>`,
    ),
    parseHtml,
  );
  const reviewed = (...names: string[]) => {
    const isMeant = (email = '') => names.some((name) => email.startsWith(name));
    const contacts = reading.contacts.filter(({ email }) => isMeant(email?.value));
    return reviewOf({ ...reading, contacts }, defaults);
  };

  it('has only the rows of the people who are reviewed, and those that hold nobody', () => {
    const { forms, list: found } = reviewed('zoe', 'eve', 'guy');
    expect(forms.map(({ fields, listTags, answer }) => [fields.email, listTags, answer?.optIn])).toEqual([
      ['zoe.roy@lac.example.ca', [], true],
      ['eve.du@lac.example.ca', [], false],
      ['guy.hetu@lac.example.ca', undefined, undefined],
    ]);
    expect(found?.rows.map(([name]) => name)).toEqual(['Zoé Roy', 'Sans adresse', 'Ève Dû']);
    expect(found?.lost).toEqual([{ row: 3, text: 'Sans adresse | oui' }]);
  });

  it('has no columns to correct where one person of it is reviewed', () => {
    expect(reviewed('zoe', 'guy').list).toBeUndefined();
  });

  it('is read with other columns after the review was left and resumed, and nobody who was left out comes back', () => {
    const { forms, list: found } = reviewed('zoe', 'luc', 'eve', 'guy');
    const { rows, list: first } = newReview(forms, found, defaults);
    const left = rows.map((row) => ({ ...row, ticked: !row.form.fields.email.startsWith('luc') }));
    const others = left.map((row) => (row.id === 3 ? { ...row, ticked: false } : row));
    const kept = flattenReview('d', { rows: others, list: first }, newForm({ fields: {} }, defaults));
    const resumed = unflattenReview(JSON.parse(JSON.stringify(kept)));
    if (resumed.list === null) throw new Error('the columns are gone');
    const columns = resumed.list.columns.map((column, at) =>
      at === 2 ? { ...column, use: { tags: 'News' } } : column,
    );
    const read = formsFromList({ ...resumed.list, columns }, defaults);
    expect(
      rereadRows(resumed.rows, read.forms, defaults).map(({ id, ticked, hasOwnConsent, form }) => [
        id,
        form.fields.email,
        ticked,
        hasOwnConsent,
        form.listTags,
      ]),
    ).toEqual([
      [0, 'zoe.roy@lac.example.ca', true, false, ['News']],
      [1, 'luc.le@lac.example.ca', false, false, []],
      [2, 'eve.du@lac.example.ca', true, false, []],
      [3, 'guy.hetu@lac.example.ca', false, false, undefined],
    ]);
    expect(read.forms[0]).toMatchObject({
      fields: { language: 'fr' },
      pageUrl: 'https://lac.example.ca/inscriptions',
    });
    expect(read.list.lost).toEqual([{ row: 4, text: 'Sans adresse | oui' }]);
  });
});
