/** How far each running broker's clock is ahead of the store's, so that they notice when their clocks differ. */
import type { Migration } from '../migration.ts';

/** Milliseconds; null in rows of older brokers. */
export const brokerClocks: Migration = {
  id: 9,
  name: 'broker clocks',
  statements: ['ALTER TABLE running_brokers ADD COLUMN ahead_ms BIGINT'],
};
