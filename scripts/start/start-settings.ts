/** What `npm start` can be told by the environment, and `npm run dev` by its argument. */

export interface StartSettings {
  brokerPort: number;
  /** Where the browser reaches the broker; another than the port's own behind a proxy. */
  publicUrl: string;
  /** Undefined when the real Envoke is used. */
  envokePort: number | undefined;
  dataDir: string;
  /** Of the extension's development server; undefined builds the extension as it is used. */
  devPort: number | undefined;
  /** False for people who open a browser of their own. */
  openBrowser: boolean;
}

type Env = Record<string, string | undefined>;

/** A setting that cannot be used; the message says which and why. */
export class StartSettingError extends Error {
  override readonly name = 'StartSettingError';
}

/** @throws {StartSettingError} */
export function readStartSettings(env: Env, args: readonly string[] = []): StartSettings {
  const brokerPort = readPort(env, 'PORT', 8787);
  const envokePort = usesRealEnvoke(env) ? undefined : readPort(env, 'ENVOKE_PORT', 8788);
  const devPort = args.includes('--dev') ? readPort(env, 'DEV_PORT', 3000) : undefined;
  refuseSamePort({ PORT: brokerPort, ENVOKE_PORT: envokePort, DEV_PORT: devPort });
  return {
    brokerPort,
    publicUrl: env.PUBLIC_URL || `http://127.0.0.1:${brokerPort}`,
    envokePort,
    dataDir: env.DATA_DIR || '.data',
    devPort,
    openBrowser: env.BROWSER !== 'none',
  };
}

function readPort(env: Env, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartSettingError(`${name} must be a port between 1 and 65535.`);
  return port;
}

function refuseSamePort(ports: Record<string, number | undefined>): void {
  const used = Object.entries(ports).filter(([, port]) => port !== undefined);
  for (const [name, port] of used) {
    const other = used.find(([one, taken]) => one !== name && taken === port)?.[0];
    if (other !== undefined)
      throw new StartSettingError(`${name} and ${other} are both ${port}: set one of them to another port.`);
  }
}

/** Only one of the two client credentials is a mistake; it does not mean that the stand-in is wanted. */
function usesRealEnvoke(env: Env): boolean {
  const [id, secret] = ['ENVOKE_CLIENT_ID', 'ENVOKE_CLIENT_SECRET'].map((name) =>
    Boolean(env[name] || env[`${name}_FILE`]),
  );
  if (id !== secret)
    throw new StartSettingError(
      `${id ? 'ENVOKE_CLIENT_SECRET' : 'ENVOKE_CLIENT_ID'} is missing: set both (or …_FILE) for the real Envoke, neither for the stand-in.`,
    );
  return id === true;
}
