/** Work that a second press, as of a double click, must not start again. */
import { useRef, useState } from 'preact/hooks';

export interface OneAtATime {
  busy: boolean;
  /** Does nothing while earlier work goes on, and then resolves with undefined. */
  run: <Result>(work: () => Promise<Result>) => Promise<Result | undefined>;
}

export function useOneAtATime(): OneAtATime {
  const [busy, setBusy] = useState(false);
  // The state is drawn later than a second press can come.
  const isRunning = useRef(false);
  const change = (next: boolean) => {
    isRunning.current = next;
    setBusy(next);
  };
  const run = async <Result>(work: () => Promise<Result>) => {
    if (isRunning.current) return undefined;
    change(true);
    try {
      return await work();
    } finally {
      change(false);
    }
  };
  return { busy, run };
}
