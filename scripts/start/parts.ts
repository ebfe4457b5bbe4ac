/** The processes that `npm start` runs side by side: the broker, and an Envoke to try it with. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
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
    env: { ...env, PUBLIC_URL: publicUrl, PORT: String(port), DATA_DIR: dataDir },
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

export function untilStandInAnswers(child: Child, url: string): Promise<void> {
  return untilAnswers(child, `${url}/control/modes`);
}

export function untilBrokerAnswers(child: Child, port: number): Promise<void> {
  return untilAnswers(child, `http://127.0.0.1:${port}${HEALTH_PATHS.ready}`);
}
