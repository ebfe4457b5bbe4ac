/** Reads the day of a form in the words of a program: "Soumis le 3 mars 2026", "This form was submitted on March 3, 2026." */
import { fold } from '../text/clean-text.ts';
import type { Label } from './form-labels.ts';
import { dayOf } from './written-days.ts';

const MAX_CHARACTERS = 120;
const SENT =
  /^(?:(?:this|the|your|new|ce|cette|le|la|votre|nouvelle?|online|web) )*(?:(?:form|formulaire|entry|entree|response|reponse|submission|soumission|message|application|registration|inscription|demande|request)(?: en ligne)? )?(?:(?:was|has been|a ete|est) )?(?:submitted|sent|received|completed|filled (?:in|out)|signed|(?:soumis|envoye|recu|rempli|transmis|signe)e?)[ ,:]*(?:(?:on|at|le|the) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?(?=\d|\p{L}{3,9}\.? \d)/u;
/** The day that such a line says; null for any other. */
export function sentOn(text: string): Label | null {
  if (text.length > MAX_CHARACTERS) return null;
  const said = SENT.exec(fold(text))?.[0] ?? '';
  const value = text.slice(said.length);
  return said !== '' && !value.includes('@') && dayOf(value) !== undefined
    ? { kind: 'submitted', label: text.slice(0, said.length).trim(), value }
    : null;
}
