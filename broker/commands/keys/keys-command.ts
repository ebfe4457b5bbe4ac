/** `keys`: shows and changes the key sets. No change signs anybody out: the command refuses a change that would. */
import { type Config, loadConfig } from '../../config.ts';
import type { Database } from '../../database/database.ts';
import { checkKeys } from '../../keys/key-check.ts';
import { KeyError } from '../../keys/key-error.ts';
import type { BrokerKeys } from '../../keys/key-set.ts';
import { openStore } from '../../keys/open-store.ts';
import { refuseActive, refuseOtherActive, refuseUnknown, runningKeys } from '../../keys/running-brokers.ts';
import { resealSessions } from '../../vault/reseal.ts';
import { readArguments } from '../arguments.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import {
  activateKey,
  addKeys,
  changeSet,
  dropKey,
  type KeyPurpose,
  requireKey,
  successorOf,
} from './key-changes.ts';
import { makeKey, saveKeys, settingOf } from './key-keeper.ts';
import { listingLines, listKeys } from './key-listing.ts';

const RESTART = 'Restart every broker, so that it knows.';

interface Room {
  config: Config;
  database: Database;
  keys: BrokerKeys;
  terminal: Terminal;
}

export const keysCommand: Command = {
  usage: 'keys list | reseal | add signing|vault | activate|retire|drop signing|vault KEY-ID',
  summary:
    'Shows, adds, activates, retires and drops keys, and seals sessions anew, without signing anybody out.',
  async run(args, terminal) {
    const [action = '', purpose, kid] = readArguments(args, {}, 3).words;
    const act = actionOf(action, purpose, kid);
    const config = loadConfig(terminal.env);
    const store = await openStore(config);
    try {
      await act({ config, ...store, terminal });
      return 0;
    } finally {
      await store.database.close();
    }
  },
};

/** @throws UsageError */
function actionOf(
  action: string,
  purpose: string | undefined,
  kid: string | undefined,
): (room: Room) => Promise<void> {
  if (action === 'list' && purpose === undefined) return list;
  if (action === 'reseal' && purpose === undefined) return reseal;
  if (!['add', 'activate', 'retire', 'drop'].includes(action))
    throw new UsageError(`"${action}" is not something to do with keys.`);
  if (purpose !== 'signing' && purpose !== 'vault') throw new UsageError('Say which keys: signing or vault.');
  if (action === 'add' && kid === undefined) return (room) => add(room, purpose);
  if (action === 'add' || kid === undefined) throw new UsageError('Every action but "add" names one key id.');
  if (action === 'activate') return (room) => activate(room, purpose, kid);
  return action === 'retire' ? (room) => retire(room, purpose, kid) : (room) => drop(room, purpose, kid);
}

async function list({ keys, database, terminal }: Room): Promise<void> {
  for (const line of listingLines(await listKeys(keys, database))) terminal.print(line);
}

async function add({ config, keys, terminal }: Room, purpose: KeyPurpose): Promise<void> {
  const made = makeKey(purpose);
  const setting = settingOf(config, purpose);
  if (setting === undefined) {
    saveKeys(config, addKeys(keys, made.set), purpose);
    terminal.print(`Added the ${purpose} key ${made.kid}. It is not active yet. ${RESTART}`);
    return;
  }
  terminal.complain(`The keys are configured. Add this secret to ${setting}. ${RESTART}`);
  terminal.print(made.text);
}

async function activate(
  { config, database, keys, terminal }: Room,
  purpose: KeyPurpose,
  kid: string,
): Promise<void> {
  const changed = changeSet(keys, purpose, (set) => activateKey(set, kid));
  refuseUnknown(await runningKeys(database, terminal.now), purpose, kid);
  saveKeys(config, changed, purpose);
  terminal.print(`The ${purpose} key ${kid} is now the active one, and all others are retired. ${RESTART}`);
}

/** Makes the next key active in place of the present one. A key that is not active is already retired. */
async function retire(room: Room, purpose: KeyPurpose, kid: string): Promise<void> {
  const { keys, terminal } = room;
  requireKey(keys[purpose], kid);
  if (keys[purpose].activeKid !== kid) {
    terminal.print(`The ${purpose} key ${kid} is retired already.`);
    return;
  }
  const next = successorOf(keys[purpose]);
  if (next === undefined)
    throw new KeyError(
      `The ${purpose} key ${kid} is the newest. Add another and restart every broker, so that all know it; then retire this one.`,
    );
  await activate(room, purpose, next);
}

async function drop(
  { config, database, keys, terminal }: Room,
  purpose: KeyPurpose,
  kid: string,
): Promise<void> {
  const changed = changeSet(keys, purpose, (set) => dropKey(set, kid));
  await checkKeys(database, changed);
  refuseActive(await runningKeys(database, terminal.now), purpose, kid);
  saveKeys(config, changed, purpose);
  terminal.print(`The ${purpose} key ${kid} is gone. ${RESTART}`);
}

async function reseal({ database, keys, terminal }: Room): Promise<void> {
  refuseOtherActive(await runningKeys(database, terminal.now), 'vault', keys.vault.activeKid);
  const { resealed, unreadable } = await resealSessions(database, keys.vault);
  terminal.print(
    `${resealed} session(s) sealed anew; all others were under the vault key ${keys.vault.activeKid}.`,
  );
  if (unreadable > 0)
    throw new KeyError(
      `${unreadable} session(s) are damaged and cannot be sealed anew. They end by themselves; their people sign in again.`,
    );
}
