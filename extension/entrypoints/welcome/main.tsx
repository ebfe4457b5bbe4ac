/** Starts the page that opens after an installation. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { putOnLook } from '../../components/page-look.ts';
import { loadTranslator, resolveLanguage } from '../../lib/i18n/index.ts';
import { loadAccounts } from '../../lib/session/accounts.ts';
import { loadSettings } from '../../lib/settings/settings-store.ts';
import { WelcomePage } from './welcome-page.tsx';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('welcome page without a root');
  const [settings, accounts] = await Promise.all([loadSettings(), loadAccounts()]);
  const language = resolveLanguage(settings.values.language, browser.i18n.getUILanguage());
  const translator = await loadTranslator(language);
  putOnLook(language, settings.values.theme);
  render(<WelcomePage settings={settings} accounts={accounts} translator={translator} />, root);
}

void start();
