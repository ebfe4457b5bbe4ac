/** Invented people for generated layouts: names that are hard to tell, employers that no word gives away, titles in both languages. */

export interface Person {
  first: string;
  last: string;
  title: string;
  company: string;
  email: string;
  /** The name as written, and as capture must return it. */
  phone: { written: string; plain: string };
  french: boolean;
  place: { street: string; city: string; province: string; postalCode: string };
  consent: { optIn: boolean; day: string };
}

const FIRST =
  'Olivia Au Thu-Hà Marc-Antoine Inga Sukhwinder Dalbir Xiaoming Éloïse Salif Osman Laurel Jean-Yves Omar Pauline Marlow Kellar Nadège Bronwyn Siobhán Tomasz Yolande Guðrún Mei Ravi Chantal Félix Aoife Desta Hiro Rose April Grant Will Faith Summer Jolene Crispin Thibault Maïté Ikaluk Wendat Anneliese Bao Zeynep Ngozi Kwame Liam'.split(
    ' ',
  );
const LAST = [
  ...'March To Pham Rivière Boivin Thorvaldson Whitecap Eashappie Sandhu-Gill Lemay-Fortin Ouédraogo Tekin Lenox Alghazal Dufour Squires Bell Price Young Church Bishop Fields Wood Brooks Stone Lake Park Chambers Marsh Hall Field Lafleur Lajeunesse Desrochers Charest Larivière Fontaine Boulanger Berger Cloutier Okonkwo Nakamura Lindqvist Papadopoulos Haraldsson'.split(
    ' ',
  ),
  'de Vos',
  'Van Wyk',
  'St-Cyr',
  'Le Blanc',
  "O'Rourke",
  'Al Hassan',
  'Two Bears',
  'Saito-Unger',
];
const TITLES = {
  english:
    'Executive Director|Chief Librarian / CEO|Associate Professor|Program Lead|Band Manager|Communications Officer|Director, Member Services|Head of Partnerships|Treasurer|Outreach Coordinator|Artistic Director|Volunteer Manager|Press Secretary|Manager, Parks and Trails|Vice-President, Advancement|Registrar|Fund Development Coordinator|Policy Analyst|Board Chair|Senior Planner'.split(
      '|',
    ),
  french:
    'Directrice générale|Coordonnateur|Agente de communication|Présidente|Greffier|Conseillère en gestion de projets|Trésorière|Responsable des bénévoles|Attaché de presse|Chargée de projet|Adjointe administrative|Chef de service|Secrétaire-trésorière|Directeur artistique|Agente de développement'.split(
      '|',
    ),
};
/** Some with a telling word, most without. */
const COMPANIES = {
  english:
    'Hollow Reed|Two Rivers Together|North & Vine|Tidewater Arts Inc.|Saltbox|Kindred Table|Blue Heron|Lanternfish|Harbour Choir Society|Prairie Ink|Common Ground|Bright Acre|Cedar & Stone|Open Door Kitchen|The Gathering Place|Northern Lantern|Riverbend Food Bank|Elmwood Community Foundation|Second Harvest Circle|Wild Rose Makers'.split(
      '|',
    ),
  french:
    'Fondation Boréale|Les Ponts d’Or|La Maison Bleue|Espace Marée|Le Grand Détour|Conseil culturel du Nord|Terre et Racines|L’Atelier du Quai|Ville de Port-Anse|Coup de pouce Rivière|Le Fil rouge|Théâtre de la Lune|Entre deux eaux|Vents du large'.split(
      '|',
    ),
};
/** Street lines that are hard to recognize: numbered streets, units in front, boxes, no street word. */
const STREETS =
  '11315 106 Ave NW|Unit 5 - 210 Kingsway|1350, rang du Petit-Bois|PO Box 86|2240, rue Fleury Est|4150 Sainte-Catherine W.|55 rue du Moulin, bureau 3'.split(
    '|',
  );
const CITIES = [
  { city: 'Whitefish Bay', province: 'ON', postalCode: 'P0T 2B0' },
  { city: 'Sainte-Luce', province: 'QC', postalCode: 'G0K 1P0' },
  { city: "St. John's", province: 'NL', postalCode: 'A1A 1B3' },
  { city: 'Saddle Ridge', province: 'AB', postalCode: 'T0A 3T0' },
];
const FREE = ['mailbox.example.com', 'gmail.com', 'videotron.ca', 'hotmail.com'];

/** Numbers between 0 and 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ð/g, 'd')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

export type Pick = <T>(list: readonly T[]) => T;

const createPick =
  (random: () => number): Pick =>
  (list) =>
    list[Math.floor(random() * list.length)] as (typeof list)[number];

function phoneOf(pick: Pick, random: () => number): Person['phone'] {
  const [area, line] = [
    pick(['709', '514', '403', '613', '867', '418']),
    `01${Math.floor(10 + random() * 89)}`,
  ];
  const extension =
    random() < 0.2 ? ` ${pick(['ext.', 'x', 'poste'])} ${Math.floor(100 + random() * 800)}` : '';
  const written = pick([
    `${area}-555-${line}`,
    `(${area}) 555-${line}`,
    `${area}.555.${line}`,
    `${area} 555-${line}`,
    `1-${area}-555-${line}`,
  ]);
  return {
    written: written + extension,
    plain: `+1${area}555${line}${extension ? ` x${extension.split(' ').at(-1)}` : ''}`,
  };
}

/** @param used addresses that are taken */
export function createPerson(random: () => number, company: string | undefined, used: Set<string>): Person {
  const pick = createPick(random);
  const french = random() < 0.4;
  const [first, last] = [pick(FIRST), pick(LAST)];
  const employer = company ?? pick(french ? COMPANIES.french : COMPANIES.english);
  const [given, family] = [slugOf(first), slugOf(last)];
  const local = pick([
    `${given}.${family}`,
    `${given.charAt(0)}${family}`,
    given,
    `${family}.${given.charAt(0)}`,
    `${given}${family.charAt(0)}`,
  ]);
  const domain =
    random() < 0.4 ? pick(FREE) : `${slugOf(employer).slice(0, 18)}.example.${pick(['ca', 'org'])}`;
  const email = `${local}@${domain}`;
  if (used.has(email) || given === family) return createPerson(random, company, used);
  used.add(email);
  return {
    first,
    last,
    title: pick(french ? TITLES.french : TITLES.english),
    company: employer,
    email,
    phone: phoneOf(pick, random),
    french,
    place: { street: pick(STREETS), ...pick(CITIES) },
    consent: {
      optIn: random() < 0.6,
      day: `2026-0${Math.floor(1 + random() * 8)}-1${Math.floor(random() * 9)}`,
    },
  };
}

export const companyOf = (random: () => number): string =>
  createPick(random)([...COMPANIES.english, ...COMPANIES.french]);
