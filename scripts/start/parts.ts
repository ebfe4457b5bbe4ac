/** The processes that `npm start` runs side by side: the broker, an Envoke to try it with, the extension's development server. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { HEALTH_PATHS, OAUTH_PATHS } from '../../shared/paths.ts';
import { type Child, startChild } from '../processes/child.ts';
import { untilAnswers } from '../processes/until-answers.ts';

/** What the broker needs to know of an Envoke: an application as Envoke registers it, and where it is. */
export interface Application {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/** New each time, since the stand-in forgets everything too. */
export function registerApplication(brokerUrl: string): Application {
  return {
    clientId: randomBytes(16).toString('hex'),
    clientSecret: randomBytes(24).toString('base64url'),
    redirectUri: brokerUrl + OAUTH_PATHS.callback,
  };
}

export function startStandIn(port: number, application: Application, dataDir: string): Child {
  return startChild({
    name: 'The Envoke stand-in',
    script: 'test/envoke/main.ts',
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      CLIENT_ID: application.clientId,
      CLIENT_SECRET: application.clientSecret,
      REDIRECT_URI: application.redirectUri,
    },
    logFile: join(dataDir, 'envoke.log'),
  });
}

/** `env` says which Envoke; for the real one it is in the environment already. */
export function startBroker(
  publicUrl: string,
  port: number,
  dataDir: string,
  env: Record<string, string>,
): Child {
  return startChild({
    name: 'The broker',
    script: 'broker/server.ts',
    // ENVOKE_PORT is the stand-in's: the broker would warn that it knows no such setting.
    env: { ...env, PUBLIC_URL: publicUrl, PORT: String(port), DATA_DIR: dataDir, ENVOKE_PORT: undefined },
    logFile: join(dataDir, 'broker.log'),
  });
}

/** The broker's settings for a stand-in. */
export function standInSettings(
  envokeUrl: string,
  { clientId, clientSecret }: Application,
): Record<string, string> {
  return { ENVOKE_BASE_URL: envokeUrl, ENVOKE_CLIENT_ID: clientId, ENVOKE_CLIENT_SECRET: clientSecret };
}

/** Resolves with the folder to load once the development server has built it; later changes reach the browser by themselves. */
export async function untilExtensionIsBuilt(child: Child): Promise<string> {
  await once(child.process, 'message');
  return resolve('.output/chrome-mv3-dev');
}

export function startExtensionServer(port: number, brokerUrl: string, dataDir: string): Child {
  return startChild({
    name: "The extension's development server",
    script: 'scripts/extension/wxt-serve.ts',
    env: { BROKER_URL: brokerUrl, DEV_PORT: String(port), NODE_ENV: 'development' },
    logFile: join(dataDir, 'extension.log'),
  });
}

export function untilStandInAnswers(child: Child, url: string): Promise<void> {
  return untilAnswers(child, `${url}/control/modes`);
}

export function untilBrokerAnswers(child: Child, port: number): Promise<void> {
  return untilAnswers(child, `http://127.0.0.1:${port}${HEALTH_PATHS.ready}`);
}
