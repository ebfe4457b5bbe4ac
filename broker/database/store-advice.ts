/** What the operator can do when the store has a problem. Pure. */
import type { StoreUnavailableError } from './database.ts';

const BY_REASON: Record<StoreUnavailableError['reason'], string> = {
  locked: 'Another process holds it: end that one, or wait, and try again.',
  busy: 'All connections wait for answers: see whether PostgreSQL or the network to it hangs, and what holds a lock there.',
  full: 'Make room on its disk.',
  'read-only': 'Give the user that runs the broker the right to write there (DATA_DIR, DATABASE_URL).',
  unreachable: 'See that it runs, that DATABASE_URL is right, and that the network lets through.',
  corrupt:
    'Restore it from a backup, as docs/deployment.md says; a damaged store is never replaced by an empty one.',
  incomplete:
    'Tables are missing in it. See that DATABASE_URL names the right store; if it does, restore it from a backup, as docs/deployment.md says.',
  replaced:
    'It is not the one that the broker began with: its files were deleted, moved or replaced, or its database was exchanged. Stop the broker, put the right one there, or restore a backup as docs/deployment.md says, and start it.',
};

/** Advice by the code of PostgreSQL or of the system, where the code is more precise. */
const BY_CODE: Readonly<Record<string, string>> = {
  '08P01':
    'If a pooler (PgBouncer) stands between, let it pool by session or by transaction: see "A pooler before PostgreSQL" in docs/deployment.md.',
  '25006':
    'PostgreSQL takes no writes there: let DATABASE_URL name the primary and not a standby, and see default_transaction_read_only.',
  '28000': 'PostgreSQL does not let this user in: see DATABASE_URL and pg_hba.conf.',
  '28P01': 'The password in DATABASE_URL is not that of its user.',
  '3D000': 'Create the database that DATABASE_URL names, or correct its name there.',
  '42501': 'Let the user of DATABASE_URL own the database: the broker makes its tables there.',
  '53300': 'Raise max_connections of PostgreSQL: each broker opens up to 10.',
  ECONNREFUSED:
    'Nothing listens at the address in DATABASE_URL: see that the server runs, and on which port.',
  ENOTFOUND: 'The host name in DATABASE_URL is not known: see its spelling, and DNS.',
  ENOENT: 'A file or folder that DATA_DIR or DATABASE_URL names is not there, and cannot be made.',
  ENOTDIR: 'DATA_DIR or DATABASE_URL needs a folder where there is a file: name a folder.',
  EACCES: 'Let the user that runs the broker own the folder and the files in it (DATA_DIR, DATABASE_URL).',
  SQLITE_CANTOPEN: 'Let the user that runs the broker own the file and its folder (DATA_DIR, DATABASE_URL).',
  SQLITE_IOERR: 'Its disk or file system fails, or allows no larger files: see what the system says of it.',
};

/** One or two sentences; they contain no setting's value. */
export function storeAdvice({ code = '', reason }: StoreUnavailableError): string {
  return BY_CODE[code] ?? BY_REASON[reason];
}
