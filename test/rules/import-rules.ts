/** The direction of imports, as ARCHITECTURE.md draws it: which room may look into which. Pure: paths in, a sentence out. */
import type { Import } from './source-tree.ts';

const DOMAIN_ROOMS = ['authorization', 'session', 'vault', 'envoke', 'contacts'].map(
  (room) => `broker/${room}`,
);
const GROUND = ['broker/clock', 'broker/errors', 'broker/config', 'broker/keys', 'broker/database', 'shared'];

/** What every part of contacts may know: who asks, what a contact looks like on the wire, what can go wrong. */
const CONTACT_WORDS = ['caller', 'contact-problems', 'to-contact'].map((file) => `broker/contacts/${file}`);

const LIB = (...rooms: string[]) => rooms.map((room) => `extension/lib/${room}`);
const CAPTURE = (...rooms: string[]) => rooms.map((room) => `extension/lib/capture/${room}`);
const POPUP = (...rooms: string[]) => rooms.map((room) => `extension/entrypoints/popup/${room}`);
const SHOWN = ['extension/components', 'extension/lib', 'shared'];

/**
 * Room → the rooms it may import, itself aside. The innermost room that holds a file decides. `server` and `app` may
 * import all of the broker.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: [],
  'broker/server': ['broker', 'shared'],
  'broker/app': ['broker', 'shared'],
  'broker/commands': ['broker', 'shared'],
  'broker/routes': ['broker/plugins', 'broker/sign-in', ...DOMAIN_ROOMS, ...GROUND],
  'broker/plugins': ['broker/metrics', 'broker/rate-limit', 'broker/tracing', ...DOMAIN_ROOMS, ...GROUND],
  'broker/metrics': GROUND,
  'broker/tracing': [],
  'broker/sign-in': [...DOMAIN_ROOMS, ...GROUND],
  'broker/rate-limit': GROUND,
  'broker/authorization': GROUND,
  'broker/session': GROUND,
  'broker/vault': GROUND,
  'broker/envoke': GROUND,
  'broker/contacts': ['broker/envoke', ...GROUND],
  'broker/contacts/contacts-service': ['broker/contacts', 'broker/envoke', ...GROUND],
  'broker/contacts/writes': [
    'broker/contacts/search',
    'broker/contacts/activity',
    ...CONTACT_WORDS,
    'broker/envoke',
    ...GROUND,
  ],
  'broker/contacts/search': [...CONTACT_WORDS, 'broker/envoke', ...GROUND],
  'broker/contacts/activity': [...CONTACT_WORDS, ...GROUND],
  'broker/config': [
    'broker/envoke/envoke-config',
    'broker/keys',
    'broker/database',
    'broker/errors',
    'shared',
  ],
  'broker/keys': ['broker/database', 'broker/errors', 'shared'],
  'broker/database': ['broker/clock', 'broker/errors', 'shared'],
  'broker/errors': ['shared'],

  'extension/entrypoints': SHOWN,
  'extension/entrypoints/settings': SHOWN,
  'extension/entrypoints/popup': [...POPUP('account', 'context', 'shell'), ...SHOWN],
  'extension/entrypoints/popup/form': SHOWN,
  'extension/entrypoints/popup/context': [...POPUP('form'), ...SHOWN],
  'extension/entrypoints/popup/beside': [...POPUP('context', 'form'), ...SHOWN],
  'extension/entrypoints/popup/add': [...POPUP('context', 'form'), ...SHOWN],
  'extension/entrypoints/popup/find': [...POPUP('add', 'context', 'form'), ...SHOWN],
  'extension/entrypoints/popup/bulk': [...POPUP('add', 'beside', 'context', 'form'), ...SHOWN],
  'extension/entrypoints/popup/page': [...POPUP('add', 'beside', 'context', 'form'), ...SHOWN],
  'extension/entrypoints/popup/ending': [...POPUP('add', 'beside', 'context', 'find', 'form'), ...SHOWN],
  'extension/entrypoints/popup/outbox': [...POPUP('add', 'context', 'form'), ...SHOWN],
  'extension/entrypoints/popup/contact': [...POPUP('add', 'context', 'find', 'form'), ...SHOWN],
  'extension/entrypoints/popup/account': [...POPUP('context', 'find', 'outbox'), ...SHOWN],
  'extension/entrypoints/popup/shell': [
    ...POPUP('account', 'add', 'bulk', 'contact', 'context', 'ending', 'find', 'form', 'outbox', 'page'),
    ...SHOWN,
  ],
  'extension/components': ['extension/lib', 'shared'],

  'extension/lib': ['shared'],
  'extension/lib/storage': ['shared'],
  'extension/lib/security': ['shared'],
  'extension/lib/download': ['shared'],
  'extension/lib/settings': [...LIB('storage'), 'shared'],
  'extension/lib/i18n': [...LIB('settings'), 'shared'],
  'extension/lib/diagnostics': [...LIB('storage'), 'shared'],
  'extension/lib/session': [...LIB('settings', 'storage'), 'shared'],
  'extension/lib/broker-client': [...LIB('session', 'settings', 'storage'), 'shared'],
  'extension/lib/memory': [...LIB('broker-client', 'capture', 'settings', 'storage'), 'shared'],
  'extension/lib/outbox': [...LIB('memory', 'broker-client', 'session', 'settings', 'storage'), 'shared'],
  'extension/lib/messages': [...LIB('outbox', 'security', 'storage'), 'shared'],
  'extension/lib/sign-in': [
    ...LIB('outbox', 'memory', 'broker-client', 'session', 'settings', 'i18n', 'storage'),
    'shared',
  ],
  'extension/lib/badge': [...LIB('outbox', 'memory', 'session', 'settings', 'i18n', 'storage'), 'shared'],
  'extension/lib/consent-clock': [
    ...LIB('memory', 'broker-client', 'session', 'settings', 'i18n', 'storage'),
    'shared',
  ],
  'extension/lib/page': [...LIB('capture', 'storage'), 'shared'],
  'extension/lib/menus': [...LIB('page', 'i18n', 'settings', 'storage'), 'shared'],
  'extension/lib/omnibox': [
    ...LIB('menus', 'outbox', 'memory', 'broker-client', 'session', 'settings', 'i18n', 'storage'),
    'shared',
  ],
  'extension/lib/welcome': [...LIB('memory', 'storage'), 'shared'],
  'extension/lib/background': ['extension/lib', 'shared'],

  'extension/lib/capture': ['shared'],
  'extension/lib/capture/capture-contacts': ['extension/lib/capture', 'shared'],
  'extension/lib/capture/finished-contact': [
    ...CAPTURE('captured-contact', 'details', 'organisations', 'names', 'text'),
    'shared',
  ],
  'extension/lib/capture/words': ['shared'],
  'extension/lib/capture/text': [...CAPTURE('words'), 'shared'],
  'extension/lib/capture/details': [...CAPTURE('text', 'words'), 'shared'],
  'extension/lib/capture/names': [...CAPTURE('text', 'words'), 'shared'],
  'extension/lib/capture/lines': [...CAPTURE('details', 'text', 'words'), 'shared'],
  'extension/lib/capture/organisations': [
    ...CAPTURE('captured-contact', 'lines', 'names', 'details', 'text', 'words'),
    'shared',
  ],
  'extension/lib/capture/formats': [
    ...CAPTURE('captured-contact', 'organisations', 'lines', 'names', 'details', 'text', 'words'),
    'shared',
  ],
  'extension/lib/capture/regions': [
    ...CAPTURE('captured-contact', 'organisations', 'lines', 'names', 'details', 'text', 'words'),
    'shared',
  ],

  'test/envoke': [],
  scripts: ['shared', 'extension', 'test'],
};

const WITHOUT_FASTIFY = [...DOMAIN_ROOMS, 'broker/metrics', 'broker/database', 'broker/errors'];

/** The room a path lies in: the longest room of the map that it begins with. */
function roomOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => isIn(path, room))
    .sort((a, b) => b.length - a.length)[0];
}

