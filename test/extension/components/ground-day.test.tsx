// @vitest-environment happy-dom
/** A day belongs to the ground that asks for it, and words that the person wrote to the proof: in one press too. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AddView } from '../../../extension/entrypoints/popup/add/add-view.tsx';
import { type Popup, PopupContext } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import {
  chooseGround,
  describe as describeForm,
  groundProblem,
  newForm,
  toDraft,
} from '../../../extension/entrypoints/popup/form/add-form.ts';
import type { AddForm } from '../../../extension/entrypoints/popup/form/form-fields.ts';
import { consentDay } from '../../../extension/lib/i18n/consent-day.ts';
import type { OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import type { Settings } from '../../../extension/lib/settings/settings.ts';
import { GROUND_RULES, GROUNDS } from '../../../shared/consent-grounds.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { resetBrowser } from '../fake-browser.ts';
import { type Drawn, draw } from './draw.tsx';
import { FORM_DEFAULTS } from './form-defaults.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const QUICK = 'They asked for our emails · save as Express';
const TODAY = consentDay(Date.now());
const form = (): AddForm => newForm({ fields: { email: 'una@lake.example.ca' } }, FORM_DEFAULTS);

describe('the day of a ground', () => {
  const other = (happenedOn: string, basis: AddForm['basis']) => {
    const client = { ...chooseGround(form(), 'client', FORM_DEFAULTS), happenedOn };
    return describeForm(chooseGround(client, basis, FORM_DEFAULTS), FORM_DEFAULTS);
  };

  it.each(GROUNDS.filter((ground) => ground !== 'client'))('does not become that of %s', (basis) => {
    for (const day of ['2025', '2028-05-01', '0026-01-01', '']) {
      const chosen = other(day, basis);
      expect(
        groundProblem({ ...chosen, conditions: GROUND_RULES[basis].conditions }, '2026-11-23'),
      ).toBeNull();
      expect(chosen.description).not.toMatch(/2025|2028|26 January/);
      expect([undefined, '2026-11-23']).toContain(toDraft(chosen).happened_on);
    }
  });

  it('stays where the same ground is chosen again', () => {
    const client = { ...chooseGround(form(), 'client', FORM_DEFAULTS), happenedOn: '2025' };
    expect(chooseGround(client, 'client', FORM_DEFAULTS).happenedOn).toBe('2025');
  });

  it('is not told of a ground that asks for none, whatever an older form holds', () => {
    const old = describeForm({ ...form(), happenedOn: '2027-05-01' }, FORM_DEFAULTS);
    expect(old.description).toBe('No consent yet, address found, November 23, 2026.');
  });

  it('is refused where it is still to come, also of a contact who is kept as Not Provided', () => {
    const ahead = { ...form(), basis: 'inquired', happenedOn: '2026-11-24' } as const;
    expect(groundProblem(ahead, '2026-11-23')).toBe('day');
  });
});

describe('the add form', () => {
  let sent: OutboxOperation[];
  beforeEach(() => {
    resetBrowser();
    sent = [];
  });

  const drawForm = (shown: AddForm, changes: Partial<Settings> = {}) => {
    const popup = {
      account: { id: '7', recorder: { name: '', isConfirmed: true } },
      settings: { ...defaultSettings(), ...changes },
      outbox: { items: [], batches: [] },
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
        <AddView form={shown} editedItemId={null} draftId="d" kept={undefined} />
      </PopupContext.Provider>,
    );
  };
  const draft = async () => {
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const [one] = sent;
    return one?.kind === 'create' ? one.draft : undefined;
  };
  const press = (drawn: Drawn) => drawn.click(drawn.button(QUICK));

  it.each(['2025-01-01', '2027-05-01'])('counts from today, not from %s of another ground', async (day) => {
    const drawn = await drawForm(form());
    await drawn.click(drawn.find('input[value=client]'));
    await drawn.type(drawn.find<HTMLInputElement>('input[type=date]'), day);
    await drawn.click(drawn.find('input[value=found]'));
    await press(drawn);
    const saved = await draft();
    expect(saved).toMatchObject({ basis: 'asked', happened_on: TODAY });
    expect(saved?.consent_description).not.toMatch(/2025|2027/);
  });

  it('keeps the words that the person wrote', async () => {
    const drawn = await drawForm(form());
    await drawn.type(drawn.find<HTMLTextAreaElement>('textarea'), 'Asked me at the fair in Perth.');
    await press(drawn);
    expect(await draft()).toMatchObject({
      basis: 'asked',
      consent_status: 'Express',
      consent_description: 'Asked me at the fair in Perth.',
    });
  });

  it('describes the ground where the description was only emptied', async () => {
    const drawn = await drawForm(form());
    await drawn.type(drawn.find<HTMLTextAreaElement>('textarea'), ' ');
    await press(drawn);
    expect((await draft())?.consent_description).toMatch(/^Asked to receive our emails/);
  });

  it('is not offered where the day of the answer is still to come', async () => {
    const answer: FormAnswer = { optIn: true, day: '9999-01-01' };
    const { root } = await drawForm({ ...form(), answer });
    expect(root.textContent).not.toContain(QUICK);
  });

  it('refuses a year of two digits, says how to write it, and says nothing while a year is typed', async () => {
    const early = 'Enter January 1, 1971 or a later day, with all four digits of the year.';
    const drawn = await drawForm(form());
    await drawn.click(drawn.find('input[value=asked]'));
    const day = drawn.find<HTMLInputElement>('input[type=date]');
    await drawn.type(day, '0026-03-15');
    expect(drawn.text()).not.toContain(early);
    await drawn.type(day, '0026-03-15');
    day.dispatchEvent(new FocusEvent('blur'));
    await vi.waitFor(() => expect(drawn.text()).toContain(early));
    await drawn.click(drawn.button('Save as Express'));
    expect(sent).toEqual([]);
    expect(day.getAttribute('aria-invalid')).toBe('true');
    await drawn.type(day, '2026-03-15');
    expect(drawn.text()).not.toContain(early);
    await drawn.click(drawn.button('Save as Express'));
    expect(await draft()).toMatchObject({ happened_on: '2026-03-15' });
  });

  it('saves no status that the settings do not allow: it says which, and no longer once another is chosen', async () => {
    const refused = 'The settings do not allow “Not Provided”.';
    const drawn = await drawForm(form(), { allowedConsentStatuses: ['Express', 'Revoked'] });
    expect(drawn.text()).toContain(refused);
    await drawn.click(drawn.button('Save'));
    expect(sent).toEqual([]);
    await vi.waitFor(() => expect(document.activeElement?.matches('select[aria-invalid=true]')).toBe(true));
    await drawn.click(drawn.find('input[value=asked]'));
    expect(drawn.text()).not.toContain(refused);
    await drawn.click(drawn.button('Save as Express'));
    expect(await draft()).toMatchObject({ consent_status: 'Express', basis: 'asked' });
  });
});
