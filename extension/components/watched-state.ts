/** What the pages of the extension follow while they are open. */

import { loadAccounts, watchAccounts } from '../lib/session/accounts.ts';
import { loadSettings, watchSettings } from '../lib/settings/settings-store.ts';
import { signInProgressItem } from '../lib/sign-in/progress-item.ts';
import { watchSignIn } from '../lib/sign-in/sign-in-lock.ts';

export const SETTINGS = { get: loadSettings, watch: watchSettings };
export const ACCOUNTS = { get: loadAccounts, watch: watchAccounts };
export const SIGN_IN = { get: signInProgressItem.get, watch: watchSignIn };
