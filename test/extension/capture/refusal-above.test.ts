/** A heading over a list that says that nobody in it wants e-mail: "Désabonnés", "Do not email". */
import { describe, expect, it } from 'vitest';
import {
  findRegistrationList,
  readRegistrationList,
} from '../../../extension/lib/capture/registration-list.ts';
import { peopleOfSource } from '../../../extension/lib/page/people-of-source.ts';
import { capture, lines } from './capture-text.ts';

const ANN = 'Ann Roe, ann.roe@lake.example.ca';
const BO = 'Bo Lee, bo.lee@lake.example.ca';

/** What is kept of each person's answer, in order; undefined where there is none. */
const said = (source: { text?: string; html?: string }) =>
  capture(source).map(({ consent }) => (consent?.optIn === false ? consent.written : consent));

const tableRow = (name: string, email: string) => `<tr><td>${name}</td><td>${email}</td></tr>`;
const HEAD = '<tr><th>Nom</th><th>Courriel</th></tr>';
const ANN_ROW = tableRow('Ann Roe', 'ann.roe@lake.example.ca');
const BO_ROW = tableRow('Bo Lee', 'bo.lee@lake.example.ca');

describe('a heading that says no', () => {
  it.each([
    'Désabonnés',
    'Membres désabonnés (2)',
    'Unsubscribed contacts',
    'Do not email:',
    'Ne souhaitent pas recevoir de courriels :',
    'Opted out',
    'Blocklisted',
  ])('counts for everybody below it: %s', (heading) => {
    const words = heading.replace(/\s*:$/, '');
    expect(said({ text: lines(heading, ANN, BO) })).toEqual([words, words]);
  });

  it('counts until the heading of another list', () => {
    expect(said({ text: lines('Désabonnés', ANN, 'Abonnés', BO) })).toEqual(['Désabonnés', undefined]);
  });

  it('counts for the rows of its group, and for the table that it stands over', () => {
    const group = (words: string) => `<tr><td colspan="2">${words}</td></tr>`;
    expect(
      said({ html: `<table>${HEAD}${group('Abonnés')}${ANN_ROW}${group('Désabonnés')}${BO_ROW}</table>` }),
    ).toEqual([undefined, 'Désabonnés']);
    const over = `<caption>Unsubscribed members</caption>${HEAD}${ANN_ROW}`;
    expect(said({ html: `<table>${over}</table>` })).toEqual(['Unsubscribed members']);
  });

  it('counts over cards that are headed by names, and not over the next part of the page', () => {
    const card = (name: string, email: string) => `<div><h4>${name}</h4><p>${email}</p></div>`;
    const html = `<h3>Do not contact</h3>${card('Ann Roe', 'ann.roe@lake.example.ca')}
      <h3>Speakers</h3>${card('Bo Lee', 'bo.lee@lake.example.ca')}`;
    expect(said({ html })).toEqual(['Do not contact', undefined]);
  });

  it('is stronger than a yes in the list, also when the list is read with other columns', () => {
    const text = lines(
      'Liste des désabonnés',
      'Nom,Courriel,Infolettre',
      'Ann Roe,ann.roe@lake.example.ca,Oui',
    );
    expect(said({ text })).toEqual(['Liste des désabonnés']);
    const list = findRegistrationList(text);
    const columns = list?.columns.map((column) =>
      column.label === 'Infolettre' ? { ...column, use: { holds: 'consent' as const } } : column,
    );
    const people = list && columns ? readRegistrationList({ ...list, columns }).people : [];
    expect(people.map(({ contact }) => contact.consent?.optIn)).toEqual([false]);
  });

  it('counts for a selection below it', () => {
    const source = { text: ANN, html: null, url: '', title: '', linkUrl: null, above: 'Désabonnés' };
    expect(peopleOfSource(source).contacts[0]?.consent).toMatchObject({
      optIn: false,
      written: 'Désabonnés',
    });
  });
});

describe('words that say no and are no heading', () => {
  it('count for the one person whom they stand behind', () => {
    expect(
      said({
        text: lines('Ann Roe', 'ann.roe@lake.example.ca', 'Désabonné', 'Bo Lee', 'bo.lee@lake.example.ca'),
      }),
    ).toEqual(['Désabonné', undefined]);
  });

  it('say nothing in a report that counts people', () => {
    expect(said({ text: lines('Ouvertures : 40', 'Désabonnés : 3', 'Rebonds : 1', '', ANN, BO) })).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each(['Nom;Courriel;Désabonné', 'Email,Unsubscribed'])(
    'say nothing as the headings of a list: %s',
    (labels) => {
      const mark = labels.includes(';') ? ';' : ',';
      const named = labels.startsWith('Nom') ? `Ann Roe${mark}` : '';
      const row = (address: string, said: string): string => `${named}${address}${mark}${said}`;
      const text = lines(labels, row('ann.roe@lake.example.ca', 'Oui'), row('bo.lee@lake.example.ca', ''));
      expect(said({ text })).toEqual(['Oui', undefined]);
    },
  );

  it('say nothing in a choice of lists', () => {
    expect(said({ text: lines('All', 'Subscribed', 'Unsubscribed', ANN, BO) })).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each(['Comment se désabonner', 'Pour vous désabonner', 'Unsubscribe here', 'Want to opt out?'])(
    'say nothing where they invite somebody to leave: %s',
    (invitation) => {
      expect(said({ text: lines(invitation, ANN) })).toEqual([undefined]);
    },
  );
});
