// @vitest-environment happy-dom
/** The settings page: a setting fixed by an administrator says so and cannot be changed; the rest is saved at once. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BrokerSection } from '../../../extension/components/settings/broker-section.tsx';
import { SettingsPage } from '../../../extension/entrypoints/settings/settings-page.tsx';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { SETTING_KEYS } from '../../../extension/lib/settings/parse-settings.ts';
import { exportSettings } from '../../../extension/lib/settings/settings-file.ts';
import { loadSettings } from '../../../extension/lib/settings/settings-store.ts';
import { browser, resetBrowser, setManaged } from '../fake-browser.ts';
import { draw, mount } from './draw.tsx';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const CONTROLS = 'input, select, textarea, button';

async function drawPage(): Promise<HTMLElement> {
  const [settings, translator] = [await loadSettings(), await loadTranslator('en')];
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const page = (
    <SettingsPage settings={settings} translator={translator} diagnostics={'{\n  "extension": "1.0"\n}'} />
  );
  await mount(page, root);
  return root;
}

const isDisabled = (control: Element) =>
  control.matches('[disabled]') || control.closest('fieldset[disabled]') !== null;

function box(root: HTMLElement, words: string): HTMLElement {
  const label = [...root.querySelectorAll('label')].find(({ textContent }) => textContent === words);
  const found = label?.querySelector('input');
  if (!found) throw new Error(`no box is labelled ${words}`);
  return found;
}

describe('the settings page', () => {
  beforeEach(() => {
    resetBrowser();
    Object.assign(browser.commands, {
      getAll: async () => [
        { name: '_execute_action', shortcut: 'Alt+Shift+E' },
        { name: 'add-selection', shortcut: '' },
      ],
    });
  });

  it.each(SETTING_KEYS)(
    'shows a fixed %s as set by the administrator, and lets nobody change it',
    async (key) => {
      setManaged({ [key]: defaultSettings()[key] });
      const fixed = [...(await drawPage()).querySelectorAll('.managed')];
      expect(fixed.map((word) => word.textContent)).toEqual(['Set by your IT team']);
      const controls = [...(fixed[0]?.closest('.setting')?.querySelectorAll(CONTROLS) ?? [])];
      expect(controls).not.toEqual([]);
      expect(controls.filter((control) => !isDisabled(control))).toEqual([]);
    },
  );

  it("locks nothing without an administrator's policy", async () => {
    const root = await drawPage();
    expect(root.querySelector('.managed')).toBeNull();
    expect([...root.querySelectorAll(CONTROLS)].filter(isDisabled)).toEqual([]);
  });

  it("names what is not valid of an administrator's policy, in one line", async () => {
    setManaged({ bulk: 0, Theme: 'dark' });
    const root = await drawPage();
    const notice = () => root.querySelector('.notice.tone-warn')?.textContent;
    await vi.waitUntil(() => notice() !== undefined);
    expect(notice()).toBe(
      'Settings from your IT team are not valid: bulk, Theme. Where they restrict something, their strictest reading applies. Tell your IT team.',
    );
  });

  it('offers no status that lets people be emailed for an address that was only found', async () => {
    const label = [...(await drawPage()).querySelectorAll('label.field-label')].find(
      ({ textContent }) => textContent === 'I only found the address',
    );
    const select = label?.parentElement?.querySelector('select');
    expect([...(select?.options ?? [])].map(({ value }) => value)).toEqual(['Not Provided', 'Revoked']);
  });

  it('does not let the last consent status be taken from the forms', async () => {
    setManaged({});
    await browser.storage.local.set({
      settings: { version: 1, value: { allowedConsentStatuses: ['Express'] } },
    });
    const root = await drawPage();
    const chip = [...root.querySelectorAll<HTMLElement>('.chip')].find(
      (one) => one.textContent === 'Express',
    );
    await act(() => chip?.click());
    expect((await loadSettings()).values.allowedConsentStatuses).toEqual(['Express']);
    const said = () => [...root.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('');
    expect(said()).toBe('This is the last one. Turn another one on first.');
    const other = [...root.querySelectorAll<HTMLElement>('.chip')].find(
      (one) => one.textContent === 'Revoked',
    );
    await act(() => other?.click());
    await vi.waitFor(() => expect(said()).toBe(''));
  });

  it('shows the name that each account has in the record, while no name stands for all of them', async () => {
    const account = (id: string, name: string, recorder?: object) => ({
      ...{ id, name, recorder, brokerUrl: 'https://b.example.ca', sessionToken: 't', keyId: 'k' },
      ...{ state: 'active', sessionExpiresAt: 1, connectionExpiresAt: 1 },
    });
    const accounts = [
      account('1', 'Lake Library', { name: 'Robin Vale', isConfirmed: true }),
      account('2', 'Pine Library', { name: 'Old Name', isConfirmed: false }),
      account('3', 'Elm Library', { name: 'Ginette B.', isConfirmed: true }),
    ];
    await browser.storage.local.set({ accounts: { version: 1, value: { currentId: '1', accounts } } });
    const root = await drawPage();
    await vi.waitFor(() => expect(root.textContent).toContain('In Lake Library: Robin Vale.'));
    expect(root.textContent).toContain('In Pine Library: no name given yet.');
    expect(root.textContent).toMatch(/In Elm Library: Ginette B\.(?!\.)/);
    await act(async () => setManaged({ recordName: 'Front desk' }));
    const named = await drawPage();
    await vi.waitFor(() => expect(named.textContent).toContain('One name in the record for all accounts'));
    expect(named.textContent).not.toContain('Robin Vale');
  });

  it('shows the status of each ground, also where the forms may not give it', async () => {
    await browser.storage.local.set({
      settings: { version: 1, value: { allowedConsentStatuses: ['Revoked'] } },
    });
    const root = await drawPage();
    const shown = (words: string) => {
      const label = [...root.querySelectorAll<HTMLLabelElement>('label.field-label')].find(
        ({ textContent }) => textContent === words,
      );
      return root.querySelector<HTMLSelectElement>(`[id="${label?.htmlFor}"]`)?.value;
    };
    expect(shown('They asked for our emails')).toBe('Express');
    expect(shown('They contacted us')).toBe('Implied - Inquiry');
  });

  it('offers no check of an address that cannot be changed', async () => {
    const check = (root: HTMLElement) =>
      [...root.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Check and use');
    expect(check(await drawPage())).toHaveLength(1);
    setManaged({ brokerUrl: 'https://broker.example.ca' });
    expect(check(await drawPage())).toEqual([]);
  });

  it.each([
    ['en', 'Built into this copy of the extension'],
    ['fr', 'Intégré à cet exemplaire de l’extension'],
  ] as const)('says of an address that belongs to the build that it does, in %s', async (language, words) => {
    const settings = { values: defaultSettings(), managed: new Set(['brokerUrl'] as const) };
    const form = { settings, change: () => undefined, keep: () => undefined };
    const drawn = await draw(
      <BrokerSection form={form} proposed={null} result={null} builtIn onCheck={() => undefined} />,
      language,
    );
    expect(drawn.find('.managed').textContent).toBe(words);
    expect(drawn.root.querySelector('button')).toBeNull();
  });

  it('saves a change at once and says so', async () => {
    const root = await drawPage();
    await act(() => box(root, 'Offer to add many people at once').click());
    await vi.waitFor(async () => expect((await loadSettings()).values.bulk).toBe(false));
    await vi.waitFor(() => expect(root.textContent).toContain('Saved.'));
  });

  it('says once more that a change is saved, and no longer once something else is typed', async () => {
    const root = await drawPage();
    const status = () => root.querySelector('.toast[role=status]')?.firstElementChild ?? null;
    const change = () => act(() => box(root, 'Offer to add many people at once').click());
    await change();
    await vi.waitFor(() => expect(status()?.textContent).toBe('Saved.'));
    const first = status();
    await change();
    await vi.waitFor(() => expect(status()).not.toBe(first));
    expect(status()?.textContent).toBe('Saved.');
    const field = root.querySelector('input[type=text]');
    await act(() => void field?.dispatchEvent(new Event('input', { bubbles: true })));
    expect(status()).toBeNull();
  });

  it('leaves no word that something is saved beside a fault of what comes next', async () => {
    Object.assign(browser.permissions, { request: async () => false });
    const root = await drawPage();
    await act(() => box(root, 'Offer to add many people at once').click());
    await vi.waitFor(() => expect(root.textContent).toContain('Saved.'));
    const submit = new Event('submit', { bubbles: true, cancelable: true });
    await act(() => void root.querySelector('form')?.dispatchEvent(submit));
    expect(root.textContent).not.toContain('Saved.');
  });

  it('names each language in that language, and says so to a screen reader', async () => {
    const root = await drawPage();
    const named = [...root.querySelectorAll('span, label')].filter(
      ({ textContent, children }) => children.length === 0 && /^(English|Français)$/.test(textContent ?? ''),
    );
    expect(named.length).toBeGreaterThan(2);
    for (const { lang, textContent } of named as HTMLElement[])
      expect(lang).toBe(textContent === 'English' ? 'en' : 'fr');
  });

  it('writes to nobody by itself, and attaches the diagnostics only where that is chosen', async () => {
    const root = await drawPage();
    const link = () => root.querySelector<HTMLAnchorElement>('a[href^="mailto:"]')?.href ?? '';
    expect(link()).toMatch(/^mailto:\?subject=Contacts%20for%20Envoke/);
    expect(link()).not.toContain('extension');
    await act(() => box(root, 'Attach the diagnostics below').click());
    expect(decodeURIComponent(link())).toContain('{"extension":"1.0"}');
  });

  it('takes no address for questions that is none', async () => {
    const root = await drawPage();
    const label = [...root.querySelectorAll('label')].find(({ textContent }) =>
      /for questions/.test(textContent),
    );
    const field = root.querySelector<HTMLInputElement>(`[id="${label?.htmlFor}"]`);
    if (field === null) throw new Error('no field for questions');
    for (const [typed, stored] of [
      ['help@example.ca?cc=all@example.ca', ''],
      ['help@example.ca', 'help@example.ca'],
    ]) {
      field.value = typed ?? '';
      await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
      await act(() => void field.dispatchEvent(new Event('focusout', { bubbles: true })));
      await act(() => void field.dispatchEvent(new Event('blur')));
      await vi.waitFor(async () => expect((await loadSettings()).values.supportEmail).toBe(stored));
    }
  });

  it('saves with each letter what is typed into a field, and says so at Enter', async () => {
    const root = await drawPage();
    const label = [...root.querySelectorAll('label')].find(({ textContent }) =>
      /for questions/.test(textContent),
    );
    const field = root.querySelector<HTMLInputElement>(`[id="${label?.htmlFor}"]`);
    if (field === null) throw new Error('no field for questions');
    field.value = 'help@example.ca ';
    await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    await vi.waitFor(async () => expect((await loadSettings()).values.supportEmail).toBe('help@example.ca'));
    expect(field.value).toBe('help@example.ca ');
    expect(root.textContent).not.toContain('Saved.');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
    await act(() => void field.dispatchEvent(enter));
    await vi.waitFor(() => expect(root.textContent).toContain('Saved.'));
    expect(field.value).toBe('help@example.ca');
  });

  it('says that a language was saved in that language', async () => {
    // In the extension the catalogue is a file beside the page; here, a busy machine compiles it first.
    await loadTranslator('fr');
    const root = await drawPage();
    await act(() => box(root, 'Français').click());
    await vi.waitFor(() => expect(root.textContent).toContain('Enregistré.'));
    expect(root.textContent).not.toContain('Saved.');
  });

  it('changes no broker by importing a file: it shows the address, to be checked first', async () => {
    const root = await drawPage();
    const before = (await loadSettings()).values.brokerUrl;
    const text = exportSettings({ ...defaultSettings(), bulk: false, brokerUrl: 'https://evil.example' });
    const input = root.querySelector<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [new File([text], 'settings.json')] });
    await act(() => void input?.dispatchEvent(new Event('change', { bubbles: true })));
    await vi.waitFor(async () => expect((await loadSettings()).values.bulk).toBe(false));
    await vi.waitFor(() => expect(root.textContent).toContain('names the address https://evil.example'));
    expect((await loadSettings()).values.brokerUrl).toBe(before);
    expect(root.querySelector<HTMLInputElement>('form input')?.value).toBe('https://evil.example');
  });

  describe('with an address of a broker typed in', () => {
    const asked: unknown[] = [];

    async function check(address: string): Promise<HTMLElement> {
      asked.length = 0;
      Object.assign(browser.permissions, {
        request: async (permission: unknown) => {
          asked.push(permission);
          return false;
        },
      });
      const root = await drawPage();
      const input = root.querySelector<HTMLInputElement>('form input');
      if (input === null) throw new Error('no field for the address');
      input.value = address;
      await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
      await submit(root);
      return root;
    }
    const submit = (root: HTMLElement) =>
      act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));

    it('asks for no permission when it is spelled otherwise than it would be used', async () => {
      const root = await check('https:\\\\evil.example');
      expect(root.textContent).toContain('This address cannot be right.');
      expect(asked).toEqual([]);
    });

    it('shows the ASCII form of a name with other letters, and asks when that is chosen', async () => {
      const root = await check('https://bröker.example.ca');
      expect(root.textContent).toContain(
        'The network knows https://bröker.example.ca as https://xn--brker-kua.example.ca.',
      );
      expect(root.querySelector<HTMLInputElement>('form input')?.value).toBe(
        'https://xn--brker-kua.example.ca',
      );
      expect(asked).toEqual([]);
      await submit(root);
      expect(asked).toEqual([{ origins: ['https://xn--brker-kua.example.ca/*'] }]);
    });
  });

  it('shows the words that an empty description stands for', async () => {
    const [first] = (await drawPage()).querySelectorAll('textarea');
    expect(first?.placeholder).toBe('Asked to receive our emails (page “{page}”, {url}), {date}.');
  });

  it('lists the keyboard shortcuts, also the one that is not set', async () => {
    const root = await drawPage();
    await vi.waitFor(() => expect(root.querySelector('.shortcuts')?.textContent).toContain('Alt+Shift+E'));
    expect(root.querySelector('.shortcuts')?.textContent).toContain('Not set');
  });
});
