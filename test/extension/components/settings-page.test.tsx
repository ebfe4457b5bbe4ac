// @vitest-environment happy-dom
/** The settings page: a setting fixed by an administrator says so and cannot be changed; the rest is saved at once. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../extension/entrypoints/settings/settings-page.tsx';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import { defaultSettings } from '../../../extension/lib/settings/default-settings.ts';
import { SETTING_KEYS } from '../../../extension/lib/settings/parse-settings.ts';
import { exportSettings } from '../../../extension/lib/settings/settings-file.ts';
import { loadSettings } from '../../../extension/lib/settings/settings-store.ts';
import { browser, resetBrowser, setManaged } from '../fake-browser.ts';
import { mount } from './draw.tsx';

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
