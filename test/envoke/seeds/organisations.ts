/** Invented municipalities, associations and universities, each with a mail domain that can never exist. Names within Envoke's 50 characters. */

export interface Organisation {
  readonly name: string;
  readonly domain: string;
  readonly city: string;
  readonly province: string;
}

const at = (name: string, domain: string, city: string, province: string): Organisation => ({
  name,
  domain,
  city,
  province,
});

export const ORGANISATIONS: readonly [Organisation, ...Organisation[]] = [
  at('Township of Elder Creek', 'eldercreek.example.ca', 'Elder Creek', 'ON'),
  at('Ville de Sainte-Brume', 'sainte-brume.example.ca', 'Sainte-Brume', 'QC'),
  at('Municipality of Harbourview', 'harbourview.example.ca', 'Harbourview', 'NS'),
  at('Village of Larch Hollow', 'larchhollow.example.ca', 'Larch Hollow', 'BC'),
  at('MRC des Trois-Lacs', 'trois-lacs.example.ca', 'Lac-aux-Hérons', 'QC'),
  at('Université de la Rivière-Blanche', 'riviereblanche.example.ca', 'Rivière-Blanche', 'QC'),
  at('Prairie Coulee University', 'coulee.example.ca', 'Coulee', 'SK'),
  at('Northern Lights Polytechnic', 'nlpolytechnic.example.ca', 'Tamarack', 'YT'),
  at('Collège de la Baie-Franche', 'baie-franche.example.ca', 'Baie-Franche', 'NB'),
  at('Association of Rural Librarians', 'rurallibrarians.example.org', 'Willowbend', 'MB'),
  at('Association acadienne des apiculteurs', 'apiculteurs.example.org', 'Cap-Rouge', 'NB'),
  at('Ordre des arboristes du littoral', 'arboristes.example.org', 'Rimousette', 'QC'),
  at('Lakehead Museums Network / Réseau des musées', 'museums.example.org', 'Graniteport', 'ON'),
  at('Four Winds Friendship Centre', 'fourwinds.example.org', 'Kettle Narrows', 'ON'),
  at('Inukshuk Housing Co-operative', 'inukhousing.example.org', 'Qikirtat', 'NU'),
  at('Canadian Guild of Cheesemakers', 'cheesemakers.example.org', 'Maplemere', 'PE'),
];
