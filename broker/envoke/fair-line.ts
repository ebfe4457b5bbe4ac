/**
 * A limited number of places, shared fairly. No owner gets more than a fixed part of them, and waiting owners take
 * turns, however many requests one of them has.
 */
import { EnvokeError } from './envoke-error.ts';

export interface FairLineOptions {
  places: number;
  /** Places of one owner. */
  placesPerOwner: number;
}

export interface FairLine {
  /**
   * Resolves with a function that releases the place.
   * @param deadlineAt instant of `performance.now()`
   * @throws EnvokeError 'queue-full' when no place becomes free before that
   */
  enter(owner: string, deadlineAt: number): Promise<() => void>;
}

interface Owner {
  taken: number;
  waiting: (() => void)[];
}

export function createFairLine({ places, placesPerOwner }: FairLineOptions): FairLine {
  // In the order of their next turn; contains only owners that have or want a place.
  const owners = new Map<string, Owner>();
  let taken = 0;

  const ownerOf = (name: string): Owner => {
    const present = owners.get(name);
    if (present !== undefined) return present;
    const owner = { taken: 0, waiting: [] };
    owners.set(name, owner);
    return owner;
  };
  const isFree = (owner: Owner) => taken < places && owner.taken < placesPerOwner;
  const take = (name: string, owner: Owner) => {
    taken += 1;
    owner.taken += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      taken -= 1;
      owner.taken -= 1;
      if (owner.taken === 0 && owner.waiting.length === 0) owners.delete(name);
      serveNext();
    };
  };
  const serveNext = () => {
    for (const [name, owner] of owners) {
      const next = isFree(owner) ? owner.waiting.shift() : undefined;
      if (next === undefined) continue;
      owners.delete(name);
      owners.set(name, owner);
      next();
      return;
    }
  };

  return {
    async enter(name, deadlineAt) {
      const owner = ownerOf(name);
      if (isFree(owner) && owner.waiting.length === 0) return take(name, owner);
      return new Promise((resolve, reject) => {
        const serve = () => {
          clearTimeout(timer);
          resolve(take(name, owner));
        };
        const timer = setTimeout(
          () => {
            owner.waiting = owner.waiting.filter((one) => one !== serve);
            if (owner.taken === 0 && owner.waiting.length === 0) owners.delete(name);
            reject(new EnvokeError('queue-full', { retryAfterSeconds: 1 }));
          },
          Math.max(0, deadlineAt - performance.now()),
        );
        owner.waiting.push(serve);
      });
    },
  };
}
