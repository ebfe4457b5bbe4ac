/** Everything a picture needs: a stand-in Envoke, a broker, and a Chromium with the extension, all thrown away afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROME_EXTENSION_ID } from '../../shared/client.ts';
import { createEnvoke, type Envoke } from '../../test/envoke/envoke.ts';
import { TRY_OUT_LOGIN } from '../../test/envoke/options.ts';
import { freePort } from '../../test/free-port.ts';
import { findBrowser } from '../browsers/find.ts';
import { buildExtension } from '../extension/build.ts';
import { registerApplication, standInSettings, startBroker, untilBrokerAnswers } from '../start/parts.ts';
import { fontEnvironment } from './font.ts';
import { closeWelcome } from './welcome-tab.ts';

const PAGES = `chrome-extension://${CHROME_EXTENSION_ID}`;

export interface Stage {
  context: BrowserContext;
  /** Address of a page of the extension. */
  url(page: string): string;
  /** Opens `popup.html` or `settings.html`. */
  open(page: string): Promise<Page>;
  close(): Promise<void>;
}

/** The stand-in can be asked what it was asked. */
export interface StageWithEnvoke extends Stage {
  envoke: Envoke;
}

export interface StageOptions {
  /** Milliseconds of each of Envoke's answers. */
  latencyMs?: number;
  /** The broker as it ships, with its polite pace. */
  isPaced?: boolean;
}

export async function setStage({
  latencyMs = 0,
  isPaced = false,
}: StageOptions = {}): Promise<StageWithEnvoke> {
  const found = await findBrowser('chromium');
  if (!found) throw new Error('No Chromium to take pictures with.');
  const port = await freePort();
  const brokerUrl = `http://127.0.0.1:${port}`;
  const extension = await buildExtension({ browser: 'chrome', brokerUrl, outDir: '.output/screenshots' });
  const folder = await mkdtemp(join(tmpdir(), 'contacts-for-envoke-pictures-'));
  const application = registerApplication(brokerUrl);
  const envoke = await createEnvoke({ clients: [application], latencyMs });
  const settings = {
    ...standInSettings(envoke.url, application),
    ...(isPaced ? {} : { ENVOKE_REQUESTS_PER_SECOND: '100' }),
  };
  const broker = startBroker(brokerUrl, port, folder, settings);
  await untilBrokerAnswers(broker, port);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: found.path,
    env: { ...process.env, ...(await fontEnvironment(folder)) },
    headless: false,
    viewport: { width: 380, height: 560 },
    deviceScaleFactor: 2,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      '--no-sandbox',
      // Bars of the machine that takes the picture are none of the extension's.
      '--hide-scrollbars',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  context.setDefaultTimeout(30_000);
  await closeWelcome(context, `${PAGES}/`);
  const url = (name: string) => `${PAGES}/${name}`;
  return {
    envoke,
    context,
    url,
    async open(name) {
      const page = await context.newPage();
      await page.goto(url(name));
      return page;
    },
    async close() {
      await context.close();
      await broker.stop();
      await envoke.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Signs in as a person does; `popup` shows the button that connects. */
export async function connect(popup: Page): Promise<void> {
  const opened = popup.context().waitForEvent('page');
  await popup.getByRole('button', { name: /Connect to Envoke|Se connecter à Envoke/ }).click();
  const envoke = await opened;
  await envoke.getByLabel('Email').fill(TRY_OUT_LOGIN.email);
  await envoke.getByLabel('Password').fill(TRY_OUT_LOGIN.password);
  await envoke.getByRole('button', { name: 'Log in' }).click();
  const closed = envoke.waitForEvent('close');
  await envoke.getByRole('button', { name: 'Authorize' }).click();
  await closed;
  await popup.getByRole('searchbox').waitFor();
}
