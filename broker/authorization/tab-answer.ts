/**
 * The answer to a sign-in in a tab, for browsers whose sign-in window fails. It stays in the flow's cookie until the
 * extension asks for it at the token endpoint. So only the browser that began the flow has it, no URL holds it, and the
 * broker stores nothing.
 */
import { Value } from 'typebox/value';
import { type EnvokeAnswer, EnvokeAnswerSchema, type Flow } from './flow.ts';
import { type Cookies, flowCookies, openFlow } from './flow-cookie.ts';
import { matchesChallenge } from './pkce.ts';
import type { SealedValues } from './sealed-value.ts';

/** A flow of this browser: with Envoke's answer, or still without. */
interface TabFlow {
  cookieName: string;
  content: EnvokeAnswer | Flow;
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

async function openAnswer(value: string, sealed: SealedValues): Promise<EnvokeAnswer | undefined> {
  const answer = await sealed.open('answer', value);
  return Value.Check(EnvokeAnswerSchema, answer) ? answer : undefined;
}
