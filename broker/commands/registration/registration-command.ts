/** `registration`: prints the letter to Envoke's support. Works without a client id, since this letter asks for one. */

import type { Environment } from '../../config/read-settings.ts';
import { isLoopbackUrl } from '../../config/urls.ts';
import { loadConfig } from '../../config.ts';
import { readArguments } from '../arguments.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { APPLICATION_NAME, englishRequest, frenchRequest, type Registration } from './request.ts';

const ICON = { path: 'extension/public/icons/128.png', pixels: 128 };

const OPTIONS = { language: 'string', homepage: 'string', operator: 'string', contact: 'string' } as const;

const LANGUAGES = { en: englishRequest, fr: frenchRequest };

export const registrationCommand: Command = {
  usage: 'registration [--language en|fr] [--homepage URL] [--operator NAME] [--contact ADDRESS]',
  summary: 'What Envoke support asks for to register the application, ready to mail, in English and French.',
  async run(args, terminal) {
    const { values } = readArguments(args, OPTIONS, 0);
    const config = loadConfig(withoutCredentials(terminal.env));
    const registration: Registration = {
      applicationName: APPLICATION_NAME,
      redirectUri: config.envoke.redirectUri,
      homepageUrl: homepageOf(values.homepage),
      operator: textOf(values.operator),
      contact: textOf(values.contact),
      icon: ICON,
      requestsPerSecond: config.envoke.requestsPerSecond,
      burst: config.envoke.burst,
    };
    const letters = lettersIn(values.language).map((letter) => letter(registration));
    terminal.print(letters.join(`\n\n${'-'.repeat(72)}\n\n`));
    warnOfGaps(registration, terminal);
    warnOfLoopback(config.publicUrl, terminal);
    return 0;
  },
};

/** Envoke sends the credentials in answer to this letter. Until then placeholders satisfy the form of the settings. */
function withoutCredentials(env: Environment): Environment {
  return {
    ...env,
    ENVOKE_CLIENT_ID: 'not-yet',
    ENVOKE_CLIENT_ID_FILE: undefined,
    ENVOKE_CLIENT_SECRET: 'not-yet',
    ENVOKE_CLIENT_SECRET_FILE: undefined,
  };
}

/** URL of the product's website. The broker's own address shows nothing to a person who reviews the application. */
function homepageOf(given: string | boolean | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'string' && URL.canParse(given) && /^https?:/.test(given)) return given;
  throw new UsageError('--homepage must be an http(s) URL.');
}

function textOf(given: string | boolean | undefined): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
}

function warnOfGaps({ homepageUrl, operator, contact }: Registration, terminal: Terminal): void {
  const given = { '--homepage': homepageUrl, '--operator': operator, '--contact': contact };
  const missing = Object.entries(given).filter(([, value]) => value === undefined);
  if (missing.length > 0)
    terminal.complain(
      `\nNote: fill in what stands in brackets, or give ${missing.map(([name]) => name).join(', ')}.`,
    );
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
