/**
 * `npm start`: builds the extension, runs the broker and an Envoke to try it with, and opens a browser. `npm run dev`
 * (`--dev`): the same, with an extension that follows every change of its sources.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TRY_OUT_LOGIN } from '../../test/envoke/options.ts';
import { buildExtension } from '../extension/build.ts';
import type { Child } from '../processes/child.ts';
import { assertPortFree } from '../processes/ports.ts';
import {
  registerApplication,
  standInSettings,
  startBroker,
  startExtensionServer,
  startStandIn,
  untilBrokerAnswers,
  untilExtensionIsBuilt,
  untilStandInAnswers,
} from './parts.ts';
import { createShutdown } from './shutdown.ts';
import { openBrowser } from './start-browser.ts';
import { readStartSettings, type StartSettings } from './start-settings.ts';
import { type StandIn, summary } from './summary.ts';

const shutdown = createShutdown();
try {
  await start(readStartSettings(process.env, process.argv.slice(2)));
} catch (error) {
  if (!shutdown.begun) console.error(error instanceof Error ? error.message : error);
  await shutdown.begin(1);
}

async function start({
  brokerPort,
  publicUrl,
  envokePort,
  dataDir,
  ...settings
}: StartSettings): Promise<void> {
  await assertPortFree(brokerPort, 'the broker', 'PORT');
  if (envokePort) await assertPortFree(envokePort, 'the Envoke stand-in', 'ENVOKE_PORT');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });

  const extension = settings.devPort
    ? await serveExtension(settings.devPort, publicUrl, dataDir)
    : await buildExtension({ browser: 'chrome', brokerUrl: publicUrl, outDir: '.output' });
  const envoke = envokePort ? await tryOut(envokePort, publicUrl, dataDir) : undefined;
  const broker = startBroker(publicUrl, brokerPort, dataDir, envoke?.settings ?? {});
  watch(broker);
  await untilBrokerAnswers(broker, brokerPort);

  const page = envoke?.standIn.url ?? 'about:blank';
  const browser = settings.openBrowser
    ? await openBrowser(extension, join(dataDir, 'browser'), page)
    : 'BROWSER is none';
  if (typeof browser !== 'string') shutdown.add(browser.close);
  console.log(summary({ brokerUrl: publicUrl, standIn: envoke?.standIn, dataDir, extension, browser }));
}

/** Resolves with the folder to load, once the development server has built it. */
async function serveExtension(port: number, brokerUrl: string, dataDir: string): Promise<string> {
  await assertPortFree(port, "the extension's development server", 'DEV_PORT');
  const child = startExtensionServer(port, brokerUrl, dataDir);
  watch(child);
  return untilExtensionIsBuilt(child);
}

/** A local Envoke with an application that is registered for this broker. */
async function tryOut(
  port: number,
  brokerUrl: string,
  dataDir: string,
): Promise<{ standIn: StandIn; settings: Record<string, string> }> {
  const url = `http://127.0.0.1:${port}`;
  const application = registerApplication(brokerUrl);
  const child = startStandIn(port, application, dataDir);
  watch(child);
  await untilStandInAnswers(child, url);
  return { standIn: { url, ...TRY_OUT_LOGIN }, settings: standInSettings(url, application) };
}

/** The parts need each other: when one stops, all stop. */
function watch(child: Child): void {
  shutdown.add(child.stop);
  child.process.once('exit', () => {
    if (shutdown.begun) return;
    console.error(`${child.name} stopped unexpectedly:\n${child.tail()}`);
    void shutdown.begin(1);
  });
}
