/** The direction of imports, as ARCHITECTURE.md draws it: which room may look into which. Pure: paths in, a sentence out. */
import type { Import } from './source-tree.ts';

const DOMAIN_ROOMS = ['authorization', 'session', 'vault', 'envoke', 'contacts'].map(
  (room) => `broker/${room}`,
);
const GROUND = ['broker/errors', 'broker/config', 'broker/keys', 'broker/database', 'shared'];

/** Room → the rooms it may import, itself aside. `server` and `app` may import all of the broker. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: [],
  'broker/server': ['broker', 'shared'],
  'broker/app': ['broker', 'shared'],
  'broker/commands': ['broker', 'shared'],
  'broker/routes': ['broker/plugins', 'broker/sign-in', ...DOMAIN_ROOMS, ...GROUND],
  'broker/plugins': ['broker/metrics', 'broker/rate-limit', ...DOMAIN_ROOMS, ...GROUND],
  'broker/sign-in': [...DOMAIN_ROOMS, ...GROUND],
  'broker/rate-limit': GROUND,
  'broker/metrics': GROUND,
  'broker/authorization': GROUND,
  'broker/session': GROUND,
  'broker/vault': GROUND,
  'broker/envoke': GROUND,
  'broker/contacts': ['broker/envoke', ...GROUND],
  'broker/keys': ['broker/config', 'broker/database'],
  'broker/database': ['broker/errors', 'broker/config', 'shared'],
  'broker/errors': ['shared'],
  'extension/entrypoints': ['extension/components', 'extension/lib', 'shared'],
  'extension/components': ['extension/lib', 'shared'],
  'extension/lib': ['shared'],
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
