/**
 * Answers what is typed. Memory answers at once; a complete answer is narrowed without asking; otherwise the broker is
 * asked, and an outdated answer is not waited for.
 */
import { CONTACTS_PAGE_DEFAULT, CONTACTS_PAGE_MAX } from '../../../../shared/limits.ts';
import type { ContactsPage } from '../../../../shared/schemas/contact.ts';
import { isNarrower, searchWords } from '../../../../shared/search-text.ts';
import type { BrokerClient } from '../../../lib/broker-client/broker-client.ts';
import { narrowTo } from './merge-contacts.ts';
import type { TypingPace } from './typing-pace.ts';

/** After this time an answer counts only as memory, since somebody else may have changed Envoke. */
const FRESH_MS = 60_000;
/** For this long, a request under way may still answer what was typed after it started. */
const HOPE_MS = 250;
/** How many answers are kept, for narrowing and for deleted letters. */
const ANSWERS_MAX = 12;

export interface TypedSearchDeps {
  client: Pick<BrokerClient, 'searchContacts'>;
  pace: TypingPace;
  now: () => number;
  /** No answer yet: contacts from memory, with those that earlier answers added. */
  onWaiting: (search: string, known: readonly ContactsPage[]) => void;
  onPage: (search: string, page: ContactsPage) => void;
  /** Envoke's newest, whenever they were asked for. */
  onNewest: (page: ContactsPage) => void;
  onFailure: (search: string, error: unknown) => void;
}

export interface TypedSearch {
  type(search: string): void;
  stop(): void;
}

interface Answer {
  search: string;
  words: readonly string[];
  page: ContactsPage;
  atMs: number;
}

interface Question {
  search: string;
  words: readonly string[];
  stop: AbortController;
}

export function createTypedSearch(deps: TypedSearchDeps): TypedSearch {
  const { client, pace, now, onWaiting, onPage, onNewest, onFailure } = deps;
  let answers: Answer[] = [];
  let question: Question | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typed = { search: '', words: [] as readonly string[] };

  const dropQuestion = () => {
    question?.stop.abort();
    question = undefined;
  };

  /** What earlier answers say about the text typed now. */
  const known = (): ContactsPage | undefined => {
    answers = answers.filter(({ atMs }) => now() - atMs < FRESH_MS);
    const same = answers.find(({ search }) => search === typed.search);
    if (same !== undefined) return same.page;
    if (!isReadAlike(typed.search)) return undefined;
    const wider = answers.find(({ words, page }) => isComplete(page) && isNarrower(typed.words, words));
    return wider && { ...wider.page, contacts: narrowTo(wider.page.contacts, typed.words) };
  };

  const answerFrom = (page: ContactsPage) => {
    clearTimeout(timer);
    dropQuestion();
    onPage(typed.search, page);
  };

  const ask = async () => {
    dropQuestion();
    const asked = { ...typed, stop: new AbortController() };
    question = asked;
    pace.asked(lettersOf(asked.words));
    const limit = asked.search === '' ? CONTACTS_PAGE_DEFAULT : CONTACTS_PAGE_MAX;
    try {
      const { signal } = asked.stop;
      const page = await client.searchContacts({ search: asked.search, limit }, { signal });
      if (signal.aborted) return;
      question = undefined;
      answers = [{ ...asked, page, atMs: now() }, ...answers].slice(0, ANSWERS_MAX);
      if (asked.search === '') onNewest(page);
      answerOrWait();
    } catch (error) {
      if (asked.stop.signal.aborted) return;
      question = undefined;
      // The text typed since then has its own request.
      if (asked.search === typed.search) onFailure(asked.search, error);
    }
  };

  const answerOrWait = () => {
    const page = known();
    if (page !== undefined) return answerFrom(page);
    onWaiting(
      typed.search,
      answers.map((answer) => answer.page),
    );
    clearTimeout(timer);
    const isUnderWay = question !== undefined && question.search !== '';
    if (isUnderWay && question?.search === typed.search) return;
    if (isUnderWay && !isNarrower(typed.words, question?.words ?? [])) dropQuestion();
    // The answer to that request may be enough for this text too.
    const isHoped = question !== undefined && question.search !== '';
    const pauseMs = typed.words.length === 0 ? 0 : pace.pauseMs(lettersOf(typed.words));
    timer = setTimeout(() => void ask(), isHoped ? Math.max(pauseMs, HOPE_MS) : pauseMs);
  };

  return {
    type(search) {
      typed = { search, words: searchWords(search) };
      pace.typed(lettersOf(typed.words));
      answerOrWait();
    },
    stop() {
      clearTimeout(timer);
      dropQuestion();
    },
  };
}

/** The answer is complete, and Envoke could search for parts of all texts. */
function isComplete({ next_skip, search }: ContactsPage): boolean {
  return next_skip === null && search === 'full';
}

/** The broker extracts an address from any text around it; typed text has nothing around it. */
function isReadAlike(search: string): boolean {
  return !search.includes('@') || /^(?!.*xn--)[\w.+-]+@[\w.-]*$/.test(search);
}

const lettersOf = (words: readonly string[]) => words.join('').length;