function isIn(path: string, room: string): boolean {
  return path.startsWith(`${room}/`) || path.startsWith(`${room}.`);
}

function isOurs(target: string): boolean {
  return ['shared', 'broker', 'extension', 'test', 'scripts'].some((room) => isIn(target, room));
}

/** What is wrong with `path` importing this, and what to do about it; undefined when nothing is. */
export function importProblem(path: string, { specifier, target, typeOnly }: Import): string | undefined {
  if (specifier.startsWith('.') && !/\.(tsx?|mjs|css(\?inline)?|json|svg)$/.test(specifier))
    return `${path} imports '${specifier}' without its ending: write the file's whole name, Node needs it.`;
  return isOurs(target) ? roomProblem(path, target, typeOnly) : packageProblem(path, specifier);
}

function roomProblem(path: string, target: string, typeOnly: boolean): string | undefined {
  const room = roomOf(path);
  if (room === undefined) return undefined;
  if (path.startsWith('extension/') && target.startsWith('shared/schemas/') && !typeOnly)
    return `${path} imports the value of a schema from ${target}: write \`import type\`, so that TypeBox stays out of the extension.`;
  if ([room, ...(MAY_IMPORT[room] ?? [])].some((allowed) => isIn(target, allowed))) return undefined;
  return `${path} imports ${target}: ${advice(room)}`;
}

