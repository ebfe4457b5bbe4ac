/** Checks whether Envoke can be reached, and how far this machine's clock differs from Envoke's. */
import type { EnvokeConfig } from '../../envoke/envoke-config.ts';
import { type Finding, findingsOf } from './finding.ts';
import { ask, type HttpAnswer } from './http-answer.ts';

const envoke = findingsOf('envoke');
const clock = findingsOf('clock');

/** `Date` has a precision of one second, and the answer takes time to arrive. */
const CLOCK_OK_SECONDS = 5;
/** The broker accepts proofs of the extension within about a minute; with a larger difference nobody can sign in. */
const CLOCK_FAIL_SECONDS = 60;

export async function checkEnvoke(config: EnvokeConfig, now: () => number): Promise<Finding[]> {
  const places = { API: `${config.apiUrl}/v1/settings`, 'authorize URI': config.authorizeUrl };
  const findings: Finding[] = [];
  let answered: HttpAnswer | undefined;
  for (const [name, url] of Object.entries(places)) {
    try {
      const answer = await ask(url, config.deadlineMs);
      answered ??= answer;
      findings.push(judge(name, url, answer.status));
    } catch (error) {
      findings.push(
        envoke.fail(
          `${name} (${url}) cannot be reached: ${error instanceof Error ? error.message : 'unknown'}.`,
          'See that this machine may open https connections to it: DNS, firewall, outgoing proxy, certificates.',
        ),
      );
    }
  }
  return [...findings, checkClock(answered?.headers.get('date'), now())];
}

function judge(name: string, url: string, status: number): Finding {
  if (name === 'API' && status < 400) {
    return envoke.warning(
      `${name} (${url}) answers with ${status} to who has no token: that is not how Envoke answers.`,
      'Compare ENVOKE_BASE_URL and ENVOKE_API_URL with Envoke’s documentation.',
    );
  }
  if (status < 500 && status !== 404) return envoke.ok(`${name} (${url}) answers.`);
  const judged = status === 404 ? envoke.fail : envoke.warning;
  return judged(
    `${name} (${url}) answers with ${status}.`,
    status === 404
      ? 'Compare the address with Envoke’s documentation.'
      : 'Envoke may be in trouble; ask again later.',
  );
}

function checkClock(date: string | null | undefined, nowMs: number): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs))
    return clock.warning(
      "cannot tell: Envoke's answer has no date.",
      'See that a time service keeps the clock right.',
    );
  const seconds = Math.round((nowMs - theirs) / 1_000);
  const apart = `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} Envoke's`;
  if (Math.abs(seconds) <= CLOCK_OK_SECONDS) return clock.ok("it agrees with Envoke's.");
  const judged = Math.abs(seconds) < CLOCK_FAIL_SECONDS ? clock.warning : clock.fail;
  return judged(`this machine's clock is ${apart}.`, 'Turn a time service on (chrony, systemd-timesyncd).');
}
