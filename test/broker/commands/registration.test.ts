/** `registration`: the letter to Envoke's support. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordTerminal } from './recorded-terminal.ts';

const PUBLIC = { PUBLIC_URL: 'https://broker.example.ca' };

describe('npm run broker -- registration', () => {
  it.each([
    ['a word too many', ['now']],
    ['an option it does not know', ['--redirect-uri', 'https://x.example.ca']],
    ['a language that it does not speak', ['--language', 'de']],
    ['a homepage that is no URL', ['--homepage', 'our page']],
  ])('refuses %s', async (_what, args) => {
    const terminal = recordTerminal(PUBLIC);
    expect(await terminal.run('registration', ...args)).toBe(2);
    expect(terminal.complained()).toContain('Usage: npm run broker -- registration');
    expect(terminal.printed()).toBe('');
  });

  it('asks for everything that Envoke wants to know, in English and in French, with one redirect URI', async () => {
    const terminal = recordTerminal(PUBLIC);
    const who = ['--operator', 'Town of Harbourview', '--contact', 'it@harbourview.example.ca'];
    const homepage = ['--homepage', 'https://product.example.ca/contacts'];
    expect(await terminal.run('registration', ...homepage, ...who)).toBe(0);
    const [english = '', french = ''] = terminal.printed().split(`\n${'-'.repeat(72)}\n`);
    for (const letter of [english, french]) {
      expect(letter).toContain('Contacts for Envoke');
      expect(letter.match(/https:\/\/broker\.example\.ca\/oauth\/callback/g)).toHaveLength(1);
      expect(letter).toMatch(/: https:\/\/product\.example\.ca\/contacts$/m);
      expect(letter).toMatch(/: Town of Harbourview$/m);
      expect(letter).toMatch(/: it@harbourview\.example\.ca$/m);
      expect(letter).toMatch(/: all$/m);
      expect(letter).toMatch(/128 × 128 pixels/);
      expect(letter).toMatch(/authorization code/);
    }
    expect(english).toContain('Redirect URI (one)');
    expect(french).toContain('URI de redirection (une seule)');
    expect(french).not.toMatch(/ :|'/);
    expect(terminal.complained()).toBe('');
  });

  it('leaves a gap for what it is not told, and never names the broker as the product', async () => {
    const terminal = recordTerminal(PUBLIC);
    await terminal.run('registration', '--language', 'en');
    expect(terminal.printed()).toMatch(/^Homepage URL .*: \[/m);
    expect(terminal.complained()).toContain('--homepage, --operator, --contact');
  });

  it('names every endpoint that the client of Envoke calls, and how often', async () => {
    const terminal = recordTerminal({ ...PUBLIC, ENVOKE_REQUESTS_PER_SECOND: '3', ENVOKE_BURST: '7' });
    await terminal.run('registration', '--language', 'en');
    const letter = terminal.printed();
    const [, named = ''] = /^Endpoints: (.*)$/m.exec(letter) ?? [];
    const client = readdirSync('broker/envoke').map((file) => readFileSync(`broker/envoke/${file}`, 'utf8'));
    const called = client.join().matchAll(/(?:GET|POST|PATCH) (\/v[12]\/[a-z]+)/g);
    const paths = new Set(Array.from(called, ([, path]) => path));
    expect(new Set(named.match(/\/v[12]\/[a-z]+/g))).toEqual(paths);
    expect(letter).toContain('at most 3 requests a second for each person, after up to 7 at once');
  });

  it('names an icon that is square and has 72 pixels or more', async () => {
    const terminal = recordTerminal(PUBLIC);
    await terminal.run('registration', '--language', 'en');
    const path = /^Icon .*: (\S+\.png)$/m.exec(terminal.printed())?.[1] ?? '';
    const header = readFileSync(path);
    expect(header.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
    expect(width).toBeGreaterThanOrEqual(72);
    expect(height).toBe(width);
  });

  it('is written before there is a client id, and never holds the secret', async () => {
    const terminal = recordTerminal({ ...PUBLIC, ENVOKE_CLIENT_ID: '' });
    expect(await terminal.run('registration')).toBe(0);
    expect(terminal.printed()).not.toContain('s3cret');
  });

  it('warns of an address that only this machine can reach', async () => {
    const terminal = recordTerminal();
    expect(await terminal.run('registration', '--language', 'fr')).toBe(0);
    expect(terminal.complained()).toContain('PUBLIC_URL');
    expect(terminal.printed()).not.toContain('Hello');
  });
});

describe('npm run broker -- with a command', () => {
  it('that does not exist lists those that do', async () => {
    const terminal = recordTerminal();
    expect(await terminal.run('migrate')).toBe(2);
    expect(terminal.complained()).toMatch(/doctor[\s\S]*registration[\s\S]*keys/);
  });

  it('says what is wrong with the settings without their values', async () => {
    const terminal = recordTerminal({ PUBLIC_URL: 'http://broker.example.ca', PORT: 's3cret' });
    expect(await terminal.run('keys', 'list')).toBe(1);
    expect(terminal.complained()).toContain('PORT');
    expect(terminal.complained()).not.toContain('s3cret');
  });
});
