/**
 * Writes the lines of a form as "Label: value", however the program that sent it set the two apart: "Email - ann@…",
 * "__Email__ ann@…", "[Email] ann@…", `"email": "ann@…"`, "--- Email ---" above the value.
 */
import { findEmails } from '../details/email-addresses.ts';
import { type FieldKind, fieldKind } from './field-labels.ts';
import { splitLabel } from './labels.ts';
import type { Line } from './line.ts';

/** Each with the label and the value as its groups; one form uses one of them. */
const STYLES: readonly RegExp[] = [
  /^\[([^\]]+)\](?:\s*\||:)?\s*(.*)$/,
  /^\|?\s*([^|]+?)\s*\|\s*(.*?)\s*\|?$/,
  /^([^:]+?)\s+(?:[-–—=→»]|[-=]>)\s+(.+)$/,
  // "Mentor·e" is one word.
  /^([^:·]+?)(?: {2,}| ?·(?!\p{Ll}{1,3}(?!\p{L})) ?:?)\s*(.+)$/u,
  /^__([^_]+?)\s*__:?\s*(.*)$/,
  /^[-=*~#]{2,}\s*([^-=*~#].*?)\s*[-=*~#]{2,}()$/,
  /^([\w .-]{2,40}?)\s?=\s?(.*)$/,
  /^<([\w-]{2,40})>(.*)<\/\1>$/,
  /^"([^"]+)"\s*[:=]\s*"?(.*?)"?,?$/,
];
/** Checked first, since it is quick. */
const MAY_SAY_EMAIL = /mail|courriel|mel|messagerie|adresse/i;
/** Where elements touch, a small letter or a bracket behind a label shows no seam; the value is plain without one. */
const BESIDE = /^([^@(]{1,30}) (\S+@\S+|\(\d{3}\).{8,14})$/;
const MAX_CHARACTERS = 300;
const MAX_LABEL = 60;
/** Fewer may be chance: "Office - 204". */
const MIN_LABELS = 3;
/** Lines between two labels: an answer, or a question that is no known label. */
const MAX_BETWEEN = 2;

interface Marked {
  index: number;
  kind: FieldKind;
  label: string;
  value: string;
}

function markedLine({ text, cell }: Line, index: number, style: RegExp): Marked | null {
  if (cell || text.length > MAX_CHARACTERS) return null;
  const bare = text.replace(/^[•·▪]\s*/, '');
  const match = style.exec(bare) ?? BESIDE.exec(bare);
  // "[Address | Work | City] | Moncton"
  const label = (match?.[1] ?? '').replaceAll(' | ', ' ').replace(/\s*[:：]$/, '');
  const kind = label && label.length <= MAX_LABEL ? fieldKind(label) : undefined;
  const value = match?.[2] ?? '';
  // "Courriel | Email: ann@…" has its colon.
  if (splitLabel(value)?.kind === kind) return null;
  return kind ? { index, kind, label, value } : null;
}

/** Marked lines that follow each other. */
function runsOf(marked: readonly Marked[]): Marked[][] {
  const runs: Marked[][] = [];
  for (const line of marked) {
    const last = runs.at(-1)?.at(-1);
    if (last && line.index - last.index <= MAX_BETWEEN + 1) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** The lines, with a colon behind each label of a form that has an address. */
export function withColons(lines: readonly Line[]): Line[] {
  const written = [...lines];
  const isAddress = ({ kind, index, value }: Marked): boolean =>
    kind === 'email' && findEmails(value || (lines[index + 1]?.text ?? '')).length > 0;
  for (const style of STYLES) {
    if (
      !written.some(
        (line, index) => MAY_SAY_EMAIL.test(line.text) && markedLine(line, index, style)?.kind === 'email',
      )
    )
      continue;
    const marked = written.flatMap((line, index) => markedLine(line, index, style) ?? []);
    for (const run of runsOf(marked)) {
      // "Email Ann <ann@…>" again and again is a list of people.
      const kinds = new Set(run.map(({ kind }) => kind));
      const forms = run.filter(isAddress).length;
      if (forms === 0 || run.length < MIN_LABELS * forms || kinds.size < 2) continue;
      for (const { index, label, value } of run) {
        const line = written[index];
        if (line) written[index] = { ...line, text: `${label}: ${value}`.trim() };
      }
    }
  }
  return written;
}
