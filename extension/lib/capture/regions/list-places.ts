/**
 * Reads all people of a list. If most of them have a value at the same distance from the address, the others have it
 * there too: names that no address spells, titles and employers that no word reveals.
 */

import { fillGaps } from '../captured-contact.ts';
import { localOf } from '../details/email-addresses.ts';
import type { Line } from '../lines/line.ts';
import { isPerhapsOrganisation, isShapedAsOrganisation } from '../organisations/by-position.ts';
import { slug } from '../text/clean-text.ts';
import { isSharedMailbox } from '../words/mailboxes.ts';
import { isInPlaceOfTitle } from './block.ts';
import { withMainNumber } from './main-number.ts';
import { type PersonReading, readPerson } from './person.ts';
import type { Places } from './person-role.ts';
import type { Region } from './regions.ts';

/** Fewer people are not enough to find common places. */
const MIN_PEOPLE = 2;
const MOST = 0.6;

/** The place that most have, of those who have one; undefined where fewer than `min` agree. */
function mostCommon(places: readonly (number | undefined)[], min: number): number | undefined {
  const counts = new Map<number, number>();
  for (const place of places) if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= min && best[1] >= known * MOST ? best[0] : undefined;
}

/** Employers have a common place if some are certain to be there, and nothing else is there. */
function placeOfCompany(
  readings: readonly PersonReading[],
  regions: readonly Region[],
  anchors: readonly number[],
): number | undefined {
  const sure = readings.map(({ places, sure }) => (sure.company ? places.company : undefined));
  const place = mostCommon(sure, 1);
  const known = sure.filter((own) => own === place).length;
  const isMost = place !== undefined && known > 1 && known >= regions.length * MOST;
  const isEmployer = (region: Region, index: number): boolean =>
    (isMost ? isShapedAsOrganisation : isPerhapsOrganisation)(
      region.lines[(anchors[index] ?? 0) + (place ?? 0)]?.text ?? '',
    );
  // Behind a name, a piece of its line.
  const hasPiece = (region: Region): boolean =>
    readPerson(region, { company: 0 }).contact.company !== undefined;
  const isThere = place === 0 ? hasPiece : isEmployer;
  return regions.every((region, index) => sure[index] === place || isThere(region, index))
    ? place
    : undefined;
}

/** Titles have a common place if most are known to be there, or one is, and all others have the shape of a title there. */
function placeOfTitle(
  readings: readonly PersonReading[],
  regions: readonly Region[],
  anchors: readonly number[],
): number | undefined {
  const known = readings.map(({ places }) => places.title);
  const place = mostCommon(known, 1);
  const count = known.filter((own) => own === place).length;
  const isThere = (region: Region, index: number): boolean =>
    place === 0
      ? readPerson(region, { title: 0 }).contact.title !== undefined
      : isInPlaceOfTitle(region.lines[(anchors[index] ?? 0) + (place ?? 0)]?.text ?? '', '');
  // Regions without a person do not vote.
  const isShaped = (region: Region, index: number): boolean =>
    readings[index]?.contact.last_name === undefined || (place !== undefined && isThere(region, index));
  return count > 1 || regions.every((region, index) => known[index] === place || isShaped(region, index))
    ? place
    : undefined;
}

function commonPlaces(readings: readonly PersonReading[], regions: readonly Region[]): Places {
  const name = mostCommon(
    readings.map(({ places, sure }) => (sure.name ? places.name : undefined)),
    2,
  );
  const anchors = readings.map(({ anchor, sure }, index) =>
    sure.name || name === undefined ? anchor : (regions[index]?.at ?? 0) + name,
  );
  return {
    name,
    title: placeOfTitle(readings, regions, anchors),
    company: placeOfCompany(readings, regions, anchors),
  };
}

/** Whether a second look, knowing where the others have what, can say more. */
const isOpen = ({ contact, places, sure }: PersonReading, common: Places): boolean =>
  (common.name !== undefined && !sure.name && places.name !== common.name) ||
  (common.title !== undefined && !contact.title) ||
  (common.company !== undefined && (contact.company?.from ?? 'inferred') === 'inferred');

/** Shorter words may be anything. */
const MIN_FAMILY_LETTERS = 5;

/** "fontaine.office@" below "fontaine.constituency@", where Ann Fontaine is named once: two offices of one person. */
function nameOffices(readings: readonly PersonReading[]): PersonReading[] {
  const byFamily = Map.groupBy(readings, ({ contact }) => slug(contact.last_name?.value ?? ''));
  return readings.map((reading) => {
    const { contact } = reading;
    if (contact.first_name || contact.last_name) return reading;
    const parts = localOf(contact.email?.value ?? '')
      .split(/[._-]/)
      .map(slug);
    const families = parts.length > 1 ? parts.filter((part) => part.length >= MIN_FAMILY_LETTERS) : [];
    const [owner, another] = families.flatMap((family) => byFamily.get(family) ?? []);
    if (!owner || another) return reading;
    const { first_name, last_name, title } = owner.contact;
    return { ...reading, contact: fillGaps(contact, { first_name, last_name, title }) };
  });
}

/** "Communications: Ann Roe" over info@, where Ann Roe has an address of her own that spells her name. */
function withoutTwice(readings: readonly PersonReading[]): PersonReading[] {
  const called = ({ contact: { first_name, last_name } }: PersonReading): string =>
    first_name && last_name ? slug(first_name.value + last_name.value) : '';
  const owners = new Set(readings.filter(({ sure }) => sure.name).map(called));
  return readings.map((reading) => {
    const { contact, sure } = reading;
    const isShared = isSharedMailbox(localOf(contact.email?.value ?? ''));
    if (sure.name || !isShared || !owners.has(called(reading))) return reading;
    const { first_name: _, last_name: __, title: ___, ...rest } = contact;
    return { ...reading, contact: rest };
  });
}

/** One reading per region, in order. @param rest lines that are about nobody */
export function readPeople(regions: readonly Region[], rest: readonly Line[] = []): PersonReading[] {
  return withMainNumber(nameOffices(withoutTwice(readRegions(regions))), rest);
}

/** "Bo Park, Website Design, bo@…": where most of a list have their title behind the name, that is one too. */
function withTitleBeside(region: Region, readings: readonly PersonReading[], index: number): PersonReading {
  const own = readings[index] ?? readPerson(region);
  const titled = readings.filter(({ places }) => places.title === 0).length;
  const isOpen = own.sure.name && !own.contact.title && region.listed;
  return isOpen && titled > 1 && titled >= readings.length * MOST ? readPerson(region, { title: 0 }) : own;
}

function readRegions(regions: readonly Region[]): PersonReading[] {
  const readings = regions.map((region) => readPerson(region));
  const listed = regions.flatMap((region, index) => {
    const reading = readings[index];
    return region.listed || !reading ? [] : [{ region, reading }];
  });
  if (listed.length < MIN_PEOPLE)
    return regions.map((region, index) => withTitleBeside(region, readings, index));
  const common = commonPlaces(
    listed.map(({ reading }) => reading),
    listed.map(({ region }) => region),
  );
  return regions.map((region, index) => {
    const reading = readings[index] ?? readPerson(region);
    return !region.listed && isOpen(reading, common) ? readPerson(region, common) : reading;
  });
}
