/** The add form as data: which values follow from which. */
import { describe, expect, it } from 'vitest';
import {
  chooseGround,
  chooseStatus,
  compareWithEnvoke,
  describe as describeForm,
  type FormSeed,
  fromDraft,
  groundProblem,
  groundsLeftOut,
  lacksProof,
  newForm,
  proofOf,
  provenPageUrl,
  toDraft,
} from '../../../extension/entrypoints/popup/form/add-form.ts';
import { flattenForm, unflattenForm } from '../../../extension/entrypoints/popup/form/flat-form.ts';
import type { AddForm } from '../../../extension/entrypoints/popup/form/form-fields.ts';
import { usualGrounds } from '../../../extension/entrypoints/popup/form/last-choices.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { GROUND_RULES, GROUNDS } from '../../../shared/consent-grounds.ts';
import { FORM_DEFAULTS } from './form-defaults.ts';
import { person } from './people.ts';

const EMAIL = 'noemie.gagnon@lakeside.example.org';
const form = (seed: FormSeed = { fields: { email: EMAIL } }): AddForm => newForm(seed, FORM_DEFAULTS);

describe('a new form', () => {
  it('claims no consent until the person says so', () => {
    expect(form()).toMatchObject({ status: 'Not Provided', basis: 'found' });
    expect(form().description).toMatch(/^No consent yet/);
  });

  it('has no ground yet where the default status lets people be mailed and the default ground does not', () => {
    const settings = { ...defaultSettings(), defaultConsentStatus: 'Express' } as const;
    const begun = newForm({ fields: { email: EMAIL } }, { ...FORM_DEFAULTS, settings });
    expect(begun).toMatchObject({ status: 'Express', basis: 'other', description: '' });
    expect(lacksProof(begun)).toBe(true);
  });

  it.each(GROUNDS.filter((ground) => !['found', 'other'].includes(ground)))(
    'takes the ground %s of the settings for no word of a person who is kept as Not Provided',
    (defaultBasis) => {
      const settings = { ...defaultSettings(), defaultBasis };
      expect(newForm({ fields: { email: EMAIL } }, { ...FORM_DEFAULTS, settings })).toMatchObject({
        status: 'Not Provided',
        basis: 'other',
        description: 'Recorded in Contacts for Envoke without a description.',
      });
    },
  );

  it('starts with the ground and the status of the settings where they go together', () => {
    const settings = {
      ...defaultSettings(),
      defaultBasis: 'asked',
      defaultConsentStatus: 'Express',
    } as const;
    const begun = newForm({ fields: { email: EMAIL } }, { ...FORM_DEFAULTS, settings });
    expect(begun).toMatchObject({ status: 'Express', basis: 'asked' });
    expect(begun.description).toMatch(/^Asked to receive our emails/);
  });

  it('offers the ground of the settings first, then those chosen most', () => {
    const last = { basis: 'card', consentStatus: 'Express', interests: [], counts: { card: 2 } } as const;
    expect(usualGrounds(last, { defaultBasis: 'member' }).slice(0, 3)).toEqual(['member', 'card', 'asked']);
    expect(usualGrounds(last, { defaultBasis: 'found' }).slice(0, 3)).toEqual(['card', 'asked', 'inquired']);
  });

  it('has no ground, and no words of one, where the forms do not offer the default ground', () => {
    const settings = { ...defaultSettings(), hiddenGrounds: ['found'] } as const;
    const begun = newForm({ fields: { email: EMAIL } }, { ...FORM_DEFAULTS, settings });
    expect(begun).toMatchObject({
      status: 'Not Provided',
      basis: 'other',
      description: 'Recorded in Contacts for Envoke without a description.',
    });
  });

  it('offers no ground whose status is hidden or not allowed, the built-in one or the one it was given', () => {
    const settings = {
      ...defaultSettings(),
      allowedConsentStatuses: ['Express', 'Not Provided'],
      hiddenGrounds: ['other'],
      groundStatuses: { card: 'Not Provided' },
    } as const;
    const left = groundsLeftOut(settings);
    expect(['asked', 'found', 'card'].filter((ground) => left.some((one) => one === ground))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(['client', 'member', 'other']));
  });

  it.each([
    ['a query and a fragment', 'https://x.example.org/a?token=1#me', 'https://x.example.org/a'],
    ['a path without end', `https://x.example.org/${'a'.repeat(3_000)}`, 'https://x.example.org'],
    ['a file', 'file:///home/me/list.html', ''],
    ['a script', 'javascript:alert(1)', ''],
    ['an address of the browser', 'chrome://settings', ''],
    ['nothing', '', ''],
  ])('keeps of a page only what belongs in a proof: %s', (_, raw, kept) => {
    expect(provenPageUrl(raw)).toBe(kept);
  });

  it("begins with the settings' tags, each once, and with nothing that the last person had", () => {
    const settings = { ...defaultSettings(), defaultTags: ['Press', 'Board', 'Press'] };
    const last = { basis: 'asked', consentStatus: 'Express', interests: ['Board', 'Donor'] } as const;
    const begun = newForm({ fields: {} }, { ...FORM_DEFAULTS, settings, last });
    // Envoke's lists are not known here: it says itself whether it has these.
    expect(toDraft({ ...begun, fields: form().fields }).interests).toEqual(['Press', 'Board']);
  });

  it('carries no consent over from the last person', () => {
    const last = { basis: 'client', consentStatus: 'Implied - Transaction', interests: [] } as const;
    expect(newForm({ fields: {} }, { ...FORM_DEFAULTS, last })).toMatchObject({
      basis: 'found',
      status: 'Not Provided',
      conditions: [],
    });
  });

  it.each([
    ['client', '2026-11-24', [], 'day'],
    ['client', '', [], 'day'],
    ['client', '2024-11-22', [], 'over'],
    ['client', '2024-11-23', [], null],
    ['inquired', '2026-05-22', [], 'over'],
    ['published', '2026-11-23', ['about-role'], 'conditions'],
    ['published', '2026-11-23', ['about-role', 'no-refusal-note'], null],
    ['card', '2026-11-23', [], 'conditions'],
    ['found', '', [], null],
    ['client', '2025', [], null],
    ['client', '2024', [], 'over'],
    ['inquired', '2026-06', [], null],
    ['inquired', '2026-05', [], 'over'],
    ['client', '2027', [], 'day'],
    ['asked', '0026-03-15', [], 'day'],
    ['asked', '1926-03-15', [], 'day'],
    ['member', '1926-03-15', [], null],
  ] as const)(
    'of the ground %s on %j with %j has the problem %j',
    (basis, happenedOn, conditions, problem) => {
      const first = newForm({ fields: {} }, { ...FORM_DEFAULTS, last: undefined });
      const made = {
        ...first,
        basis,
        status: GROUND_RULES[basis].status ?? 'Express',
        happenedOn,
        conditions,
      };
      expect(groundProblem(made, '2026-11-23')).toBe(problem);
      const kept = problem === 'day' ? 'day' : null;
      expect(groundProblem({ ...made, status: 'Not Provided' }, '2026-11-23')).toBe(kept);
    },
  );

  it("describes consent in the contact's language", () => {
    expect(form({ fields: { email: EMAIL, language: 'fr' } }).description).toContain('Aucun consentement');
  });

  it("uses the person's own template where there is one", () => {
    const settings = defaultSettings();
    const descriptionTemplates = {
      ...settings.descriptionTemplates,
      found: { en: 'Found on {date}', fr: '' },
    };
    const made = newForm(
      { fields: {} },
      { ...FORM_DEFAULTS, settings: { ...settings, descriptionTemplates } },
    );
    expect(made.description).toBe('Found on November 23, 2026');
  });
});

