/** Layouts that only measure the result: at least one for each kind of page and paste that people capture from. */
import type { Family, Material } from './layouts.ts';
import type { Person } from './people.ts';

const name = (person: Person): string => `${person.first} ${person.last}`;
const list = (people: readonly Person[], write: (person: Person, index: number) => string): Material => ({
  text: people.map(write).join('\n'),
});

type Row = readonly (readonly [english: string, french: string, value: (person: Person) => string])[];

const FIELDS: Row = [
  ['First name', 'Prénom', (p) => p.first],
  ['Last name', 'Nom de famille', (p) => p.last],
  ['Organization', 'Organisme', (p) => p.company],
  ['Job title', 'Fonction', (p) => p.title],
  ['Phone number', 'Téléphone', (p) => p.phone.written],
  ['Email address', 'Adresse courriel', (p) => p.email],
  ['How did you hear about us?', 'Comment nous avez-vous connus ?', () => '—'],
];

const filledIn = (person: Person): (readonly [label: string, value: string])[] =>
  FIELDS.map(([english, french, value]) => [person.french ? french : english, value(person)]);

const quoted = (cell: string): string => (/[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly (readonly string[])[], mark: string): Material => ({
  text: rows.map((row) => row.map(quoted).join(mark)).join('\n'),
  title: 'export.csv',
});

const firstTitle = (person: Person): string => person.title.split(/ \/ /)[0] ?? '';

export const KINDS: readonly Family[] = [
  {
    name: 'judged: form: a label a line',
    judging: true,
    people: 1,
    write: (all) => list(all, (p) => filledIn(p).flat().join('\n')),
  },
  {
    name: 'judged: form: a table in a message',
    judging: true,
    people: 1,
    write: (all) => {
      const rows = all.flatMap(filledIn);
      return {
        text: rows.map((row) => row.join('\t')).join('\n'),
        html: `<table>${rows.map(([label, value]) => `<tr><td><b>${label}</b></td><td>${value}</td></tr>`).join('')}</table>`,
      };
    },
  },
  {
    name: 'judged: form: questions with numbers',
    judging: true,
    people: 1,
    without: ['phone', 'title'],
    write: (all) =>
      list(all, (p) =>
        p.french
          ? `1. Quel est votre nom complet ?\n${name(p)}\n2. Pour quelle organisation travaillez-vous ?\n${p.company}\n3. Quelle est votre adresse courriel ?\n${p.email}`
          : `1. What is your full name?\n${name(p)}\n2. Which organization are you with?\n${p.company}\n3. What is the best email to reach you at?\n${p.email}`,
      ),
  },
  {
    name: 'judged: export: columns that nobody knows',
    judging: true,
    people: 4,
    write: (all) =>
      csv(
        [
          [
            'Order no.',
            'first_name',
            'last_name',
            'T-shirt',
            'email',
            'Company',
            'Job Title',
            'Phone',
            'Total',
          ],
          ...all.map((p, index) => [
            `${9000 + index}`,
            p.first,
            p.last,
            'M',
            p.email,
            p.company,
            p.title,
            p.phone.written,
            '25.00',
          ]),
        ],
        ',',
      ),
  },
  {
    name: 'judged: export: French spreadsheet',
    judging: true,
    people: 4,
    without: ['phone'],
    write: (all) =>
      csv(
        [
          ['No', 'Nom', 'Prénom', 'Employeur', "Titre d'emploi", 'Courriel', 'Remarques'],
          ...all.map((p, index) => [`${index + 1}`, p.last, p.first, p.company, p.title, p.email, '']),
        ],
        ';',
      ),
  },
  {
    name: 'judged: organizations: below the title',
    judging: true,
    people: 3,
    without: ['phone'],
    write: (all) => ({
      text: all.map((p) => `${name(p)}\n${p.title}\n${p.company}\n${p.email}`).join('\n\n'),
    }),
  },
  {
    name: 'judged: addresses: broken by line ends',
    judging: true,
    people: 2,
    without: ['title', 'company', 'phone'],
    write: (all) => list(all, (p) => `${name(p)}, ${p.email.replace('@', '@\n')}`),
  },
  {
    name: 'judged: addresses: grouped',
    judging: true,
    people: 2,
    without: ['title', 'company', 'phone'],
    expect: (_person, index) => ({
      email: `${index === 0 ? 'marta' : 'joel'}.quill@groups.example.ca`,
      first_name: undefined,
      last_name: undefined,
    }),
    write: () => ({ text: 'Write to us: {marta.quill,joel.quill}@groups.example.ca' }),
  },
  {
    name: 'judged: names: words of every day',
    judging: true,
    people: 5,
    without: ['title', 'company', 'phone'],
    write: (all) => list(all, (p) => `${name(p)} <${p.email}>`),
  },
  {
    name: 'judged: neighbours: recipients without an address',
    judging: true,
    people: 2,
    without: ['title', 'company', 'phone'],
    write: ([one, two]) => ({
      text: one && two ? `To: Joe Doe; ${name(one)} <${one.email}>\nCc: ${name(two)} <${two.email}>` : '',
    }),
  },
  {
    name: 'judged: neighbours: the assistant first',
    judging: true,
    people: 2,
    without: ['company', 'phone'],
    expect: (_person, index) => ({ title: index === 0 ? 'Councillor' : 'Executive assistant' }),
    write: ([one, two]) => ({
      text:
        one && two
          ? `Councillor ${name(one)}\nExecutive assistant: ${name(two)}, ${two.email}\n${one.email}`
          : '',
    }),
  },
  {
    name: 'judged: titles: in two languages before the name',
    judging: true,
    people: 3,
    without: ['company', 'phone'],
    expect: () => ({ title: 'Présidente' }),
    write: (all) => list(all, (p) => `Présidente / Chair: ${name(p)} (${p.email})`),
  },
  {
    name: 'judged: titles: pronouns beside the name',
    judging: true,
    people: 2,
    without: ['phone'],
    write: (all) => ({
      text: all.map((p) => `${name(p)} (they/them)\n${p.title}\n${p.company}\n${p.email}`).join('\n\n'),
    }),
  },
  {
    name: 'judged: phones: fax, main and direct',
    judging: true,
    people: 2,
    write: (all) => ({
      text: all
        .map(
          (p) =>
            `${name(p)}\n${p.title}\n${p.company}\nFax: 613-555-0191\nMain: 613-555-0190\nDirect: ${p.phone.written}\n${p.email}`,
        )
        .join('\n\n'),
    }),
  },
  {
    name: 'judged: streets: numbers, units and boxes',
    judging: true,
    people: 2,
    without: ['phone'],
    address: true,
    write: (all) => ({
      text: all
        .map(
          (p) =>
            `${name(p)}\n${firstTitle(p)}\n${p.company}\n${p.place.street}\n${p.place.city}, ${p.place.province} ${p.place.postalCode}\n${p.email}`,
        )
        .join('\n\n'),
    }),
    expect: (p) => ({ title: firstTitle(p) }),
  },
  {
    name: 'judged: consent: a column with a date beside',
    judging: true,
    people: 4,
    without: ['title', 'company', 'phone'],
    consent: true,
    write: (all) =>
      csv(
        [
          ['Name', 'Email', 'Newsletter opt-in', 'Date'],
          ...all.map((p) => [name(p), p.email, p.consent.optIn ? 'Yes' : 'No', p.consent.day]),
        ],
        ',',
      ),
  },
];
