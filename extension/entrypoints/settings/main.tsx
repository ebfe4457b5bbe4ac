/** Starts the settings page. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { putOnLook } from '../../components/page-look.ts';
import { loadTranslator, resolveLanguage } from '../../lib/i18n/index.ts';
import { loadSettings } from '../../lib/settings/settings-store.ts';
import { readDiagnostics } from './diagnostics.ts';
import { SettingsPage } from './settings-page.tsx';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('settings page without a root');
  const settings = await loadSettings();
  const language = resolveLanguage(settings.values.language, browser.i18n.getUILanguage());
  const [translator, diagnostics] = await Promise.all([loadTranslator(language), readDiagnostics()]);
  putOnLook(language, settings.values.theme);
  render(<SettingsPage settings={settings} translator={translator} diagnostics={diagnostics} />, root);
  // The section named in the URL did not exist yet when the browser looked for it.
  if (location.hash !== '') document.getElementById(location.hash.slice(1))?.focus();
}

void start();
