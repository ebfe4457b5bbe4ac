/** Writes the label of a form field or an export column in one way: "First-Name:*", "first_nm" and "attribute_1 <First name>". */
import { fold } from '../text/clean-text.ts';
import { readLabel } from './label-grammar.ts';

const MARKS =
  /[*†‡•]|\((?:e?s|x)\)|\[[^\][]{0,20}\]|\((?:en|fr|required|optional|obligatoire|facultatif|requis|optionnel|if any|s'il y a lieu|champ obligatoire)\)|\b(?:required|obligatoire)$/g;

/** In the headings of databases: "first_nm", "addr1", "home_ph". */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  nm: 'name',
  addr: 'address',
  ph: 'phone',
  cd: 'code',
  prov: 'province',
  org: 'organization',
  adr: 'adresse',
  adres: 'adresse',
  adrs: 'adresse',
  postl: 'postal',
  muncp: 'municipalite',
  orgns: 'organisme',
  pren: 'prenom',
  pos: 'position',
  fonct: 'fonction',
  conj: 'conjoint',
  pcode: 'postal code',
};

const ABBREVIATED = new RegExp(String.raw`\b(?:${Object.keys(ABBREVIATIONS).join('|')})(?=\b|\d)`, 'g');

/** "phonenumber" */
const COMPOUND =
  /^(phone|e-?mail|job|company|organi[sz]ation|full|postal|zip|street|mailing)(numbers?|address|title|name|code)$/;

/** "G01Q02. Prénom", "2) Name": the number of a question. */
const NUMBER_OF_QUESTION = /^(?:(?:[a-z]{0,2}\d{1,3}){1,3}[).-]|q\d+(?:[ _]\d+)*\s?[-.:])\s*(?=\p{L}{2})/u;

/** The words of a label, in small letters and without accents, marks and numbers. */
export function keyOf(text: string): string {
  return (
    fold(
      text
        // "attribute_1 <Fonction>"
        .replace(/^[\w ]+<([^<>@]+)>$/, '$1')
        // "What is your postal code? (We give priority to neighbours.)"
        .replace(/(?<=\?)\s*\(.*\)$/, '')
        // "Nice to meet you, Ann. Where do you work?"
        .replace(/^[^?]*\p{L}{3}[.!…]\s+(?=\p{Lu}[^.!]*\?\s*\*?$)/u, '')
        // "Address, including apartment number"
        .replace(/,\s(?:including|incluant|y compris)\s.*$/i, '')
        // "CnAdrPrf_City": of the person, in a database of donors.
        .replace(/^Cn(?!Sp|As|Rel)[A-Z]\w*?_(?:\d+_)*(?=[A-Z])/, '')
        // "📧 Email"
        .replace(/^[^\p{L}\p{N}([@]+(?=\p{L})/u, '')
        // "Identification [Prénom]": one of several fields of a question
        .replace(/^\p{L}[^[\]]*\[(\p{L}[^[\]]+)\]\s*$/u, (whole, field: string) =>
          readLabel(fold(field)) ? field : whole,
        )
        // "Je souhaite recevoir : [Infolettre]"
        .replace(/\[([^[\]]*(?:lettre|news|bulletin|courriel|e-?mail)[^[\]]*)\]\s*$/i, ' $1')
        // "On-site contact"
        .replace(/\b(on)-(?=site\b)/i, '$1')
        // "form_fields[newsletter]", "contact[optOut]": the name of a field
        .replace(/^\w+(?:\[\w*\])*\[([a-z]\w+)\](?:\[\])?$/i, '$1')
        // "Participant Value [City]"
        .replace(/^.*\bvalue\s?\[([^\]]+)\]$/i, '$1')
        // "[Name | First]"
        .replace(/^\s*\[([^\][]+)\]\s*$/, '$1')
        .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '),
    )
      .replace(/[_]+|(?<=^(?:your|votre))-/g, ' ')
      .replace(COMPOUND, '$1 $2')
      .replace(ABBREVIATED, (word) => ABBREVIATIONS[word] ?? word)
      .replace(MARKS, ' ')
      .replace(/\s*[:：?]\s*$/, '')
      .replace(NUMBER_OF_QUESTION, '')
      .replace(/[."]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      // "tel-416": the name of a field, with its number.
      .replace(/(?<=^[a-z]+)-\d{2,}$/, '')
      .replace(/^\d{1,2}(?:\.?\d{1,2})?[).-]?\s(?=\p{L})/u, '')
      .replace(/^(?:field|input|txt)\s(?=\p{L})/u, '')
      .replace(/\s(?:-\svalue|\|\s(?:primary|principale?))$/, '')
      // Of several numbers the best one counts.
      .replace(/(?<=^(?:phone|telephone|mobile|cell))\s[2-4]\b/, '')
      .replace(/(?<=^(?:e-?mail|phone|organization|address|courriel|telephone|titre|title))\s?1\b/, '')
      .replace(
        /^(organi[sz]ation|company)(?: - | )(name|title|department)$/,
        (_, of: string, what: string) =>
          what === 'name' ? of : what === 'title' ? 'job title' : 'department',
      )
  );
}
