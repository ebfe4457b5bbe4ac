/**
 * Builds the extension for development and brings every change of a source into the browser that has it. A process of its
 * own, because WXT changes the environment it runs in: BROKER_URL says which broker, DEV_PORT where the server listens.
 * Sends a message to the process that started it once the folder can be loaded.
 */
import { createServer } from 'wxt';

const server = await createServer({
  browser: 'chrome',
  dev: { server: { port: Number(process.env.DEV_PORT) } },
  // The browser is opened by who starts this.
  webExt: { disabled: true },
});
await server.start();
process.send?.('built');
