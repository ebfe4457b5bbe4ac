/** Loaded before a broker (`node --import`): its wall clock is off by the milliseconds that the file CLOCK_FILE holds. */
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK_FILE ?? '';
const RealDate = Date;
const offsetMs = () => Number(readFileSync(file, 'utf8'));

globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + offsetMs());
    else super(given[0]);
  }
  static override now() {
    return RealDate.now() + offsetMs();
  }
} as DateConstructor;
