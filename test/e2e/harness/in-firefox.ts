/** Runs code in Firefox's own window, where the browser is its own script: for what a page of the web may not do. */
import type { BrowserContext } from 'playwright-core';
import { bidiOf } from './firefox-connection.ts';

/**
 * The function stands alone, and takes and gives what JSON can hold.
 * @throws {Error} with what the function threw
 */
export async function inFirefox<Args extends readonly unknown[], Result>(
  context: BrowserContext,
  work: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const send = bidiOf(context);
  const { contexts } = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: { context: string }[];
  };
  const evaluated = (await send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${work})(...${JSON.stringify(args)})) ?? 'null')()`,
    awaitPromise: true,
    target: { context: contexts[0]?.context },
  })) as { result?: { value: string }; exceptionDetails?: { text: string } };
  if (evaluated.result === undefined) throw new Error(evaluated.exceptionDetails?.text);
  return JSON.parse(evaluated.result.value);
}

/** The part of Firefox's own parts that such code uses; none of it is documented. */
export interface FirefoxExtension {
  manifest: { host_permissions: string[] };
  emit(event: string, ...details: unknown[]): void;
  terminateBackground(options: object): Promise<void>;
  tabManager: {
    get(id: number, ...more: unknown[]): unknown;
    query(filter: { active?: boolean | null } | null, context: unknown): Iterable<unknown>;
    getWrapper(tab: FirefoxTab): { id: number };
    addActiveTabPermission(tab: FirefoxTab): void;
  };
}
export interface FirefoxTab {
  linkedBrowser: { currentURI: { spec: string } };
}
