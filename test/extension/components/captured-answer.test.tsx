// @vitest-environment happy-dom
/** What a form answered about consent, in the form for one person: shown, kept in the proof, and no consent without a yes. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AddView } from '../../../extension/entrypoints/popup/add/add-view.tsx';
import { type Popup, PopupContext } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import { formsFromText } from '../../../extension/entrypoints/popup/form/captured-forms.ts';
import { flattenForm, unflattenForm } from '../../../extension/entrypoints/popup/form/flat-form.ts';
import type { AddForm } from '../../../extension/entrypoints/popup/form/form-fields.ts';
import type { Language } from '../../../extension/lib/i18n/index.ts';
import { lastChoicesItem } from '../../../extension/lib/memory/last-choices-item.ts';
import type { OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import type { Settings } from '../../../extension/lib/settings/settings.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { resetBrowser } from '../fake-browser.ts';
import { type Drawn, draw } from './draw.tsx';
import { FORM_DEFAULTS } from './form-defaults.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const QUESTION = 'Would you like our newsletter?';
const QUICK = 'They asked for our emails · save as Express';

const captured = (answer: string): AddForm => capturedIn(`${QUESTION} : ${answer}`);

function capturedIn(line: string): AddForm {
  const text = `Name: Una Reid\nEmail: una@lake.example.ca\n${line}\n`;
  const [form, ...others] = formsFromText(text, FORM_DEFAULTS).forms;
  if (form === undefined || others.length > 0) throw new Error('not one person was captured');
  return form;
}

const answered = (answer: FormAnswer): AddForm => ({ ...captured('No'), answer });

describe('the answer of one person', () => {
  let sent: OutboxOperation[];
  beforeEach(() => {
    resetBrowser();
    sent = [];
  });

  const drawForm = (form: AddForm, changes: Partial<Settings> = {}, language: Language = 'en') => {
    const popup = {
      account: { id: '7', recorder: { name: '', isConfirmed: true } },
      settings: { ...defaultSettings(), ...changes },
      outbox: { items: [], batches: [] },
      laidOver: (contact: unknown) => contact,
      client: {
        lookUp: async (emails: readonly string[]) => emails.map((email) => ({ email, contact: null })),
        lists: async () => ({ interests: [], custom_fields: [], consent_statuses: [] }),
      },
      send: async (operations: readonly OutboxOperation[]) => {
        sent.push(...operations);
        return null;
      },
      announce: () => undefined,
    } as unknown as Popup;
    return draw(
      <PopupContext.Provider value={popup}>
        <AddView form={form} editedItemId={null} draftId="d" kept={undefined} />
      </PopupContext.Provider>,
      language,
    );
  };
  const description = (drawn: Drawn) => drawn.find<HTMLTextAreaElement>('textarea').value;
  const buttons = ({ root }: Drawn) => [...root.querySelectorAll('button')].map((one) => one.textContent);

  it.each([
    [
      'en',
      'The form or list says: “Would you like our newsletter?”',
      'The answer is no. The contact is kept, but not emailed.',
    ],
    [
      'fr',
      'Le formulaire ou la liste dit\u00a0: «\u00a0Would you like our newsletter?\u00a0»',
      'La réponse est non.',
    ],
  ] as const)('is shown with its question, in %s', async (language, question, words) => {
    const drawn = await drawForm(captured('No'), {}, language);
    expect(drawn.find('.notice').textContent).toContain(question);
    await vi.waitFor(() => expect(drawn.find('.notice').textContent).toContain(words));
  });

  it.each([
    [
      'en',
      'Unsubscribe me: Yes',
      'The answer is “Yes”: this person does not want emails.',
      'Form or list “Unsubscribe me”: “Yes”, does not want emails.',
    ],
    [
      'fr',
      'Langue : français\nDésabonnement : Oui',
      'La réponse est «\u00a0Oui\u00a0»\u00a0: cette personne ne veut pas recevoir de courriels.',
      'Formulaire ou liste «\u00a0Désabonnement\u00a0»\u00a0: «\u00a0Oui\u00a0», ne veut pas recevoir de courriels.',
    ],
  ] as const)(
    'to a question about refusing is what was written, and what it means, in %s',
    async (...row) => {
      const [language, text, shown, recorded] = row;
      const drawn = await drawForm(capturedIn(text), {}, language);
      expect(drawn.find('.notice').textContent).toContain(shown);
      expect(description(drawn)).toContain(recorded);
    },
  );

  it.each([
    ['a no', captured('No')],
    ['a later day', captured('Perhaps next year')],
    ['a no without a colon', capturedIn('Newsletter? Not now')],
    ['an unclear answer', answered({ optIn: false, unclear: 'Yes, but later', question: QUESTION })],
    ['a yes without its day', answered({ optIn: true, question: QUESTION })],
  ])('offers no consent in one press after %s', async (_, form) => {
    const last = { basis: 'asked', consentStatus: 'Express', interests: [] } as const;
    await lastChoicesItem.update(() => ({ 7: last }));
    const offered = buttons(await drawForm(form));
    expect(offered).not.toContain(QUICK);
    expect(offered.filter((words) => words?.startsWith('Same as last time'))).toEqual([]);
    expect(offered).toContain('Save as Not Provided');
  });

  it.each([
    ['no', {}],
    ['“Yes, but later”', { unclear: 'Yes, but later' }],
  ] as const)('of %s starts without consent, whatever the settings start with', async (words, said) => {
    const form = {
      ...answered({ optIn: false, ...said, question: QUESTION }),
      basis: 'asked',
      status: 'Express',
    } as const;
    const drawn = await drawForm(form, { defaultBasis: 'asked', defaultConsentStatus: 'Express' });
    await drawn.click(drawn.button('Save as Not Provided'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([
      {
        draft: {
          consent_status: 'Not Provided',
          basis: 'found',
          consent_description: expect.stringContaining(`“${QUESTION}”: ${words}.`),
        },
      },
    ]);
  });

  it('stays in the proof, and is seen, where somebody chooses Express against it', async () => {
    const drawn = await drawForm(captured('No'));
    await drawn.click(drawn.find('input[value=asked]'));
    expect(drawn.find('.notice [role=alert]').textContent).toContain(
      'You chose Express, but this answer is not a yes.',
    );
    expect(drawn.text()).not.toContain('kept, but not emailed');
    expect(description(drawn)).toMatch(
      /^Asked to receive our emails.* Form or list “Would you like our newsletter\?”: no\.$/,
    );
  });

  it('of yes counts on its own day, in one press or by the ground', async () => {
    const yes = answered({ optIn: true, day: '2026-03-02', question: QUESTION });
    const drawn = await drawForm(yes);
    expect(drawn.find('.notice').textContent).toContain('The answer is yes: March 2, 2026.');
    await drawn.click(drawn.find('input[value=asked]'));
    expect(drawn.find<HTMLInputElement>('input[type=date]').value).toBe('2026-03-02');
    const again = await drawForm(yes);
    await again.click(again.button(QUICK));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([{ draft: { basis: 'asked', happened_on: '2026-03-02' } }]);
  });

  it.each([
    ['en', 'Its day, “03/04/2026”, is not clear', 'Form or list “Infolettre”: yes (“03/04/2026”).'],
    [
      'fr',
      'Sa date, «\u00a003/04/2026\u00a0», n’est pas claire',
      'Formulaire ou liste «\u00a0Infolettre\u00a0»\u00a0: oui («\u00a003/04/2026\u00a0»).',
    ],
  ] as const)('of yes on a day that is not clear takes no other day by itself, in %s', async (...row) => {
    const [language, shown, recorded] = row;
    const text = `Langue : ${language}\nInfolettre : Oui\nDate du consentement : 03/04/2026`;
    const drawn = await drawForm(capturedIn(text), {}, language);
    expect(drawn.find('.notice').textContent).toContain(shown);
    await drawn.click(drawn.find('input[value=asked]'));
    expect(drawn.find<HTMLInputElement>('input[type=date]').value).toBe('');
    await drawn.click(drawn.find('button[type=submit]'));
    expect(sent).toEqual([]);
    expect(drawn.find('input[type=date]').getAttribute('aria-invalid')).toBe('true');
    expect(description(drawn)).toContain(recorded);
  });

  it('of yes in a month counts in that month', async () => {
    const drawn = await drawForm(capturedIn('Infolettre : Oui, depuis février 2026'));
    expect(drawn.find('.notice').textContent).toContain('The answer is yes: February 2026.');
    await drawn.click(drawn.find('input[value=asked]'));
    expect(description(drawn)).toContain('Asked to receive our emails, in February 2026.');
  });

  it('is no proof of a consent that nobody described', async () => {
    const drawn = await drawForm(answered({ optIn: true, question: QUESTION }));
    const select = [...drawn.root.querySelectorAll('select')].find(({ value }) => value === 'Not Provided');
    if (select === undefined) throw new Error('no status');
    select.value = 'Express';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await vi.waitFor(() => expect(description(drawn)).toBe(''));
  });

  it.each([
    { optIn: true },
    { optIn: true, dayWritten: '03/04/2026' },
    { optIn: false },
    { optIn: false, unclear: 'Yes, but later' },
    { optIn: false, written: 'Withdrawn' },
  ])('of %j is kept while the form is unfinished', (said) => {
    const answer = { ...said, question: QUESTION };
    expect(unflattenForm(flattenForm(answered(answer), null))?.answer).toEqual(answer);
  });
});
