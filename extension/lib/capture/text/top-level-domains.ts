/** Which top-level domains there are, by the list of IANA, and the one that documents use. */

import list from 'tlds' with { type: 'json' };
import { asciiDomain } from '../../../../shared/email-key.ts';

/** RFC 2606: in examples, and in the tests of this project. */
const RESERVED = ['example', 'test'];

let known: ReadonlySet<string> | undefined;

/** Whether a host name can end so. @param ending in small letters, in either form */
export function isTopLevelDomain(ending: string): boolean {
  known ??= new Set([...list.map((entry) => asciiDomain(entry)), ...RESERVED]);
  return known.has(ending) || (/[^!-~]/.test(ending) && known.has(asciiDomain(ending)));
}
