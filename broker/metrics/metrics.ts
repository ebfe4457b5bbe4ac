/**
 * The broker's Prometheus metrics. Labels are routes, status codes and reasons from closed lists: never an id, an
 * address or anything of a contact, so that the operator may store the metrics and show them to anybody.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. A search takes 50 to 300 ms at Envoke; at 10 s the broker's own deadline ends it. */
const DURATION_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface AnsweredRequest {
  method: string;
  /** The route's pattern (`/v1/contacts/:id`), or `unmatched`. */
  route: string;
  status: number;
  seconds: number;
}

interface EnvokeAnswer {
  /** For example `GET /v1/contacts`; contains no value of the call. */
  endpoint: string;
  /** HTTP status, or why there was none. */
  status: number | string;
  durationMs: number;
}

export interface Metrics {
  requestAnswered(request: AnsweredRequest): void;
  /** @param slug from the problem catalogue */
  problemAnswered(slug: string): void;
  /** @param outcome `ok`, `redirected` or an error code of RFC 6749 */
  signInStepDone(step: string, outcome: string): void;
  envokeAnswered(answer: EnvokeAnswer): void;
  /** @param cause from a closed list */
  permissionOrphaned(cause: string): void;
  /** @param count sessions that have not ended; read at each scrape, and left out when it throws */
  watchSessions(count: () => Promise<number>): void;
  /** @param read how far this clock is ahead of others, in seconds */
  watchClock(read: () => Readonly<Record<'store' | 'brokers', number>>): void;
  /** Prometheus' text format, as {@link Metrics.contentType} says. */
  exposition(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const requests = new Counter({
    name: 'broker_requests_total',
    help: 'Requests answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'broker_request_duration_seconds',
    help: 'Time from the request line to the end of the answer, by route',
    labelNames: ['method', 'route'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers,
  });
  const problems = new Counter({
    name: 'broker_problems_total',
    help: 'Answers that told the extension of a problem, by slug of the catalogue',
    labelNames: ['problem'],
    registers,
  });
  const signIns = new Counter({
    name: 'broker_sign_in_steps_total',
    help: 'Steps of signing in, by outcome; step "token" with outcome "ok" is a finished sign-in',
    labelNames: ['step', 'outcome'],
    registers,
  });
  const envokeAnswers = new Counter({
    name: 'broker_envoke_answers_total',
    help: "Envoke's answers, by endpoint and status, or why there was none",
    labelNames: ['endpoint', 'status'],
    registers,
  });
  const envokeDurations = new Histogram({
    name: 'broker_envoke_answer_duration_seconds',
    help: "Time until Envoke's answer, by endpoint",
    labelNames: ['endpoint'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers,
  });
  const orphans = new Counter({
    name: 'broker_orphaned_permissions_total',
    help: 'Permissions that Envoke gave, or may have given, and that no session holds, by cause',
    labelNames: ['cause'],
    registers,
  });
  return {
    requestAnswered({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    problemAnswered: (problem) => problems.inc({ problem }),
    signInStepDone: (step, outcome) => signIns.inc({ step, outcome }),
    envokeAnswered({ endpoint, status, durationMs }) {
      envokeAnswers.inc({ endpoint, status });
      envokeDurations.observe({ endpoint }, durationMs / 1_000);
    },
    permissionOrphaned: (cause) => orphans.inc({ cause }),
    watchSessions(count) {
      new Gauge({
        name: 'broker_sessions',
        help: 'Sessions in the store that have not ended; every broker on one store gives the same figure',
        registers,
        async collect() {
          try {
            this.set(await count());
          } catch {
            this.remove();
          }
        },
      });
    },
    watchClock(read) {
      new Gauge({
        name: 'broker_clock_ahead_seconds',
        help: "How far this broker's clock is ahead of the store's, and of the other broker's that is furthest from it",
        labelNames: ['of'],
        registers,
        collect() {
          for (const [of, seconds] of Object.entries(read())) this.set({ of }, seconds);
        },
      });
    },
    exposition: () => register.metrics(),
    contentType: register.contentType,
  };
}
