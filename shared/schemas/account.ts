/** The Envoke account of a session, its sessions on all devices, and the activity kept as CASL proof. */
import Type, { type Static } from 'typebox';
import { DEVICE_NAME_MAX_CHARS, DEVICE_NAME_UNSEEN } from '../limits.ts';

const closed = { additionalProperties: false } as const;
/** Seconds since 1970. */
const EpochSeconds = Type.Integer({ minimum: 0 });

export const AccountSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    /** When Envoke's one-year permission ends; the person reconnects before. */
    connection_expires_at: EpochSeconds,
    session: Type.Object(
      { id: Type.String(), expires_at: EpochSeconds, idle_expires_at: EpochSeconds },
      closed,
    ),
  },
  closed,
);
export type Account = Static<typeof AccountSchema>;

/** What a person calls the browser of a session ("Front desk"); without characters that cannot be seen. */
export const DeviceNameSchema = Type.String({
  maxLength: DEVICE_NAME_MAX_CHARS,
  pattern: `^[^${DEVICE_NAME_UNSEEN}]*$`,
});

export const SessionSummarySchema = Type.Object(
  {
    id: Type.String(),
    /** The session that asks. */
    current: Type.Boolean(),
    /** Of the same person as the session that asks: of the same browser, or of one that synchronizes with it. */
    own: Type.Boolean(),
    /** `''` when the person gave none. */
    device_name: Type.String(),
    /** Browser and system in a few words ("Firefox on Windows"), from the User-Agent at sign-in. */
    browser: Type.String(),
    created_at: EpochSeconds,
    last_used_at: EpochSeconds,
    expires_at: EpochSeconds,
  },
  closed,
);
export type SessionSummary = Static<typeof SessionSummarySchema>;

export const SessionsSchema = Type.Object({ sessions: Type.Array(SessionSummarySchema) }, closed);
export type Sessions = Static<typeof SessionsSchema>;

export const SessionChangesSchema = Type.Object({ device_name: DeviceNameSchema }, closed);

/** Whose sessions end: the person's other ones, or everybody's in the account. */
export const EndSessionsQuerySchema = Type.Object(
  { whose: Type.Optional(Type.Literal('everybody')) },
  closed,
);

/** One line of the audit trail: who did what to which contact on what basis; never the contact's data. */
export const ActivityEntrySchema = Type.Object(
  {
    id: Type.String(),
    at: EpochSeconds,
    session_id: Type.String(),
    action: Type.Union([
      Type.Literal('create'),
      Type.Literal('update'),
      Type.Literal('interests'),
      Type.Literal('unsubscribe'),
    ]),
    /** `''` when Envoke gave none because the write was refused. */
    contact_id: Type.String(),
    outcome: Type.Union([
      Type.Literal('done'),
      Type.Literal('already-there'),
      Type.Literal('refused'),
      Type.Literal('failed'),
      Type.Literal('uncertain'),
    ]),
    consent_from: Type.String(),
    consent_to: Type.String(),
    basis: Type.String(),
    /** The day consent rests on, `YYYY-MM-DD`; `''` when none was given. */
    happened_on: Type.Optional(Type.String()),
    /** What was confirmed of the ground, separated by blanks. */
    conditions: Type.Optional(Type.String()),
    /** Who did it, as they call themselves; `''` when they do not say. */
    person: Type.Optional(Type.String()),
    /** SHA-256 of the consent description as sent, in hex; `''` when none was. */
    description_digest: Type.Optional(Type.String()),
    /** What Envoke made of the consent: its status after the write; `''` when it did not say. */
    answer: Type.Optional(Type.String()),
    page_url: Type.String(),
    confirmed: Type.Boolean(),
    request_id: Type.String(),
  },
  closed,
);
export type ActivityEntry = Static<typeof ActivityEntrySchema>;

export const ActivityQuerySchema = Type.Object(
  {
    contact_id: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,19}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    /** Entries older than this entry's id. */
    before: Type.Optional(Type.String({ maxLength: 64 })),
  },
  closed,
);
export type ActivityQuery = Static<typeof ActivityQuerySchema>;

export const ActivitySchema = Type.Object(
  { entries: Type.Array(ActivityEntrySchema), next_before: Type.Union([Type.String(), Type.Null()]) },
  closed,
);
export type Activity = Static<typeof ActivitySchema>;
