/** Regions of Quebec and large Canadian cities, folded: alone on a line, they say where somebody is and nothing else. */
export const KNOWN_PLACES: ReadonlySet<string> = new Set(
  [
    'abitibi-temiscamingue|bas-saint-laurent|estrie|mauricie|outaouais|monteregie|laurentides|lanaudiere|cote-nord',
    'gaspesie|chaudiere-appalaches|capitale-nationale|centre-du-quebec|nord-du-quebec|montreal|toronto|vancouver',
    'calgary|edmonton|ottawa|winnipeg|halifax|saskatoon|regina|victoria|laval|gatineau|longueuil|sherbrooke',
    'moncton|fredericton|charlottetown|whitehorse|yellowknife|iqaluit|sudbury|hamilton|kelowna|kamloops|guelph',
    "kingston|barrie|burnaby|surrey|richmond|mississauga|brampton|markham|st. john's|trois-rivieres|saguenay",
    'levis|rimouski',
  ].flatMap((line) => line.split('|')),
);