describe('what happened and the status', () => {
  const { settings } = FORM_DEFAULTS;
  const stated = (basis: AddForm['basis']) =>
    describeForm(chooseGround(form(), basis, FORM_DEFAULTS), FORM_DEFAULTS);
  const byHand = (from: AddForm, ...statuses: AddForm['status'][]) =>
    statuses.reduce((one, status) => describeForm(chooseStatus(one, status, settings), FORM_DEFAULTS), from);

  it.each([
    ['asked', 'Express'],
    ['inquired', 'Implied - Inquiry'],
    ['client', 'Implied - Transaction'],
    ['found', 'Not Provided'],
  ] as const)('go together where the ground is stated: %s is %s', (basis, status) => {
    expect(stated(basis).status).toBe(status);
    expect(byHand(stated(basis), status)).toMatchObject({
      basis,
      status,
      description: stated(basis).description,
    });
  });

  it.each([
    ['Express', []],
    ['Implied - Inquiry', []],
    ['Implied - Transaction', []],
    ['Implied - Transaction', ['Implied - No Expiry']],
    ['Implied - No Expiry', ['Express']],
    ['Express', ['Not Provided']],
  ] as const)('state no ground and no words of one where only %s is chosen, after %j', (status, before) => {
    for (const from of [form(), stated('donor')]) {
      const chosen = byHand(from, ...before, from.status === status ? 'Revoked' : status, status);
      expect(chosen).toMatchObject({ status, basis: 'other', description: '' });
      expect(lacksProof(chosen)).toBe(true);
    }
  });

  it('take no words of a template for a consent whose ground nobody stated', () => {
    const words = { en: 'As in our files.', fr: '' };
    const templates = { ...settings.descriptionTemplates, other: words };
    const defaults = { ...FORM_DEFAULTS, settings: { ...settings, descriptionTemplates: templates } };
    expect(describeForm(chooseStatus(form(), 'Express', settings), defaults).description).toBe('');
  });

  it.each([
    ['fr', 'Consigné dans Contacts pour Envoke, sans description.'],
    ['en', 'Recorded in Contacts for Envoke without a description.'],
  ] as const)(
    'say in the language of the contact (%s) that a withdrawal was not described',
    (language, words) => {
      const made = form({ fields: { email: EMAIL, language } });
      expect(byHand(made, 'Revoked').description).toBe(words);
    },
  );

  it('never replace words that the person wrote', () => {
    const written = { ...form(), description: 'She asked me at the fair.', descriptionEdited: true };
    expect(describeForm({ ...written, basis: 'client' }, FORM_DEFAULTS).description).toBe(
      'She asked me at the fair.',
    );
  });
});

