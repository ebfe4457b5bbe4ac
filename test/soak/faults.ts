/** What goes wrong around the brokers of a soak. Each fault begins, lasts, and ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildBroker } from '../broker/hardening/child-broker.ts';
import type { World } from './world.ts';

export interface Fault {
  name: string;
  /** Resolves when it is over. */
  strike(world: World, lastsMs: number): Promise<void>;
}

const HOUR_SECONDS = 3_600;

export const FAULTS: readonly Fault[] = [
  {
    name: 'store silent',
    async strike({ storeNetwork }, lastsMs) {
      storeNetwork.answerNew('silent');
      storeNetwork.silence();
      await sleep(lastsMs);
      storeNetwork.cut();
      storeNetwork.answerNew('pass');
    },
  },
  { name: 'store restarted', strike: (world) => world.restartStore() },
  { name: 'clock an hour ahead', strike: (world, lastsMs) => withClock(world, HOUR_SECONDS, lastsMs) },
  { name: 'clock an hour behind', strike: (world, lastsMs) => withClock(world, -HOUR_SECONDS, lastsMs) },
  {
    name: 'broker killed',
    async strike({ brokers }, lastsMs) {
      const broker = anyOf(brokers);
      await broker.kill();
      await sleep(lastsMs / 2);
      await broker.start();
    },
  },
  {
    name: 'Envoke down',
    async strike({ envokeNetwork }, lastsMs) {
      envokeNetwork.answerNew('refuse');
      envokeNetwork.cut();
      await sleep(lastsMs);
      envokeNetwork.answerNew('pass');
    },
  },
  {
    name: 'network cut',
    async strike({ storeNetwork, envokeNetwork }) {
      storeNetwork.cut();
      envokeNetwork.cut();
    },
  },
];

async function withClock(world: World, aheadSeconds: number, lastsMs: number): Promise<void> {
  const broker = anyOf(world.brokers);
  world.setClock(broker, aheadSeconds);
  await sleep(lastsMs);
  world.setClock(broker, 0);
}

function anyOf(brokers: readonly ChildBroker[]): ChildBroker {
  const broker = brokers[Math.floor(Math.random() * brokers.length)];
  if (broker === undefined) throw new Error('a soak without brokers');
  return broker;
}
