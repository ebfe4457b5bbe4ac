/**
 * The brackets and commas of JSON, counted before it is parsed: what is too deep, has too many values or does not end as it
 * began costs a parser seconds, and this a few milliseconds. Pure; sees whether text could be whole, not whether it is JSON.
 */

/** Envoke's answers are four deep. */
const DEPTH_MAX = 32;
/** A page of 100 contacts with hundreds of custom fields each has half as many. */
const VALUES_MAX = 100_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

/** What is wrong with the structure of JSON text, undefined when nothing is. */
export function structureFault(json: string): 'too-deep' | 'too-many-values' | 'not-whole' | undefined {
  let depth = 0;
  let values = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (isInString) {
      if (char === BACKSLASH) at += 1;
      else if (char === QUOTE) isInString = false;
    } else if (char === QUOTE) isInString = true;
    else if (char === COMMA) values += 1;
    // Letters and digits, blanks and colons: nothing to count.
    else if (char < 0x5b) continue;
    else if (OPENS.has(char)) {
      values += 1;
      depth += 1;
      if (depth > DEPTH_MAX) return 'too-deep';
    } else if (CLOSES.has(char)) {
      depth -= 1;
      if (depth < 0) return 'not-whole';
    }
    if (values > VALUES_MAX) return 'too-many-values';
  }
  return isInString || depth > 0 ? 'not-whole' : undefined;
}
