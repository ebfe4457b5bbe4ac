/** The sockets to Envoke, shared between accounts. */
import { expect, it } from 'vitest';
import { createFairLine } from '../../../broker/envoke/fair-line.ts';

const LATER_MS = 60_000;
const later = () => performance.now() + LATER_MS;

it('refuses a caller that waits past the deadline, and frees its place', async () => {
  const line = createFairLine({ places: 1, placesPerOwner: 1 });
  const leave = await line.enter('one', later());
  await expect(line.enter('other', performance.now() + 20)).rejects.toMatchObject({ reason: 'queue-full' });
  leave();
  await line.enter('third', later());
});

it('leaves places for other owners, however many one owner asks for', async () => {
  const line = createFairLine({ places: 8, placesPerOwner: 2 });
  const entered: string[] = [];
  for (let turn = 0; turn < 20; turn += 1) line.enter('greedy', later()).then(() => entered.push('greedy'));
  await line.enter('modest', later());
  expect(entered).toEqual(['greedy', 'greedy']);
});

it('serves waiting owners in turn, not by their number of requests', async () => {
  const line = createFairLine({ places: 1, placesPerOwner: 1 });
  const served: string[] = [];
  const visit = async (owner: string) => {
    const leave = await line.enter(owner, later());
    served.push(owner);
    leave();
  };
  const leaveFirst = await line.enter('greedy', later());
  const visits = [...Array<string>(10).fill('greedy'), 'modest', 'third'].map(visit);
  leaveFirst();
  await Promise.all(visits);
  expect(served.indexOf('modest')).toBeLessThanOrEqual(2);
  expect(served.indexOf('third')).toBeLessThanOrEqual(3);
  expect(served).toHaveLength(12);
});

it('counts a place that is returned twice as one', async () => {
  const line = createFairLine({ places: 1, placesPerOwner: 1 });
  const leave = await line.enter('one', later());
  leave();
  leave();
  await line.enter('one', later());
  await expect(line.enter('other', performance.now() + 20)).rejects.toMatchObject({ reason: 'queue-full' });
});
