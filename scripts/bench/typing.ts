/**
 * How soon the right row stands in the list after the last letter of a name, and how many calls to Envoke that takes, at the
 * pace that ships (1 call a second after a burst of 10) and 120 ms a call: in a real Chromium, typed at three speeds, in a
 * popup that has just been opened and after ten searches in a minute. Reports, and fails only when a row does not come.
 */
import type { Page } from 'playwright-core';
import { hasWords, searchWords } from '../../shared/search-text.ts';
import { connect, type StageWithEnvoke, setStage } from '../screenshots/stage.ts';

const LATENCY_MS = 120;
const SPEEDS_MS = [100, 150, 250];
const LETTERS = 14;
const ROUNDS = Number(process.env.ROUNDS ?? 6);
const WARM_SEARCHES = 10;
/** Lets the burst fill up again. */
const REST_MS = 11_000;

interface Person {
  name: string;
  email: string;
}

interface Search {
  waitMs: number;
  calls: number;
}

/** People whom the first fourteen letters of "first last" find, and nobody else. */
function findPeople({ envoke }: StageWithEnvoke): Person[] {
  const everybody = (envoke.accounts[0]?.people.list() ?? []).map(({ text }) => text);
  const finds = (name: string) =>
    everybody.filter(({ first_name, last_name, company, email }) =>
      hasWords([first_name, last_name, company, email], searchWords(name)),
    ).length;
  return everybody
    .map((one) => ({ name: `${one.first_name} ${one.last_name}`.slice(0, LETTERS), email: one.email }))
    .filter(({ name, email }) => name.length === LETTERS && !name.endsWith(' ') && email !== '')
    .filter(({ name }) => finds(name) === 1);
}

const callsTo = ({ envoke }: StageWithEnvoke) =>
  envoke.requests.list('GET').filter(({ path }) => path.startsWith('/v')).length;

async function search(stage: StageWithEnvoke, popup: Page, person: Person, gapMs: number): Promise<Search> {
  const box = popup.getByRole('searchbox');
  const before = callsTo(stage);
  await box.fill('');
  await popup.evaluate(noteRow, person.email);
  const letters = [...person.name];
  const startedAt = performance.now();
  for (const [at, letter] of letters.entries()) {
    await popup.waitForTimeout(Math.max(0, startedAt + at * gapMs - performance.now()));
    if (at === letters.length - 1) await popup.evaluate(noteLastLetter);
    await popup.keyboard.type(letter);
  }
  await popup
    .waitForFunction(() => Reflect.has(globalThis, 'rowAfterMs'), undefined, { timeout: 30_000 })
    .catch(async (cause) => {
      const shown = await popup.locator('body').ariaSnapshot();
      throw new Error(`"${person.name}" was not found. The popup says:\n${shown}`, { cause });
    });
  const waitMs = await popup.evaluate(() => Number(Reflect.get(globalThis, 'rowAfterMs')));
  // What is still asked belongs to this search.
  await popup.waitForTimeout(400);
  return { waitMs, calls: callsTo(stage) - before };
}

/** Runs inside the popup, right before the last letter; a letter with an accent comes without a key. */
function noteLastLetter(): void {
  addEventListener('input', () => Reflect.set(globalThis, 'lastLetterAt', performance.now()), {
    once: true,
    capture: true,
  });
}

/** Runs inside the popup: notes the frame in which the person's row leads the list, counted from the last letter. */
function noteRow(email: string): void {
  Reflect.deleteProperty(globalThis, 'rowAfterMs');
  Reflect.deleteProperty(globalThis, 'lastLetterAt');
  const look = () => {
    const lastLetterAt = Reflect.get(globalThis, 'lastLetterAt');
    const first = document.querySelector('.contacts-windowed > li');
    if (typeof lastLetterAt === 'number' && first?.textContent?.includes(email) === true)
      Reflect.set(globalThis, 'rowAfterMs', performance.now() - lastLetterAt);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const openPopup = async (stage: StageWithEnvoke) => {
  const popup = await stage.open('popup.html');
  // What was typed in the popup before is there again.
  await popup.getByRole('searchbox').fill('');
  await popup.getByRole('list').first().getByRole('listitem').nth(3).waitFor();
  return popup;
};

/** Each search in a popup of its own, with a burst that is whole. */
async function searchCold(stage: StageWithEnvoke, people: Person[], gapMs: number): Promise<Search[]> {
  const found: Search[] = [];
  for (const person of people.slice(0, ROUNDS)) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const popup = await openPopup(stage);
    found.push(await search(stage, popup, person, gapMs));
    await popup.close();
  }
  return found;
}

/** All in one popup, one after the other; those after ten searches count. */
async function searchWarm(stage: StageWithEnvoke, people: Person[], gapMs: number): Promise<Search[]> {
  const popup = await openPopup(stage);
  const found: Search[] = [];
  for (const person of people.slice(0, WARM_SEARCHES + ROUNDS)) {
    found.push(await search(stage, popup, person, gapMs));
  }
  await popup.close();
  return found.slice(WARM_SEARCHES);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function row(name: string, gapMs: number, found: readonly Search[]): string {
  const waits = found.map(({ waitMs }) => waitMs);
  const calls = found.reduce((sum, one) => sum + one.calls, 0) / found.length;
  const ms = (part: number) => Math.round(quantile(waits, part));
  return `| ${gapMs} ms a letter, ${name} | ${calls.toFixed(1)} | ${Math.max(...found.map((one) => one.calls))} | ${ms(0.5)} ms | ${ms(0.95)} ms |`;
}

const stage = await setStage({ latencyMs: LATENCY_MS, isPaced: true });
try {
  const first = await stage.open('popup.html');
  await connect(first);
  await first.close();
  const everybody = findPeople(stage);
  console.log('| typing | calls | most calls | p50 | p95 |');
  console.log('| --- | --: | --: | --: | --: |');
  let next = 0;
  const some = (count: number) => {
    next += count;
    return Array.from(
      { length: count },
      (_, at) => everybody[(next - count + at) % everybody.length],
    ).flatMap((person) => person ?? []);
  };
  for (const gapMs of SPEEDS_MS) {
    console.log(row('cold', gapMs, await searchCold(stage, some(ROUNDS), gapMs)));
    console.log(
      row('after ten searches', gapMs, await searchWarm(stage, some(WARM_SEARCHES + ROUNDS), gapMs)),
    );
  }
} finally {
  await stage.close();
}
