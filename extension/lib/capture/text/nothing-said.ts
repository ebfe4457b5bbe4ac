/** What programs and people write where there is nothing to say: "N/A", "Not provided", "à confirmer". */
const NOTHING =
  /^\(?(?:n\/?a|s\.?\/?o\.?|unknown|inconnue?|anonymous|anonyme|vide|empty|null|none|aucune?|not (?:provided|specified|applicable|available|listed|set|shared(?: by donor)?)|withheld|confidential|(?:no|question|field)? ?(?:answer|response|not (?:answered|completed)|left blank)|(?:champ |question )?(?:non (?:rempli|répondue?)|laissée? (?:vide|en blanc))|(?:aucune|sans|pas de) réponse|non (?:disponible|fournie?|précisée?|spécifiée?)|(?:poste )?vacante?|open|tb[acd]|à (?:venir|combler|confirmer)|(?:☒ |☑ )?(?:la|le)?\s?même (?:adresse )?que .{3,40}|(?:☒ |☑ )?same as .{3,40}|-+|—|–)\)?\.?$/i;

/** Whether a value says nothing of a person. */
export const isNothing = (value: string): boolean => NOTHING.test(value);
