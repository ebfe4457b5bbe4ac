/** Text with the parts that match the search marked; case and accents do not matter. */
import { matchRanges, type Range } from './match-ranges.ts';

export function Highlight({ text, search }: { text: string; search: string }) {
  return <Marked text={text} ranges={matchRanges(text, search)} />;
}

interface MarkedProps {
  text: string;
  ranges: readonly Range[];
  /** The part of the text to draw; by default all of it. */
  part?: Range;
}

export function Marked({ text, ranges, part: [from, to] = [0, text.length] }: MarkedProps) {
  const parts = [];
  let at = from;
  for (const [rangeStart, rangeEnd] of ranges) {
    const [start, end] = [Math.max(rangeStart, from), Math.min(rangeEnd, to)];
    if (start >= end) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at, to));
  return <>{parts}</>;
}
