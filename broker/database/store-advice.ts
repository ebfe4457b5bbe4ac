/** What whoever runs the broker can do about a store in trouble. Pure. */
import type { StoreUnavailableError } from './database.ts';

const BY_REASON: Record<StoreUnavailableError['reason'], string> = {
  locked: 'Another process holds it: end that one, or wait, and try again.',
  full: 'Make room on its disk.',
  'read-only': 'Give the user that runs the broker the right to write there (DATA_DIR, DATABASE_URL).',
  unreachable: 'See that it runs, that DATABASE_URL is right, and that the network lets through.',
  corrupt:
    'Restore it from a backup, as docs/deployment.md says; a damaged store is never replaced by an empty one.',
};

/** By what PostgreSQL or the system calls it, where that says more. */
const BY_CODE: Readonly<Record<string, string>> = {
  '28000': 'PostgreSQL does not let this user in: see DATABASE_URL and pg_hba.conf.',
  '28P01': 'The password in DATABASE_URL is not that of its user.',
  '3D000': 'Create the database that DATABASE_URL names, or correct its name there.',
  '42501': 'Let the user of DATABASE_URL own the database: the broker makes its tables there.',
  '53300': 'Raise max_connections of PostgreSQL: each broker opens up to 10.',
  ECONNREFUSED:
    'Nothing listens at the address in DATABASE_URL: see that the server runs, and on which port.',
  ENOTFOUND: 'The host name in DATABASE_URL is not known: see its spelling, and DNS.',
  ENOENT: 'A file that DATABASE_URL names is not there.',
};

/** One or two sentences; they hold nothing of the settings. */
export function storeAdvice({ code = '', reason }: StoreUnavailableError): string {
  return BY_CODE[code] ?? BY_REASON[reason];
}
