/** Tells which lines of a source are labels: by their words, by how the other labels stand, or by what stands below them. */
import { findEmails } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { asksForSomebody } from '../lines/asked-person.ts';
import { kindByWords, whomIn } from '../lines/field-labels.ts';
import { labelKind } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { askedAndAnswered, isFurniture } from './asked-and-answered.ts';
import {
  ALONE,
  type Label,
  type LabelStyle,
  labelCells,
  labelIn,
  labelOfCell,
  styleOf,
} from './form-labels.ts';
import { isPersonSaid } from './owners.ts';
import { isNameKind } from './row-name.ts';
import { sentOn } from './sent-on.ts';

/** Labels that stand for nothing else; words like "Director" and "French" are answers too. */
export const PLAIN_LABEL =
  /^(?:(?:full |complete |contact |your |first |last )?name|nom(?: complet| de famille)?|votre nom|(?:votre )?prénom|company|organi[sz]ation|organisme|title|titre|job title|fonction|phone|téléphone|e-?mail|courriel|address|adresse|city|ville|province|country|pays|website)$/i;

const MAX_LABEL = 80;
const withoutHint = (label: string): string => label.replace(/\s*\([^()]*\)\s*$/, '');

export class LabelsInLines {
  readonly #lines: readonly Line[];
  readonly #cells: ReadonlySet<Line>;
  /** Worked out when a line depends on them: most texts hold no form. */
  #style: LabelStyle | undefined;
  #places: ReadonlyMap<Line, number> | undefined;
  /** A line is asked for itself, as what follows others, and as what may head a section. */
  readonly #read = new Map<Line, Label | null>();

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#cells = labelCells(lines);
  }

  /** In a column of labels. */
  isInColumn(line: Line): boolean {
    return this.#cells.has(line);
  }

  /** The label of a line, and the value if one follows the colon. */
  labelOf(line: Line): Label | null {
    const known = this.#read.get(line);
    if (known !== undefined) return known;
    const found = this.#cells.has(line) ? labelOfCell(line.text) : this.#labelIn(line);
    const label = found ? (this.#isLikeOthers(line, found) ? found : null) : this.#unknownLabel(line);
    this.#read.set(line, label);
    return label;
  }

  /** As `labelIn`; a question about e-mail may have its answer behind it. */
  #labelIn(line: Line): Label | null {
    const below = (): Line | undefined => this.#below(line);
    const label = askedAndAnswered(line, below) ?? sentOn(line.text) ?? labelIn(line.text);
    return label && isFurniture(line, label, below) ? { ...label, kind: 'other' } : label;
  }

  #below(line: Line): Line | undefined {
    this.#places ??= new Map(this.#lines.map((one, at) => [one, at]));
    return this.#lines[(this.#places.get(line) ?? 0) + 1];
  }

  /** "Accounts payable contact (if different):" over an answer, where the other labels stand so; "Parent's e-mail" over an address. */
  #unknownLabel(line: Line): Label | null {
    const label = line.text.replace(/\s*[:：]$/, '');
    const isLabel = ALONE.test(line.text)
      ? line.cell === undefined && this.#isWrittenAbove()
      : this.#isOverItsValue(line);
    return isLabel ? { kind: 'other', label, value: '' } : null;
  }

  /** The other labels stand over their values, each with a colon. */
  #isWrittenAbove(): boolean {
    this.#style ??= styleOf(this.#lines);
    return this.#style.hasColonsAbove;
  }

  /** Whether what stands below is what the words ask for: an address, a number, or somebody of whom the next label speaks too. */
  #isOverItsValue(line: Line): boolean {
    if (line.text.length > MAX_LABEL || /[@:：]/.test(line.text)) return false;
    const below = this.#below(line);
    const next = below && this.#below(below);
    if (below === undefined || next === undefined) return false;
    const kind = kindByWords(line.text);
    if (kind === 'email') return /^<?\S+@\S+$/.test(below.text) && findEmails(below.text).length === 1;
    if (kind === 'phone' || kind === 'mobile') return findPhones(below.text).length === 1;
    if (!isPersonSaid(below.text)) return false;
    const label = this.labelOf(next);
    if (label === null) return false;
    const whom = whomIn(withoutHint(line.text));
    const others = new Set(whomIn(label.label));
    const isOfSame = whom.length > 0 && whom.every((word) => others.has(word));
    return isNameKind(kind) || asksForSomebody(line.text) || isOfSame;
  }

  /** Where the other labels have a colon and their value behind, an organisation alone on a line is in a title: "SUPPORT FOR ORGANIZATIONS". */
  #isLikeOthers({ text, cell }: Line, { value, kind }: Label): boolean {
    const isBare = kind === 'company' && value === '' && cell === undefined && !/[:：*?]\s*$/.test(text);
    if (!isBare || labelKind(text) === kind || PLAIN_LABEL.test(text)) return true;
    this.#style ??= styleOf(this.#lines);
    return !this.#style.hasColons;
  }
}
