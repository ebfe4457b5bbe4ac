/** Adding many people after one common look-up: one call a person, and still nobody is added twice. */
import { expect, it } from 'vitest';
import { createFoundAbsent } from '../../../broker/contacts/search/found-absent.ts';
import { DRAFT, peopleWith, putPerson, slugOf, startBench } from './support.ts';

const PEOPLE = Array.from({ length: 20 }, (_, at) => `person${at}@town.example.ca`);

it('makes at most 1.2 calls a person, with the look-up before them', async () => {
  const bench = await startBench();
  // Which filters this Envoke accepts is found out once, for everybody.
  await bench.contacts.lookUp(bench.access, ['somebody@town.example.ca', 'another@town.example.ca']);
  bench.envoke.requests.clear();
  await bench.contacts.lookUp(bench.access, PEOPLE);
  for (const email of PEOPLE) await bench.contacts.create(bench.caller(), { ...DRAFT, email });
  expect(bench.envoke.requests.count()).toBeLessThanOrEqual(PEOPLE.length * 1.2);
  for (const email of PEOPLE) expect(peopleWith(bench, email)).toHaveLength(1);
});

it('reports a person whom somebody added after the look-up, and overwrites nobody', async () => {
  const bench = await startBench();
  await bench.contacts.lookUp(bench.access, [DRAFT.email, 'another@town.example.ca']);
  putPerson(bench, { email: DRAFT.email, first_name: 'Zoé by hand' });
  expect(await slugOf(bench.contacts.create(bench.caller(), DRAFT))).toBe('contact-exists');
  expect(peopleWith(bench, DRAFT.email).map(({ text }) => text.first_name)).toEqual(['Zoé by hand']);
});

it('looks for the person again when they are added a second time', async () => {
  const bench = await startBench();
  await bench.contacts.lookUp(bench.access, [DRAFT.email, 'another@town.example.ca']);
  await bench.contacts.create(bench.caller(), DRAFT);
  expect(await slugOf(bench.contacts.create(bench.caller(), DRAFT))).toBe('contact-exists');
  expect(peopleWith(bench, DRAFT.email)).toHaveLength(1);
});

it('does not use a look-up older than a minute, nor one of another account', () => {
  let nowMs = 0;
  const absent = createFoundAbsent(() => nowMs);
  absent.note('1', ['a@town.example.ca', 'b@town.example.ca']);
  expect(absent.take('2', 'a@town.example.ca')).toBe(false);
  expect(absent.take('1', 'A@TOWN.example.ca')).toBe(true);
  expect(absent.take('1', 'a@town.example.ca')).toBe(false);
  nowMs = 60_000;
  expect(absent.take('1', 'b@town.example.ca')).toBe(false);
});
