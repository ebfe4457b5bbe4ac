/** Tells a street line from other text, English and French. */

const STREET_WORDS =
  /(?:^|[\s,.'’-])(?:street|st|avenue|ave|av|road|rd|drive|dr|boulevard|blvd|boul|bd|crescent|cres|lane|ln|way|court|crt|ct|place|pl|square|sq|terrace|terr|trail|trl|highway|hwy|parkway|pkwy|circle|cir|close|row|gate|grove|heights|hill|quay|wharf|esplanade|promenade|concession|sideroad|line|rue|chemin|ch|allée|allee|montée|montee|rang|côte|cote|quai|carré|carre|impasse|ruelle|croissant|route|rte|autoroute|range|mews|walk|bay|landing|loop|path|plaza|point|ridge|view|broadway|mall)(?=$|[\s,.;])/iu;
const BOX =
  /^(?:p\.?\s?o\.?\s?box|post office box|box|bag(?: service)?|c\.?\s?p\.?|case postale|bo[iî]te postale|b\.?p\.?|rr|r\.r\.|general delivery|poste restante|succ(?:ursale|\.)?|station|stn)\s?#?\s?\d*/iu;
const GENERAL_DELIVERY = /^(?:general delivery|poste restante)/i;
const NUMBER_FIRST =
  /^(?:#?(?:\p{Lu}-)?\d{1,6}(?:st|nd|rd|th|e|re)?(?:-?[A-Za-z])?(?:\s?[½⅓¼])?(?:\s?[–—-]\s?\d{1,6}(?:st|nd|rd|th|e|re)?[A-Za-z]?)?|unit \d+)[\s,]+(?:\d{1,3}(?:e|er|re|ère|st|nd|rd|th)\s)?\p{L}/iu;

/** A suite, office, floor or building: what comes before or after the street proper. */
export const UNIT =
  /^(?:suite|ste|studio|(?:unit|unité)(?=[\s.#]{0,3}\p{L}?-?\d|$)|apt|apartment|app|appartement|(?:bureau|bur)(?=[\s.#]{0,3}\p{L}?-?\d)|local|pièce|floor|étage|etage|room|rm|salle|building|bldg|tower|tour|édifice|edifice|pavillon|porte|level|\d{1,2}(?:st|nd|rd|th|er|re|e|ème) (?:floor|étage)|#\s?\d{1,5}[A-Za-z]?)(?:[\s.,#]|$)/iu;

const BUILDING = /\b(?:building|bldg|hall|room|pavilion|pavillon|tower|centre|center|library|édifice)$/i;

const IN_BUILDING = /^\p{Lu}[^,\d]{2,40}\s(?:building|bldg|tower|hall|block),\s+(?=\p{L})/iu;

/** "Suite 3", or "Elm Building, Room 12", where a building has no other street. */
export const isUnit = (text: string): boolean => UNIT.test(text.replace(IN_BUILDING, '')) && text.length < 60;

/** "1200 – 2010 Eleventh Avenue", "25, av. de la Cathédrale", "Suite 900, 18 King Street East", "C.P. 45". */
export function isStreet(text: string): boolean {
  const line = text.trim();
  if (line.length > 100 || /[@:]/.test(line)) return false;
  if (BOX.test(line) && (/\d/.test(line) || GENERAL_DELIVERY.test(line))) return true;
  if (/^(?:unit|unité|suite|apt|app|#)\s?\p{N}+\p{L}?\s?[–—,-]\s?\d+\s\p{Lu}/iu.test(line)) return true;
  // "CM34 – 2055 Notre Dame Avenue"
  if (/^\p{Lu}{1,3}\d{1,4}\s?[–—-]\s?\d{1,6}\s\p{Lu}/u.test(line)) return STREET_WORDS.test(line);
  // "210, 5120 – 47 Street NE": the unit in front
  if (/^\d{1,5}[A-Za-z]?,\s\d{1,6}\s/.test(line)) return STREET_WORDS.test(line);
  // "11315 106 Ave NW"
  if (/^\d{1,6}(?:\s|\s?[-–]\s?)\d{1,3}(?:st|nd|rd|th|e)?\s\p{L}/iu.test(line) && STREET_WORDS.test(line))
    return true;
  if (UNIT.test(line)) return /\d.*\s\d+[\s,]|,\s?\d+\s/.test(line) && STREET_WORDS.test(line);
  // "90 Badger Lane, Elm Hall"
  const [, street = '', building = ''] = /^(.*),\s([^,]*)$/.exec(line) ?? [];
  if (BUILDING.test(building) && STREET_WORDS.test(street)) return isStreet(street);
  if (BUILDING.test(line)) return false;
  // "1st Hay Landing" is a troop; a street of that number has its kind next.
  const [, behind = ''] = /^\d{1,4}(?:st|nd|rd|th)\s(\S+)/iu.exec(line) ?? [];
  if (behind !== '' && !STREET_WORDS.test(behind)) return false;
  if (!NUMBER_FIRST.test(line)) return /^(?:rue|chemin|boul|avenue|route)\b/iu.test(line) && /\d/.test(line);
  return (
    STREET_WORDS.test(line) ||
    /^\d{1,6}[A-Za-z]?,?\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}(?:\s[NSEWO]\.?[EW]?\.?)?(?:,\s#\s?\d+\p{L}?)?$/u.test(
      line,
    )
  );
}
