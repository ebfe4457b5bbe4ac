/** A phone number as people write it here, in whatever way; a field keeps it as it is. Pure. */
import type { Translate } from '../lib/i18n/index.ts';

/** Ten digits as Canada has them, with any signs between them and the word for an extension in either language. */
const NUMBER =
  /^(?:\+?1[\s.-]*)?\(?(\d{3})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})(?:[\s,]*(?:x|ext\.?|poste)\s*(\d+))?$/i;

/** "450-555-0112 ext. 22"; any other number as it is. */
export function phoneWords(phone: string, t: Translate): string {
  const parts = NUMBER.exec(phone.trim());
  if (parts === null) return phone;
  const [, area, exchange, line, extension] = parts;
  const number = [area, exchange, line].join('-');
  return extension === undefined ? number : t('phone.extension', { number, extension });
}

/** Whether both are one number of Canada's, however each is written. */
export function isSamePhone(one: string, other: string): boolean {
  const [first, second] = [one, other].map((phone) => NUMBER.exec(phone.trim())?.slice(1).join(' '));
  return first !== undefined && first === second;
}
