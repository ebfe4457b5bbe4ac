/**
 * Binds a sign-in to the browser that began it (RFC 9700 section 4.7.1). Each flow is sealed in its own cookie, and the
 * cookie's name is derived from `state`. So two sign-in windows do not disturb each other, and `state` stays a short
 * random text: no known client of Envoke sends a long one.
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Value } from 'typebox/value';
import { FLOW_LIFETIME_SECONDS, type Flow, FlowSchema } from './flow.ts';
import type { SealedValues } from './sealed-value.ts';

/**
 * 192 bits, more than the 160 that RFC 6749 section 10.10 requires. This gives 32 characters, the most that some
 * servers accept.
 */
const STATE_BYTES = 24;
const NAME_CHARS = 16;
/**
 * How many flows one browser may have at once. Above it the oldest are removed, so that the cookies fit through every
 * proxy.
 */
const FLOWS_MAX = 3;

/**
 * `__Host-` limits the cookie to this host, over TLS or loopback. SameSite is Lax, not Strict: a browser does not send
 * a Strict cookie to the callback, because the navigation comes from Envoke's site.
 */
const NAME_PREFIX = '__Host-contacts-for-envoke-sign-in-';
export const FLOW_COOKIE_OPTIONS = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

export type Cookies = Readonly<Record<string, string | undefined>>;

export interface FlowCookie {
  name: string;
  value: string;
}

export function newState(): string {
  return randomBytes(STATE_BYTES).toString('base64url');
}

export async function sealFlow(flow: Flow, sealed: SealedValues, nowMs: number): Promise<FlowCookie> {
  const expiresAt = Math.floor(nowMs / 1000) + FLOW_LIFETIME_SECONDS;
  return { name: nameOf(flow.state), value: await sealed.seal('state', flow, expiresAt) };
}

/** The flow that began in this browser with this state and has no answer yet; undefined when there is none. */
export async function flowOf(
  state: string,
  cookies: Cookies,
  sealed: SealedValues,
): Promise<Flow | undefined> {
  const flow = await openFlow(cookies[nameOf(state)] ?? '', sealed);
  return flow !== undefined && isSame(flow.state, state) ? flow : undefined;
}

/**
 * The flow that this browser began last, for an answer without `state`. This is weaker: during a sign-in, an attacker's
 * link to the callback with another person's code would be accepted. So it is never the default.
 */
export async function lastFlow(cookies: Cookies, sealed: SealedValues): Promise<Flow | undefined> {
  const flows = await Promise.all(flowCookies(cookies).map(({ value }) => openFlow(value, sealed)));
  return flows.findLast((flow) => flow !== undefined);
}

export function isInSignIn(cookies: Cookies): boolean {
  return flowNames(cookies).length > 0;
}

/** Names of the cookies to remove before one more is set. A browser sends the oldest first (RFC 6265 section 5.4). */
export function outdatedFlows(cookies: Cookies): string[] {
  return flowNames(cookies).slice(0, 1 - FLOWS_MAX);
}

export function nameOf(state: string): string {
  return NAME_PREFIX + hash('sha256', `name of ${state}`, 'base64url').slice(0, NAME_CHARS);
}

const flowNames = (cookies: Cookies) => Object.keys(cookies).filter((name) => name.startsWith(NAME_PREFIX));

/** The youngest ones, as many as a browser may have. */
export function flowCookies(cookies: Cookies): FlowCookie[] {
  return flowNames(cookies)
    .slice(-FLOWS_MAX)
    .map((name) => ({ name, value: cookies[name] ?? '' }));
}

/** The flow in the value of a cookie; undefined when there is none. */
export async function openFlow(value: string, sealed: SealedValues): Promise<Flow | undefined> {
  const flow = await sealed.open('state', value);
  return Value.Check(FlowSchema, flow) ? flow : undefined;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
