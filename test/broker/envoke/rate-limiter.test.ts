/** The polite pace of each token. */
import { describe, expect, it } from 'vitest';
import { EnvokeError } from '../../../broker/envoke/envoke-error.ts';
import { createRateLimiter, type Urgency } from '../../../broker/envoke/rate-limiter.ts';

const soon = () => performance.now() + 1_000;
const later = () => performance.now() + 60_000;

describe('the pace of a token', () => {
  it('refuses a caller whose turn would come past the deadline, and says how long to wait', async () => {
    const pace = createRateLimiter(0.1, 1);
    await pace.turn('token', soon());
    const refusal = pace.turn('token', soon());
    await expect(refusal).rejects.toMatchObject({ reason: 'queue-full', retryAfterSeconds: 10 });
  });

  it('frees the place of a refused caller', async () => {
    const pace = createRateLimiter(0.1, 1);
    await pace.turn('token', soon());
    await expect(pace.turn('token', soon())).rejects.toBeInstanceOf(EnvokeError);
    await expect(pace.turn('token', soon())).rejects.toMatchObject({ retryAfterSeconds: 10 });
  });

  it('refuses callers beyond a bounded number', async () => {
    const pace = createRateLimiter(1_000, 1);
    // So that no call gets its turn while the others are still being queued.
    pace.pause('token', 1_000);
    const turns = Array.from({ length: 300 }, () => pace.turn('token', later()));
    const outcomes = await Promise.allSettled(turns);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(100);
  });

  it('lets a burst through at once, then the others in order', async () => {
    const pace = createRateLimiter(200, 2);
    const order: number[] = [];
    const turns = [0, 1, 2, 3, 4].map((caller) => pace.turn('token', later()).then(() => order.push(caller)));
    await Promise.all(turns);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('is counted separately for each token', async () => {
    const pace = createRateLimiter(0.1, 1);
    await pace.turn('one', soon());
    await expect(pace.turn('other', soon())).resolves.toBeUndefined();
  });

  it('pauses everybody when Envoke asks for it, but never for more than a minute', async () => {
    const pace = createRateLimiter(10, 5);
    pace.pause('token', 10 ** 12);
    const refusal = pace.turn('token', soon());
    await expect(refusal).rejects.toMatchObject({ reason: 'queue-full', retryAfterSeconds: 60 });
  });

  it('pauses those already waiting, and releases them in order', async () => {
    const pace = createRateLimiter(100, 1);
    const order: number[] = [];
    const turns = [0, 1, 2].map((caller) => pace.turn('token', later()).then(() => order.push(caller)));
    pace.pause('token', 300);
    await turns[0];
    await pace.turn('token', later()).then(() => order.push(3));
    await Promise.all(turns);
    expect(order).toEqual([0, 1, 2, 3]);
  });

  it('refuses waiting callers whose turn a pause moved past their deadline', async () => {
    const pace = createRateLimiter(100, 1);
    await pace.turn('token', soon());
    const waiting = pace.turn('token', soon());
    pace.pause('token', 30_000);
    await expect(waiting).rejects.toMatchObject({ reason: 'queue-full', retryAfterSeconds: 30 });
  });

  it('forgets unused tokens and remembers those in use', async () => {
    const pace = createRateLimiter(0.1, 1);
    await pace.turn('in use', soon());
    const others = createRateLimiter(1_000, 1);
    for (let index = 0; index < 1_500; index += 1) {
      await others.turn(`token ${index}`, soon());
      await pace.turn(`token ${index}`, soon());
    }
    await expect(pace.turn('in use', soon())).rejects.toMatchObject({ reason: 'queue-full' });
  });

  it('sends nothing for a caller that went away, and gives its place to the next', async () => {
    const pace = createRateLimiter(5, 1);
    await pace.turn('token', later());
    const left = new AbortController();
    const startedAt = performance.now();
    const overtaken = Array.from({ length: 20 }, () =>
      pace.turn('token', later(), { urgency: 'question', signal: left.signal }),
    );
    const staying = pace.turn('token', later());
    left.abort();
    const outcomes = await Promise.allSettled(overtaken);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(overtaken[0]).rejects.toMatchObject({ reason: 'given-up' });
    await staying;
    // One interval, not twenty.
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('refuses a caller that went away before asking, and takes no place', async () => {
    const pace = createRateLimiter(0.1, 1);
    const gone = pace.turn('token', soon(), { urgency: 'question', signal: AbortSignal.abort() });
    await expect(gone).rejects.toMatchObject({ reason: 'given-up' });
    await expect(pace.turn('token', soon())).resolves.toBeUndefined();
  });

  it('serves the newest question first, then what somebody waits for, then background work', async () => {
    const pace = createRateLimiter(50, 1);
    pace.pause('token', 50);
    const order: string[] = [];
    const ask = (name: string, urgency: Urgency) =>
      pace.turn('token', later(), { urgency }).then(() => order.push(name));
    await Promise.all([
      ask('background', 'background'),
      ask('another', 'background'),
      ask('step', 'ordinary'),
      ask('older question', 'question'),
      ask('next step', 'ordinary'),
      ask('newer question', 'question'),
    ]);
    expect(order).toEqual(['newer question', 'older question', 'step', 'next step', 'background', 'another']);
  });

  it('keeps a part of the burst for questions, however much background work there is', async () => {
    const pace = createRateLimiter(0.1, 10);
    const background = Array.from({ length: 10 }, () =>
      pace.turn('token', soon(), { urgency: 'background' }).then(
        () => 'went',
        () => 'refused',
      ),
    );
    const went = (await Promise.all(background)).filter((outcome) => outcome === 'went');
    expect(went).toHaveLength(7);
    for (let question = 0; question < 3; question += 1) {
      await expect(pace.turn('token', soon(), { urgency: 'question' })).resolves.toBeUndefined();
    }
  });
});
