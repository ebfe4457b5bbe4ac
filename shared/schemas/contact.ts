/** Contacts on the wire between extension and broker. Unset text is `''`. Envoke's `external_id` (a secret link) is never part of it. */
import Type, { type Static } from 'typebox';
import { WRITABLE_CONSENT_STATUSES, type WritableConsentStatus } from '../consent.ts';
import { CONDITIONS, type Condition, GROUNDS, type Ground, isGroundDay } from '../consent-grounds.ts';
import { PERSON_FIELDS, type PersonField } from '../contact-fields.ts';
import { isReadEmail } from '../email-address.ts';
import { plainAddress, seenText } from '../email-key.ts';
import {
  CONTACT_FIELD_MAX_CHARS,
  CONTACTS_PAGE_MAX,
  LOOKUP_MAX_EMAILS,
  SEARCH_MAX_CHARS,
} from '../limits.ts';

const closed = { additionalProperties: false } as const;
/** Higher than Envoke's own limits: Envoke itself decides on values between the two. Longer values are never sent. */
const TEXT_MAX_CHARS = 1_000;
const Text = Type.String({ maxLength: TEXT_MAX_CHARS });

/** The fields of a person that the extension reads and writes; the same names as Envoke's. */
function personFields<Schema>(schema: Schema): Record<PersonField, Schema> {
  return Object.fromEntries(PERSON_FIELDS.map((name) => [name, schema])) as Record<PersonField, Schema>;
}
const PersonFields = personFields(Text);

const AddressText = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@<>"]+@[^\\s@<>"]+$' });
/** An address as the parser returns it; nothing else is written. */
export const EmailSchema = Type.Refine(
  AddressText,
  isReadEmail,
  () => 'must be one whole address, with no character that cannot be seen',
);
/**
 * An address that is only searched. Envoke may hold some that the parser refuses, but invisible characters are never
 * searched.
 */
const AskedEmailSchema = Type.Refine(
  AddressText,
  (email) => plainAddress(email) === email,
  () => 'must have no character that cannot be seen',
);
export const ContactIdSchema = Type.String({ pattern: '^[1-9][0-9]{0,19}$' });
/** Typed by hand: a union over a mapped list has no static members. */
export const WritableConsentStatusSchema = Type.Unsafe<WritableConsentStatus>(
  Type.Union(WRITABLE_CONSENT_STATUSES.map((status) => Type.Literal(status))),
);

export const ConsentSchema = Type.Object(
  {
    /** Envoke's status: a known status in Envoke's spelling, an unknown one unchanged. */
    status: Type.String(),
    description: Type.String(),
    /**
     * As Envoke gives it, no zone arithmetic; `''` when unknown. Where the end is that of the ground's day, this day.
     */
    effective_date: Type.String(),
    /** `YYYY-MM-DD`: Envoke's expiry, or computed from the status; null when consent does not end or the day is unknown. */
    ends_on: Type.Union([Type.String(), Type.Null()]),
    mailable: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
  },
  closed,
);
export type Consent = Static<typeof ConsentSchema>;

export const ContactSchema = Type.Object(
  {
    id: Type.String(),
    email: Type.String(),
    ...personFields(Type.String()),
    created_at: Type.String(),
    consent: ConsentSchema,
    /** Names of tags and subscriptions, mixed, as Envoke gives them. */
    interests: Type.Array(Type.String()),
    custom_fields: Type.Record(Type.String(), Type.String()),
  },
  closed,
);
export type Contact = Static<typeof ContactSchema>;

export const ContactsQuerySchema = Type.Object(
  {
    /** What the person typed: part of a name, company or e-mail, several words. Empty: newest first. */
    search: Type.Optional(Type.String({ maxLength: SEARCH_MAX_CHARS })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: CONTACTS_PAGE_MAX })),
    skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  },
  closed,
);
export type ContactsQuery = Static<typeof ContactsQuerySchema>;

export const ContactsPageSchema = Type.Object(
  {
    contacts: Type.Array(ContactSchema),
    /** `skip` of the next page; null at the end. Envoke has no total count. */
    next_skip: Type.Union([Type.Integer(), Type.Null()]),
    /** `narrowed`: this Envoke account cannot search parts of all texts, so contacts may be missing. */
    search: Type.Union([Type.Literal('full'), Type.Literal('narrowed')]),
  },
  closed,
);
export type ContactsPage = Static<typeof ContactsPageSchema>;

/** Name of the person who is responsible for a write, as they give it. */
const Person = Type.String({ maxLength: 100 });

/** Where a write came from, kept in the audit trail for CASL proof. */
const Origin = {
  /** Page that the contact was taken from; scheme, host and path only. */
  page_url: Type.Optional(Type.String({ maxLength: 2_048 })),
  /** What happened, in the extension's words: the consent basis the person chose. */
  basis: Type.Optional(Type.Unsafe<Ground>(Type.Union(GROUNDS.map((ground) => Type.Literal(ground))))),
  /** The day on which the consent is based, `YYYY-MM-DD`: its period runs from there. */
  happened_on: Type.Optional(
    Type.Refine(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      (day) => isGroundDay(undefined, day),
      () => 'must be a day of the calendar, in 1900 or later',
    ),
  ),
  /** The conditions of the ground that the person confirmed. */
  conditions: Type.Optional(
    Type.Array(Type.Unsafe<Condition>(Type.Union(CONDITIONS.map((one) => Type.Literal(one)))), {
      maxItems: 10,
    }),
  ),
  person: Type.Optional(Person),
};