function advice(room: string): string {
  if (room === 'shared')
    return 'shared/ is the ground everything stands on; move what it needs into shared/.';
  if (room === 'test/envoke')
    return 'the stand-in shares no code with what it tests, or both would be wrong together.';
  if (DOMAIN_ROOMS.includes(room))
    return `${room}/ stands alone; take what it needs as an argument and let routes/ or app.ts bring the two together.`;
  const rooms = MAY_IMPORT[room] ?? [];
  if (rooms.length === 1) return `${room} may look only into ${rooms[0]}; take what it needs as an argument.`;
  return `${room} may look only into ${rooms.join(', ')}; move what both need to the lowest room that may hold it.`;
}

function packageProblem(path: string, specifier: string): string | undefined {
  if (isIn(path, 'shared') && specifier !== 'typebox')
    return `${path} imports ${specifier}: shared/ runs in the browser and in the broker, so it may use typebox only.`;
  if (/^@?fastify/.test(specifier) && WITHOUT_FASTIFY.some((room) => isIn(path, room)))
    return `${path} imports ${specifier}: HTTP belongs in routes/ and plugins/; take plain values as arguments here.`;
  if (isIn(path, 'extension') && specifier.startsWith('node:'))
    return `${path} imports ${specifier}: the extension runs in a browser, where Node's modules do not exist.`;
  if (isIn(path, 'extension') && specifier === 'typebox')
    return `${path} imports typebox: the extension takes types only from shared/schemas/.`;
  return undefined;
}

/**
 * Groups of folders that import each other, each as a sentence that says what to do. A folder and its subfolders count
 * as one group: the outer one composes the inner ones and holds the types they share.
 */
export function circles(files: readonly { path: string; imports: readonly Import[] }[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const edges = files.flatMap(({ path, imports }) =>
    imports.filter(({ target }) => paths.has(target)).map(({ target }) => [path, target] as const),
  );
  const folders = edges
    .map(([from, to]) => [folderOf(from), folderOf(to)] as const)
    .filter(([from, to]) => !isWithin(from, to) && !isWithin(to, from));
  return [...circlesIn(edges), ...circlesIn(folders)].map(
    (members) =>
      `${members.join(' and ')} import each other: move what both need to a lower room, or take it as an argument.`,
  );
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
const isWithin = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);

/** Nodes that reach each other, in groups. */
function circlesIn(edges: readonly (readonly [from: string, to: string])[]): string[][] {
  const next = Map.groupBy(edges, ([from]) => from);
  const reached = new Map<string, Set<string>>();
  for (const start of next.keys()) {
    const seen = new Set<string>();
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
      for (const [, to] of next.get(node) ?? [])
        if (!seen.has(to)) {
          seen.add(to);
          waiting.push(to);
        }
    reached.set(start, seen);
  }
  const groups = new Set<string>();
  for (const [node, seen] of reached)
    if (seen.has(node))
      groups.add(
        [...seen]
          .filter((other) => reached.get(other)?.has(node))
          .sort()
          .join('\n'),
      );
  return [...groups].map((group) => group.split('\n'));
}
