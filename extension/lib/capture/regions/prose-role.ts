/** Reads what a sentence says about a person, directly after or before the name. */

import { hasTitleWord, isTitleWord } from '../names/titles.ts';
import { isDepartment, isOrganisation } from '../organisations/organisations.ts';

const VERBS = `is|was|are|were|has|had|have|will|would|can|could|says|said|told|tells|joins|joined|invites|welcomes|leads|led|runs|takes|answers|hosts|organi[sz]es|coordinates|writes|wrote|asks|asked|works|serves|oversees|handles|looks|speaks|spoke|presents|explains|explained|adds|added|notes|noted|who|which|whose|est|etait|était|sera|sont|a|ont|avait|va|peut|pourra|dit|affirme|invite|invitent|répond|dirige|accueille|coordonne|organise|prend|reçoit|anime|indique|demande|précise|explique|souligne|rappelle|ajoute|tient|travaille|attend|recueille|présente|présentera|qui|dont`;
/** ", is at the hall most evenings. Write to …": what a sentence goes on to say. */
const PREDICATE = new RegExp(
  String.raw`[,;]?\s(?:(?<=[,;]\s)(?:${VERBS})|who|qui)(?![\p{L}'’-])|[,;]\s(?:s['’]|se\s)\p{Ll}|(?<=\p{Ll}{4}|\))[.!?]\s+(?=\p{Lu})`,
  'u',
);

/** "Tess Roe is the Communications Manager": what stands before the role. */
const SUBJECT =
  /^(?:\p{Lu}[^,;:|]{2,60}?\s(?:is|was|serves as|works as|acts as|est|était|agit (?:à titre de|comme))|I['’]m|I am|Je suis)\s(?:(?:currently|also|now|the|a|an|our|new|actuellement|également|nouvelle|nouveau|la|le|une?|notre)\s|l['’]){0,3}/u;

/** "who joins us as our Learning Officer" */
const JOINS_AS = /^(?:who|qui)\s(?:\p{L}+\s){1,3}(?:as|comme|à titre de)\s(?:(?:our|the|an?)\s)?/u;

/** The part of a sentence that says what somebody is, without the name before and what they do behind. */
export function roleClause(written: string): string {
  const text = written.replace(JOINS_AS, '');
  const subject = SUBJECT.exec(text);
  const said = subject ? text.slice(subject[0].length) : text;
  const clause = subject && said.split(' ', 6).some(isTitleWord) ? said : text;
  const predicate = PREDICATE.exec(clause);
  return predicate ? clause.slice(0, predicate.index) : clause;
}

