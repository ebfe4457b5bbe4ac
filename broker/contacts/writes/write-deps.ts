/** What the writes of this room are given. */
import type { FoundAbsent } from '../search/found-absent.ts';
import type { FilterDeps } from '../search/taken-filter.ts';
import type { Withdrawals } from './withdrawals.ts';
import type { WriteClaims } from './write-claim.ts';

export interface WriteDeps extends FilterDeps {
  claims: WriteClaims;
  absent: FoundAbsent;
  now: () => number;
  withdrawals: Withdrawals;
  /** How long a write waits for another one to the same contact before it is answered 409. */
  patienceMs: number;
  /** How long Envoke's reads may lag behind its writes. */
  staleWaitMs: number;
}
