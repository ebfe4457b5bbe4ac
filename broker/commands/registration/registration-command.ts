/** `registration`: prints what to mail to Envoke's support. Works before there is a client id, since it is how to get one. */

import type { Environment } from '../../config/read-settings.ts';
import { isLoopbackUrl } from '../../config/urls.ts';
import { loadConfig } from '../../config.ts';
import { readArguments } from '../arguments.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { APPLICATION_NAME, englishRequest, frenchRequest } from './request.ts';

/** Square, 128 pixels. */
const ICON_PATH = 'extension/public/icons/128.png';

const LANGUAGES = { en: englishRequest, fr: frenchRequest };

export const registrationCommand: Command = {
  usage: 'registration [--language en|fr] [--homepage URL]',
  summary: 'What Envoke support asks for to register the application, ready to mail, in English and French.',
  async run(args, terminal) {
    const { values } = readArguments(args, { language: 'string', homepage: 'string' }, 0);
    const config = loadConfig(withoutCredentials(terminal.env));
    const registration = {
      applicationName: APPLICATION_NAME,
      redirectUri: config.envoke.redirectUri,
      homepageUrl: homepageOf(values.homepage, config.publicUrl),
      iconPath: ICON_PATH,
    };
    const letters = lettersIn(values.language).map((letter) => letter(registration));
    terminal.print(letters.join(`\n\n${'-'.repeat(72)}\n\n`));
    warnOfLoopback(config.publicUrl, terminal);
    return 0;
  },
};

/** The credentials come with Envoke's answer to this letter; until then placeholders satisfy the settings' form. */
function withoutCredentials(env: Environment): Environment {
  return {
    ...env,
    ENVOKE_CLIENT_ID: 'not-yet',
    ENVOKE_CLIENT_ID_FILE: undefined,
    ENVOKE_CLIENT_SECRET: 'not-yet',
    ENVOKE_CLIENT_SECRET_FILE: undefined,
  };
}

function homepageOf(given: string | boolean | undefined, publicUrl: string): string {
  if (given === undefined) return publicUrl;
  if (typeof given === 'string' && URL.canParse(given) && /^https?:/.test(given)) return given;
  throw new UsageError('--homepage must be an http(s) URL.');
}

function lettersIn(language: string | boolean | undefined) {
  if (language === undefined) return [englishRequest, frenchRequest];
  if (language === 'en' || language === 'fr') return [LANGUAGES[language]];
  throw new UsageError('--language must be en or fr.');
}

function warnOfLoopback(publicUrl: string, terminal: Terminal): void {
  if (isLoopbackUrl(new URL(publicUrl)))
    terminal.complain(
      `\nNote: PUBLIC_URL is ${publicUrl}, an address of this machine. Envoke registers one redirect URI: set PUBLIC_URL to the address that people's browsers will use before you mail this.`,
    );
}
