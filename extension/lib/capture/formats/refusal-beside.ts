/** The refusal that stands beside somebody whom no form names: "Infolettre : Non" below a signature. */
import type { CapturedContact } from '../captured-contact.ts';
import type { Line } from '../lines/line.ts';
import { isAnswer } from './answer-words.ts';
import { type Answer, consentOf } from './consent-values.ts';
import { LabelsInLines } from './labels-in-lines.ts';

const NO_DAY: Answer = { value: '', label: '' };

/** The contact with an answer that is no plain yes: consent is given in forms and lists alone, and refused anywhere. */
export function withRefusalBeside(contact: CapturedContact, lines: readonly Line[]): CapturedContact {
  const labels = new LabelsInLines(lines);
  const answers = lines
    .flatMap((line) => labels.labelOf(line) ?? [])
    .filter(({ kind, value }) => kind === 'consent' && isAnswer(value));
  const consent = consentOf(answers, NO_DAY, undefined);
  return contact.consent === undefined && consent?.optIn === false ? { ...contact, consent } : contact;
}
