/**
 * Layouts like real ones: signatures, cards, directories, tables, press releases, sentences. Families marked `judging`
 * only measure the result: nobody may tune the engine to them.
 */
import type { Person } from './people.ts';

export interface Material {
  text: string;
  html?: string;
  title?: string;
}

export interface Family {
  name: string;
  judging: boolean;
  /** How many people one sample shows. */
  people: number;
  /** Everyone in it works for the same employer. */
  shared?: boolean;
  /** The layout shows postal addresses. */
  address?: boolean;
  /** A value that the layout changes; undefined where the layout does not show it. */
  expect?: (person: Person, index: number) => Record<string, string | undefined>;
  /** The layout says who agreed to e-mail. */
  consent?: boolean;
  /** Fields that the layout does not show. */
  without?: readonly ('title' | 'company' | 'phone')[];
  write: (people: readonly Person[]) => Material;
}

const name = (person: Person): string => `${person.first} ${person.last}`;
const lines = (people: readonly Person[], write: (person: Person) => string, between = '\n\n'): string =>
  people.map(write).join(between);
const table = (rows: readonly string[][], head?: readonly string[]): Material => ({
  text: [...(head ? [head] : []), ...rows].map((row) => row.join('\t')).join('\n'),
  html: `<table>${head ? `<tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>` : ''}${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`,
});
const cards = (people: readonly Person[], write: (person: Person) => string, heading = ''): Material => {
  const html = `${heading}${people.map((person) => `<div class="c">${write(person)}</div>`).join('')}`;
  return { html, text: html.replace(/<[^>]+>/g, '\n').replace(/\n+/g, '\n') };
};
const link = (person: Person): string => `<a href="mailto:${person.email}">${person.email}</a>`;

