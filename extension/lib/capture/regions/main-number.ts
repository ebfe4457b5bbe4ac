/** "Poste 221" beside people, and one number for all of them: what each is called at. */
import { withProvenance } from '../captured-contact.ts';
import { localOf } from '../details/email-addresses.ts';
import { bestPhone, findPhones } from '../details/phones.ts';
import type { Line } from '../lines/line.ts';
import type { PersonReading } from './person.ts';

const MAX_LINE = 200;
const OF_ALL =
  /^(?:info|information|office|admin|reception|general|contact|mail|hello|bureau|accueil|bonjour|mairie|municipalite|ville|secretariat)(?:$|[._-])/;

/** The number of a mailbox for everybody, or the one that stands in lines about nobody; undefined where there are several. */
function mainNumber(readings: readonly PersonReading[], rest: readonly Line[]): string | undefined {
  const ofMailboxes = readings.flatMap(({ contact: { phone, last_name, email } }) =>
    phone && !last_name && OF_ALL.test(localOf(email?.value ?? '')) ? phone.value : [],
  );
  const ofNobody = rest.flatMap(({ text }) =>
    text.length < MAX_LINE ? (bestPhone(findPhones(text)) ?? []) : [],
  );
  const [only, ...others] = new Set([...ofMailboxes, ...ofNobody]);
  return others.length === 0 && !only?.includes('x') ? only : undefined;
}

/** The readings; who has only an extension gets the main number with it. */
export function withMainNumber(readings: readonly PersonReading[], rest: readonly Line[]): PersonReading[] {
  const main = readings.some(({ extension }) => extension) ? mainNumber(readings, rest) : undefined;
  return readings.map((reading) =>
    main && reading.extension && !reading.contact.phone
      ? {
          ...reading,
          contact: {
            ...reading.contact,
            ...withProvenance({ phone: `${main} x${reading.extension}` }, 'text'),
          },
        }
      : reading,
  );
}
