/** The extension's popup, by what a person reads on it. */
import type { Locator, Page } from 'playwright-core';

export interface ContactFields {
  email?: string;
  firstName?: string;
  lastName?: string;
  company?: string;
  consentStatus?: string;
  consentDescription?: string;
}

export class PopupPage {
  readonly page: Page;
  readonly connectButton: Locator;
  readonly enabledConnectButton: Locator;
  readonly searchBox: Locator;
  readonly contacts: Locator;
  readonly addButton: Locator;
  readonly saveButton: Locator;
  readonly signOutButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.connectButton = page.getByRole('button', { name: 'Connect to Envoke' });
    this.enabledConnectButton = page.getByRole('button', { name: 'Connect to Envoke', disabled: false });
    this.searchBox = page.getByRole('searchbox', { name: 'Search contacts' });
    this.contacts = page.getByRole('list', { name: 'Contacts' });
    this.addButton = page.getByRole('button', { name: 'Add contact' });
    this.saveButton = page.getByRole('button', { name: /^Save as/ });
    this.signOutButton = page.getByRole('button', { name: 'Sign out', exact: true });
  }

  /** What the popup says to a screen reader too, in these words among others. */
  notice(words: string): Locator {
    return this.page.locator('[role=status], [role=alert]').filter({ hasText: words });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  contact(name: string): Locator {
    return this.contacts.getByRole('listitem').filter({ hasText: name });
  }

  async fill(fields: ContactFields): Promise<void> {
    const labels = {
      email: 'Email',
      firstName: 'First name',
      lastName: 'Last name',
      company: 'Company',
      consentDescription: 'Consent description',
    } as const;
    if (fields.consentStatus !== undefined)
      await this.field('Consent status').selectOption({ label: fields.consentStatus });
    for (const [name, label] of Object.entries(labels) as [keyof typeof labels, string][])
      if (fields[name] !== undefined) await this.field(label).fill(fields[name]);
  }

  /** Starts to connect, and resolves with the window that Envoke's pages open in. */
  async connect(): Promise<Page> {
    const opened = this.page.context().waitForEvent('page', { timeout: 15_000 });
    const clicked = this.enabledConnectButton.click();
    try {
      const [window] = await Promise.all([opened, clicked]);
      return window;
    } catch (cause) {
      const shown = await this.page.locator('body').ariaSnapshot();
      throw new Error(`No window opens to connect in. The popup says:\n${shown}`, { cause });
    }
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account: / }).click();
    await this.page.getByRole('button', { name: 'Sign out…' }).click();
    await this.signOutButton.click();
  }
}
