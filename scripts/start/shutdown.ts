/** Stops everything that was started, the last one first, whatever the reason to stop. */

export interface Shutdown {
  /** Notes one more thing to stop. */
  add(stop: () => Promise<void>): void;
  /** True from the first reason to stop on. */
  readonly begun: boolean;
  /** Stops everything and ends this process with `exitCode`; later calls change nothing. */
  begin(exitCode: number): Promise<void>;
}

/** Answers Ctrl-C, a closed terminal and a polite kill. */
export function createShutdown(): Shutdown {
  const stops: (() => Promise<void>)[] = [];
  let begun = false;
  const shutdown: Shutdown = {
    add: (stop) => void stops.push(stop),
    get begun() {
      return begun;
    },
    async begin(exitCode) {
      if (begun) return;
      begun = true;
      for (const stop of stops.reverse()) await stop().catch(() => undefined);
      process.exit(exitCode);
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => shutdown.begin(0));
  return shutdown;
}
