/** What somebody wrote in a form about e-mail: a refusal without a colon, an answer not understood, and a yes to unsubscribing. */
import { describe, expect, vi } from 'vitest';
import { putVersioned } from '../../scripts/screenshots/storage.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const WAIT = { timeout: 20_000, interval: 100 };

const WORDS = {
  en: {
    add: 'Add contact',
    paste: 'Paste a list',
    list: 'Names and email addresses',
    next: 'Continue',
    express: /save as Express$/,
    save: 'Save as Not Provided',
  },
  fr: {
    add: 'Ajouter un contact',
    paste: 'Coller une liste',
    list: 'Noms et adresses courriel',
    next: 'Continuer',
    express: /\(Exprès\)$/,
    save: 'Enregistrer comme Non fourni',
  },
} as const;

describe('what somebody wrote about e-mail', () => {
  let rig: Rig;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const button = (name: string | RegExp) => popup.page.getByRole('button', { name, exact: true });
  const consentOf = async (email: string) =>
    (await vi.waitUntil(() => rig.envoke.accounts[0]?.people.findByEmail(email), WAIT)).consent;

  /** The form of the one person who filled this in. */
  const open = async (language: 'en' | 'fr', ...lines: string[]) => {
    const words = WORDS[language];
    await putVersioned(popup.page, 'local', 'settings', { language });
    await popup.page.reload();
    await button(words.add).click();
    await button(words.paste).click();
    await popup.field(words.list).fill(lines.join('\n'));
    await button(words.next).click();
    await expectShown(button(words.save));
    expect(await button(words.express).count()).toBe(0);
  };

  it.each([
    [
      'en',
      ['First name: Ida', 'Last name: Moor', 'Email: ida.moor@lake.example.ca'],
      'Would you like our newsletter? No',
      'The answer is no.',
      'Form or list “Would you like our newsletter?”: no.',
    ],
    [
      'en',
      ['First name: Lou', 'Last name: Perry', 'Email: lou.perry@lake.example.ca'],
      'May we email you? Ask me in the spring',
      'The answer is “Ask me in the spring”. That is not clear, so this is no consent.',
      'Form or list “May we email you?”: “Ask me in the spring”.',
    ],
    [
      'fr',
      ['Prénom : Zoé', 'Nom : Roy', 'Courriel : zoe.roy@lake.example.ca', 'Langue : français'],
      'Souhaitez-vous recevoir notre infolettre ? On verra',
      'La réponse est « On verra ». Elle n’est pas claire : ce n’est pas un consentement.',
      'Formulaire ou liste « Souhaitez-vous recevoir notre infolettre ? » : « On verra ».',
    ],
    [
      'en',
      ['First name: Eve', 'Last name: Hill', 'Email: eve.hill@lake.example.ca'],
      'Unsubscribe me: Yes',
      'The answer is “Yes”: this person does not want emails.',
      'Form or list “Unsubscribe me”: “Yes”, does not want emails.',
    ],
    [
      'fr',
      ['Prénom : Max', 'Nom : Côté', 'Courriel : max.cote@lake.example.ca', 'Langue : français'],
      'Désabonnement : Oui',
      'La réponse est « Oui » : cette personne ne veut pas recevoir de courriels.',
      'Formulaire ou liste « Désabonnement » : « Oui », ne veut pas recevoir de courriels.',
    ],
  ] as const)(
    'is shown and recorded as it was written, and no press of one button is a consent: %s, %j %s',
    async (language, fields, line, shown, recorded) => {
      const email = /\S+@\S+/.exec(fields.join(' '))?.[0] ?? '';
      await open(language, ...fields, line);
      await expectShown(popup.page.getByText(shown));
      await button(WORDS[language].save).click();
      const { status, description } = await consentOf(email);
      expect(status).toBe('Not Provided');
      expect(description.replaceAll('\u00a0', ' ')).toContain(recorded);
    },
    60_000,
  );
});
