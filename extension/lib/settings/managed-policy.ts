/** What an administrator has set, read from the browser. Loaded on demand: the first paint goes by a copy. */
import { browser } from 'wxt/browser';
import { type ParsedSettings, parseSettings } from './parse-settings.ts';
import { safeReadings } from './safe-readings.ts';

/** What is not valid of it is named, and restricts all the same where it is known how. Chromium drops such a policy itself. */
export async function readPolicy(): Promise<ParsedSettings> {
  const policy = await givenPolicy();
  const { values, rejected } = parseSettings(policy);
  return { values: { ...values, ...safeReadings(policy, rejected) }, rejected };
}

/** Firefox rejects where no policy is installed, which is the same as an empty one. */
async function givenPolicy(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}
