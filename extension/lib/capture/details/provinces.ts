/** Canadian provinces and territories, and countries, by the names people write. */
import { fold } from '../text/clean-text.ts';

const NAMES: Readonly<Record<string, string>> = {
  AB: 'alberta|alta|alb',
  BC: 'british columbia|colombie-britannique|c-b|b c|cb',
  MB: 'manitoba|man',
  NB: 'new brunswick|nouveau-brunswick|n-b|n b',
  NL: 'newfoundland and labrador|newfoundland & labrador|newfoundland|terre-neuve-et-labrador|terre-neuve|t-n-l|t-n|nfld|n l|tnl',
  NS: 'nova scotia|nouvelle-ecosse|n-e|n s|ne',
  NT: 'northwest territories|territoires du nord-ouest|t n-o|nwt|n w t|tno|t.n.-o',
  NU: 'nunavut|nvt',
  ON: 'ontario|ont',
  PE: 'prince edward island|ile-du-prince-edouard|i-p-e|p e i|pei|ipe|i.-p.-e',
  QC: 'quebec|que|p q|pq',
  SK: 'saskatchewan|sask',
  YT: 'yukon|yukon territory|yn|yk',
};

const squeeze = (text: string): string =>
  fold(text)
    .replace(/[.()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s?-\s?/g, '-')
    .trim();

/** "(Québec)", "Ont.", "on", "N.-B." → the two letters; undefined for anything else. */
export function provinceCode(text: string): string | undefined {
  // "Nouveau-Brunswick [NB]"
  const key = squeeze(text.replace(/\s*\[\w+\]$/, ''));
  if (!key || key.length > 30) return undefined;
  for (const [code, names] of Object.entries(NAMES)) {
    if (key === code.toLowerCase() || names.split('|').some((name) => key === squeeze(name))) return code;
  }
  return undefined;
}

/** Of the first letter of a postal code; X is of two territories. */
const BY_POSTAL_CODE: Readonly<Record<string, string>> = {
  ...{
    A: 'NL',
    B: 'NS',
    C: 'PE',
    E: 'NB',
    G: 'QC',
    H: 'QC',
    J: 'QC',
    K: 'ON',
    L: 'ON',
    M: 'ON',
    N: 'ON',
    P: 'ON',
  },
  ...{ R: 'MB', S: 'SK', T: 'AB', V: 'BC', Y: 'YT' },
};

/** The province of a Canadian postal code. K1A is of the federal government, on both sides of a border. */
export const provinceOfCode = (code: string): string | undefined =>
  /^(?!K1A)[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(code) ? BY_POSTAL_CODE[code.charAt(0).toUpperCase()] : undefined;

/** A pattern of all written forms, longest first, for the place before a postal code. */
export const PROVINCE_PATTERN = String.raw`(?:Alberta|Alta\.?|British Columbia|Colombie-Britannique|C\.?-B\.?|B\.\s?C\.?|Manitoba|Man\.?|New Brunswick|Nouveau-Brunswick|N\.?-B\.?|N\.\s?B\.|Newfoundland (?:and|&) Labrador|Newfoundland|Terre-Neuve-et-Labrador|T\.-N\.-L\.|Nfld\.?|N\.\s?L\.|Nova Scotia|Nouvelle-[ÉE]cosse|N\.?-[ÉE]\.?|N\.\s?S\.|Northwest Territories|Territoires du Nord-Ouest|T\.\s?N\.-O\.|NWT|N\.\s?W\.\s?T\.|Nunavut|Nvt\.?|Ontario|Ont\.?|On\.|Prince Edward Island|[ÎI]le-du-Prince-[ÉE]douard|[ÎI]\.-P\.-[ÉE]\.|P\.\s?E\.\s?I\.|PEI|Q[Cc]|ALBERTA|BRITISH COLUMBIA|COLOMBIE-BRITANNIQUE|MANITOBA|NEW BRUNSWICK|NOUVEAU-BRUNSWICK|NEWFOUNDLAND|NOVA SCOTIA|NOUVELLE-[ÉE]COSSE|NUNAVUT|ONTARIO|PRINCE EDWARD ISLAND|SASKATCHEWAN|YUKON|Qu[ée]bec|Qu[ée]\.?|QU[ÉE]BEC|P\.\s?Q\.|Saskatchewan|Sask\.?|Yukon|AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)`;

const COUNTRIES: Readonly<Record<string, string>> = {
  canada: 'CA',
  can: 'CA',
  ca: 'CA',
  usa: 'US',
  us: 'US',
  'u s a': 'US',
  'united states': 'US',
  'united states of america': 'US',
  'etats-unis': 'US',
  france: 'FR',
  belgique: 'BE',
  belgium: 'BE',
  suisse: 'CH',
  switzerland: 'CH',
  'united kingdom': 'GB',
  uk: 'GB',
  'royaume-uni': 'GB',
  mexico: 'MX',
  mexique: 'MX',
  ireland: 'IE',
  irlande: 'IE',
  germany: 'DE',
  allemagne: 'DE',
  australia: 'AU',
  australie: 'AU',
};

/** ISO 3166 code of a written country; a two-letter code stays; undefined when unknown. */
export function countryCode(text: string): string | undefined {
  const key = squeeze(text);
  return COUNTRIES[key] ?? (/^[a-z]{2}$/.test(key) ? key.toUpperCase() : undefined);
}
