/** What takes long by its nature runs whole with `npm run test:all`, which CI runs; else a part runs that stands for it. */

export const WHOLE_RUN_VARIABLE = 'WHOLE_RUN';

const isWhole = process.env[WHOLE_RUN_VARIABLE] !== undefined;

/** `part` is of the same kind as `whole`: fewer repeats of one thing, never fewer things that are looked at. */
export function inWholeRun<Value>(whole: Value, part: Value): Value {
  return isWhole ? whole : part;
}
