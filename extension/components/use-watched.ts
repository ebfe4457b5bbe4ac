/** A stored value that follows its storage while the component is mounted. */
import { useEffect, useState } from 'preact/hooks';
import { follow, type Watchable } from '../lib/storage/follow.ts';

/**
 * Starts with the value read before the first paint, and reads once more when it subscribes, so that no change in
 * between is missed. `source` must stay the same object from one render to the next.
 */
export function useWatched<Value>(initial: Value, source: Watchable<Value>): Value {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const show = (next: Value) => setValue(() => next);
    return follow(source, show);
  }, [source]);
  return value;
}
