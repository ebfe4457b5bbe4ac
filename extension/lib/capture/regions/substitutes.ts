/** Tells who answers for somebody from who is away: "Ann Roe, directrice (remplacée par Bo Lee, bo@…)". */
import { findEmails, localOf } from '../details/email-addresses.ts';
import type { Line } from '../lines/line.ts';
import { nameMatch } from '../names/name-match.ts';
import { parseName } from '../names/names.ts';

const REPLACED = `(?:remplac[ée]{1,2}s? par|replaced by|covered by)`;
const WRITE_TO = `(?:contact(?:er|ez)?|e-?mail|write(?: to)?|see|[ée]cri(?:re|vez)(?: à)?|joindre|communiquer avec|voir)`;
const SAYS_REPLACED = new RegExp(REPLACED, 'iu');
const SAYS_AWAY =
  /(?<!\p{L})(?:on (?:\p{L}+ )?leave|en congé|absente?|away|vacation|vacances|sabbatical|sabbatique|until|jusqu['’]|de retour)(?!\p{L})/iu;
/** Behind somebody's name, with the address of the other one. */
const BESIDE = new RegExp(
  String.raw`\s*[(,;–—-]\s*([^()@]{0,80}?(?:${REPLACED}|${WRITE_TO}))\s*:?\s+([^()]*@[^()]*)\)?[\s.]*$`,
  'iu',
);
/** "Ann Roe (remplacée par Bo Lee), bo@…" */
const NAMED = new RegExp(String.raw`^(.{3,80}?)\s*\(${REPLACED} ([^()@]{3,60})\)[\s,:–—-]*(.*@.*)$`, 'iu');

/** How well the address in a text spells a name. */
function spells(name: string, text: string): number {
  const local = localOf(findEmails(text)[0]?.email ?? '');
  const [said = ''] = name.split(',');
  const found = parseName(said, local);
  return found ? nameMatch(found.first, found.last, local) : 0;
}

/** What such a line says of whoever has the address; any other as it is. */
function ofSubstitute(line: Line): Line {
  const { text } = line;
  if (!(text.includes('@') && (SAYS_REPLACED.test(text) || SAYS_AWAY.test(text)))) return line;
  const [, away = '', named = '', rest = ''] = NAMED.exec(text) ?? [];
  if (named !== '' && spells(named, rest) > spells(away, rest)) return { ...line, text: `${named}, ${rest}` };
  const found = BESIDE.exec(text);
  const [, why = '', said = ''] = found ?? [];
  const before = text.slice(0, found?.index ?? 0);
  const isAway = SAYS_REPLACED.test(why) || SAYS_AWAY.test(why);
  if (!isAway || before === '' || before.includes('@')) return line;
  // "Ann Roe, on leave until May, write to me at ann.roe@…"
  return spells(before, said) <= spells(said, said) ? { ...line, text: said } : line;
}

/** The lines, without those who are away and have no address. */
export const withSubstitutes = (lines: readonly Line[]): Line[] => lines.map(ofSubstitute);
