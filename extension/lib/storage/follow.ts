/** Following a stored value from now on. */

export interface Watchable<Value> {
  get: () => Promise<Value>;
  watch: (onChange: (value: Value) => void) => () => void;
}

/**
 * Calls back with the value as it is now, and after each change, until the returned function is called. What was read
 * may arrive after a change that was made later: it is older then, and does not replace it.
 */
export function follow<Value>(source: Watchable<Value>, show: (value: Value) => void): () => void {
  let isTold = false;
  const unwatch = source.watch((value) => {
    isTold = true;
    show(value);
  });
  void source.get().then((value) => {
    if (!isTold) show(value);
  });
  return unwatch;
}
