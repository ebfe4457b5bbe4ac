/**
 * The answer to a sign-in in a tab, for browsers whose sign-in window fails. It stays in the flow's cookie until the
 * extension asks for it at the token endpoint. So only the browser that began the flow has it, no URL holds it, and the
 * broker stores nothing.
 */
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { CODE_LIFETIME_SECONDS, type Flow, RefusalSchema, SpendableCodeSchema } from './flow.ts';
import { type Cookies, flowCookies, openFlow } from './flow-cookie.ts';
import { matchesChallenge } from './pkce.ts';
import type { SealedValues } from './sealed-value.ts';

const TabAnswerSchema = Type.Union([SpendableCodeSchema, RefusalSchema]);
type TabAnswer = Static<typeof TabAnswerSchema>;

/** A flow of this browser: with Envoke's answer, or still without. */
export interface TabFlow {
  cookieName: string;
  content: TabAnswer | Flow;
}

interface TabAnswerDeps {
  sealed: SealedValues;
  /** Milliseconds. */
  now: () => number;
}

/** It lives as long as a code in a URL does. */
export function sealAnswer(answer: TabAnswer, { sealed, now }: TabAnswerDeps): Promise<string> {
  return sealed.seal('answer', answer, Math.floor(now() / 1000) + CODE_LIFETIME_SECONDS);
}

/** The flow of this browser that began with this verifier; undefined when there is none. */
export async function tabFlowOf(
  verifier: string,
  cookies: Cookies,
  sealed: SealedValues,
): Promise<TabFlow | undefined> {
  for (const { name, value } of flowCookies(cookies)) {
    const content = (await openAnswer(value, sealed)) ?? (await openFlow(value, sealed));
    if (content !== undefined && matchesChallenge(verifier, content.codeChallenge))
      return { cookieName: name, content };
  }
  return undefined;
}

async function openAnswer(value: string, sealed: SealedValues): Promise<TabAnswer | undefined> {
  const answer = await sealed.open('answer', value);
  return Value.Check(TabAnswerSchema, answer) ? answer : undefined;
}
