/** The client in random combinations of moods: always an end, always of a known kind, and the token is told to nobody else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EnvokeReason } from '../../../broker/envoke/envoke-error.ts';
import type { ModeValues } from '../../envoke/modes/mode-table.ts';
import { judge, NEW_EMAIL, OPERATIONS, WRITES } from './operations.ts';
import { startRawServer } from './raw-server.ts';
import { startBench } from './support.ts';

const times = fc.oneof(fc.constant(false), fc.boolean(), fc.integer({ min: 0, max: 3 }));
const MOODS: fc.Arbitrary<Partial<ModeValues>> = fc.record(
  {
    transient401: times,
    v2Unauthorized: times,
    forbidden: times,
    rateLimited: times,
    retryAfter: fc.constantFrom('none', 'seconds', 'date'),
    retryAfterSeconds: fc.constantFrom(0, 1, 100_000),
    staleReads: times,
    idForm: fc.constantFrom('text', 'number'),
    emptyMaps: fc.constantFrom('list', 'object'),
    consentSpelling: fc.constantFrom('vendor', 'article', 'hooks'),
    createStatus: fc.constantFrom('200', '201'),
    createAnswer: fc.constantFrom('contact', 'id', 'no-data'),
    updateAnswer: fc.constantFrom('contact', 'id', 'no-data'),
    successFalse: times,
    slowMs: fc.constantFrom(0, 0, 0, 5, 1_000),
    unreachable: times,
    cut: times,
    endless: times,
    writeThenDrop: times,
    writeThenServerError: times,
    serverError: times,
    loginPage: times,
    redirected: times,
    errorBodies: fc.constantFrom('envelope', 'html', 'empty'),
    phpNotices: times,
    labelledHtml: times,
    wrongShape: times,
    wrongFields: times,
  },
  { requiredKeys: [] },
);

const REASONS: readonly EnvokeReason[] = [
  'unreachable',
  'timeout',
  'too-large',
  'redirected',
  'not-json',
  'wrong-shape',
  'unauthorized',
  'forbidden',
  'rate-limited',
  'rejected',
  'server-error',
  'queue-full',
];
const ENDS = new Set(['right', ...REASONS, ...REASONS.map((reason) => `${reason} (may have happened)`)]);

describe('an Envoke in any combination of moods', () => {
  it('gets an end of a known kind out of every call, and tells nobody else the token', {
    timeout: 60_000,
  }, async () => {
    const elsewhere = await startRawServer((_request, response) => response.end('[]'));
    const bench = await startBench({ deadlineMs: 150, maxAnswerBytes: 400_000 });
    const property = fc.asyncProperty(MOODS, fc.constantFrom(...OPERATIONS), async (modes, operation) => {
      const people = bench.envoke.accounts[0]?.people;
      bench.envoke.modes.reset();
      bench.envoke.modes.set({ ...modes, redirectTo: elsewhere.url });
      const end = await judge({ ...bench, token: bench.envoke.issueAccessToken() }, operation);
      const made = people?.list().filter(({ text }) => text.email === NEW_EMAIL) ?? [];
      for (const { id } of made) people?.remove(id);

      // Stale reads are answers of yesterday, rightly read.
      expect(modes.staleReads !== undefined && !WRITES.has(operation) ? 'right' : end).toSatisfy(
        (one: string) => ENDS.has(one),
      );
      expect(made.length).toBeLessThanOrEqual(1);
      // A write that is said not to have happened has not.
      if (operation === 'create' && end !== 'right') {
        expect(made.length === 0 || end.endsWith('(may have happened)')).toBe(true);
      }
    });
    await fc.assert(property, { numRuns: 150 });
    expect(elsewhere.requests).toHaveLength(0);
  });
});
