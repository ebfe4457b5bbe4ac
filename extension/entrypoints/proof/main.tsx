/** Starts the page with the proof of one contact's consent; its address names the account and the contact by id. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { putOnLook } from '../../components/page-look.ts';
import { loadTranslator, resolveLanguage } from '../../lib/i18n/index.ts';
import { loadSettings } from '../../lib/settings/settings-store.ts';
import { ProofPage } from './proof-page.tsx';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('proof page without a root');
  const { values } = await loadSettings();
  const translator = await loadTranslator(resolveLanguage(values.language, browser.i18n.getUILanguage()));
  putOnLook(translator.language, values.theme);
  const asked = new URLSearchParams(location.search);
  const of = { accountId: asked.get('account') ?? '', contactId: asked.get('contact') ?? '' };
  render(<ProofPage of={of} translator={translator} theme={values.theme} />, root);
}

void start();