describe('what is sent', () => {
  it('has no empty fields, no spaces around, and names basis and page', () => {
    const made = form({
      fields: { email: ` ${EMAIL} `, city: ' Gatineau ' },
      pageUrl: 'https://x.example.org/a?b',
    });
    expect(toDraft(made)).toEqual({
      email: EMAIL,
      city: 'Gatineau',
      consent_status: 'Not Provided',
      consent_description: made.description,
      interests: [],
      basis: 'found',
      page_url: 'https://x.example.org/a',
    });
  });

  it('comes back into the form unchanged, to be edited', () => {
    const draft = toDraft(form({ fields: { email: EMAIL, first_name: 'Noémie' } }));
    expect(toDraft(fromDraft(draft))).toEqual(draft);
  });
});

describe('compared with who is there', () => {
  it('offers to fill gaps and never to overwrite', () => {
    const made = form({
      fields: { email: EMAIL, first_name: 'Noemie', last_name: 'Gagnon', phone: '613-555-0142' },
    });
    const { gaps, differs } = compareWithEnvoke(made, person());
    expect(gaps).toEqual([{ field: 'phone', here: '613-555-0142', there: '' }]);
    expect(differs).toEqual([{ field: 'first_name', here: 'Noemie', there: 'Noémie' }]);
  });

  it('takes a value that is only written otherwise for the same', () => {
    const fields = {
      email: EMAIL,
      phone: '+16135550155',
      postal_code: 'k1a0b1',
      website: 'https://Harbour.example.ca/',
    };
    const there = {
      ...person(),
      phone: '(613) 555-0155',
      postal_code: 'K1A 0B1',
      website: 'harbour.example.ca',
    };
    expect(compareWithEnvoke(form({ fields }), there)).toEqual({ gaps: [], differs: [] });
    const other = { ...there, phone: '(613) 555-0155 ext. 4' };
    expect(compareWithEnvoke(form({ fields }), other).differs).toMatchObject([{ field: 'phone' }]);
  });
});

describe('a form that is not finished', () => {
  it('is kept when the popup closes', () => {
    const made = { ...form(), interests: ['Board', 'Press, local'] };
    expect(unflattenForm(flattenForm(made, null))).toEqual(made);
  });

  it('is dropped when the stored value is not a form', () => {
    expect(unflattenForm({ basis: 'bribed', status: 'Express' })).toBeNull();
    expect(unflattenForm({})).toBeNull();
  });
});

describe('a day of which only the month or the year is known', () => {
  const known = (happenedOn: string, language = 'en') =>
    describeForm(
      {
        ...chooseGround(form({ fields: { email: EMAIL, language } }), 'client', FORM_DEFAULTS),
        happenedOn,
      },
      FORM_DEFAULTS,
    );

  it.each([
    ['2025', 'en', ', in 2025.', '2025-01-01'],
    ['2025', 'fr', ', en 2025.', '2025-01-01'],
    ['2026-11', 'en', ', in November 2026.', '2026-11-01'],
    ['2026-11', 'fr', ', en novembre 2026.', '2026-11-01'],
    ['2026-11-01', 'fr', ', le 1er novembre 2026.', '2026-11-01'],
  ])('is in the proof as %s (%s), and counts from the earliest day', (happenedOn, language, words, day) => {
    const made = known(happenedOn, language);
    expect(made.description.endsWith(words)).toBe(true);
    expect(toDraft(made).happened_on).toBe(day);
    expect(unflattenForm(flattenForm(made, null))).toEqual(made);
  });
});

it('hands on the whole proof of a consent that brings somebody back', () => {
  const back: AddForm = {
    ...form(),
    basis: 'published',
    status: 'Implied - No Expiry',
    happenedOn: '2026-11-02',
    conditions: ['no-refusal-note', 'about-role'],
    pageUrl: 'https://town.example.ca/council',
  };
  expect(proofOf(back)).toEqual({
    basis: 'published',
    happened_on: '2026-11-02',
    conditions: ['no-refusal-note', 'about-role'],
    page_url: 'https://town.example.ca/council',
  });
  expect(groundProblem({ ...back, conditions: ['about-role'] }, '2026-11-23')).toBe('conditions');
});
