/** The key file of the data folder: created on first start, readable only by its owner, always replaced as a whole. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { makeFolder } from '../database/make-folder.ts';
import { KeyError } from './key-error.ts';
import type { BrokerKeys } from './key-set.ts';
import { parseSigningKeys, parseVaultKeys } from './parse-keys.ts';
import { isForbidden, whyUnreadable } from './unreadable-file.ts';

export const KEY_FILE_NAME = 'keys.json';

const KeyFileSchema = Type.Object({
  session_signing: Type.Object({ active: Type.String(), keys: Type.Array(Type.Unknown()) }),
  vault: Type.Object({ active: Type.String(), keys: Type.Record(Type.String(), Type.String()) }),
});
export type KeyFile = Static<typeof KeyFileSchema>;

export function keyFileExists(dataDir: string): boolean {
  return existsSync(join(dataDir, KEY_FILE_NAME));
}

/** @throws KeyError when it is missing, damaged, weak, or readable by others */
export function readKeyFile(dataDir: string): BrokerKeys {
  const path = join(dataDir, KEY_FILE_NAME);
  const file = readContent(path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new KeyError(`${path} can be read by others; run: chmod 600 ${path}`);
  }
  const faults: string[] = [];
  const keys = {
    signing: parseSigningKeys(
      'session_signing',
      JSON.stringify(file.session_signing),
      file.session_signing.active,
      faults,
    ),
    vault: parseVaultKeys('vault', JSON.stringify(file.vault.keys), file.vault.active, faults),
  };
  if (faults.length > 0) throw new KeyError(`${path}: ${faults.join('; ')}`);
  return keys;
}

/** Creates the file with one new key in each set. When another process created it first, that file stays. */
export function makeKeyFile(dataDir: string): void {
  const signing = newSigningKey();
  const vault = newVaultKey();
  const file: KeyFile = {
    session_signing: { active: signing.kid, keys: [signing] },
    vault: { active: vault.kid, keys: { [vault.kid]: vault.key } },
  };
  const path = join(dataDir, KEY_FILE_NAME);
  try {
    makeFolder(dataDir);
    const draft = writeDraft(path, file);
    try {
      linkSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    if (!existsSync(path)) throw notMade(path, error);
  }
}

/** Replaces the file in one step; after a crash the old file remains. */
export function replaceKeyFile(dataDir: string, file: KeyFile): void {
  const path = join(dataDir, KEY_FILE_NAME);
  renameSync(writeDraft(path, file), path);
}

/** A private JWK with a `kid`. */
export function newSigningKey(): { kid: string } & Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: newKid() };
}

export function newVaultKey(): { kid: string; key: string } {
  return { kid: newKid(), key: randomBytes(32).toString('base64url') };
}

/** Names a key and is not secret. It begins with a letter, because JSON objects reorder keys that look like numbers. */
const newKid = () => `k${randomUUID().slice(0, 8)}`;

function writeDraft(path: string, file: KeyFile): string {
  const draft = `${path}.${process.pid}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(file, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return draft;
}

function notMade(path: string, error: unknown): KeyError {
  const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
  return new KeyError(
    `${path} cannot be made${code}. Name a folder that the user that runs the broker may write to (DATA_DIR).`,
    error,
  );
}

/** The content of the file is valid; only its owner or its mode is wrong. */
function notAllowed(path: string, error: unknown): KeyError {
  const why = whyUnreadable(path, error);
  const advice = 'Let the user that runs the broker own it, with mode 600; or ask as that user.';
  return new KeyError(`${path} cannot be read: ${why}`, error, advice);
}

function readContent(path: string): KeyFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isForbidden(error)) throw notAllowed(path, error);
    throw new KeyError(`${path} cannot be read; restore it from a backup`, error);
  }
  if (Value.Check(KeyFileSchema, content)) return content;
  throw new KeyError(`${path} is not a key file; restore it from a backup`);
}
