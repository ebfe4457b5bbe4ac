/** Checks 8 and 9: which filters Envoke accepts, refuses or ignores, and which find no contact. */
import { isRefusal } from '../../envoke/status.ts';
import type { Findings, ModeSettings } from './findings.ts';
import { contactsOf, type Probe } from './probe.ts';
import type { Contact } from './read-checks.ts';

type Word = 'taken' | 'refused' | 'passed over' | 'finds nobody';
type Pair = readonly [name: string, value: string];

interface Asked {
  word: Word;
  /** HTTP status of a refusal. */
  status: number;
}

/** @param sample the newest contacts; at least two are needed to see what a filter does */
export async function checkFilters(
  probe: Probe,
  findings: Findings,
  sample: readonly Contact[],
): Promise<void> {
  const somebody = sample.findLast(({ email }) => typeof email === 'string' && email !== '');
  if (somebody === undefined || sample.length < 2) return;
  const email = String(somebody.email);
  const ask = createAsking(probe);
  const isThem = (contact: Contact) => String(contact.email).toLowerCase() === email.toLowerCase();

  await checkEmail(findings, ask, email, isThem);
  await checkOperators(findings, ask, email, isThem);
  const { found } = findings;
  const byId = await ask(
    [['filter[id]', String(somebody.id)]],
    ({ id }) => String(id) === String(somebody.id),
  );
  found('filterId', byId.word);
  const nonsense = await ask([['filter[no_such_field]', 'nothing']], () => false);
  const word = nonsense.word === 'taken' ? 'passed over' : nonsense.word;
  const isSoft = word === 'refused' && nonsense.status === 200;
  found('filterNonsense', isSoft ? 'refused with 200' : word, isSoft ? { refusalStatus: '200' } : {});
  await checkUnproven(findings, ask, sample);
}

type Asking = (filter: readonly Pair[], isRight: (contact: Contact) => boolean) => Promise<Asked>;

function createAsking(probe: Probe): Asking {
  return async (filter, isRight) => {
    const query = filter.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    const answer = await probe.ask({ endpoint: 'contacts', rest: `?${[...query, 'limit=100'].join('&')}` });
    const contacts = contactsOf(answer);
    const { status } = answer;
    if (contacts === undefined) return { word: 'refused', status: isRefusal(answer.json) ? status : 0 };
    if (contacts.length === 0) return { word: 'finds nobody', status };
    return { word: contacts.every(isRight) ? 'taken' : 'passed over', status };
  };
}

async function checkEmail(
  { found }: Findings,
  ask: Asking,
  email: string,
  isThem: (contact: Contact) => boolean,
): Promise<void> {
  const exact = await ask([['filter[email]', email]], isThem);
  found('emailExact', exact.word, exact.word === 'passed over' ? { filterIgnored: 'all' } : {});
  if (exact.word !== 'taken') return;
  const other = await ask([['filter[email]', otherCase(email)]], isThem);
  const isSame = other.word === 'taken';
  found('emailCase', isSame ? 'the same' : 'another', isSame ? {} : { emailCaseSensitive: true });
}

async function checkOperators(
  { found, wordOf }: Findings,
  ask: Asking,
  email: string,
  isThem: (contact: Contact) => boolean,
): Promise<void> {
  const nobody = 'nobody.at.all@example.invalid';
  const inWord = (
    await ask(
      [
        ['filter[email][$in][]', email],
        ['filter[email][$in][]', nobody],
      ],
      isThem,
    )
  ).word;
  const orWord = (
    await ask(
      [
        ['filter[$or][0][email]', email],
        ['filter[$or][1][email]', nobody],
      ],
      isThem,
    )
  ).word;
  const regexWord = (await ask([['filter[email][$regex]', `^${escaped(email)}$`]], isThem)).word;
  const words = [inWord, orWord, regexWord];
  const isAll = wordOf('emailExact') === 'passed over';
  const isOverlooked = !isAll && words.filter((word) => word === 'passed over').length > 1;
  const ignored: ModeSettings = isOverlooked ? { filterIgnored: 'operators' } : {};
  found('filterIn', inWord, {
    ...(inWord === 'refused' && { inRefused: true }),
    ...(inWord === 'passed over' && !isAll && { filterIgnored: 'in' }),
    ...ignored,
  });
  found('filterOr', orWord, orWord === 'refused' ? { orRefused: true } : ignored);
  found('filterRegex', regexWord, {
    ...(regexWord === 'refused' && { regexRefused: true }),
    ...(words.every((word) => word === 'finds nobody') && { operatorsFind: 'nobody' }),
  });
  if (regexWord !== 'taken') return;
  const { word } = await ask([['filter[email][$regex]', `^${escaped(otherCase(email))}$`]], isThem);
  found(
    'regexCase',
    word === 'taken' ? 'the same' : 'another',
    word === 'taken' ? {} : { regexCaseSensitive: true },
  );
}

async function checkUnproven({ found }: Findings, ask: Asking, sample: readonly Contact[]): Promise<void> {
  const interest = sample.flatMap(({ interests }) => (Array.isArray(interests) ? interests : []))[0];
  if (typeof interest === 'string') {
    const { word } = await ask(
      [['filter[interests]', interest]],
      ({ interests }) => Array.isArray(interests) && interests.includes(interest),
    );
    found('filterInterests', word, word === 'taken' ? { interestFilterTaken: true } : {});
  }
  const status = sample[0]?.consent_status;
  if (typeof status !== 'string' || sample.every(({ consent_status }) => consent_status === status)) return;
  const { word } = await ask(
    [['filter[consent_status]', status]],
    ({ consent_status }) => consent_status === status,
  );
  found('filterConsent', word, word === 'refused' ? { unprovenFiltersRefused: true } : {});
}

function otherCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
