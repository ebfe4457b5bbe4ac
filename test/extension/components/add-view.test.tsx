// @vitest-environment happy-dom
/** The form for one person in use: where the focus goes, what is not sent, and what is kept unfinished. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AddView } from '../../../extension/entrypoints/popup/add/add-view.tsx';
import { type Popup, PopupContext } from '../../../extension/entrypoints/popup/context/popup-context.ts';
import {
  describe as describeForm,
  type FormSeed,
  newForm,
} from '../../../extension/entrypoints/popup/form/add-form.ts';
import { draftsItem } from '../../../extension/lib/memory/drafts-item.ts';
import type { OutboxItem, OutboxOperation } from '../../../extension/lib/outbox/outbox-item.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { resetBrowser } from '../fake-browser.ts';
import { anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';
import { FORM_DEFAULTS } from './form-defaults.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const LONG = 'Association canadienne des musées ruraux et des centres du patrimoine';
const page = { pageTitle: 'Team', pageUrl: 'https://lake.example.ca/team' };
const captured = (fields: FormSeed['fields'] = {}) =>
  newForm({ fields: { email: 'una@lake.example.ca', first_name: 'Una', ...fields }, ...page }, FORM_DEFAULTS);
/** The person has chosen the ground: they asked for our emails. */
const decided = (fields?: FormSeed['fields']) =>
  describeForm({ ...captured(fields), basis: 'asked', status: 'Express' }, FORM_DEFAULTS);

describe('the form for one person', () => {
  let sent: OutboxOperation[];
  let waiting: OutboxItem[];
  let went: string[];

  beforeEach(() => {
    resetBrowser();
    sent = [];
    waiting = [];
    went = [];
  });

  const taken = (_: number) => ({ tone: 'good', text: '' });
  const popup = () =>
    ({
      account: { id: '7' },
      settings: defaultSettings(),
      outbox: { items: waiting, batches: [] },
      laidOver: (contact: unknown) => contact,
      client: {
        lookUp: async (emails: readonly string[]) => emails.map((email) => ({ email, contact: null })),
        lists: async () => ({ interests: [], custom_fields: [], consent_statuses: [] }),
      },
      send: async (operations: readonly OutboxOperation[]) => taken(sent.push(...operations)),
      replace: async (_: string, operation: OutboxOperation) => taken(sent.push(operation)),
      open: () => undefined,
      home: () => void went.push('home'),
      back: () => void went.push('back'),
      announce: () => undefined,
    }) as unknown as Popup;
  const drawForm = (
    form: ReturnType<typeof captured>,
    more: { editedItemId?: string; fromText?: boolean } = {},
  ) => {
    if (more.editedItemId !== undefined && waiting.length === 0)
      waiting = [anItem({ id: more.editedItemId })];
    return draw(
      <PopupContext.Provider value={popup()}>
        <AddView form={form} editedItemId={null} draftId="d" kept={undefined} {...more} />
      </PopupContext.Provider>,
    );
  };
  /** The label of the field that has the focus, else its text. */
  const focused = () => {
    const element = document.activeElement;
    const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
    return label?.textContent ?? element?.textContent;
  };

  it.each([
    ['on the first field at fault', captured({ company: LONG }), {}, 'Company'],
    [
      'on a fault in a group that was closed',
      captured({ city: 'Saint-Jean-sur-Richelieu Nord' }),
      {},
      'City',
    ],
    ['on the address where it is none', captured({ email: 'una at lake' }), {}, 'Email'],
    ['on the ground in effect where nobody has chosen one', captured(), {}, 'I only found the address'],
    ['on the title where a ground was chosen', decided(), {}, 'Add contact'],
    ['on the title of a write that is edited', captured(), { editedItemId: 'i' }, 'Edit before sending'],
    ['on what made Envoke refuse it', decided({ title: LONG }), { editedItemId: 'i' }, 'Title'],
  ])('begins with the focus %s', async (_, form, more, name) => {
    await drawForm(form, more);
    expect(focused()).toBe(name);
    expect(document.activeElement?.closest('details')?.open ?? true).toBe(true);
  });

  it.each([' ', 'Enter'])('lets a stray %j choose no ground', async (key) => {
    const drawn = await drawForm(captured());
    const focused = document.activeElement as HTMLInputElement;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    // What a browser does: Space checks the choice that has the focus.
    if (focused.dispatchEvent(event) && key === ' ') await drawn.click(focused);
    expect(drawn.find<HTMLInputElement>('input[value=found]').checked).toBe(true);
    expect(drawn.button('Save as Not Provided')).toBeDefined();
    expect(sent).toEqual([]);
  });

  it('sends no value that Envoke cannot take, and goes back to it', async () => {
    const drawn = await drawForm(decided({ company: LONG }));
    drawn.find('h1').focus();
    await drawn.click(drawn.button('Save as Express'));
    await vi.waitFor(() => expect(focused()).toBe('Company'));
    expect(sent).toEqual([]);
    await drawn.type(document.activeElement as HTMLInputElement, 'Rural Museums');
    await drawn.click(drawn.button('Save as Express'));
    await vi.waitFor(() => expect(sent).toMatchObject([{ draft: { company: 'Rural Museums' } }]));
  });

  it('shows why Envoke refused what is corrected, and nothing of it where somebody is added', async () => {
    const failure = { ...REFUSED, envokeErrors: ["The field 'city' is unknown"] };
    waiting = [anItem({ id: 'i', state: { status: 'failed', failure } })];
    const corrected = await drawForm(decided(), { editedItemId: 'i' });
    expect(corrected.find('.notice').textContent).toContain("The field 'city' is unknown");
    expect((await drawForm(decided())).root.querySelector('.notice')).toBeNull();
  });

  it.each([
    ['the list, where somebody was added', {}, 'home'],
    ['where it was opened from, where a write was corrected', { editedItemId: 'i' }, 'back'],
  ])('goes, once it is saved, to %s', async (_, more, way) => {
    const drawn = await drawForm(decided(), more);
    await drawn.click(drawn.button('Save as Express'));
    await vi.waitFor(() => expect(went).toEqual([way]));
  });

  it.each([
    ['nothing while nothing is changed', {}, false, []],
    ['what is changed', {}, true, ['d']],
    ['pasted text, changed or not', { fromText: true }, false, ['d']],
  ])('keeps %s', async (_, more, isTouched, ids) => {
    const drawn = await drawForm(captured(), more);
    if (isTouched) await drawn.click(drawn.find('input[value=client]'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(((await draftsItem.get())['7'] ?? []).map(({ id }) => id)).toEqual(ids);
  });
});