export const FAMILIES: readonly Family[] = [
  {
    name: 'signature, stacked',
    judging: false,
    people: 1,
    write: (all) => ({
      text: lines(
        all,
        (p) =>
          `Thanks,\n${p.first}\n\n--\n${name(p)}\n${p.title}\n${p.company}\n${p.phone.written}\n${p.email}`,
      ),
    }),
  },
  {
    name: 'signature, bars',
    judging: false,
    people: 1,
    write: (all) => ({
      text: lines(all, (p) => `${name(p)} | ${p.title} | ${p.company}\nT ${p.phone.written} | ${p.email}`),
    }),
  },
  {
    name: 'comma line',
    judging: false,
    people: 3,
    write: (all) => ({
      text: lines(all, (p) => `${name(p)}, ${p.title}, ${p.company}, ${p.phone.written}, ${p.email}`, '\n'),
    }),
  },
  {
    name: 'cards',
    judging: false,
    people: 3,
    write: (all) =>
      cards(
        all,
        (p) =>
          `<h3>${name(p)}</h3><p>${p.title}</p><p>${p.company}</p><p>${p.phone.written}</p><p>${link(p)}</p>`,
      ),
  },
  {
    name: 'table with header',
    judging: false,
    people: 3,
    write: (all) =>
      table(
        all.map((p) => [name(p), p.title, p.company, p.phone.written, p.email]),
        ['Name', 'Title', 'Organization', 'Phone', 'Email'],
      ),
  },
  {
    name: 'table without header',
    judging: false,
    people: 4,
    write: (all) => table(all.map((p) => [name(p), p.title, p.company, p.email])),
    without: ['phone'],
  },
  {
    name: 'press contacts',
    judging: false,
    people: 2,
    write: (all) => ({
      text: `Media contacts\n\n${lines(all, (p) => `${name(p)}\n${p.title}\n${p.company}\n${p.phone.written}\n${p.email}`)}`,
    }),
  },
  {
    name: 'one company, heading',
    judging: false,
    people: 3,
    shared: true,
    write: (all) =>
      cards(
        all,
        (p) => `<strong>${name(p)}</strong><br>${p.title}<br>${p.phone.written}<br>${link(p)}`,
        `<h1>${all[0]?.company}</h1><h2>Our team</h2>`,
      ),
  },
  {
    name: 'mail header',
    judging: false,
    people: 4,
    without: ['title', 'company', 'phone'],
    write: (all) => ({ text: `To: ${all.map((p) => `${name(p)} <${p.email}>`).join('; ')}` }),
  },
  {
    name: 'sentence',
    judging: false,
    people: 1,
    without: ['phone', 'company'],
    write: (all) => ({
      text: lines(
        all,
        (p) => `For details, contact ${name(p)}, ${p.title.split(/[,/]/)[0]?.trim()}, at ${p.email}.`,
      ),
    }),
  },
  {
    name: 'dash list',
    judging: false,
    people: 3,
    write: (all) => ({ text: lines(all, (p) => `${name(p)} – ${p.title}, ${p.company} – ${p.email}`, '\n') }),
    without: ['phone'],
  },
  {
    name: 'judged: signature, company first',
    judging: true,
    people: 1,
    write: (all) => ({
      text: lines(
        all,
        (p) =>
          `Best regards,\n\n${name(p)}\n${p.company}\n${p.title}\nDirect: ${p.phone.written}\nFax: 416-555-0199\n${p.email}`,
      ),
    }),
  },
  {
    name: 'judged: signature, at',
    judging: true,
    people: 1,
    write: (all) => ({
      text: lines(
        all,
        (p) => `${name(p)} (she/her)\n${p.title}, ${p.company}\n${p.email} · ${p.phone.written}`,
      ),
    }),
  },
  {
    name: 'judged: bullets',
    judging: true,
    people: 4,
    without: ['phone'],
    write: (all) => ({
      text: lines(all, (p) => `• ${name(p)}, ${p.title} (${p.company}) – ${p.email}`, '\n'),
    }),
  },
  {
    name: 'judged: title above name',
    judging: true,
    people: 3,
    shared: true,
    write: (all) =>
      cards(
        all,
        (p) =>
          `<p class="role">${p.title}</p><h4>${name(p)}</h4><p>Tel: ${p.phone.written}<br>Email: ${link(p)}</p>`,
        `<h2>${all[0]?.company}</h2>`,
      ),
  },
  {
    name: 'judged: list with company lines',
    judging: true,
    people: 3,
    write: (all) =>
      cards(all, (p) => `<b>${name(p)}</b>, ${p.title}<br>${p.company}<br>${link(p)}<br>${p.phone.written}`),
  },
  {
    name: 'judged: table by organization',
    judging: true,
    people: 4,
    write: (all) =>
      table(
        all.map((p) => [p.company, name(p), p.title, p.email, p.phone.written]),
        ['Organisme', 'Personne-ressource', 'Fonction', 'Courriel', 'Téléphone'],
      ),
  },
  {
    name: 'judged: rows of a staff page',
    judging: true,
    people: 4,
    shared: true,
    write: (all) =>
      table(
        all.map((p) => [`${p.last}, ${p.first}`, p.title, p.phone.written, p.email]),
        ['Name (Last, First)', 'Position', 'Phone', 'E-mail'],
      ),
    without: ['company'],
  },
  {
    name: 'judged: headerless export',
    judging: true,
    people: 5,
    without: ['phone'],
    write: (all) => ({
      text: lines(all, (p) => `${p.first};${p.last};${p.email};${p.company};${p.title}`, '\n'),
    }),
  },
  {
    name: 'judged: quoted list',
    judging: true,
    people: 4,
    without: ['title', 'company', 'phone'],
    write: (all) => ({ text: `Cc: ${all.map((p) => `"${p.last}, ${p.first}" <${p.email}>`).join(', ')}` }),
  },
  {
    name: 'judged: byline',
    judging: true,
    people: 1,
    without: ['title', 'company', 'phone'],
    write: (all) => ({
      text: lines(
        all,
        (p) =>
          `By ${name(p)}\n${p.email}\n\nThe river was high again this week, and the bridge stayed closed until noon.`,
      ),
    }),
  },
  {
    name: 'judged: spelled out',
    judging: true,
    people: 2,
    write: (all) => ({
      text: lines(
        all,
        (p) =>
          `${name(p)}\n${p.title}, ${p.company}\n${p.email.replace('@', ' [at] ').replaceAll('.', ' [dot] ')}\n${p.phone.written}`,
      ),
    }),
  },
];
