/** Ends a browser in the middle of whatever it does. */
import type { BrowserContext } from 'playwright-core';

/** Resolves when the browser with this process is gone. */
export async function killProcess(context: BrowserContext, processId: number): Promise<void> {
  const closed = context.waitForEvent('close');
  process.kill(processId, 'SIGKILL');
  await closed;
}
