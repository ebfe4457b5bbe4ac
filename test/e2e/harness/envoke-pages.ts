/** Envoke's pages in the window that connecting opens, by what a person reads on them. */
import type { Page } from 'playwright-core';
import { TRY_OUT_LOGIN } from '../../envoke/options.ts';
import type { PopupPage } from './popup-page.ts';

export class EnvokePages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async logIn({ email, password }: { email: string; password: string } = TRY_OUT_LOGIN): Promise<void> {
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
  }

  /** Ends the road: the window closes by itself. */
  async authorize(): Promise<void> {
    await this.#decide('Authorize');
  }

  async decline(): Promise<void> {
    await this.#decide('Decline');
  }

  async #decide(button: string): Promise<void> {
    const closed = this.page.waitForEvent('close');
    // The browser may close the window before the click is reported as done.
    await this.page
      .getByRole('button', { name: button })
      .click()
      .catch((cause: unknown) => {
        if (!this.page.isClosed()) throw cause;
      });
    await closed;
  }
}

/** From the connect button to the list of contacts, as most scenarios begin. */
export async function connect(popup: PopupPage): Promise<void> {
  const envoke = new EnvokePages(await popup.connect());
  await envoke.logIn();
  await envoke.authorize();
  await popup.searchBox.waitFor();
}