export const ContactDraftSchema = Type.Object(
  {
    email: EmailSchema,
    ...Type.Partial(Type.Object(PersonFields)).properties,
    consent_status: WritableConsentStatusSchema,
    /** Required and not blank when the status allows sending. */
    consent_description: Type.Optional(
      Type.String({ maxLength: CONTACT_FIELD_MAX_CHARS.consent_description }),
    ),
    /** Names or ids of tags and subscriptions to set. */
    interests: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 100 })),
    custom_fields: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z0-9_]{1,64}$' }), Text)),
    ...Origin,
  },
  closed,
);
export type ContactDraft = Static<typeof ContactDraftSchema>;

/** Changes to one contact: only what is named is changed. */
export const ContactChangesSchema = Type.Object(
  {
    ...Type.Partial(Type.Object({ email: EmailSchema, ...PersonFields })).properties,
    custom_fields: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z0-9_]{1,64}$' }), Text)),
    consent_status: Type.Optional(WritableConsentStatusSchema),
    consent_description: Type.Optional(
      Type.String({ maxLength: CONTACT_FIELD_MAX_CHARS.consent_description }),
    ),
    /** The person saw the present consent and confirmed a change that is otherwise refused (409 consent-confirmation-needed). */
    consent_confirmed: Type.Optional(Type.Boolean()),
    /** Values the person saw, of the fields being changed (`custom_fields.<name>` for those); when Envoke has others by now the answer is 409 contact-changed. */
    seen: Type.Optional(Type.Record(Type.String(), Type.String())),
    ...Origin,
  },
  { ...closed, minProperties: 1 },
);
export type ContactChanges = Static<typeof ContactChangesSchema>;

export const InterestChangesSchema = Type.Object(
  {
    set: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 100 })),
    unset: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 100 })),
    person: Type.Optional(Person),
  },
  { ...closed, minProperties: 1 },
);
export type InterestChanges = Static<typeof InterestChangesSchema>;

/** A write that the person took back before its outcome was known: the same request as the write's own. */
export const VoidedWriteSchema = Type.Union([
  Type.Object({ create: ContactDraftSchema }, closed),
  Type.Object({ id: ContactIdSchema, update: ContactChangesSchema }, closed),
  Type.Object({ id: ContactIdSchema, interests: InterestChangesSchema }, closed),
]);
export type VoidedWrite = Static<typeof VoidedWriteSchema>;

export const VoidAnswerSchema = Type.Object(
  {
    /** Whom it was written to; null when nothing was written, and nothing ever is with this key. */
    contact_id: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type VoidAnswer = Static<typeof VoidAnswerSchema>;

export const UnsubscribeSchema = Type.Object(
  /** The reason in a person's words; becomes the contact's consent description. */
  {
    reason: Type.Refine(
      Type.String({ minLength: 1, maxLength: 2_000 }),
      (reason) => seenText(reason) !== '',
      () => 'must have characters that can be seen',
    ),
    person: Type.Optional(Person),
  },
  closed,
);
export type Unsubscribe = Static<typeof UnsubscribeSchema>;

export const LookupSchema = Type.Object(
  { emails: Type.Array(AskedEmailSchema, { minItems: 1, maxItems: LOOKUP_MAX_EMAILS }) },
  closed,
);
export type Lookup = Static<typeof LookupSchema>;

export const LookupAnswerSchema = Type.Object(
  {
    /** One entry for each e-mail asked, in the same order; `contact` is null when Envoke has nobody with that e-mail. */
    results: Type.Array(
      Type.Object({ email: Type.String(), contact: Type.Union([ContactSchema, Type.Null()]) }, closed),
    ),
  },
  closed,
);
export type LookupAnswer = Static<typeof LookupAnswerSchema>;

export const ContactsByIdQuerySchema = Type.Object(
  {
    /** Ids with commas between them, at most as many as Envoke lists on a page. */
    ids: Type.String({ pattern: `^[1-9][0-9]{0,19}(,[1-9][0-9]{0,19}){0,${CONTACTS_PAGE_MAX - 1}}$` }),
  },
  closed,
);
export type ContactsByIdQuery = Static<typeof ContactsByIdQuerySchema>;

export const ContactsByIdSchema = Type.Object(
  {
    /** In Envoke's order. Who is missing may still exist: not every Envoke lists several contacts by their ids. */
    contacts: Type.Array(ContactSchema),
  },
  closed,
);
export type ContactsById = Static<typeof ContactsByIdSchema>;

export const ConsentEndsQuerySchema = Type.Object({ skip: ContactsQuerySchema.properties.skip }, closed);
export type ConsentEndsQuery = Static<typeof ConsentEndsQuerySchema>;

/** One page of Envoke's list, newest first, without anything that names a person. */
export const ConsentEndsPageSchema = Type.Object(
  {
    /** The contacts of this page that may be emailed now and whose consent ends, with its last day, `YYYY-MM-DD`. */
    ends: Type.Array(Type.Object({ id: Type.String(), ends_on: Type.String() }, closed)),
    /** `skip` of the next page; null at the end. */
    next_skip: Type.Union([Type.Integer(), Type.Null()]),
  },
  closed,
);
export type ConsentEndsPage = Static<typeof ConsentEndsPageSchema>;

/** The choices that the forms show. */
export const ListsSchema = Type.Object(
  {
    interests: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          kind: Type.Union([Type.Literal('tag'), Type.Literal('subscription'), Type.Literal('unknown')]),
          /** The name as it appears in contacts; present only where Envoke has the name in both languages. */
          display_names: Type.Optional(Type.Object({ en: Type.String(), fr: Type.String() }, closed)),
        },
        closed,
      ),
    ),
    custom_fields: Type.Array(Type.String()),
    consent_statuses: Type.Array(WritableConsentStatusSchema),
  },
  closed,
);
export type Lists = Static<typeof ListsSchema>;
