/** What a file of proofs has in the place of a name that Envoke did not give: nobody may take it for complete. */

const WORDS = {
  en: 'Not known: Envoke did not say',
  fr: 'Inconnu : Envoke ne l’a pas dit',
} as const;

/** @param language of the file; a file without one is in English, as the names of its columns are */
export const unknownName = (language: keyof typeof WORDS = 'en'): string => WORDS[language];

/** Whether names are missing in a file. */
export const lacksNames = (file: string): boolean =>
  Object.values(WORDS).some((words) => file.includes(words));
