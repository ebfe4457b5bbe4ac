/** How long the broker keeps lines of the audit trail, by the ground of consent that they prove. */
import { GROUNDS, type Ground } from '../../shared/consent-grounds.ts';

export interface ActivityDays {
  /** For all grounds without an entry in `byGround`. */
  others: number;
  /** Null where lines are never removed. */
  byGround: ReadonlyMap<Ground, number | null>;
}

const DAYS_MAX = 36_500;

export function parseActivityDays(others: number, value: string, faults: string[]): ActivityDays {
  const byGround = new Map<Ground, number | null>();
  for (const entry of value.split(/[\s,]+/).filter(Boolean)) {
    const [name, days = ''] = entry.split('=');
    const ground = GROUNDS.find((one) => one === name);
    const isDays = /^[1-9]\d{0,4}$/.test(days) && Number(days) <= DAYS_MAX;
    if (ground === undefined)
      faults.push(`ACTIVITY_DAYS_BY_GROUND must name grounds of ${GROUNDS.join(', ')}, each with its days`);
    else if (!isDays && days !== 'always')
      faults.push(`ACTIVITY_DAYS_BY_GROUND must give 1 to ${DAYS_MAX} days to ${ground}, or "always"`);
    else byGround.set(ground, days === 'always' ? null : Number(days));
  }
  return { others, byGround };
}
