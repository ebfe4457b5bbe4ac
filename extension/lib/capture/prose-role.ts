/** What a sentence says about a person, right behind or before the name. */
import { hasTitleWord, isTitleWord } from './titles.ts';

const VERBS = `is|was|are|were|has|had|have|will|would|can|could|says|said|told|tells|joins|joined|invites|welcomes|leads|led|runs|takes|answers|hosts|organi[sz]es|coordinates|writes|wrote|asks|asked|works|serves|oversees|handles|looks|speaks|spoke|presents|explains|explained|adds|added|notes|noted|who|which|whose|est|etait|était|sera|sont|a|ont|avait|va|peut|pourra|dit|affirme|invite|invitent|répond|dirige|accueille|coordonne|organise|prend|reçoit|anime|indique|demande|précise|explique|souligne|rappelle|ajoute|tient|travaille|attend|recueille|présente|présentera|qui|dont`;
/** ", is at the hall most evenings. Write to …": what a sentence goes on to say. */
const PREDICATE = new RegExp(
  String.raw`[,;]?\s(?:(?<=[,;]\s)(?:${VERBS})|who|qui)(?![\p{L}'’-])|[,;]\s(?:s['’]|se\s)\p{Ll}|(?<=\p{Ll}{4}|\))[.!?]\s+(?=\p{Lu})`,
  'u',
);

/** The part of a sentence that says what somebody is, without what they do. */
export function withoutPredicate(text: string): string {
  const predicate = PREDICATE.exec(text);
  return predicate ? text.slice(0, predicate.index) : text;
}

/** "…, intake manager at Elm Shelter, …" or "(intake manager)" directly behind the name. */
export function roleAfter(text: string, end: number): string {
  const after = text.slice(end, end + 180);
  const match = /^\s?[,(–—-]\s?([^,;()\uE000–—]{3,120})(?:,\s([^,;()\uE000–—]{3,80}))?/u.exec(after);
  if (!match?.[1] || !hasTitleWord(match[1])) return '';
  const more = match[2] && /^(?:at |chez |à |au |du |de )?\p{Lu}/u.test(match[2]) ? `, ${match[2]}` : '';
  return `${match[1]}${more}`.split(/\s(?:at|à|au|by|par|via|or|ou|and|et)\s*$|\.\s/u)[0] ?? '';
}

/** "our volunteer coordinator, Ann Lee": the clause before the name, from its article on. */
export function roleBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 110), start).replace(/,?\s$/, '');
  const clause = before.split(/[,;:.()\uE000]/u).at(-1) ?? '';
  const article = [
    ...clause.matchAll(
      /(?:^|\s)(?:(?:our|the|my|its|their|notre|nos|la|le|sa|son|leur|à|with|to|contact|contacter|asked|avec|auprès de)\s|l['’])/giu,
    ),
  ].filter((found) => hasTitleWord(clause.slice(found.index + found[0].length)));
  const last =
    article.find((found) =>
      isTitleWord(clause.slice(found.index + found[0].length).split(/[\s']/)[0] ?? ''),
    ) ?? article.at(-1);
  const role = last
    ? clause.slice(last.index + last[0].length)
    : hasTitleWord(clause) && clause.split(' ').length <= 5
      ? clause
      : '';
  return role.replace(/^(?:our|the|my|notre|nos|la|le|l['’])\s?/iu, '');
}
