/** The texts in `store/` that name whoever publishes the extension: filled in for a submission, refused unfilled. Pure. */

/** What is missing in a text is written there in double braces, by these names, which the environment has too. */
const FIELDS = {
  PUBLISHER_NAME: 'who publishes the extension, as in Example Association',
  PUBLISHER_CONTACT: 'where people write to about privacy: an email or postal address',
  PRIVACY_POLICY_URL: 'the https address at which you publish store/privacy.*.md',
  REVIEW_BROKER_URL: 'the address of the broker that reviewers sign in through',
} as const;
type Field = keyof typeof FIELDS;

export const TEXTS_WITH_FIELDS = [
  'listing.en.md',
  'listing.fr.md',
  'privacy.en.md',
  'privacy.fr.md',
  'reviewer-notes.md',
] as const;

type Given = Readonly<Record<string, string | undefined>>;

const IN_BRACES = /\{\{(\w+)\}\}/g;
const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name);

/** The sentence that says what to do, for each field that nothing is given for; none when the texts can go out. */
export function missingFields(env: Given): string[] {
  return Object.entries(FIELDS)
    .filter(([name]) => !env[name]?.trim())
    .map(([name, meaning]) => `Set ${name}: ${meaning}.`);
}

/** @throws {Error} on a field in the text that has no name here or no value */
export function fillText(text: string, env: Given): string {
  return text.replace(IN_BRACES, (_whole, name: string) => {
    const value = isField(name) ? env[name]?.trim() : undefined;
    if (!value) throw new Error(`{{${name}}} is not filled in.`);
    return value;
  });
}
