/**
 * Decides whether Envoke refused the access token or the request. Envoke does not document how it answers an ended
 * token, so a refusal alone is not clear. The broker then also asks for `/v1/settings`, which every valid token may
 * read.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CallApi } from './api-call.ts';
import { type EnvokeError, isEnvokeError } from './envoke-error.ts';
import { isRecord } from './shape.ts';

/** A token's settings are requested at most once in this time. */
const ASKED_EVERY_MS = 60_000;
/**
 * A 500 that does not mention the token may be a fault of Envoke: it counts against the token only when it lasts this
 * long.
 */
const TROUBLE_BELIEVED_MS = 300_000;
/** Tokens remembered; above this number the one asked about longest ago is forgotten. */
const TOKENS_MAX = 10_000;

/** A 500 whose message is about the caller. */
const ABOUT_TOKEN =
  /token|auth|credential|log(?:ged)? ?in|sign(?:ed)? ?in|session|expired|revoked|withdrawn/i;
/** Valid settings contain at least one of these keys; other JSON counts as an error in an unknown form. */
const OF_SETTINGS = ['id', 'account_id', 'name', 'account_name', 'result_data'];
/** A page that moved permanently did not move because of a token. */
const MOVED = new Set(['301', '308']);

type Verdict = 'good' | 'ended' | 'unknown';

interface Asked {
  atMs: number;
  verdict: Promise<Verdict>;
  /** Since when Envoke has answered the settings with a 500 that does not mention the token. */
  troubledSinceMs: number | undefined;
}

export interface TokenProof {
  /**
   * The same error, marked as about the request where that is proven, or as `unauthorized` where the token has ended.
   */
  explain(accessToken: string, error: EnvokeError): Promise<EnvokeError>;
}

/**
 * @param askSettings the answer to `GET /v1/settings`; throws EnvokeError
 * @param nowMs a clock that only goes forward
 */
export function createTokenProof(
  askSettings: (accessToken: string) => Promise<unknown>,
  nowMs: () => number = () => performance.now(),
): TokenProof {
  const tokens = new LRUCache<string, Asked>({ max: TOKENS_MAX });
  let lastTrouble: { key: string; atMs: number } | undefined;

  /** A fault that another token met too is not about this token. */
  const isOthersTrouble = (key: string) =>
    lastTrouble !== undefined && lastTrouble.key !== key && nowMs() - lastTrouble.atMs < TROUBLE_BELIEVED_MS;

  const judgeTrouble = (key: string, asked: Asked): Verdict => {
    const shared = isOthersTrouble(key);
    lastTrouble = { key, atMs: nowMs() };
    if (shared) return 'unknown';
    asked.troubledSinceMs ??= nowMs();
    return nowMs() - asked.troubledSinceMs >= TROUBLE_BELIEVED_MS ? 'ended' : 'unknown';
  };

  const judge = async (accessToken: string, key: string, asked: Asked): Promise<Verdict> => {
    try {
      const settings = await askSettings(accessToken);
      asked.troubledSinceMs = undefined;
      if (isRecord(settings)) return OF_SETTINGS.some((key) => key in settings) ? 'good' : 'ended';
      // Text instead of the settings counts as a refusal.
      return typeof settings === 'string' || settings === false ? 'ended' : 'unknown';
    } catch (error) {
      if (!isEnvokeError(error) || !isSuspect(error)) return 'unknown';
      return isTrouble(error) ? judgeTrouble(key, asked) : 'ended';
    }
  };

  const verdictOf = (accessToken: string): Promise<Verdict> => {
    // Keyed by a digest, so that tokens of ended sessions do not stay in memory.
    const key = hash('sha256', accessToken, 'base64');
    const known = tokens.get(key);
    if (known !== undefined && nowMs() - known.atMs < ASKED_EVERY_MS) return known.verdict;
    const asked: Asked = {
      atMs: nowMs(),
      verdict: Promise.resolve('unknown'),
      troubledSinceMs: known?.troubledSinceMs,
    };
    asked.verdict = judge(accessToken, key, asked);
    tokens.set(key, asked);
    return asked.verdict;
  };

  return {
    async explain(accessToken, error) {
      if (error.reason === 'unauthorized' || error.isAboutRequest || !isSuspect(error)) return error;
      switch (await verdictOf(accessToken)) {
        case 'ended':
          return error.as('unauthorized');
        case 'good':
          return error.aboutRequest();
        case 'unknown':
          return error;
      }
    },
  };
}

/** Explains every refusal of `call` before the caller reacts to it. */
export function explainRefusals(call: CallApi, proof: TokenProof): CallApi {
  return (accessToken, request) => explained(proof, accessToken, call(accessToken, request));
}

/** For answers that only the function that parses them finds wrong. */
export async function explained<Result>(
  proof: TokenProof,
  accessToken: string,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw isEnvokeError(error) ? await proof.explain(accessToken, error) : error;
  }
}

/** The errors with which Envoke may answer an ended token. */
function isSuspect(error: EnvokeError): boolean {
  switch (error.reason) {
    case 'rejected':
    case 'forbidden':
    case 'not-json':
    case 'wrong-shape':
      return true;
    case 'redirected':
      return !MOVED.has(error.code ?? '');
    case 'server-error':
      return error.code === '500' && error.envokeErrors !== undefined;
    case 'unauthorized':
      return true;
    default:
      return false;
  }
}

function isTrouble({ reason, envokeErrors = [] }: EnvokeError): boolean {
  return reason === 'server-error' && !envokeErrors.some((sentence) => ABOUT_TOKEN.test(sentence));
}
