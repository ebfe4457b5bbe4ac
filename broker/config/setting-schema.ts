/** Every setting of the broker: name, form, default. A test checks that `.env.example` matches this list. */
import Type, { type Static } from 'typebox';
import { EXTENSION_REDIRECT_URIS } from '../../shared/client.ts';

const DAY_SECONDS = 86_400;
const Url = Type.String({ maxLength: 2_048 });
const KeyId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
const PerMinute = (fallback: number) => Type.Integer({ minimum: 1, maximum: 1_000_000, default: fallback });

export const SettingsSchema = Type.Object(
  {
    /** Where browsers reach the broker: an origin, https unless loopback. */
    PUBLIC_URL: Type.String({ default: 'http://127.0.0.1:8787', maxLength: 2_048 }),
    HOST: Type.String({ default: '127.0.0.1', minLength: 1 }),
    PORT: Type.Integer({ default: 8787, minimum: 0, maximum: 65_535 }),
    /**
     * Redirect URIs of the extension's builds, separated by blanks or commas. The list is closed, and URIs are compared
     * whole.
     */
    EXTENSION_REDIRECT_URIS: Type.String({ default: EXTENSION_REDIRECT_URIS.join(' ') }),

    ENVOKE_CLIENT_ID: Type.String({ pattern: '^[\\x21-\\x7e]{1,512}$' }),
    ENVOKE_CLIENT_SECRET: Type.String({ pattern: '^[\\x21-\\x7e]{1,1024}$' }),
    ENVOKE_BASE_URL: Type.String({ default: 'https://e1.envoke.com', maxLength: 2_048 }),
    ENVOKE_AUTHORIZE_URL: Type.Optional(Url),
    ENVOKE_TOKEN_URL: Type.Optional(Url),
    ENVOKE_API_URL: Type.Optional(Url),
    ENVOKE_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 100, maximum: 60_000 }),
    ENVOKE_MAX_ANSWER_BYTES: Type.Integer({ default: 8_388_608, minimum: 4_096, maximum: 67_108_864 }),
    ENVOKE_REQUESTS_PER_SECOND: Type.Integer({ default: 1, minimum: 1, maximum: 100 }),
    ENVOKE_BURST: Type.Integer({ default: 10, minimum: 1, maximum: 1_000 }),
    /**
     * What to do when Envoke's answer has no `state`: refuse it, or use only the cookie of the flow. `send-none` is for
     * an Envoke that refuses requests with a `state`.
     */
    ENVOKE_MISSING_STATE: Type.Union(
      [Type.Literal('refuse'), Type.Literal('use-cookie'), Type.Literal('send-none')],
      { default: 'refuse' },
    ),
    /**
     * Whether a write says since when a consent counts (`consent_effective_date`): `send` for an Envoke that was found
     * to take it. Otherwise Envoke counts from the write, and the broker shows and uses the earlier end.
     */
    ENVOKE_EFFECTIVE_DATE: Type.Union([Type.Literal('leave-out'), Type.Literal('send')], {
      default: 'leave-out',
    }),

    /** Keys, and the SQLite file when no DATABASE_URL is given. */
    DATA_DIR: Type.String({ default: '.data', minLength: 1 }),
    /** `sqlite:<file>` or `postgres://…`. */
    DATABASE_URL: Type.Optional(Type.String({ minLength: 1, maxLength: 2_048 })),

    /** JWK Set (RFC 7517) of private P-256 keys, each with a `kid`. */
    SESSION_SIGNING_KEYS: Type.Optional(Type.String({ maxLength: 65_536 })),
    SESSION_SIGNING_ACTIVE_KEY_ID: Type.Optional(KeyId),
    /** JSON object: key id → 32 random bytes in base64url. */
    VAULT_KEYS: Type.Optional(Type.String({ maxLength: 65_536 })),
    VAULT_ACTIVE_KEY_ID: Type.Optional(KeyId),

    /** `strict`: 24 hours at most, one hour without use (NIST SP 800-63B, AAL2). */
    SESSION_PROFILE: Type.Union([Type.Literal('standard'), Type.Literal('strict')], {
      default: 'standard',
    }),
    SESSION_TTL_SECONDS: Type.Optional(Type.Integer({ minimum: 60, maximum: 366 * DAY_SECONDS })),
    SESSION_IDLE_SECONDS: Type.Optional(Type.Integer({ minimum: 60, maximum: 366 * DAY_SECONDS })),

    /** Networks (CIDR) of the reverse proxies whose X-Forwarded-For the broker trusts; none when empty. */
    TRUST_PROXY: Type.String({ default: '' }),
    RATE_ADDRESS_PER_MINUTE: PerMinute(1_200),
    RATE_SIGN_IN_PER_MINUTE: PerMinute(120),
    RATE_SESSION_PER_MINUTE: PerMinute(300),
    /** How many requests the broker works on at once; it answers 503 to more. */
    MAX_REQUESTS_IN_FLIGHT: Type.Integer({ default: 1_000, minimum: 1, maximum: 100_000 }),
    /** How long the audit trail is kept; CASL requires proof for years. */
    ACTIVITY_DAYS: Type.Integer({ default: 1_095, minimum: 1, maximum: 36_500 }),
    /**
     * Grounds whose lines are kept for another time: `ground=days` or `ground=always`, separated by blanks or commas.
     */
    ACTIVITY_DAYS_BY_GROUND: Type.String({ default: 'asked=always', maxLength: 1_000 }),
    /** Port for the Prometheus metrics, separate from the public one; when empty, the metrics are not served. */
    METRICS_PORT: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535 })),
    METRICS_HOST: Type.String({ default: '127.0.0.1', minLength: 1 }),
    LOG_LEVEL: Type.Union(
      (['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const).map((level) => Type.Literal(level)),
      { default: 'info' },
    ),
  },
  { additionalProperties: false },
);
export type Settings = Static<typeof SettingsSchema>;

/** Settings that may be given as `<NAME>_FILE`, the path of a file that holds the value. */
export const SECRET_SETTINGS = [
  'ENVOKE_CLIENT_ID',
  'ENVOKE_CLIENT_SECRET',
  'DATABASE_URL',
  'SESSION_SIGNING_KEYS',
  'VAULT_KEYS',
] as const satisfies readonly (keyof Settings)[];
