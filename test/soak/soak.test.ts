/** The soak in short, so that it still works when somebody wants it long: `npm run soak`. */
import { expect, it } from 'vitest';
import { runSoak } from './soak.ts';

/** Long enough for each fault once, on an idle machine. */
const SECONDS = 7;
const FAULT_EVERY_SECONDS = 1;

it('loses no write and no session, and doubles none, while all around the brokers fails', {
  timeout: 240_000,
}, async () => {
  const { adds, lostWrites, doubleWrites, lostSessions, bareErrors } = await runSoak({
    seconds: SECONDS,
    faultEverySeconds: FAULT_EVERY_SECONDS,
    // Ten of these are the lease of a write whose broker was killed.
    env: { ENVOKE_TIMEOUT_MS: '500' },
  });
  expect({ lostWrites, doubleWrites, lostSessions, bareErrors }).toEqual({
    lostWrites: 0,
    doubleWrites: 0,
    lostSessions: 0,
    bareErrors: [],
  });
  expect(adds).toBeGreaterThan(0);
});
