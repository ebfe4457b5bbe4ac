/** Whether a host name can end so: by the list of IANA, and by what documents use. */
import { asciiDomain } from '../../../../shared/email-key.ts';
import { TOP_LEVEL_DOMAINS } from '../words/domain-endings.ts';

/** RFC 2606: in examples, and in the tests of this project. */
const RESERVED: ReadonlySet<string> = new Set(['example', 'test']);

/** @param ending in small letters, in either form */
export function isTopLevelDomain(ending: string): boolean {
  const ascii = /[^!-~]/.test(ending) ? asciiDomain(ending) : ending;
  return TOP_LEVEL_DOMAINS.has(ascii) || RESERVED.has(ascii);
}
