/** Thousands of labelled samples from invented people and layouts; the same seed gives the same samples. */
import type { CaptureSource } from '../../../../extension/lib/capture/captured-contact.ts';
import { FAMILIES, type Family } from './layouts.ts';
import { companyOf, createPerson, createRandom, type Person } from './people.ts';

export interface GeneratedSample {
  id: string;
  kind: string;
  source: CaptureSource;
  expected: Record<string, string>[];
}

function labelOf(person: Person, without: Family['without'] = []): Record<string, string> {
  const fields = {
    email: person.email,
    first_name: person.first,
    last_name: person.last,
    title: person.title,
    company: person.company,
    phone: person.phone.plain,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => !without.some((left) => left === field)),
  );
}

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
  const expected = people.map((person) => labelOf(person, family.without));
  return { id: `${family.name} ${number}`, kind: family.name, source, expected };
}

/** `each` samples of every family for tuning, or of every one that is only for judging. */
export const generateSamples = (judging: boolean, each: number): GeneratedSample[] =>
  FAMILIES.filter((family) => family.judging === judging).flatMap((family) =>
    Array.from({ length: each }, (_, index) => sampleOf(family, index + 1)),
  );
