/** The fields of a person in a contact, with the names of Envoke and of the wire, in the order of a business card. */
export const PERSON_FIELDS = [
  'first_name',
  'last_name',
  'title',
  'company',
  'phone',
  'address_1',
  'address_2',
  'city',
  'province',
  'postal_code',
  'country',
  'website',
  'language',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** A person of whom nothing is known. */
export const NO_PERSON = Object.fromEntries(PERSON_FIELDS.map((name) => [name, ''])) as Readonly<
  Record<PersonField, string>
>;

/** The same fields plus the e-mail address, which identifies a contact. */
export const CONTACT_FIELDS = ['email', ...PERSON_FIELDS] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
