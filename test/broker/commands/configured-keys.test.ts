/** `keys` where the configuration holds the keys: the command says what to change there, and changes nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordTerminal } from './recorded-terminal.ts';

interface KeyFile {
  session_signing: { active: string; keys: unknown[] };
  vault: { active: string; keys: Record<string, string> };
}

/** A terminal whose settings hold a key set, and that set. */
async function configuredTerminal() {
  const maker = recordTerminal();
  await maker.run('keys', 'list');
  const file = JSON.parse(readFileSync(join(maker.dataDir, 'keys.json'), 'utf8')) as KeyFile;
  const terminal = recordTerminal({
    SESSION_SIGNING_KEYS: JSON.stringify({ keys: file.session_signing.keys }),
    SESSION_SIGNING_ACTIVE_KEY_ID: file.session_signing.active,
    VAULT_KEYS: JSON.stringify(file.vault.keys),
    VAULT_ACTIVE_KEY_ID: file.vault.active,
  });
  return { terminal, file };
}

it('prints a new key for the setting it belongs into', async () => {
  const { terminal, file } = await configuredTerminal();
  expect(await terminal.run('keys', 'add', 'vault')).toBe(0);
  expect(terminal.complained()).toContain('VAULT_KEYS');
  const added = JSON.parse(`{${terminal.printed()}}`) as Record<string, string>;
  const [kid = ''] = Object.keys(added);
  const both = recordTerminal({
    ...terminal.env,
    VAULT_KEYS: JSON.stringify({ ...file.vault.keys, ...added }),
    VAULT_ACTIVE_KEY_ID: kid,
  });
  expect(await both.run('keys', 'list')).toBe(0);
  expect(both.printed()).toMatch(new RegExp(`vault +${kid} +active`));
});

it('says which settings make another key the active one, and that it did not', async () => {
  const { terminal, file } = await configuredTerminal();
  expect(await terminal.run('keys', 'activate', 'signing', file.session_signing.active)).toBe(1);
  const said = terminal.complained();
  expect(said).toContain(`SESSION_SIGNING_ACTIVE_KEY_ID be ${file.session_signing.active}`);
  for (const secret of Object.values(file.vault.keys)) expect(said).not.toContain(secret);
});
