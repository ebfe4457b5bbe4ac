/** A stored value that follows its storage for as long as the component is there. */
import { useEffect, useState } from 'preact/hooks';

export interface Watchable<Value> {
  get: () => Promise<Value>;
  watch: (onChange: (value: Value) => void) => () => void;
}

/**
 * Begins with what was read before the first paint, and reads once more when it listens, so that no change in between
 * is missed. `source` must stay the same object from one drawing to the next.
 */
export function useWatched<Value>(initial: Value, source: Watchable<Value>): Value {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const show = (next: Value) => setValue(() => next);
    const unwatch = source.watch(show);
    void source.get().then(show);
    return unwatch;
  }, [source]);
  return value;
}
