/** Names of the administrator's settings that are not valid: read again with every change of the settings. */
import { useEffect, useState } from 'preact/hooks';
import { readPolicy } from '../../lib/settings/managed-policy.ts';
import type { LoadedSettings } from '../../lib/settings/settings.ts';

export function usePolicyFaults(settings: LoadedSettings): readonly string[] {
  const [faults, setFaults] = useState<readonly string[]>([]);
  useEffect(() => void readPolicy().then(({ rejected }) => setFaults(rejected)), [settings]);
  return faults;
}
