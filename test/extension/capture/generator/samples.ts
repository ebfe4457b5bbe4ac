/** Thousands of labelled samples from invented people and layouts; the same seed gives the same samples. */
import type { CaptureSource } from '../../../../extension/lib/capture/captured-contact.ts';
import type { FormAnswer } from '../../../../shared/form-answer.ts';
import { KINDS } from './kinds.ts';
import { FAMILIES, type Family } from './layouts.ts';
import { companyOf, createPerson, createRandom, type Person } from './people.ts';

export interface GeneratedSample {
  id: string;
  kind: string;
  source: CaptureSource;
  expected: Record<string, string>[];
  /** What is said about consent, by person; empty where nothing is. */
  consents: FormAnswer[];
}

function labelOf(family: Family, person: Person, index: number): Record<string, string> {
  const fields = {
    email: person.email,
    first_name: person.first,
    last_name: person.last,
    title: person.title,
    company: person.company,
    phone: person.phone.plain,
    ...(family.address
      ? {
          address_1: person.place.street,
          city: person.place.city,
          province: person.place.province,
          postal_code: person.place.postalCode,
        }
      : {}),
    ...family.expect?.(person, index),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === undefined || family.without?.some((left) => left === field) ? [] : [[field, value]],
    ),
  );
}

/** A day counts only where somebody agreed. */
const consentOf = ({ optIn, day }: Person['consent']): FormAnswer => (optIn ? { optIn, day } : { optIn });

function sampleOf(family: Family, number: number): GeneratedSample {
  const random = createRandom(number * 7919 + family.name.length * 104729);
  const used = new Set<string>();
  const company = family.shared ? companyOf(random) : undefined;
  const people = Array.from({ length: family.people }, () => createPerson(random, company, used));
  const { text, html, title } = family.write(people);
  const source = {
    text,
    html: html ?? null,
    url: 'https://page.example.net/',
    title: title ?? 'Page',
    linkUrl: null,
  };
  const expected = people.map((person, index) => labelOf(family, person, index));
  const consents = family.consent ? people.map(({ consent }) => consentOf(consent)) : [];
  return { id: `${family.name} ${number}`, kind: family.name, source, expected, consents };
}

/** `each` samples of every family for tuning, or of every one that is only for judging. */
export const generateSamples = (judging: boolean, each: number): GeneratedSample[] =>
  [...FAMILIES, ...KINDS]
    .filter((family) => family.judging === judging)
    .flatMap((family) => Array.from({ length: each }, (_, index) => sampleOf(family, index + 1)));