/** "Ann Roe of the Elm Weavers Guild": for whom somebody speaks, where some word says that it is an organisation. */
const EMPLOYER_BEHIND =
  /^,?\s\(?(?:of|from|with|representing|on behalf of|for|chez|pour|du|des|de(?: la)?)\s(?:the\s|la\s|les?\s|l['’])?(\p{Lu}[^,;:()\uE000]{2,80})/u;

function employerAfter(after: string): string {
  const [, written = ''] = EMPLOYER_BEHIND.exec(after) ?? [];
  const employer =
    written
      .split(/\s(?:at|à|au|by|par|via|or|ou|who|qui)(?:\s|$)|(?<!\s(?:St|Ste|Mt|Ft))\.(?:\s|$)/u)[0]
      ?.trim() ?? '';
  return isOrganisation(employer) ? employer : '';
}

/** "is communications manager at …", "et je suis agente …", "au poste de …": what somebody is follows at once. */
const STATED =
  /^\s(?:(?:and|et)\s(?:I am|I['’]m|je suis)|is|est|as|au poste d(?:e|['’]))\s?(?:(?:the|our|an?|la|le|une?|notre)\s|l['’])?(?=\p{Ll})/u;

function roleStated(after: string): string {
  const lead = STATED.exec(after)?.[0] ?? '';
  const said = lead === '' ? '' : after.slice(lead.length);
  if (!said.split(' ', 4).some(isTitleWord)) return '';
  const [role = ''] = said.split(/[,;()\uE000]|(?<=\p{L}{3})\.(?:\s|$)|\s(?:and|et|who|qui)\s/u);
  return role.replace(/[\s:：]+$/, '');
}

/** "…, intake manager at Elm Shelter, …" or "(intake manager)" directly behind the name. */
export function roleAfter(text: string, end: number): string {
  const after = text
    .slice(end, end + 180)
    .replace(/^\s?[(|]?\s?\uE000\s?[)|]?(?=\s?[,(–—-])/u, '')
    // "Ann Roe, RPP, Senior Planner"
    .replace(/^,\s(\p{Lu}{2,6})(?=,\s)/u, (letters, word: string) => (isTitleWord(word) ? letters : ''));
  const match =
    /^(?:\s?[,(–—-]\s?(?:(?:is|was|est|était)\s(?:an?\s|une?\s)?)?|\s(?:is|est)(?=\s(?:our|the|la|le|notre)\s|\san?\s(?:\p{Lu}|(?:\p{Ll}+\s){1,4}(?:at|for|with)\s(?:the\s)?\p{Lu})|\sune?\s\p{Lu})|\s(?:as(?=\s(?:our|its|the|an?)\s)|à titre de|comme|en tant que)\s)(?:(?:our|its|the|an?|notre|la|le|une?)\s|l['’])?(?:(?:new|next|nouvelle|nouveau)\s)?([^,;()\uE000–—]{3,120})(?:,\s([^,;()\uE000–—]{3,80}(?:,\s\p{Lu}[^,;()\uE000–—]{3,80})?))?/u.exec(
      after,
    );
  if (!match?.[1]) return roleStated(after) || employerAfter(after);
  if (!hasTitleWord(match[1])) return isOrganisation(match[1].trim()) ? match[1].trim() : roleStated(after);
  const more = match[2] && /^(?:at |chez |à |au |du |de )?\p{Lu}/u.test(match[2]) ? `, ${match[2]}` : '';
  return (
    `${match[1]}${more}`.split(
      /\s(?:at|à|au|by|par|via|or|ou|and|et)\s*$|(?<!\s(?:Inc|Ltd|Corp|St|Ste|Mt|Ft))\.\s|\s\|/u,
    )[0] ?? ''
  );
}

/** ", madame " before a name */
const POLITE = /,?\s(?:(?:madame|monsieur|mme|m\.|mrs?\.?|ms\.?|dre?\.?|prof\.)\s)?$/iu;
const APPOSED = /\s(?:(?:our|the|notre|la|le)\s|l['’])((?:\p{Ll}[\p{Ll}'’-]+\s){1,3}\p{Ll}[\p{Ll}-]+)$/u;

/** "our volunteer coordinator, Ann Lee": the clause before the name, from its article on. */
export function roleBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 110), start).replace(POLITE, '');
  // "présidente du C.A."
  const clause = before.split(/[,;:()\uE000]|(?<![.\s]\p{Lu})\./u).at(-1) ?? '';
  const article = [
    ...clause.matchAll(
      /(?:^|\s)(?:(?:our|the|my|his|her|its|their|notre|nos|la|le|sa|son|leur|à|as|with|to|call|reach|contact|e-?mail|contacter|appeler|joindre|asked|avec|auprès de|en tant que|à titre de)\s|l['’])/giu,
    ),
  ].filter((found) => hasTitleWord(clause.slice(found.index + found[0].length)));
  const last =
    article.find((found) =>
      isTitleWord(clause.slice(found.index + found[0].length).split(/[\s']/)[0] ?? ''),
    ) ?? article.at(-1);
  // "contact the draw master, Ann Roe": a phrase in small letters between an article and the comma.
  const apposed = /,\s?$/.test(text.slice(0, start)) ? APPOSED.exec(clause)?.[1] : undefined;
  const role = last
    ? clause.slice(last.index + last[0].length)
    : apposed !== undefined && !isDepartment(apposed)
      ? apposed
      : hasTitleWord(clause) && clause.split(' ').length <= 5
        ? clause
        : '';
  const own = role.replace(/^(?:our|the|my|notre|nos|la|le|l['’])\s?/iu, '');
  // "the Nation's communications advisor"
  const [, owned = own] = /^[^,]{2,40}?['’]s\s(.+)$/u.exec(own) ?? [];
  return hasTitleWord(owned) ? owned : own;
}
