/** The name in the record while it is typed: kept with each letter, since the popup may close after any. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { nameRecorder } from '../../../lib/session/accounts.ts';
import { accountsItem } from '../../../lib/session/accounts-item.ts';
import { nameRecorderAtOnce } from '../../../lib/session/name-recorder-at-once.ts';
import type { Accounts } from '../../../lib/session/stored-account.ts';
import { follow } from '../../../lib/storage/follow.ts';

/** The returned function keeps a name; what is not written yet when the popup closes is written then. */
export function useRecorderName(accountId: string): (name: string) => void {
  const unwritten = useRef<string | null>(null);
  const known = useRef<Accounts | null>(null);
  useLayoutEffect(() => {
    const know = (accounts: Accounts) => {
      known.current = accounts;
    };
    const write = () => {
      if (known.current !== null && unwritten.current !== null)
        void nameRecorderAtOnce(known.current, accountId, unwritten.current);
    };
    const unwatch = follow(accountsItem, know);
    addEventListener('pagehide', write);
    return () => {
      unwatch();
      removeEventListener('pagehide', write);
    };
  }, [accountId]);
  return (name) => {
    unwritten.current = name;
    const written = () => {
      if (unwritten.current === name) unwritten.current = null;
    };
    nameRecorder(accountId, name).then(written, () => undefined);
  };
}
