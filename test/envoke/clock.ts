/** Time as the stand-in tells it: epoch milliseconds inside, Toronto's local `YYYY-MM-DD HH:MM:SS` on the wire (envoke-api section 7 "Date formats"). */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** An instant as Envoke writes it. */
  local(epochMs: number): string;
}

export function createClock(now: () => number): Clock {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Toronto',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return { now, local: (epochMs) => format.format(epochMs) };
}

/** `YYYY-MM-DD HH:MM:SS` some months later; a day that the month does not have becomes its last one. */
export function addMonths(local: string, months: number): string {
  const [year = 0, month = 1, day = 1] = local.slice(0, 10).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  return `${date.toISOString().slice(0, 10)}${local.slice(10)}`;
}

/** `YYYY-MM-DD HH:MM:SS` in Toronto as ISO 8601 with offset, the other form seen in Envoke's samples. */
export function isoWithOffset(local: string): string {
  if (local === '') return '';
  const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', timeZoneName: 'longOffset' });
  const noon = new Date(`${local.slice(0, 10)}T17:00:00Z`);
  const offset = zone.formatToParts(noon).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT-05:00';
  return `${local.replace(' ', 'T')}${offset.replace('GMT', '')}`;
}
