/** Parses DATABASE_URL. Error messages name the setting and the expected form, never the value. Pure. */
import { resolve } from 'node:path';
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import type { Config } from './config.ts';

/** The values that `pg` knows. It ignores any other value, and would then connect without encryption. */
const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/** @param dataDir contains the SQLite file when no URL is given */
export function parseDatabaseUrl(
  url: string | undefined,
  dataDir: string,
  faults: string[],
): Config['database'] {
  if (url === undefined) return { kind: 'sqlite', file: resolve(dataDir, `${EXTENSION_CLIENT_ID}.sqlite`) };
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgres', url: checkPostgresUrl(url, faults) };
  if (url.startsWith('sqlite:') && url.length > 'sqlite:'.length) {
    return { kind: 'sqlite', file: resolve(url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '')) };
  }
  faults.push('DATABASE_URL must begin with "postgres://" or be "sqlite:" and a file');
  return { kind: 'sqlite', file: '' };
}

function checkPostgresUrl(url: string, faults: string[]): string {
  if (!URL.canParse(url) || url.includes('#')) {
    faults.push(
      'DATABASE_URL is no URL that can be read; characters such as # / ? @ % in a password must be percent-encoded',
    );
    return url;
  }
  const sslMode = new URL(url).searchParams.get('sslmode');
  if (sslMode !== null && !SSL_MODES.includes(sslMode))
    faults.push(`DATABASE_URL has an sslmode that is none of ${SSL_MODES.join(', ')}`);
  return url;
}
