/** What a failed call means to the person, and the one step that helps. Exhaustive: a new reason does not compile until it has words. */
import type { BrokerErrorSlug } from '../lib/broker-client/broker-error.ts';
import { formatMoment, type MessageKey, type Translator } from '../lib/i18n/index.ts';
import type { SignInFailure, SignInProgress } from '../lib/sign-in/progress.ts';

/** `none`: neither waiting nor retrying helps; the text says what does. */
export type NextStep = 'retry' | 'reconnect' | 'allow' | 'none';

export interface ErrorWords {
  key: PlainKey;
  next: NextStep;
}

/** Texts that need no parameters. */
type PlainKey =
  | 'error.offline'
  | 'error.brokerUnreachable'
  | 'error.permission'
  | 'error.sessionEnded'
  | 'error.connectionEnded'
  | 'error.envokeUnreachable'
  | 'error.busy'
  | 'error.forbids'
  | 'error.exists'
  | 'error.changed'
  | 'error.confirmation'
  | 'error.notAllowed'
  | 'error.rejected'
  | 'error.notFound'
  | 'error.search'
  | 'error.uncertain'
  | 'error.broker';

const OFFLINE: ErrorWords = { key: 'error.offline', next: 'retry' };
const SESSION_ENDED: ErrorWords = { key: 'error.sessionEnded', next: 'reconnect' };
const ENVOKE: ErrorWords = { key: 'error.envokeUnreachable', next: 'retry' };
const BUSY: ErrorWords = { key: 'error.busy', next: 'retry' };
const BROKER: ErrorWords = { key: 'error.broker', next: 'retry' };
const NOT_FOUND: ErrorWords = { key: 'error.notFound', next: 'none' };

export const ERROR_WORDS: Record<BrokerErrorSlug, ErrorWords> = {
  offline: OFFLINE,
  'broker-unreachable': { key: 'error.brokerUnreachable', next: 'retry' },
  'permission-needed': { key: 'error.permission', next: 'allow' },
  'bad-answer': BROKER,
  'not-signed-in': SESSION_ENDED,
  'session-required': SESSION_ENDED,
  'session-ended': SESSION_ENDED,
  'session-not-found': NOT_FOUND,
  'proof-required': SESSION_ENDED,
  'use-dpop-nonce': BROKER,
  'connection-ended': { key: 'error.connectionEnded', next: 'reconnect' },
  'cross-site': BROKER,
  'envoke-forbids': { key: 'error.forbids', next: 'retry' },
  'consent-not-allowed': { key: 'error.notAllowed', next: 'none' },
  'not-found': NOT_FOUND,
  'contact-not-found': NOT_FOUND,
  'method-not-allowed': BROKER,
  'contact-exists': { key: 'error.exists', next: 'none' },
  'contact-changed': { key: 'error.changed', next: 'retry' },
  'consent-confirmation-needed': { key: 'error.confirmation', next: 'none' },
  'write-in-progress': BUSY,
  'body-too-large': BROKER,
  'unsupported-media-type': BROKER,
  'idempotency-key-reused': BROKER,
  'contact-rejected': { key: 'error.rejected', next: 'none' },
  'too-many-requests': BUSY,
  'headers-too-large': BROKER,
  'internal-error': BROKER,
  'envoke-answer': ENVOKE,
  'write-uncertain': { key: 'error.uncertain', next: 'retry' },
  'envoke-unreachable': ENVOKE,
  'envoke-busy': BUSY,
  overloaded: BUSY,
  'store-unavailable': BROKER,
  'envoke-timeout': ENVOKE,
  'invalid-request': BROKER,
  'invalid-search': { key: 'error.search', next: 'none' },
};

const SIGN_IN_WORDS = {
  cancelled: 'signIn.cancelled',
  'tab-closed': 'signIn.tabClosed',
  'closed-at-once': 'signIn.closedAtOnce',
  'other-cookies': 'signIn.otherCookies',
  expired: 'signIn.expired',
  declined: 'signIn.declined',
  interrupted: 'signIn.interrupted',
  offline: 'error.offline',
  'broker-unreachable': 'error.brokerUnreachable',
  'permission-needed': 'error.permission',
  mismatch: 'signIn.mismatch',
  'envoke-unreachable': 'error.envokeUnreachable',
  'broker-refused': 'signIn.brokerRefused',
  refused: 'signIn.refused',
} as const satisfies Record<SignInFailure, MessageKey>;

/** A failure that is seen after this time says when it happened. */
const LATER_MS = 60_000;

/** What went wrong the last time somebody signed in; null when nothing did. */
export function signInProblem(
  signIn: SignInProgress,
  { t, language }: Pick<Translator, 't' | 'language'>,
): { text: string; requestId: string | null } | null {
  if (signIn.status !== 'failed') return null;
  const { failure, atMs, requestId } = signIn;
  const what = t(SIGN_IN_WORDS[failure]);
  if (Date.now() - atMs < LATER_MS) return { text: what, requestId };
  return { text: t('signIn.earlier', { moment: formatMoment(atMs / 1000, language), what }), requestId };
}
