/** A 403 of Envoke: the rights of the API user do not include the request, so waiting does not help. */
import { describe, expect, it } from 'vitest';
import { EnvokeError } from '../../../broker/envoke/envoke-error.ts';
import { problemOf } from '../../../broker/plugins/problem-of.ts';
import { PROBLEMS } from '../../../shared/problems.ts';
import { DRAFT, peopleWith, startBench } from './support.ts';

const KEY = 'key-0123456789abcdef';

/** The answer to a call, as it is on the wire. */
async function answerOf(work: Promise<unknown>) {
  const { slug, details } = problemOf(
    await work.then(
      () => new Error('the call succeeded'),
      (error) => error,
    ),
  );
  return { slug, status: PROBLEMS[slug].status, said: details.envokeErrors };
}

const FORBIDS = { slug: 'envoke-forbids', status: 403, said: ['This API user may not do this'] };

describe('what Envoke does not let the connection do', () => {
  it.each(['search', 'add', 'change', 'unsubscribe'] as const)(
    'is said so of a %s, in Envoke’s words',
    async (what) => {
      const { contacts, caller, access, envoke } = await startBench();
      envoke.modes.set({ forbidden: true, only: '/v1/contacts' });
      const work = {
        search: () => contacts.search(access, { search: 'roy' }),
        add: () => contacts.create(caller(), DRAFT),
        change: () => contacts.update(caller(), '1001', { city: 'Hull' }),
        unsubscribe: () => contacts.unsubscribe(caller(), '1001', { reason: 'By phone' }),
      };
      expect(await answerOf(work[what]())).toEqual(FORBIDS);
    },
  );

  it('is written with the same key once the right is there', async () => {
    const bench = await startBench();
    bench.envoke.modes.set({ forbidden: true, only: 'POST' });
    expect(await answerOf(bench.contacts.create(bench.caller(KEY), DRAFT))).toEqual(FORBIDS);
    bench.envoke.modes.set({ forbidden: false, only: '' });
    await bench.contacts.create(bench.caller(KEY), DRAFT);
    expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
  });

  it('is not said where nothing proves that the token is good: a gateway may have refused', () => {
    expect(problemOf(new EnvokeError('forbidden', { code: '403' })).slug).toBe('envoke-answer');
  });
});
