/** Tells when traces no longer arrive, and when they arrive again: once each, however many exports fail. */
import type { SpanExporter } from '@opentelemetry/sdk-trace';

export interface ExportWatcher {
  /** @param reason a code of the system, a status of HTTP, or `unknown`: nothing of what was sent */
  failed(reason: string): void;
  worksAgain(): void;
}

/** The same exporter, watched. */
export function watchExporter(exporter: SpanExporter, watcher: ExportWatcher): SpanExporter {
  let isFailing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const hasFailed = result.code !== 0;
        if (hasFailed && !isFailing) watcher.failed(reasonOf(result.error));
        if (!hasFailed && isFailing) watcher.worksAgain();
        isFailing = hasFailed;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && error.code !== undefined) return String(error.code);
  return error.cause === undefined ? 'unknown' : reasonOf(error.cause);
}
